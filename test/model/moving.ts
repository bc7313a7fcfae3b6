import assert from 'node:assert/strict';
import { byReader, type Fact } from '../../functions/core/reader/fact.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import { isFree, moveToken } from '../../functions/core/reader/move.ts';
import { reads, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import {
  type LinkSecret,
  mintToken,
  type SecretKey,
  type SubscriberId,
} from '../../functions/core/token.ts';
import { moveBy, pressThere } from '../../functions/web/move.ts';
import { addressOf, ID_KEY } from './addresses.ts';
import type { HarshWorld } from './harsh-world.ts';
import { lived, type Reach, unlessNoAnswer } from './life.ts';
import type { Readers } from './readers.ts';
import type { Moving } from './steps.ts';

/** Of first secrets; another than that of ids. */
export const SECRET_KEY = new Uint8Array(32).fill(1) as SecretKey;

/** An id that mails were sent under, and the secret of their links. */
interface Held {
  readonly id: SubscriberId;
  readonly secret: LinkSecret;
  /** By which their reader is known wherever they go, if that is another by now. */
  readonly of?: LinkSecret;
}

/**
 * Readers who change their address: by the real pages' steps, any of which breaks off.
 *
 * @param leave presses an unsubscribe link's button, and tells whether it is known
 */
export function moving(
  { table, now }: Pick<HarshWorld, 'table' | 'now'>,
  readers: Readers,
  leave: (token: string) => Promise<boolean>,
) {
  /** The buttons in new mailboxes, and the ids that letters were sent under. */
  const buttons: string[] = [];
  const held: Held[] = [];
  /** What is kept of somebody, by their secret. */
  const kept = new Map<LinkSecret, ReadonlySet<string>>();
  let secrets = 0;

  const found = (id: SubscriberId) => table.everyone().find((one) => one.id === id);
  const ownerOf = (secret: LinkSecret) =>
    table.everyone().find((one) => one.secret === secret && hasAddress(one));
  /** What waits for a yes, by the same links. */
  async function askedBy({ id, secret }: Held): Promise<boolean> {
    const request = await table.requests.load(id);
    return request?.secret === secret && request.standing.is === 'pending';
  }
  const factsAt = (id: SubscriberId) => table.factsOf(id).map(nameOf);
  const nameOf = ({ kind, at }: Fact) => `${kind} at ${at}`;

  /** Where somebody reads who signed up there: also whoever has moved since, unless another came. */
  async function whereIs(id: SubscriberId): Promise<SubscriberId> {
    const here = found(id);
    if (here === undefined || hasAddress(here)) return id;
    return (await table.movedTo(id, () => true)) ?? id;
  }

  /** Mails with an unsubscribe link go to them from now on. */
  function hold({ id, secret }: Held): void {
    if (!held.some((one) => one.id === id && one.secret === secret)) held.push({ id, secret });
  }

  const moves = {
    ...table.moves,
    async switchOver(...[move, fact]: Parameters<typeof table.moves.switchOver>) {
      const { from, arrived } = move;
      const asked = await table.moves.asked(from.id);
      const facts = [...factsAt(from.id), ...(kept.get(from.secret) ?? []), nameOf(fact)];
      const before = found(arrived.id)?.secret;
      const saving = table.moves.switchOver(move, fact);
      // It is done when the call returns: nobody acts before it is told.
      const isDone = before !== from.secret && found(arrived.id)?.secret === from.secret;
      if (!isDone) return saving;
      kept.set(from.secret, new Set(facts));
      hold(arrived);
      // What was sent there before now ends what comes there now.
      const sent = held.findIndex((one) => one.id === arrived.id && one.secret === move.before);
      if (sent >= 0) held[sent] = { id: arrived.id, secret: move.before, of: from.secret };
      readers.moved(move, asked, now());
      return saving;
    },
  };

  async function press(reach: Reach, button: string) {
    const world = {
      subscribers: reach({ load: table.load, movedTo: table.movedTo }),
      moves: reach(moves),
      idKey: async () => ID_KEY,
      secretKey: async () => SECRET_KEY,
      newSecret: () => `fresh-${++secrets}` as LinkSecret,
      now,
    };
    const found = await moveBy(world, button);
    return found && pressThere(world, found, byReader('page'));
  }

  /** The wish is made on their page, and its button goes to the new address if that is free. */
  async function ask(reader: Subscriber, to: SubscriberId): Promise<string | undefined> {
    if (!reads(reader) || reader.id === to || !isFree(found(to))) return undefined;
    const asked = { to: addressOf(to), at: now() };
    await moves.ask(reader.id, asked);
    const button = moveToken(reader, asked, to);
    buttons.push(button);
    return button;
  }

  async function wishes(wish: Moving): Promise<void> {
    if (wish.wish === 'old link') return leaveBy(held.at(-1 - wish.which));
    let button = buttons.at(-1);
    if (wish.wish === 'press again') {
      button = buttons.at(-1 - wish.which);
    } else {
      const reader = found(await whereIs(wish.who));
      const asked = reader && (await ask(reader, wish.to));
      button = wish.pressed ? asked : undefined;
    }
    if (button === undefined) return;
    const pressed = button;
    await unlessNoAnswer(lived(wish, (reach) => press(reach, pressed)));
  }

  /** @throws when an old letter's link does not end what its reader gets */
  async function leaveBy(one: Held | undefined): Promise<void> {
    if (one === undefined) return;
    const owner = one.of ?? one.secret;
    const isSomebodys = ownerOf(owner) !== undefined || (await askedBy(one));
    const known = await leave(mintToken(one.secret, one.id, 'unsubscribe'));
    assert.ok(known || !isSomebodys, 'an unsubscribe link works for as long as anybody has mails');
    const after = ownerOf(owner);
    assert.ok(after === undefined || !reads(after), 'it ends what goes to the address of today');
    assert.ok(!(await askedBy(one)), 'and what was typed there and waits for a yes');
  }

  /** Presses all buttons once more, with nothing going wrong. @throws when something of theirs is lost */
  async function comesToItsEnd(): Promise<void> {
    for (const button of [...buttons].reverse()) await press((part) => part, button);
    for (const [secret, facts] of kept) {
      const reader = ownerOf(secret);
      if (reader === undefined) continue;
      const former = await table.moves.former(reader.id);
      const open = former.filter((one) => one.open).map(({ id }) => id);
      // Somebody reads at the old address again, and what lies there is not touched any more.
      assert.ok(
        open.every((id) => !isFree(found(id))),
        'all that is theirs was carried over',
      );
      // Who came to the old address before all was carried over, and moved on, has taken along what lay there.
      const others = held.filter(({ id }) => former.some((one) => one.id === id));
      const since = await Promise.all(
        others.map(({ id, secret }) => table.movedTo(id, (one) => one === secret)),
      );
      const here = [reader.id, ...open, ...since].flatMap((id) => (id ? factsAt(id) : []));
      const lost = [...facts].filter((fact) => !here.includes(fact));
      assert.deepEqual(lost, [], 'nothing that is kept of them is lost');
    }
  }
  /** Whoever had everything erased has no links any more, and nothing that is kept. */
  function forget(secret: LinkSecret): void {
    kept.delete(secret);
    held.splice(0, held.length, ...held.filter((one) => (one.of ?? one.secret) !== secret));
  }
  return { whereIs, hold, forget, wishes, comesToItsEnd };
}
