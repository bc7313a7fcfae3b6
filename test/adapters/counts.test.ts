import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { counterName } from '../../functions/adapters/counter-items.ts';
import { countsIn, packed, type Told } from '../../functions/adapters/counts.ts';
import { returnsIn } from '../../functions/adapters/returns.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { Counted } from '../../functions/core/counting.ts';
import { byReader, leftFact } from '../../functions/core/reader/fact.ts';
import type { Ended } from '../../functions/core/reader/subscriber.ts';
import type { ToldMail } from '../../functions/core/sending/ses-event.ts';
import { epochSeconds } from '../../functions/core/time.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { itemOf, someone } from '../support/stored-items.ts';

/** What is counted, and that it is counted once. */

const NOW = at('2026-11-26T07:00:00Z');
const TEA = { is: 'letter', course: 'closer', lesson: 'tea' } as unknown as Counted;
const ISSUE = { is: 'issue', on: '2026-11-20' } as unknown as Counted;

let table: DynaliteTable;
beforeEach(async () => {
  table = await dynaliteTable();
});
afterEach(() => table.stop());

const counts = () => countsIn(table.name, table.config);
const told = (name: string, accepted: Readonly<Record<string, number>>): Told => ({
  name,
  accepted: new Map(Object.entries(accepted)),
});
const named = (of: Counted) => counterName(of, NOW);
/** All that is not nought, by name. */
async function standing(): Promise<Readonly<Record<string, object>>> {
  const all = await counts().all();
  return Object.fromEntries(
    all.map(({ of, month, counts: each }) => [
      counterName(of, at(`${month ?? '2026-11'}-01T00:00:00Z`)),
      Object.fromEntries(Object.entries(each).filter(([, count]) => count > 0)),
    ]),
  );
}

describe('what objects tell', () => {
  test('is added up, in one write a counter', async () => {
    await counts().addOnce(
      [
        told('one', { [named(TEA)]: 3, [named(ISSUE)]: 1 }),
        told('two', { [named(TEA)]: 4 }),
        told('of confirmations alone', {}),
      ],
      NOW,
    );
    expect(await standing()).toEqual({
      'letter#2026-11#closer#tea': { accepted: 7 },
      'issue#2026-11-20': { accepted: 1 },
    });
  });

  test.for<[why: string, again: readonly string[], more: number]>([
    ['the same once more, as after a crash', ['one', 'two'], 0],
    ['one of them with a new one', ['two', 'three'], 1],
    ['another order', ['two', 'one'], 0],
  ])('is counted once: %s', async ([, again, more]) => {
    const tell = (names: readonly string[]) =>
      counts().addOnce(
        names.map((name) => told(name, { [named(TEA)]: 1 })),
        NOW,
      );
    await tell(['one', 'two']);
    await tell(again);
    expect(await standing()).toEqual({ [named(TEA)]: { accepted: 2 + more } });
  });

  test('is counted once by two who count at the same moment', async () => {
    const both = [1, 2].map(() => counts().addOnce([told('one', { [named(TEA)]: 5 })], NOW));
    await Promise.all(both);
    expect(await standing()).toEqual({ [named(TEA)]: { accepted: 5 } });
  });

  test('may be of more letters than one transaction holds', async () => {
    const letters = Array.from({ length: 250 }, (_, number) => [`letter#2026-11#c#l${number}`, 1]);
    const large = told('large', Object.fromEntries(letters));
    for (const _ of [1, 2])
      await counts().addOnce([large, told('small', { [named(TEA)]: 1 })], NOW);
    const all = Object.values(await standing());
    expect(all).toHaveLength(251);
    expect(all.every((each) => (each as { accepted: number }).accepted === 1)).toBe(true);
  });

  test('is known for ten days, by the name of the object', async () => {
    await counts().addOnce([told('one', { [named(TEA)]: 1 })], NOW);
    const mark = await rawItemsIn(table).get({ pk: 'counts', sk: 'told#one#0' });
    expect(mark).toEqual({
      pk: 'counts',
      sk: 'told#one#0',
      v: 1,
      expiresAt: epochSeconds(at('2026-12-06T07:00:00Z')),
    });
  });
});

test.for<[why: string, letters: readonly number[], packs: readonly number[]]>([
  ['a quarter of an hour of one course', Array(15).fill(28) as number[], [15]],
  ['the same letters count once for all', Array(40).fill(60) as number[], [40]],
  ['and what is too much goes on in another', Array(41).fill(60) as number[], [40, 1]],
  ['nothing', [], []],
])('a transaction has a hundred actions: %s', ([, letters, packs]) => {
  const parts = letters.map((count, number) =>
    told(
      `${number}`,
      Object.fromEntries(Array.from({ length: count }, (_, letter) => [`l${letter}`, 1])),
    ),
  );
  expect(packed(parts).map(({ length }) => length)).toEqual(packs);
});

describe('a mail that came back', () => {
  const mail: ToldMail = { messageId: 'm-1', at: NOW, to: 'reader', counted: TEA };

  test('is counted with its letter, once', async () => {
    const returns = returnsIn(table.name, table.config);
    for (const _ of [1, 2]) await returns.note('bounces', mail);
    await returns.note('complaints', mail);
    await returns.note('bounces', { ...mail, messageId: 'm-2', counted: ISSUE });
    expect(await standing()).toEqual({
      [named(TEA)]: { bounced: 1, complained: 1 },
      [named(ISSUE)]: { bounced: 1 },
    });
    expect(await returns.since('bounces', NOW)).toBe(2);
  });

  test('of a stranger, or no letter, is none', async () => {
    const returns = returnsIn(table.name, table.config);
    await returns.note('sign-ups', mail);
    await returns.note('bounces', { messageId: 'm-3', at: NOW, to: 'reader' });
    expect(await standing()).toEqual({});
  });
});

describe('a reader’s leave', () => {
  const reader = someone({
    enrollments: [{ course: 'closer', welcomed: true, received: ['tea'] }] as never,
  });

  test('is counted in the write that makes it, and with it or not at all', async () => {
    const subscribers = subscribersIn(table.name, table.config);
    await rawItemsIn(table).put(itemOf(reader));
    const leaver = await subscribers.leavers.load(reader.id);
    if (leaver === undefined) throw new Error('it was put there');
    expect(leaver.lastMail).toEqual(TEA);
    const left: Ended = { ...leaver, standing: { is: 'left', at: NOW, by: 'page' } };
    const fact = leftFact(left, NOW, byReader('page'));
    expect(await subscribers.leavers.save(left, fact)).toBe('saved');
    expect(await subscribers.leavers.save(left, fact), 'seen before the first').toBe('changed');
    expect(await standing()).toEqual({ [named(TEA)]: { leftAfter: 1 } });
    const stored = await rawItemsIn(table).under(reader.id);
    expect(JSON.stringify(stored), 'and no fact of theirs says so').not.toContain('leftAfter');
  });
});

test('what a newer code counts stays, and is not shown', async () => {
  await rawItemsIn(table).put({ pk: 'counts', sk: 'letter#2026-11#closer#tea', v: 1, read: 4 });
  await rawItemsIn(table).put({ pk: 'counts', sk: 'issue#soon', v: 1, accepted: 4 });
  await counts().addOnce([told('one', { [named(TEA)]: 2 })], NOW);
  expect(await standing()).toEqual({ [named(TEA)]: { accepted: 2 } });
  const item = await rawItemsIn(table).get({ pk: 'counts', sk: 'letter#2026-11#closer#tea' });
  expect(item).toMatchObject({ read: 4 });
});
