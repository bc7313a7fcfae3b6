import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, inject, test } from 'vitest';
import { SHIPPED_CONTENT } from '../../emails/content/folder.ts';
import { exampleValues } from '../../emails/examples.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { countRows, issueRows } from '../../local/bench/cost-rows.ts';
import { drain } from '../../local/bench/drain.ts';
import { costOfTick } from '../../local/bench/growth.ts';
import { sendLessons } from '../../local/bench/happy-path.ts';
import { sendIssue } from '../../local/bench/issue.ts';
import { passes } from '../../local/bench/row.ts';
import { busiestShard } from '../../local/bench/spread.ts';
import { firstLesson } from '../../local/bench/throughput.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { ENGLISH } from '../support/words.ts';

/** The exact figures of `npm run bench`: counts, which are the same on every machine. */

test.each([14, 200])(
  'at %i/s a lesson costs what it may: write units, requests, dollars, bytes of log',
  async (rate) => {
    const rows = countRows(await sendLessons(inject('assembly'), 500, rate), 500, rate);
    for (const row of rows) expect(passes(row), `${row.name}: ${row.value}`).toBe(true);
    const [writes] = rows;
    expect(writes?.value, 'claim 1, finalise 1, its index entry moves 2').toBeCloseTo(4, 1);
  },
);

test('an issue costs a write unit more: that it waits is noted first', async () => {
  const library = await libraryFrom(
    SHIPPED_CONTENT,
    mkdtempSync(join(tmpdir(), 'kindling-issue-')),
  );
  const rows = issueRows(await sendIssue(inject('assembly'), library, 200, 14), 200, 14);
  const [writes] = rows;
  const value = writes?.value ?? 0;
  expect(value, 'noted, its index entry comes and goes, claim, finalise').toBeGreaterThanOrEqual(5);
  // The tick's and the brake's own notes are shared by few here: by a thousand they are a third of that.
  expect(value).toBeLessThan(5.1);
});

test('a tick costs what is due, however many are not', async () => {
  const alone = await costOfTick(inject('assembly'), 0);
  expect((await costOfTick(inject('assembly'), 1500)) / alone).toBeLessThanOrEqual(1.05);
});

test.each([1, 14, 50, 200])(
  'a backlog drains at the pace of an account of %i a second',
  async (rate) => {
    const { ofPace, throttled } = await drain(rate * 200, rate, 10);
    expect(ofPace).toBeGreaterThanOrEqual(0.95);
    expect(throttled).toBeLessThanOrEqual(0.001);
  },
);

test('the shards of the due index fill evenly', () => {
  expect(busiestShard(20_000)).toBeLessThanOrEqual(1.05);
});

describe('the mails whose writing is measured', () => {
  test('come back from a parser byte for byte', async () => {
    const { write, compiled } = await firstLesson();
    for (const number of [0, 7, 4711]) {
      const raw = write(number);
      const parsed = await PostalMime.parse(raw);
      const link = /https:\/\/\S+\/unsubscribe\/[a-z2-7.]+/.exec(parsed.text ?? '')?.[0] ?? '';
      expect(parsed.text).toContain(`Reader ${number}`);
      // All slots of the lesson, read back from the parsed mail, fill the template to the same text.
      const values = {
        ...exampleValues(ENGLISH),
        ...slotsIn(parsed.html ?? '', parsed.text ?? '', compiled),
      };
      expect(link).not.toBe('');
      expect(parsed.text?.trimEnd()).toBe(fill(compiled.text, values).trimEnd());
      expect(parsed.html?.trimEnd()).toBe(fill(compiled.html, values, htmlValue).trimEnd());
    }
  });
});

/** The values that stand in a filled text, found by the literals around them. */
function slotsIn(
  _html: string,
  text: string,
  {
    text: template,
  }: { readonly text: { readonly literals: readonly string[]; readonly slots: readonly string[] } },
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  let rest = text;
  template.slots.forEach((slot, index) => {
    const before = template.literals[index] ?? '';
    const after = template.literals[index + 1] ?? '';
    rest = rest.slice(rest.indexOf(before) + before.length);
    const end = after === '' ? rest.length : rest.indexOf(after);
    values[slot] ??= rest.slice(0, end).trimEnd();
  });
  return values;
}
