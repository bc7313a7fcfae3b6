import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import { type Moves, movesIn } from '../../functions/adapters/moves.ts';
import { type OwnData, ownDataIn } from '../../functions/adapters/own-data.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { type Subscribers, subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { byReader } from '../../functions/core/reader/fact.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import {
  firstSecret,
  type LinkSecret,
  mintToken,
  type SubscriberId,
  subscriberId,
} from '../../functions/core/token.ts';
import { finishMoves } from '../../functions/runtime/finish-move.ts';
import { openLeaversLink } from '../../functions/web/link.ts';
import { moveReader } from '../../functions/web/move.ts';
import type { WebWorld } from '../../functions/web/world.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { addressOf, firstOf, goal, movingWorld } from '../support/moves-by-id.ts';
import { freshId } from '../support/stored-items.ts';
import { aReader, asking } from '../support/web-requests.ts';

/** Old unsubscribe links, of addresses that readers came to, left, and left to others. */

const NOW = at('2026-11-22T10:00:00Z');

let dynalite: DynaliteTable;
let items: ReturnType<typeof rawItemsIn>;
let subscribers: Subscribers;
let moves: Moves;
let ownData: OwnData;
beforeAll(async () => {
  dynalite = await dynaliteTable();
  items = rawItemsIn(dynalite);
  subscribers = subscribersIn(dynalite.name, dynalite.config);
  moves = movesIn(dynalite.name, dynalite.config);
  ownData = ownDataIn(dynalite.name, dynalite.config);
});
afterAll(() => dynalite.stop());

const put = (item: Attributes) => items.put(item);

const itemsAt = (id: SubscriberId) => items.under(id);

const keysAt = async (id: SubscriberId) => (await itemsAt(id)).map(({ sk }) => sk);

async function seeded(): Promise<Subscriber> {
  const id = freshId();
  const reader = aReader({ id, secret: `secret-of-${id}` as LinkSecret });
  await put({ ...keyOf(reader), ...toAttributes(reader) });
  return reader;
}

const worldWith = (these: Moves) => movingWorld(subscribers, these, NOW);

const move = async (from: SubscriberId, to: SubscriberId) =>
  expect(await moveReader(worldWith(moves), from, goal(to), byReader('page'))).toBe('moved');

/** Who leaves by a link of an id that was made with a secret. */
async function opened(secret: LinkSecret, id: SubscriberId): Promise<SubscriberId | undefined> {
  const world = { subscribers } as unknown as WebWorld;
  const token = mintToken(secret, id, 'unsubscribe');
  return (await openLeaversLink(world, token, 'unsubscribe'))?.subscriber.id;
}

describe('an id that several have had', () => {
  /** Somebody else confirms letters at an address that a reader has left. */
  async function cameTo(id: SubscriberId): Promise<Subscriber> {
    const { secret, revision } = (await subscribers.load(id)) ?? { revision: 0 };
    if (secret === undefined) throw new Error('nobody was there');
    const next = aReader({ id, secret, revision: revision + 1, address: addressOf(id) });
    await put({ ...keyOf(next), ...toAttributes(next) });
    return next;
  }

  async function erase(id: SubscriberId): Promise<void> {
    const stored = await subscribers.load(id);
    if (stored === undefined) throw new Error('nobody to erase');
    await finishMoves(worldWith(moves), id);
    expect(await ownData.erase(erased(stored, `random-${id}` as LinkSecret, NOW))).toBe('saved');
  }

  test('a confirmation sent there before leads to who came, wherever they go', async () => {
    const reader = await seeded();
    const [to, on] = [freshId(), freshId()];
    expect(await opened(firstOf(to), to)).toBeUndefined();
    await move(reader.id, to);
    expect(await opened(firstOf(to), to)).toBe(to);
    await move(to, on);
    expect(await opened(firstOf(to), to)).toBe(on);
    await move(on, to);
    expect(await opened(firstOf(to), to)).toBe(to);
    await erase(to);
    expect(await opened(firstOf(to), to)).toBeUndefined();
    expect(await keysAt(to)).toEqual(['subscriber']);
  });

  test('one that was asked for after somebody had left it, too', async () => {
    const [first, second] = [await seeded(), await seeded()];
    await move(first.id, freshId());
    const secret = (await subscribers.load(first.id))?.secret as LinkSecret;
    await move(second.id, first.id);
    expect(await opened(secret, first.id)).toBe(first.id);
  });

  test('each one’s links lead to where they went', async () => {
    const first = await seeded();
    const [here, there] = [freshId(), freshId()];
    await move(first.id, here);
    const second = await cameTo(first.id);
    await move(second.id, there);
    expect(await opened(first.secret, first.id)).toBe(here);
    expect(await opened(second.secret, second.id)).toBe(there);
    await move(here, freshId());
    expect(await opened(second.secret, second.id), 'the other stays where they are').toBe(there);
  });

  test('erasing one leaves the other’s links, and no address', async () => {
    const first = await seeded();
    const here = freshId();
    await move(first.id, here);
    const second = await cameTo(first.id);
    await erase(second.id);
    expect(await opened(first.secret, first.id)).toBe(here);
    expect(await opened(second.secret, second.id)).toBeUndefined();
    expect(JSON.stringify(await itemsAt(first.id))).not.toContain(second.address);
    await erase(here);
    expect(await opened(first.secret, first.id)).toBeUndefined();
    expect(await keysAt(first.id)).toEqual(['subscriber']);
  });

  test('who comes after somebody has moved on does not end their links', async () => {
    const [first, second] = [await seeded(), await seeded()];
    const [between, last] = [freshId(), freshId()];
    await move(first.id, between);
    await move(between, last);
    await move(second.id, between);
    expect(await opened(first.secret, between)).toBe(last);
    expect(await opened(first.secret, first.id)).toBe(last);
    expect(await opened(second.secret, between)).toBe(between);
    await erase(between);
    expect(await opened(first.secret, between)).toBe(last);
  });

  test('nor where the one who moved on had left something there', async () => {
    const [first, second] = [await seeded(), await seeded()];
    const [between, last] = [freshId(), freshId()];
    await move(first.id, between);
    const carry = () => Promise.reject(new Error('killed'));
    const world = worldWith({ ...moves, carry });
    const broken = moveReader(world, between, goal(last), byReader('page'));
    await expect(broken).rejects.toThrow('killed');
    await move(second.id, between);
    await erase(between);
    for (const id of [first.id, between]) expect(await opened(first.secret, id)).toBe(last);
    await erase(last);
    for (const id of [first.id, between]) expect(await opened(first.secret, id)).toBeUndefined();
  });

  test('what is taken along of somebody shows nothing of who was there before', async () => {
    const first = await seeded();
    const here = freshId();
    await move(first.id, here);
    const second = await cameTo(first.id);
    expect(JSON.stringify(await ownData.export(second.id))).not.toContain(here);
  });

  test('what older code kept of a move, one an id, is followed, carried over and erased', async () => {
    const reader = await seeded();
    const [former, on] = [freshId(), freshId()];
    await put({
      pk: `subscriber#${former}`,
      sk: 'moved-to',
      v: 1,
      to: reader.id,
      secret: reader.secret,
    });
    await put({ pk: `subscriber#${reader.id}`, sk: `formerly#${former}`, v: 1 });
    expect(await opened(reader.secret, former)).toBe(reader.id);
    await move(reader.id, on);
    expect(await opened(reader.secret, former)).toBe(on);
    expect((await moves.former(on)).map(({ id }) => id).sort()).toEqual([former, reader.id].sort());
    await move(on, former);
    expect(await opened(reader.secret, former)).toBe(former);
    expect(await opened(reader.secret, on)).toBe(former);
    await erase(former);
    expect(await keysAt(former)).toEqual(['subscriber']);
  });
});

test('one click in a confirmation that nobody answered ends the letters of who came there', async () => {
  const { app, world } = asking();
  const { subscribers } = world;
  const reader = aReader();
  subscribers.seed(reader);
  const address = 'typed@example.org' as EmailAddress;
  const key = await world.secretKey();
  const id = subscriberId(await world.idKey(), address);
  const first = firstSecret(key, id);
  const press = (token: string) =>
    app.request(`/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
  await moveReader(world, reader.id, { id, address, first }, byReader('page'));
  expect((await press(mintToken(firstSecret(key, reader.id), id, 'unsubscribe'))).status).toBe(404);
  expect((await press(mintToken(first, id, 'unsubscribe'))).status).toBe(200);
  expect((await subscribers.load(id))?.standing.is).toBe('left');
});
