import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyInto } from './copy.ts';
import { MUTANTS } from './list.ts';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './verdict.ts';

/**
 * `npm run mutants`: makes each small wrong change of the list in a copy of the sources and looks
 * whether a test notices. `--only part-of-a-name`, `--json`. Exit code 1 when one lives.
 */
const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
});

interface Judged {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  readonly seconds: number;
}

/** A line as soon as it is known; beside the JSON when that is asked for. */
const say = (text: string) => (values.json ? process.stderr : process.stdout).write(`${text}\n`);

const chosen = MUTANTS.filter(({ name }) => name.includes(values.only ?? ''));
const folder = mkdtempSync(join(tmpdir(), 'kindling-mutants-'));
const judged: Judged[] = [];
try {
  const copy = copyInto(folder);
  const tests = [...new Set(chosen.flatMap((one) => one.tests))];
  // Tests that are red by themselves would kill everything.
  if (copy.run(tests).is !== 'alive') throw new Error(`not green without a mutant: ${tests}`);
  for (const mutant of chosen) {
    const began = performance.now();
    const verdict = copy.judge(mutant);
    const seconds = (performance.now() - began) / 1000;
    judged.push({ mutant, verdict, seconds });
    say(line({ mutant, verdict, seconds }));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function line({ mutant, verdict, seconds }: Judged): string {
  const time = `${seconds.toFixed(0).padStart(3)} s`;
  const note = verdict.is === 'killed' ? verdict.by : mutant.why;
  return `${verdict.is.padEnd(6)} ${time}  ${mutant.name.padEnd(58)} ${note}`;
}

const dead = judged.filter(({ verdict }) => verdict.is === 'killed').length;
say(`${dead} of ${judged.length} killed`);
if (values.json) console.log(JSON.stringify(judged, undefined, 1));
if (dead < judged.length) process.exitCode = 1;
