import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findingLine } from '../../emails/lint/finding.ts';
import type { Report } from '../../emails/lint/lint.ts';
import { measure } from '../../emails/lint/rules/length.ts';
import { END, table } from '../../emails/lint/table.ts';
import { shippedReport } from './shipped.ts';

/** What ships: the words in `content/`, held to everything that is asked of an author's. */
let report: Report;
beforeAll(async () => {
  report = await shippedReport();
});

test('the content that ships has no error and no warning', () => {
  expect(report.findings.map(findingLine)).toEqual([]);
  expect(report.mails.length).toBeGreaterThanOrEqual(28 * 2 + 8 + 4);
});

test('the table in docs/ is current: npm run check:content -- --table=docs/letters.md', () => {
  const file = join(import.meta.dirname, '../../docs/letters.md');
  const [made] = readFileSync(file, 'utf8').split(END);
  expect(made + END).toBe(table(report.mails, report.style));
});

test('half of the letters have at most 30 KB of html, and none is near the cut', () => {
  const sizes = report.mails
    .filter(({ kind }) => kind === 'lesson')
    .map(({ filled }) => Buffer.byteLength(filled))
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(30_000);
  expect(sizes.at(-1)).toBeLessThan(80_000);
});

test('each lesson and issue, in each track, reads at grade 8 or lower', () => {
  const hard = report.mails
    .filter(({ kind }) => kind !== 'notice')
    .filter((letter) => !(measure(letter, report.style).grade <= 8));
  expect(hard.map(({ id }) => id)).toEqual([]);
});
