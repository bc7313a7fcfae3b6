import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import { type Moves, movesIn } from '../../functions/adapters/moves.ts';
import { ownDataIn } from '../../functions/adapters/own-data.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { type Subscribers, subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { byReader } from '../../functions/core/reader/fact.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type LinkSecret, mintToken, type SubscriberId } from '../../functions/core/token.ts';
import { finishMove, finishMoves } from '../../functions/runtime/finish-move.ts';
import { openLeaversLink } from '../../functions/web/link.ts';
import { moveReader } from '../../functions/web/move.ts';
import type { WebWorld } from '../../functions/web/world.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { at } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { addressOf, firstOf, goal, movingWorld } from '../support/moves-by-id.ts';
import { freshId } from '../support/stored-items.ts';
import { aReader } from '../support/web-requests.ts';

/** A change of address over a table, broken off between any two of its writes. */

const NOW = at('2026-11-22T10:00:00Z');
const BESIDE = ['answers', 'check-in#closeness', 'fact#2026-11-01#asked', 'inbound#m1'];

let dynalite: DynaliteTable;
let items: ReturnType<typeof rawItemsIn>;
let subscribers: Subscribers;
let moves: Moves;
beforeAll(async () => {
  dynalite = await dynaliteTable();
  items = rawItemsIn(dynalite);
  subscribers = subscribersIn(dynalite.name, dynalite.config);
  moves = movesIn(dynalite.name, dynalite.config);
});
afterAll(() => dynalite.stop());

const put = (item: Attributes) => items.put(item);

const keysAt = async (id: SubscriberId): Promise<readonly string[]> =>
  (await items.under(id)).map(({ sk }) => String(sk));

/** What is theirs of what lies beside an id. */
const besideOf = async (id: SubscriberId) =>
  (await keysAt(id)).filter((sk) => BESIDE.includes(sk)).sort();

async function seeded(change: Partial<Subscriber> = {}): Promise<Subscriber> {
  const id = freshId();
  const reader = aReader({ id, secret: `secret-of-${id}` as LinkSecret, ...change });
  await put({ ...keyOf(reader), ...toAttributes(reader), fromNewerCode: 'kept' });
  for (const sk of BESIDE) await put({ pk: `subscriber#${id}`, sk, v: 1 });
  return reader;
}

/** Moves whose calls that write break off at one of them, before it or after. */
function breaking(at: number, where: 'before' | 'after'): Moves {
  let calls = 0;
  const broken =
    <Args extends readonly unknown[], Result>(write: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      calls += 1;
      if (calls === at && where === 'before') throw new Error('killed');
      const result = await write(...args);
      if (calls === at) throw new Error('killed');
      return result;
    };
  const { switchOver, carry, done } = moves;
  return { ...moves, switchOver: broken(switchOver), carry: broken(carry), done: broken(done) };
}

const worldWith = (these: Moves) => movingWorld(subscribers, these, NOW);

/** One press in the new mailbox, as the page takes it. */
async function press(these: Moves, from: SubscriberId, to: SubscriberId) {
  const world = worldWith(these);
  const went = await subscribers.movedTo(from, () => true);
  return went === undefined
    ? moveReader(world, from, goal(to), byReader('page'))
    : finishMove(world, from, went);
}

const dueAt = async (id: SubscriberId) => (await subscribers.load(id))?.dueAt;

const opens = (token: string) =>
  openLeaversLink({ subscribers } as unknown as WebWorld, token, 'unsubscribe');

/** One switch, an item each, and the last note. */
const WRITES = BESIDE.length + 2;
const KILLS = Array.from({ length: WRITES }, (_, write) => write + 1).flatMap((write) =>
  (['before', 'after'] as const).map((where) => [where, write] as const),
);

describe('a move', () => {
  test('takes all that is theirs along, also what this code does not know', async () => {
    const reader = await seeded();
    const to = freshId();
    expect(await press(moves, reader.id, to)).toBe('moved');
    const { id: _, address: __, revision: ___, ...rest } = reader;
    expect(await subscribers.load(to)).toMatchObject({ ...rest, address: addressOf(to) });
    expect(await besideOf(to)).toEqual(BESIDE);
    expect(await keysAt(reader.id)).toEqual([expect.stringMatching(/^moved-to#/), 'subscriber']);
    const remains = await subscribers.load(reader.id);
    expect(JSON.stringify(remains)).not.toContain(reader.address);
    expect(remains).toMatchObject({ standing: { is: 'left' }, enrollments: [] });
    expect(remains?.secret).not.toBe(reader.secret);
    expect(await keysAt(to)).toContain('fact#2026-11-22T10:00:00Z#moved');
  });

  test.for(KILLS)('killed %s write %i loses nothing, and is due once', async ([where, write]) => {
    const reader = await seeded();
    const to = freshId();
    const unsubscribe = mintToken(reader.secret, reader.id, 'unsubscribe');
    await expect(press(breaking(write, where), reader.id, to)).rejects.toThrow('killed');
    const due = [await dueAt(reader.id), await dueAt(to)].filter((one) => one !== undefined);
    expect(due).toEqual([reader.dueAt]);
    const [there, here] = [await besideOf(reader.id), await besideOf(to)];
    expect([...there, ...here].sort()).toEqual(BESIDE);
    const link = await opens(unsubscribe);
    expect(link && (await dueAt(link.subscriber.id)), 'their links stop what is due').toBe(due[0]);
    await press(moves, reader.id, to);
    expect(await besideOf(to)).toEqual(BESIDE);
    expect(await moves.former(to)).toEqual([{ id: reader.id, open: false }]);
    expect((await opens(unsubscribe))?.subscriber.id).toBe(to);
  });

  test('killed on any way through three addresses, the reader is whole where they are', async () => {
    const step = fc.record({
      to: fc.constantFrom(0, 1, 2),
      kill: fc.option(fc.record({ at: fc.integer({ min: 1, max: 8 }), after: fc.boolean() })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const reader = await seeded();
        const ids = [reader.id, freshId(), freshId()] as const;
        let where: SubscriberId = reader.id;
        const sent = [mintToken(reader.secret, reader.id, 'unsubscribe')];
        for (const { to, kill } of steps) {
          const next = ids[to] ?? reader.id;
          if (next === where) continue;
          const these = kill ? breaking(kill.at, kill.after ? 'after' : 'before') : moves;
          const world = worldWith(these);
          const before = (await subscribers.load(next))?.secret ?? firstOf(next);
          await moveReader(world, where, goal(next), byReader('page')).catch(() => undefined);
          if ((await dueAt(next)) !== undefined) {
            where = next;
            sent.push(mintToken(before, next, 'unsubscribe'));
          }
          sent.push(mintToken(reader.secret, where, 'unsubscribe'));
          const dues = await Promise.all(ids.map(dueAt));
          expect(dues.filter((due) => due !== undefined)).toEqual([reader.dueAt]);
          const beside = await Promise.all(ids.map(besideOf));
          expect(beside.flat().sort()).toEqual(BESIDE);
          for (const link of sent) expect((await opens(link))?.subscriber.id).toBe(where);
        }
      }),
      { numRuns: 10 },
    );
  });

  test.for<[why: string, known: Partial<Subscriber>]>([
    ['somebody reads there', {}],
    ['somebody has left there', { standing: { is: 'left', at: NOW, by: 'page' } }],
    ['it must not be mailed', { standing: { is: 'suppressed', at: NOW, because: 'complaint' } }],
  ])('goes to no address where %s', async ([_, known]) => {
    const [reader, other] = [await seeded(), await seeded(known)];
    const before = [await subscribers.load(reader.id), await subscribers.load(other.id)];
    expect(await press(moves, reader.id, other.id)).toBe('taken');
    expect([await subscribers.load(reader.id), await subscribers.load(other.id)]).toEqual(before);
  });

  test('waits while a mail is in flight: whoever sends it takes it down under the old id', async () => {
    const reader = await seeded({ dueAt: NOW });
    await subscribers.claim({ id: reader.id, dueAt: NOW }, 'one' as never, NOW);
    expect(await press(moves, reader.id, freshId())).toBe('busy');
    expect(await besideOf(reader.id)).toEqual(BESIDE);
  });

  test('and so it is when the sender comes between the look and the switch', async () => {
    const reader = await seeded({ dueAt: NOW });
    const to = freshId();
    const late: Moves = {
      ...moves,
      async switchOver(move, fact) {
        await subscribers.claim({ id: reader.id, dueAt: NOW }, 'one' as never, NOW);
        return moves.switchOver(move, fact);
      },
    };
    expect(await press(late, reader.id, to)).toBe('busy');
    expect(await subscribers.load(to)).toBeUndefined();
    await subscribers.release(reader, 'one' as never);
    expect(await press(moves, reader.id, to)).toBe('moved');
    expect(await dueAt(to)).toBe(NOW);
  });

  test('and whoever asks for letters at the old address later shares no link with them', async () => {
    const reader = await seeded();
    const to = freshId();
    await press(moves, reader.id, to);
    const remains = await subscribers.load(reader.id);
    const again = aReader({ id: reader.id, secret: remains?.secret as LinkSecret, revision: 2 });
    await put({ ...keyOf(again), ...toAttributes(again) });
    const theirs = mintToken(again.secret, again.id, 'unsubscribe');
    expect((await opens(theirs))?.subscriber.id).toBe(reader.id);
    const old = mintToken(reader.secret, reader.id, 'unsubscribe');
    expect((await opens(old))?.subscriber.id).toBe(to);
    await put({ pk: `subscriber#${reader.id}`, sk: 'check-in#closeness', v: 1 });
    await finishMoves(worldWith(moves), to);
    expect(await besideOf(reader.id)).toEqual(['check-in#closeness']);
  });

  test('whoever wanted no mail that anybody types is left in peace at both addresses', async () => {
    const reader = await seeded({ quiet: true });
    const to = freshId();
    await press(moves, reader.id, to);
    expect((await subscribers.load(reader.id))?.quiet).toBe(true);
    expect((await subscribers.load(to))?.quiet).toBe(true);
  });

  test('erasing ends the old links, and leaves no word of where they went', async () => {
    const reader = await seeded();
    const to = freshId();
    await press(moves, reader.id, to);
    const there = await subscribers.load(to);
    if (there === undefined) throw new Error('nobody arrived');
    const remains = erased(there, 'random' as LinkSecret, NOW);
    await ownDataIn(dynalite.name, dynalite.config).erase(remains);
    expect(await opens(mintToken(reader.secret, reader.id, 'unsubscribe'))).toBeUndefined();
    expect(await keysAt(reader.id)).toEqual(['subscriber']);
    expect(await keysAt(to)).toEqual(['subscriber']);
  });
});

test('a wish is kept until another, with the moment that its button names', async () => {
  const { id } = await seeded();
  const first = { to: 'a@example.org' as EmailAddress, at: NOW };
  const again = { ...first, at: at('2026-11-22T12:00:00Z'), button: NOW };
  for (const asked of [first, again, { ...first, to: 'b@example.org' as EmailAddress }]) {
    await moves.ask(id, asked);
    expect(await moves.asked(id)).toEqual(asked);
  }
});
