import { FORMERLY, formerId } from '../../functions/adapters/former-ids.ts';
import { subscriberKey, toAttributes } from '../../functions/adapters/item.ts';
import type { Moves } from '../../functions/adapters/moves.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { AskedMove, MovedTo } from '../../functions/core/reader/move.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** What lies under one id stays, wherever its reader goes (functions/adapters/moves.ts). */
const STAYS: readonly string[] = ['subscriber', 'request', 'moved-to'];

/**
 * Changes of address over a table in memory, with the conditions of the real ones. Each call is one
 * write, as there, or none.
 *
 * @param items by {@link itemName}
 */
export function fakeMoves(items: Map<string, Attributes>): Moves & {
  movedTo(id: SubscriberId): Promise<MovedTo | undefined>;
} {
  const revisionOf = (id: SubscriberId) => items.get(itemName(id, 'subscriber'))?.['revision'];
  const former = (to: SubscriberId, from: SubscriberId) => itemName(to, `${FORMERLY}${from}`);
  const goal = (id: SubscriberId) => items.get(itemName(id, 'moved-to')) as MovedTo | undefined;
  const beside = (id: SubscriberId) =>
    [...items.keys()].filter((name) => name.startsWith(`${id} `)).map((name) => name.slice(17));

  return {
    async ask(id, asked) {
      items.set(itemName(id, 'move'), { v: MAJOR, ...asked });
    },
    asked: async (id) => items.get(itemName(id, 'move')) as AskedMove | undefined,
    async switchOver({ from, arrived, remains }, { kind, at, details }) {
      const ours = items.get(itemName(from.id, 'subscriber'));
      if (ours?.['revision'] !== from.revision || ours['claim'] !== undefined) return 'changed';
      if ((revisionOf(arrived.id) ?? 0) !== arrived.revision) return 'changed';
      const { claimZone: _, claimSince: __, ...known } = ours;
      const put = (id: SubscriberId, fields: Attributes) =>
        items.set(itemName(id, 'subscriber'), structuredClone({ ...fields, ...subscriberKey(id) }));
      put(from.id, toAttributes(remains));
      put(arrived.id, { ...known, ...toAttributes(arrived) });
      items.set(itemName(from.id, 'moved-to'), { v: MAJOR, to: arrived.id, secret: from.secret });
      items.delete(itemName(arrived.id, 'moved-to'));
      items.set(former(arrived.id, from.id), { v: MAJOR, open: true });
      items.delete(itemName(from.id, 'move'));
      items.set(itemName(arrived.id, `fact#${at}#${kind}`), { v: MAJOR, ...details });
      return 'saved';
    },
    left: async (from) => beside(from).filter((sk) => !STAYS.includes(sk)),
    async carry(from, to, sk) {
      const item = items.get(itemName(from, sk));
      if (item === undefined) return;
      const old = formerId(sk);
      const there = itemName(to, sk);
      if (old !== to && !items.has(there)) {
        const link = old && goal(old);
        if (old === undefined || link !== undefined) items.set(there, item);
        if (old !== undefined && link !== undefined) {
          items.set(itemName(old, 'moved-to'), { ...link, to });
        }
      }
      items.delete(itemName(from, sk));
    },
    async done(from, to) {
      items.set(former(to, from), { v: MAJOR });
    },
    former: async (id) =>
      beside(id).flatMap((sk) => {
        const old = formerId(sk);
        return old ? [{ id: old, open: items.get(itemName(id, sk))?.['open'] === true }] : [];
      }),
    async movedTo(id) {
      const first = goal(id);
      let to = first?.to;
      for (let next = to && goal(to); next !== undefined; next = goal(next.to)) to = next.to;
      return first && to && { ...first, to };
    },
  };
}

/** Under which name an item lies in the table in memory. */
export const itemName = (id: SubscriberId, sk: string): string => `${id} ${sk}`;
