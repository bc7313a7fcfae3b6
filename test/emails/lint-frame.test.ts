import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ACCEPTED } from '../../emails/lint/accepted-support.ts';
import { findingLine } from '../../emails/lint/finding.ts';
import { lint } from '../../emails/lint/lint.ts';
import { lacks, unsupported } from '../../emails/lint/rules/client-support.ts';
import { contrast } from '../../emails/lint/rules/contrast.ts';
import { DAY, NIGHT } from '../../emails/theme.ts';
import { FIRST, goodContent } from './good-content.ts';
import { shippedReport } from './shipped.ts';
import { tinyContent } from './tiny-content.ts';

describe('colours', () => {
  test('that can not be told apart at night', () => {
    const found = contrast({ DAY, NIGHT: { ...NIGHT, soft: '#6b5f55' } }).map(findingLine);
    expect(found).toEqual([
      'error   emails/theme.ts NIGHT: found soft on paper at 2.9 : 1, expected 4.5 : 1 at least',
      'error   emails/theme.ts NIGHT: found soft on card at 2.5 : 1, expected 4.5 : 1 at least',
    ]);
  });

  test('of ours can be', () => {
    expect(contrast()).toEqual([]);
  });
});

describe('what mail programs know', () => {
  const mail = (style: string) => `<html><body><p style="${style}">Words</p></body></html>`;

  test.each<[string, string, RegExp]>([
    ['grids', 'display:grid', /display:grid, which is unknown to .*gmail/],
    ['pictures behind words', 'background-size:cover', /background-size, which .*outlook\.windows/],
    ['shadows', 'box-shadow:0 0 4px red', /box-shadow, which is unknown to .*outlook\.windows/],
    ['places on top of others', 'position:absolute', /position, which is unknown to .*gmail/],
  ])('refuses %s', (_, style, expected) => {
    const found = unsupported('a.md', mail(style)).map(findingLine);
    expect(found.join('\n')).toMatch(expected);
    expect(found[0]).toMatch(/^error {3}a\.md: found .*, expected another way, or a reason in/);
  });

  test('refuses what is accepted elsewhere, where it is not', () => {
    const accepted = [
      { feature: '<body> element', unknownTo: ['outlook', 'yahoo'], reason: '' },
      { feature: 'white-space', unknownTo: ['outlook.windows'], reason: '' },
    ];
    const found = unsupported('a.md', mail('white-space:nowrap'), accepted).map(findingLine);
    expect(found).toEqual([
      'error   a.md: found white-space, which is unknown to samsung-email.android, expected another way, or a reason in emails/lint/accepted-support.ts',
    ]);
  });

  test('every acceptance has a reason, and is still needed', async () => {
    const shipped = (await shippedReport()).mails;
    const everything = (await lint(tinyContent())).mails;
    const needed = new Set(
      [...shipped, ...everything].flatMap(({ filled }) => lacks(filled).map((one) => one.feature)),
    );
    expect(ACCEPTED.filter(({ feature }) => !needed.has(feature))).toEqual([]);
    expect(ACCEPTED.filter(({ reason }) => reason.length < 15)).toEqual([]);
  });
});

describe('npm run check:content', () => {
  const run = (...args: readonly string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'emails/check-content.ts', ...args],
      {},
    ).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );

  test('ends well, and writes the table', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kindling-')), 'table.md');
    const { code, stdout } = await run(goodContent(), `--table=${file}`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '28 mails: no errors, no warnings\n' });
    expect(readFileSync(file, 'utf8')).toContain('| 1. A place to begin | alone | 388 | 3 |');
  });

  test('ends badly, with every mistake on its line', async () => {
    const bad = goodContent([[FIRST, 'subject: A place to begin', 'subject: Begin here!']]);
    const { code, stdout } = await run(bad, '--table');
    expect(code).toBe(1);
    expect(stdout).toContain(
      `error   content/${FIRST}:5 subject: found "Begin here!", expected no exclamation mark\n`,
    );
    expect(stdout).toContain('# The letters in numbers');
    expect(stdout).toMatch(/28 mails: 1 error, no warnings\n$/);
  });
});
