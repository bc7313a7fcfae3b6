import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Mutant, mutated } from './mutant.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** A hanging mutant is stopped after this; the slowest of the tests takes half a minute. */
const PATIENCE_MS = 300_000;

/** The sources once more, with the same packages: mutants live in here and nowhere else. */
export function copyInto(folder: string) {
  for (const file of sources()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));

  function run(tests: readonly string[]): Verdict {
    const report = join(folder, 'report.json');
    const vitest = resolve('node_modules/vitest/vitest.mjs');
    // Whoever dies before it reports must not be judged by what was said of the one before.
    rmSync(report, { force: true });
    const options = ['--bail', '1', '--reporter', 'json', '--outputFile', report];
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...options, ...tests], {
      cwd: folder,
      stdio: 'ignore',
      timeout: PATIENCE_MS,
    });
    return verdictOn(status, report);
  }

  return {
    run,
    /** What the tests say to a mutant. */
    judge(mutant: Mutant): Verdict {
      const path = join(folder, mutant.file);
      const source = readFileSync(path, 'utf8');
      writeFileSync(path, mutated(mutant, source));
      try {
        const verdict = run(mutant.tests);
        // Tests of a machine that is out of breath may not even begin.
        return verdict.is === 'broken' ? run(mutant.tests) : verdict;
      } finally {
        writeFileSync(path, source);
      }
    },
  };
}

/** What git knows and what is new, but for what it ignores. */
function sources(): readonly string[] {
  const { stdout, status } = spawnSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (status !== 0) throw new Error('the sources can only be copied out of a git checkout');
  return [...new Set(stdout.split('\0'))].filter((name) => name !== '' && !isDeleted(name));
}

const isDeleted = (name: string): boolean => !existsSync(name);
