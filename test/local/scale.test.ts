import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadsAt, rateFor } from '../../local/bench/scale.ts';
import { scaleCurve } from '../../local/bench/scale-curve.ts';
import { listTable, moneyTable, rateTable, timeInWords } from '../../local/bench/scale-tables.ts';

/** docs/scale.md says what the constants of today come to. */

const page = readFileSync('docs/scale.md', 'utf8');

test.for([
  ['how long', listTable()],
  ['what is nearest to its limit', rateTable()],
  ['what it costs', moneyTable()],
] as const)('its table of %s is what `npm run scale` prints', ([, table]) => {
  expect(page).toContain(`\n${table}\n`);
});

test('its picture is what `npm run scale` draws', () => {
  expect(readFileSync('docs/pictures/scale.svg', 'utf8')).toBe(scaleCurve());
});

describe('what it is reckoned from', () => {
  test.for([
    [0.2, '12 min'],
    [1.5, '1.5 h'],
    [2.1, '2.1 h *'],
  ] as const)('%d hours: %s', ([hours, words]) => {
    expect(timeInWords(hours)).toBe(words);
  });

  test('a hundred thousand are not late at 16 a second: 14.4 of them for two hours', () => {
    expect(rateFor(100_000)).toBe(16);
  });

  test('loads grow with the rate, and a part at its limit says so', () => {
    const shareOf = (rate: number, part: string) =>
      loadsAt(rate).find((one) => one.part === part)?.share ?? 0;
    expect(shareOf(1000, 'index writes of a shard')).toBeCloseTo(0.225, 3);
    expect(shareOf(2000, 'index writes of a shard')).toBeCloseTo(0.45, 3);
    expect(shareOf(2200, 'a query’s page of a shard')).toBeGreaterThan(1);
  });
});
