import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkInsIn } from '../../functions/adapters/check-ins.ts';
import { correspondenceIn } from '../../functions/adapters/correspondence.ts';
import { formerlyOf } from '../../functions/adapters/former-ids.ts';
import { subscriberKey } from '../../functions/adapters/item.ts';
import { ownDataIn } from '../../functions/adapters/own-data.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { LessonId } from '../../functions/core/course.ts';
import { byReader, type Fact } from '../../functions/core/reader/fact.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type LinkSecret, nameOfSecret, type SubscriberId } from '../../functions/core/token.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at, claim, enrollment, reader, received } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { itemOf } from '../support/stored-items.ts';

const NOW = at('2026-11-22T07:00:00Z');
const BOB = 'fbcdefghijklmnop' as SubscriberId;
const REMAINS = 'another' as LinkSecret;

let dynalite: DynaliteTable;
let ann: Subscriber;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const subscribers = () => subscribersIn(dynalite.name, dynalite.config);
const ownData = () => ownDataIn(dynalite.name, dynalite.config);
const raw = (sk: string) => rawItemsIn(dynalite).get({ pk: `subscriber#${ann.id}`, sk });

/** Somebody with one item of each kind beside theirs, and somebody else. */
beforeEach(async () => {
  const stored = reader({
    name: 'Ann',
    secret: 'anns-own' as LinkSecret,
    dueAt: NOW,
    claim: claim(NOW),
    enrollments: [enrollment({ received: received('closeness') })],
  });
  const { put } = rawItemsIn(dynalite);
  await put(itemOf(stored));
  await put(itemOf({ ...stored, id: BOB }));
  const loaded = await subscribers().load(stored.id);
  if (loaded === undefined) throw new Error('she was stored');
  ann = loaded;
  const fact = { pk: `subscriber#${ann.id}`, sk: `fact#${NOW}#asked`, network: '192.0.2.0/24' };
  await put(fact);
  await checkInsIn(dynalite.name, dynalite.config).store(ann.id, 'closeness' as LessonId, 4, NOW);
  const seen = [{ mail: 'a', as: 'one' }];
  const correspondence = correspondenceIn(dynalite.name, dynalite.config);
  await correspondence.remember(ann.id, { answers: [], seen }, NOW);
});

test('all that is theirs can be taken along, without what would give others their links', async () => {
  const items = await ownData().export(ann.id);
  expect(items.map(({ what }) => what).sort()).toEqual([
    'answers',
    'check-in#closeness',
    `fact#${NOW}#asked`,
    'subscriber',
  ]);
  const text = JSON.stringify(items);
  for (const theirs of [ann.address, 'Ann', '192.0.2.0/24']) expect(text).toContain(theirs);
  expect(text).not.toMatch(/anns-own|dueShard|revision|claim/);
});

describe('erasing', () => {
  test('takes what is known of their mails along, also from the inbox of their months', async () => {
    const mails = correspondenceIn(dynalite.name, dynalite.config);
    const record = { intent: 'none', outcome: 'forwarded', toAuthor: true } as const;
    for (const [mail, reader] of [
      ['m1', ann.id],
      ['m2', BOB],
    ] as const) {
      await mails.begin(mail, NOW);
      await mails.attribute(mail, reader, NOW);
      await mails.takeUp(mail, record, { receivedAt: NOW, reader, letter: undefined });
    }
    await ownData().erase(erased(ann, REMAINS, NOW));
    const { get } = rawItemsIn(dynalite);
    const still = (mail: string) =>
      Promise.all([
        get({ pk: 'inbox#2026-11', sk: `${NOW}#${mail}` }),
        get({ pk: `inbound#${mail}`, sk: 'outcome' }),
      ]);
    expect(await still('m1')).toEqual([undefined, undefined]);
    expect(await still('m2')).toEqual([expect.anything(), expect.anything()]);
  });

  test('leaves an id that is not mailed, and nobody else’s item is touched', async () => {
    expect(await ownData().erase(erased(ann, REMAINS, NOW))).toBe('saved');
    const items = await ownData().export(ann.id);
    expect(items).toEqual([
      {
        what: 'subscriber',
        address: 'erased@erased.invalid',
        zone: 'UTC',
        hour: 0,
        days: '1234567',
        enrollments: [],
        newsletter: false,
        standing: { is: 'suppressed', at: NOW, because: 'erased' },
      },
    ]);
    expect(await subscribers().load(ann.id)).toMatchObject({ secret: REMAINS });
    expect((await subscribers().load(BOB))?.address).toBe(ann.address);
  });

  test('is recorded in the same write, or neither is done', async () => {
    const fact: Fact = { kind: 'erased', at: NOW, details: byReader('page') };
    const stale = erased({ ...ann, revision: 0 }, REMAINS, NOW);
    expect(await ownData().erase(stale, fact)).toBe('changed');
    expect(await raw(`fact#${NOW}#erased`)).toBeUndefined();
    expect(await ownData().erase(erased(ann, REMAINS, NOW), fact)).toBe('saved');
    expect(await raw(`fact#${NOW}#erased`)).toBeDefined();
  });

  test('takes away what newer code put there, too', async () => {
    await rawItemsIn(dynalite).put({ ...(await raw('subscriber')), nickname: 'Annie' });
    await ownData().erase(erased(ann, REMAINS, NOW));
    expect(JSON.stringify(await raw('subscriber'))).not.toContain('Annie');
  });

  test('is done again where another save came first', async () => {
    await subscribers().save({ ...ann, name: 'Anna' });
    expect(await ownData().erase(erased(ann, REMAINS, NOW))).toBe('changed');
    expect((await subscribers().load(ann.id))?.name).toBe('Anna');
  });

  test('touches nothing beside who was saved meanwhile, as the fact that they were erased', async () => {
    const fact: Fact = { kind: 'erased', at: NOW, details: byReader('page') };
    await ownData().erase(erased(ann, REMAINS, NOW), fact);
    expect(await ownData().erase(erased(ann, REMAINS, NOW), fact)).toBe('changed');
    expect(await raw(`fact#${NOW}#erased`)).toBeDefined();
  });

  test.each([
    ['with their links goes', 'anns-own', undefined],
    ['by whoever has it now stays', 'bobs-own', 'bobs-own'],
  ])('what was typed at an address that they had %s', async (_, secret, stays) => {
    const { put, get } = rawItemsIn(dynalite);
    const typed = { pk: `subscriber#${BOB}`, sk: 'request' };
    await put({ ...typed, secret });
    const { pk } = subscriberKey(ann.id);
    await put({ pk, sk: formerlyOf(BOB, nameOfSecret('anns-own' as LinkSecret)) });
    expect(await ownData().erase(erased(ann, REMAINS, NOW))).toBe('saved');
    expect((await get(typed))?.['secret']).toBe(stays);
  });
});
