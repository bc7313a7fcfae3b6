import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BY_AUTHOR } from '../../functions/core/reader/fact.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { differenceOf, saveChange } from '../../local/desk/save.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, claim, reader } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { freshId, itemOf } from '../support/stored-items.ts';

const NOW = at('2026-11-23T12:00:00Z');
const DUE = at('2026-11-24T07:00:00Z');
const PAUSED = { is: 'paused', since: NOW } as const;

test.for<[why: string, before: Partial<Subscriber>, after: Partial<Subscriber>, expected: object]>([
  [
    'what is different, and that it is a change',
    {},
    { standing: PAUSED },
    { set: { standing: PAUSED, revision: 2 }, remove: [] },
  ],
  [
    'what is no more, and with a due moment its shard',
    { dueAt: DUE },
    {},
    { set: { revision: 2 }, remove: ['dueAt', 'dueShard'] },
  ],
  [
    'what is new',
    {},
    { dueAt: DUE },
    { set: { dueAt: DUE, dueShard: expect.any(String), revision: 2 }, remove: [] },
  ],
  [
    'whoever leaves is in no index',
    { dueAt: DUE, newsletter: true },
    { newsletter: true, standing: { is: 'left', at: NOW, by: 'reply' } },
    {
      set: { standing: { is: 'left', at: NOW, by: 'reply' }, revision: 2 },
      remove: ['newsletterShard', 'dueAt', 'dueShard'],
    },
  ],
])('%s', ([, before, after, expected]) => {
  const edit = differenceOf(reader(before), reader(after));
  expect({ ...edit, remove: [...edit.remove].sort() }).toEqual({
    ...expected,
    remove: [...(expected as { remove: string[] }).remove].sort(),
  });
});

describe('in the table', () => {
  let dynalite: DynaliteTable;
  beforeAll(async () => {
    dynalite = await dynaliteTable();
  });
  afterAll(() => dynalite.stop());

  async function stored(fields: Partial<Subscriber> = {}) {
    const one = reader({ id: freshId(), secret: 'anns-own' as never, ...fields });
    await rawItemsIn(dynalite).put({ ...itemOf(one), later: 'x' });
    /** As the desk reads it. */
    return { ...one, secret: 'unseen' as never };
  }
  const at = () => ({ table: dynalite.name, config: dynalite.config as never });
  const raw = (id: string, sk: string) => rawItemsIn(dynalite).get({ pk: `subscriber#${id}`, sk });
  const fact = { kind: 'paused', at: NOW, details: BY_AUTHOR } as const;

  test('the secret stays, and so do a claim and what newer code put there', async () => {
    const ann = await stored({ claim: claim(NOW) });
    expect(await saveChange(at(), ann, { ...ann, standing: PAUSED }, fact)).toBe('saved');
    expect(await raw(ann.id, 'subscriber')).toMatchObject({
      secret: 'anns-own',
      standing: PAUSED,
      revision: 2,
      claim: { attempt: 'first' },
      later: 'x',
    });
    expect(await raw(ann.id, `fact#${NOW}#paused`)).toMatchObject({ by: 'author' });
  });

  test('whoever was faster is not overwritten, and no record is kept of what was not done', async () => {
    const ann = await stored();
    const seen = { ...ann, revision: 0 };
    expect(await saveChange(at(), seen, { ...seen, standing: PAUSED }, fact)).toBe('changed');
    expect(await raw(ann.id, 'subscriber')).toMatchObject({ standing: { is: 'active' } });
    expect(await raw(ann.id, `fact#${NOW}#paused`)).toBeUndefined();
  });
});
