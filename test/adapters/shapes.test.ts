import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idInKey } from '../../functions/adapters/item.ts';
import { fromItem } from '../../functions/adapters/read-subscriber.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { bothTables } from '../support/both-tables.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

/** Every shape that a subscriber's item was ever shipped in, as the code of its time wrote it. */
const FOLDER = new URL('./shapes/', import.meta.url);
interface Shape {
  /** When it was written, and what was new. */
  readonly was: string;
  readonly items: readonly Attributes[];
}
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const SHAPES = files.map((file) => {
  const { items } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Shape;
  return [file, items] as const;
});

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const idOf = (item: Attributes): SubscriberId => {
  const id = idInKey(item['pk']);
  if (id === undefined) throw new Error('a shape without an id');
  return id;
};

test('the shapes are there, and hold every standing', () => {
  expect(SHAPES.length).toBeGreaterThanOrEqual(5);
  for (const [, items] of SHAPES) {
    const standings = new Set(items.map((item) => fromItem(item).standing.is));
    expect(standings).toEqual(new Set(['pending', 'active', 'paused', 'left', 'suppressed']));
  }
});

describe.each(bothTables(() => dynalite))('%s', (_, make) => {
  test.for(SHAPES)('reads %s, and writes it back without loss', async ([, items]) => {
    const { subscribers, put, raw } = make();
    for (const item of items) {
      await put(item);
      const id = idOf(item);
      const stored = await subscribers.load(id);
      if (stored === undefined) throw new Error('it was put there');
      expect(await subscribers.save(stored)).toBe('saved');
      expect(await raw(id)).toEqual({ ...item, v: 1, revision: stored.revision + 1 });
    }
  });
});

test('a claim of the first shape is in the zone of its reader', () => {
  const [, items] = SHAPES[0] ?? [];
  const claimed = items?.filter(({ claim }) => claim !== undefined).map(fromItem);
  expect(claimed).toMatchObject([{ zone: 'Europe/Berlin', claim: { zone: 'Europe/Berlin' } }]);
});

test('a claim that does not say so is of the due moment that stands, and its own first doubt', () => {
  const [, items] = SHAPES.find(([file]) => file.startsWith('4-')) ?? [];
  const [one] = items?.filter(({ claim }) => claim !== undefined).map(fromItem) ?? [];
  const { at, ...claim } = one?.claim ?? {};
  expect(claim).toMatchObject({ due: one?.dueAt, since: at, tried: at });
});
