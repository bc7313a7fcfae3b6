import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Row } from './row.ts';

/** A scorer with replies of other projects beside the checkout; they are not ours to ship. */
const SCORER = '../shared/score-replies.mjs';
const STRIP = 'functions/core/replies/strip.ts';

/** How much of the reply corpus is stripped right; no rows where the corpus is not at hand. */
export function corpusRows(): readonly Row[] {
  if (!existsSync(SCORER)) return [];
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', SCORER, STRIP, 'strip'], {
    encoding: 'utf8',
  });
  const share = (name: string): number => {
    const [, part, whole] = new RegExp(`${name} (\\d+)/(\\d+)`).exec(stdout) ?? [];
    return (100 * Number(part)) / Number(whole);
  };
  const row = (name: string, gate: number): Row => ({
    name: `replies of the corpus stripped ${name}`,
    unit: '%',
    value: share(name),
    gate,
    goal: 100,
    more: true,
  });
  return [row('exact', 92), row('leak-free', 97)];
}
