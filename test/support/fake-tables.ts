import { idInKey, subscriberKey } from '../../functions/adapters/item.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Write } from '../../local/account/restore/plan.ts';
import { itemName } from '../../local/memory/items.ts';
import { besideIn } from './fake-moves.ts';

/** A table in memory as a whole: what a copy is made of, what is lost of it, and what a restore writes. */
export interface FakeTables {
  /** Everything that lies under subscribers, with its keys. */
  all(): readonly Attributes[];
  /** Of all that lies under an id, or of its own item alone, nothing is left. */
  lose(id: SubscriberId, alone: boolean): void;
  /** @returns whether it was written, as with the real table (local/account/restore/table.ts) */
  write(write: Write): Promise<boolean>;
}

/** @param items by {@link itemName} */
export function fakeTables(
  items: Map<string, Attributes>,
  { save }: Pick<Subscribers, 'save'>,
): FakeTables {
  const nameOf = ({ pk, sk }: Attributes) => {
    const id = idInKey(pk);
    return id === undefined ? undefined : itemName(id, String(sk));
  };
  const idOf = (name: string) => name.slice(0, name.indexOf(' ')) as SubscriberId;
  return {
    all: () =>
      [...items].map(([name, fields]) => {
        const { pk } = subscriberKey(idOf(name));
        return structuredClone({ ...fields, pk, sk: name.slice(name.indexOf(' ') + 1) });
      }),
    lose(id, alone) {
      const lost = alone ? ['subscriber'] : besideIn(items, id);
      for (const sk of lost) items.delete(itemName(id, sk));
    },
    async write(write) {
      if (write.is === 'completed') return (await save(write.subscriber, write.fact)) === 'saved';
      const name = nameOf(write.item);
      if (name === undefined) return false;
      const seen = write.is === 'mended' ? write.revision : undefined;
      const there = items.get(name);
      const met = write.is === 'mended' ? there?.['revision'] === seen : there === undefined;
      if (!met) return false;
      items.set(name, structuredClone(write.item));
      const { fact } = write;
      const id = idInKey(write.item['pk']);
      if (fact !== undefined && id !== undefined) {
        const { at, kind, details } = fact;
        items.set(itemName(id, `fact#${at}#${kind}`), { v: MAJOR, ...details });
      }
      return true;
    },
  };
}
