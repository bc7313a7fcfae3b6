import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHARDS, shardOf } from '../../functions/adapters/item.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { bothTables } from '../support/both-tables.ts';
import { at, enrollment, reader } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { freshId, itemOf } from '../support/stored-items.ts';

/** An index entry stays in the shard that it was written to until its reader is saved again. */

/** One id for each value that an id's first letter can have. */
const IDS = [...'abcdefghijklmnopqrstuvwxyz234567'].map(
  (letter) => `${letter}aaaaaaaaaaaaaaa` as SubscriberId,
);
/** The shard of an id, by the value of its first letter, when there are so many. */
const of = (value: number, count: number): string => String(value % count);
/** Every number of shards that was ever deployed: add to it, and take nothing away. */
const EVER = [8];

test.for(EVER)('whoever was saved when there were %i is asked for', (count) => {
  for (const value of IDS.keys()) expect(SHARDS).toContain(of(value, count));
});

test('the number that there is now was deployed', () => {
  expect(EVER).toContain(SHARDS.length);
  expect(IDS.map(shardOf)).toEqual([...IDS.keys()].map((value) => of(value, SHARDS.length)));
});

test.for([16, 32])(
  'when there are %i, whoever was saved before lies where somebody looks',
  (count) => {
    const asked = Array.from({ length: count }, (_, number) => String(number));
    for (const ever of EVER) {
      for (const value of IDS.keys()) expect(asked).toContain(of(value, ever));
    }
  },
);

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

describe.each(bothTables(() => dynalite))('%s', (_, make) => {
  test('an entry of a smaller number is claimed, and lies in its own shard once the mail has gone', async () => {
    const { subscribers, put, raw } = make();
    const [id, dueAt] = [freshId(), at('2026-11-22T07:00:00Z')];
    const one = reader({ id, dueAt, enrollments: [enrollment()] });
    const elsewhere = SHARDS.find((shard) => shard !== shardOf(id)) ?? '';
    await put({ ...itemOf(one), dueShard: elsewhere });
    const claimed = await subscribers.claim({ id, dueAt }, 'first' as AttemptId, dueAt);
    if (claimed.is !== 'claimed') throw new Error(claimed.is);
    expect(await raw(id), 'a claim moves nobody').toMatchObject({ dueShard: elsewhere });
    const { claim: __, ...sent } = claimed.subscriber;
    const next = { ...sent, dueAt: at('2026-11-23T07:00:00Z') };
    expect((await subscribers.finalise(next, 'first' as AttemptId)).is).toBe('saved');
    expect(await raw(id)).toMatchObject({ dueShard: shardOf(id), dueAt: next.dueAt });
  });
});

test('none is asked that nobody can be in', () => {
  expect(new Set(IDS.map(shardOf))).toEqual(new Set(SHARDS));
});
