import { describe, expect, inject, test } from 'vitest';
import { countsIn } from '../../functions/adapters/counts.ts';
import { type Summary, summaryOf } from '../../local/account/counting/summary.ts';
import { counts } from '../../local/account/counts.ts';
import { tableOf } from '../../local/bench/happy-path.ts';
import { shellBefore } from '../account/shell.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, type Person, person } from '../support/visitor.ts';

/** What became of letters is counted, each thing once, whatever comes twice or breaks off. */

const { cloud, outside } = shippedCloud('2026-11-23T05:00:00Z');
const RHYTHM = { zone: 'Europe/Berlin', hour: 8 };
const everybody: Person[] = [];

async function reader(name: string): Promise<Person> {
  const one = person(outside, `${name}@example.net`);
  await one.joins(RHYTHM);
  everybody.push(one);
  return one;
}

/** Of the course that ships, all that is not nought, by letter. */
async function ofLetters() {
  const { name, config } = tableOf(cloud(), inject('assembly'));
  const { courses } = summaryOf(await countsIn(name, config).all(), { courses: [], issues: [] });
  const closer = courses.find(({ course }) => course === 'closer');
  const rows = (closer?.letters ?? []).map(({ letter, due: _, ...figures }) => {
    const some = Object.entries(figures).filter(([, count]) => count > 0);
    return [letter, Object.fromEntries(some)] as const;
  });
  return Object.fromEntries(rows.filter(([, figures]) => Object.keys(figures).length > 0));
}

/** How many of the mails that went are each letter, whoever has them. */
async function sent() {
  const all = (await Promise.all(everybody.map((one) => one.lessons()))).flat();
  return Object.fromEntries(all.map((id) => [id, all.filter((other) => other === id).length]));
}
const accepted = async () =>
  Object.fromEntries(
    Object.entries(await ofLetters()).flatMap(([letter, { accepted: count }]) =>
      count === undefined ? [] : [[letter, count]],
    ),
  );
const lastOf = async (one: Person) => (await one.lessons()).at(-1) ?? '';
const figure = async (one: Person, name: string) =>
  (await ofLetters())[await lastOf(one)]?.[name] ?? 0;

describe('a few readers and their first letters', () => {
  test('each letter is counted by what SES took', async () => {
    for (const name of ['ann', 'bob', 'cleo', 'dora', 'emil']) await reader(name);
    await outside.advance('P1D');
    await reader('fay');
    await outside.advance('P1D');
    expect(Object.keys(await sent()).length).toBeGreaterThan(1);
    expect(await accepted()).toEqual(await sent());
  });

  test('a reply, a pause and a leave, by the letter that was the last', async () => {
    const [ann, bob, cleo, dora] = everybody as [Person, Person, Person, Person];
    await ann.replies('This letter made me think of my brother.');
    await bob.replies('Please pause my letters.');
    await outside.press(linkIn(await cleo.latest(), 'preferences'), {
      action: 'pause',
      for: 'week',
    });
    for (const _ of [1, 2])
      await fetch(linkIn(await dora.latest(), 'unsubscribe'), { method: 'POST' });
    const { [await lastOf(ann)]: figures } = await ofLetters();
    expect(figures).toMatchObject({ replied: 2, pausedAfter: 2, leftAfter: 1 });
  });

  test('what bounces and what is taken for spam, though events come twice', async () => {
    const [ann, , , , emil] = everybody as [Person, Person, Person, Person, Person];
    await outside.fault({ service: 'mailboxes', kind: 'gone', containing: ann.address });
    await outside.fault({ service: 'mailboxes', kind: 'complaint', containing: emil.address });
    await outside.fault({ service: 'ses-events', kind: 'twice', count: 2 });
    await outside.advance('P1D');
    expect(await figure(ann, 'bounced')).toBe(1);
    expect(await figure(emil, 'complained')).toBe(1);
    expect(await accepted()).toEqual(await sent());
  });
});

describe('killed, and asked again', () => {
  test.each([
    ['after it counted', 'dynamodb', 'kill-after', 'TransactWriteItems'],
    ['before it counted', 'dynamodb', 'kill-before', 'TransactWriteItems'],
    ['and its answer is lost', 'dynamodb', 'lost-answer', 'TransactWriteItems'],
    ['between counting and putting away', 's3', 'kill-before', 'PutObject'],
    ['after putting away, before the first goes', 's3', 'kill-before', 'DeleteObject'],
  ])('the pass that counts, %s', async (_, service, kind, action) => {
    await outside.fault({ service, kind, action, function: 'redaction' });
    await outside.advance('P1D');
    const left = await outside.json<readonly unknown[]>('/_local/faults');
    expect(left, 'it struck').toEqual([]);
    expect(await accepted()).toEqual(await sent());
  });

  test('a reply', async () => {
    const gus = await reader('gus');
    await outside.advance('P1D');
    const before = await figure(gus, 'pausedAfter');
    const replied = await figure(gus, 'replied');
    await outside.fault({
      service: 'dynamodb',
      kind: 'kill-after',
      action: 'TransactWriteItems',
      function: 'replies',
    });
    await gus.writes('Please pause my letters until next Friday.');
    await outside.advance('PT10M');
    expect(await figure(gus, 'pausedAfter')).toBe(before + 1);
    expect(await figure(gus, 'replied')).toBe(replied + 1);
  });

  test('a leave', async () => {
    const hal = await reader('hal');
    await outside.advance('P1D');
    const before = await figure(hal, 'leftAfter');
    await outside.fault({
      service: 'dynamodb',
      kind: 'kill-after',
      action: 'TransactWriteItems',
      function: 'web',
    });
    const link = linkIn(await hal.latest(), 'unsubscribe');
    expect((await fetch(link, { method: 'POST' })).status).toBeGreaterThanOrEqual(500);
    expect((await fetch(link, { method: 'POST' })).ok).toBe(true);
    expect(await figure(hal, 'leftAfter')).toBe(before + 1);
  });
});

test('no counter says of whom it is', async () => {
  const { items } = (await outside.table()) as { items: readonly { pk: string }[] };
  const counters = JSON.stringify(items.filter(({ pk }) => pk === 'counts'));
  expect(counters).toContain('leftAfter');
  for (const { address } of everybody) {
    const { id } = await outside.json<{ id: string }>(`/_local/subscribers/${address}`);
    expect(counters).not.toContain(id);
    expect(counters).not.toContain(address);
  }
});

test('the author reads it as a table, and a script as values', async () => {
  const shell = shellBefore(cloud());
  const { text: json } = await shell.run(counts, '--local', outside.url, '--json');
  const [closer] = (JSON.parse(json) as Summary).courses;
  expect(closer).toMatchObject({ course: 'closer', finished: 0 });
  expect(closer?.letters[0]?.accepted).toBeGreaterThan(4);
  const { code, text } = await shell.run(counts, '--local', outside.url);
  expect(code, text).toBe(0);
  expect(text).toMatch(/^closer: 0 finished\n +due {2}accepted/m);
  expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
});
