import { expect, test } from 'vitest';
import { SHARDS, shardOf } from '../../functions/adapters/item.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

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

test('none is asked that nobody can be in', () => {
  expect(new Set(IDS.map(shardOf))).toEqual(new Set(SHARDS));
});
