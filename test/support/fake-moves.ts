import {
  formerIn,
  formerlyOf,
  isMovedTo,
  movedToIn,
  movedToKey,
  whereNow,
} from '../../functions/adapters/former-ids.ts';
import { subscriberKey, toAttributes } from '../../functions/adapters/item.ts';
import { type Moves, stays } from '../../functions/adapters/moves.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { AskedMove } from '../../functions/core/reader/move.ts';
import {
  type LinkSecret,
  nameOfSecret,
  type SecretName,
  type SubscriberId,
} from '../../functions/core/token.ts';
import { itemName } from '../../local/memory/items.ts';

/**
 * Changes of address over a table in memory, with the conditions of the real ones. Each call is one
 * write, as there, or none.
 *
 * @param items by {@link itemName}
 */
export function fakeMoves(items: Map<string, Attributes>): Moves & Pick<Subscribers, 'movedTo'> {
  const revisionOf = (id: SubscriberId) => items.get(itemName(id, 'subscriber'))?.['revision'];
  const goal = (id: SubscriberId, secret?: SecretName) => itemName(id, movedToKey(id, secret).sk);
  const beside = (id: SubscriberId) => besideIn(items, id);

  const formerly = (id: SubscriberId) =>
    beside(id).flatMap((sk) => {
      const name = itemName(id, sk);
      const old = formerIn(sk);
      return old && old.id !== id
        ? [{ id: old.id, name, open: items.get(name)?.['open'] === true }]
        : [];
    });
  const movedFrom = async (id: SubscriberId) =>
    beside(id)
      .filter(isMovedTo)
      .map((sk) => movedToIn(items.get(itemName(id, sk)) ?? {}));
  const secretAt = async (id: SubscriberId) =>
    items.get(itemName(id, 'subscriber'))?.['secret'] as LinkSecret | undefined;

  return {
    async ask(id, asked) {
      items.set(itemName(id, 'move'), { v: MAJOR, ...asked });
    },
    asked: async (id) => items.get(itemName(id, 'move')) as AskedMove | undefined,
    async switchOver({ from, arrived, remains, before }, { kind, at, details }) {
      const ours = items.get(itemName(from.id, 'subscriber'));
      if (ours?.['revision'] !== from.revision || ours['claim'] !== undefined) return 'changed';
      if ((revisionOf(arrived.id) ?? 0) !== arrived.revision) return 'changed';
      const { claimZone: _, claimSince: __, claimSinceZone: ___, ...known } = ours;
      const put = (id: SubscriberId, fields: Attributes) =>
        items.set(itemName(id, 'subscriber'), structuredClone({ ...fields, ...subscriberKey(id) }));
      put(from.id, toAttributes(remains));
      put(arrived.id, { ...known, ...toAttributes(arrived) });
      const reader = nameOfSecret(from.secret);
      const there = { v: MAJOR, to: arrived.id, reader };
      const asked = nameOfSecret(before);
      items.delete(goal(arrived.id, reader));
      items.set(goal(from.id, reader), { ...there, secret: from.secret });
      items.set(itemName(arrived.id, formerlyOf(from.id, reader)), { v: MAJOR, open: true });
      items.set(goal(arrived.id, asked), { ...there, secret: before });
      items.set(itemName(arrived.id, formerlyOf(arrived.id, asked)), { v: MAJOR });
      items.delete(itemName(from.id, 'move'));
      items.set(itemName(arrived.id, `fact#${at}#${kind}`), { v: MAJOR, ...details });
      return 'saved';
    },
    left: async (from) => beside(from).filter((sk) => !stays(sk)),
    async carry(from, to, sk) {
      const item = items.get(itemName(from, sk));
      if (item === undefined) return;
      const old = formerIn(sk);
      const link = old && goal(old.id, old.secret);
      const leads = link === undefined ? undefined : items.get(link);
      if (!items.has(itemName(to, sk)) && (link === undefined || leads?.['to'] === from)) {
        items.set(itemName(to, sk), item);
        if (link !== undefined) items.set(link, { ...leads, to });
      }
      items.delete(itemName(from, sk));
    },
    async done(from, to) {
      for (const { id, name } of formerly(to)) if (id === from) items.set(name, { v: MAJOR });
    },
    former: async (id) => formerly(id).map(({ name: _, ...one }) => one),
    async movedTo(id, isTheirs) {
      const first = (await movedFrom(id)).find(({ secret }) => isTheirs(secret));
      return first && whereNow(first, { secretAt, movedFrom });
    },
  };
}

/** The sort keys of all that lies under an id. */
export const besideIn = (items: ReadonlyMap<string, Attributes>, id: SubscriberId) =>
  [...items.keys()]
    .filter((name) => name.startsWith(itemName(id, '')))
    .map((name) => name.slice(itemName(id, '').length));
