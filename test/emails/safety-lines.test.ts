import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../../emails/content/load.ts';
import { COUNTRIES } from '../../functions/core/words/locale.ts';
import { CONTENT } from './every-mail.ts';
import { type Changes, mistakes } from './mistakes-of.ts';
import { tinyContent } from './tiny-content.ts';

interface Proven {
  readonly number: string;
  readonly source: string;
  readonly checked: string;
}
const shipped = Object.entries(
  parse(readFileSync(join(CONTENT, 'safety-lines.yaml'), 'utf8')) as Record<
    string,
    { readonly emergency: Proven; readonly lines: readonly Proven[] }
  >,
);

describe('each number that ships', () => {
  const all = shipped.flatMap(([country, { emergency, lines }]) =>
    [emergency, ...lines].map((line) => [country, line] as const),
  );

  test('has the page that says so, and the day it was looked at', () => {
    expect(all.length).toBeGreaterThan(40);
    for (const [country, { number, source, checked }] of all) {
      expect(new URL(source).protocol, `${country} ${number}`).toBe('https:');
      expect(checked, `${country} ${number}`).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  test('is of a country that a reader can be in', () => {
    expect(shipped.map(([country]) => country).filter((one) => !COUNTRIES.has(one))).toEqual([]);
  });
});

const PROOF = 'checked: 2026-11-25, source: "https://example.org/"';
const LINE = `{ for: crisis, name: Somebody, number: "116 123", ${PROOF} }`;
const lines = (line: string, code = 'DE'): Changes => ({
  'safety-lines.yaml': `${code}:\n  emergency: { number: "112", ${PROOF} }\n  lines:\n    - ${line}\n`,
});
const at = (line: number, rest: string) => `content/safety-lines.yaml:${line} ${rest}`;

describe('a mistake in the lines of help', () => {
  test.for<[why: string, Changes, expected: string]>([
    [
      'a number from nowhere',
      lines(LINE.replace(', source: "https://example.org/"', '')),
      at(4, 'DE.lines.0.source: found nothing, expected the page that says so'),
    ],
    [
      'a number that nobody has looked at',
      lines(LINE.replace('checked: 2026-11-25, ', '')),
      at(4, 'DE.lines.0.checked: found nothing, expected the day it was looked at: 2026-12-31'),
    ],
    [
      'a number without quotes: 016 would be 14',
      lines(LINE.replace('"116 123"', '016')),
      at(4, 'DE.lines.0.number: found 16, expected a number as it is called, in quotes: "116 123"'),
    ],
    [
      'for nobody',
      lines(LINE.replace('crisis', 'suicide')),
      at(
        4,
        'DE.lines.0.for: found "suicide", expected crisis, violence, women, men, children or elders',
      ),
    ],
    [
      'a page that others on the way can read',
      lines(LINE.replace('name:', 'url: "http://example.org", name:')),
      at(
        4,
        'DE.lines.0.url: found "http://example.org", expected its own page, beginning with https://',
      ),
    ],
    [
      'a country by another name',
      lines(LINE, 'UK'),
      at(
        2,
        'UK: found a country that no time zone is in, expected two capital letters, such as DE or GB',
      ),
    ],
    [
      'no file',
      { 'safety-lines.yaml': undefined },
      'content/safety-lines.yaml: found no file, expected this file',
    ],
    [
      'in an author’s own',
      { 'own-words/safety-lines.yaml': 'DE: { lines: [] }' },
      'content/own-words/safety-lines.yaml:1 DE.emergency: found nothing, expected number, checked and source',
    ],
  ])('%s', ([, changes, expected]) => {
    expect(mistakes(changes)).toContain(expected);
  });
});

test('an author’s own lines stand instead of a country’s, and the others stay', () => {
  const own = `DE:\n  emergency: { number: "110", ${PROOF} }\n  lines:\n    - ${LINE.replace('Somebody', 'Us')}\n`;
  const dir = tinyContent({
    'safety-lines.yaml': `${lines(LINE)['safety-lines.yaml']}${lines(LINE, 'AT')['safety-lines.yaml']}`,
    'own-words/safety-lines.yaml': own,
  });
  const { DE, AT } = loadContent(dir).safetyLines;
  expect([DE?.emergency, DE?.lines[0]?.name]).toEqual(['110', 'Us']);
  expect([AT?.emergency, AT?.lines[0]?.name]).toEqual(['112', 'Somebody']);
});
