import { idInKey, saving, subscriberKey } from '../../functions/adapters/item.ts';
import type { Moves } from '../../functions/adapters/moves.ts';
import type { OwnData } from '../../functions/adapters/own-data.ts';
import { fromItem } from '../../functions/adapters/read-subscriber.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Leavers, Subscribers } from '../../functions/adapters/subscribers.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import { placeOf, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Found } from '../../functions/core/sending/due.ts';
import { epochSeconds, type Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { Items, itemName, type Taker } from '../../local/memory/items.ts';
import { FACT, subscribersInMemory } from '../../local/memory/subscribers.ts';
import { fakeMoves } from './fake-moves.ts';
import { fakeOwnData } from './fake-own-data.ts';
import { type FakeTables, fakeTables } from './fake-tables.ts';

/** The table in memory (local/memory/subscribers.ts), all that can lie in it, and what tests do to it. */
export interface FakeSubscribers extends Subscribers {
  /** Changes of address in the same table. */
  readonly moves: Moves;
  /** All that lies beside somebody in it. */
  readonly ownData: OwnData;
  /** The table as a whole, of which something may be lost. */
  readonly tables: FakeTables;
  /** Puts a subscriber or a request there as they are, revision and claim included. */
  seed(subscriber: Subscriber): void;
  /** Puts an item there that this code may not be able to read, and shows what is there. */
  put(item: Attributes): Promise<void>;
  raw(id: SubscriberId): Promise<Attributes | undefined>;
  /** Everybody who is known as more than a request. */
  everyone(): readonly Subscriber[];
  /** What the `due` index holds. */
  dues(): readonly Found[];
  /** What the `newsletter` index holds. */
  takers(): readonly Taker[];
  factsOf(id: SubscriberId): readonly Fact[];
  /** Deletes what is past its end, as DynamoDB does within days of it. @returns whose requests went */
  expire(now: Instant): readonly SubscriberId[];
  /** Everything that is stored, as text: two dumps are equal when nothing changed. */
  dump(): string;
  /** Runs once, between the next load and whatever follows: the other writer in a race. */
  afterNextLoad(act: () => Promise<unknown>): void;
}

export function fakeSubscribers(): FakeSubscribers {
  const items = new Items();
  const table = subscribersInMemory(items);
  const moves = fakeMoves(items);
  let race: (() => Promise<unknown>) | undefined;

  const raced = async <T>(found: Promise<T>): Promise<T> => {
    const loaded = await found;
    const act = race;
    race = undefined;
    await act?.();
    return loaded;
  };
  const racing = <Part extends Pick<Leavers, 'load'>>(part: Part): Part => ({
    ...part,
    load: (id: SubscriberId) => raced(part.load(id)),
  });

  return {
    ...table,
    leavers: racing(table.leavers),
    requests: {
      ...table.requests,
      leavers: racing(table.requests.leavers),
      load: (id) => raced(table.requests.load(id)),
    },
    load: (id) => raced(table.load(id)),
    find: (id) => raced(table.find(id)),
    movedTo: moves.movedTo,
    moves,
    ownData: fakeOwnData(items),
    tables: fakeTables(items, table),

    seed(subscriber) {
      const { id, claim, revision } = subscriber;
      const place = placeOf(subscriber);
      const { set } = saving({ ...subscriber, revision: revision - 1 });
      const { zone, since, sinceZone, ...rest } = claim ?? {};
      const claimed = { claimZone: zone, claimSince: since, claimSinceZone: sinceZone };
      items.set(
        itemName(id, place),
        structuredClone({
          ...subscriberKey(id, place),
          ...set,
          ...(claim !== undefined && { claim: rest, ...claimed }),
        }),
      );
    },
    async put(raw) {
      const id = idInKey(raw['pk']);
      if (id === undefined) throw new Error('not a subscriber’s item');
      const place = raw['sk'] === 'request' ? 'request' : 'subscriber';
      items.set(itemName(id, place), structuredClone(raw));
    },
    raw: async (id) => structuredClone(items.get(itemName(id, 'subscriber'))),
    everyone: () =>
      [...items.values()].filter(({ sk }) => sk === 'subscriber').map((each) => fromItem(each)),
    dues: items.due,
    takers: items.takers,
    factsOf: (id) => [...items].flatMap(([name, fields]) => factIn(id, name, fields)),
    expire(now) {
      const over = [...items].filter(([, { expiresAt }]) => Number(expiresAt) <= epochSeconds(now));
      for (const [name] of over) items.delete(name);
      return over.flatMap(([, { pk, sk }]) => (sk === 'request' ? (idInKey(pk) ?? []) : []));
    },
    dump: () => JSON.stringify([...items], undefined, 1),
    afterNextLoad(act) {
      race = act;
    },
  };
}

function factIn(id: SubscriberId, name: string, { v: _, ...details }: Attributes): Fact[] {
  if (!name.startsWith(itemName(id, FACT))) return [];
  const [, at, kind] = name.split('#');
  return [{ kind, at, details } as Fact];
}
