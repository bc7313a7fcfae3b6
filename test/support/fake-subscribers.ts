import {
  type Attributes,
  fromItem,
  subscriberKey,
  toAttributes,
} from '../../functions/adapters/item.ts';
import type { Fact, Subscribers } from '../../functions/adapters/subscribers.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import { leaseStart } from '../../functions/core/sending/pace.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { IdKey, SubscriberId } from '../../functions/core/token.ts';

/** The table in memory, with the conditions of the real one (functions/adapters/subscribers.ts). */
export interface FakeSubscribers extends Subscribers {
  /** Puts a subscriber there as they are, revision and claim included. */
  seed(subscriber: Subscriber): void;
  everyone(): readonly Subscriber[];
  /** What the `due` index holds. */
  dues(): readonly Due[];
  factsOf(id: SubscriberId): readonly Fact[];
  /** Everything that is stored, as text: two dumps are equal when nothing changed. */
  dump(): string;
  /** Runs once, between the next load and whatever follows: the other writer in a race. */
  afterNextLoad(act: () => Promise<unknown>): void;
}

export function fakeSubscribers(): FakeSubscribers {
  const items = new Map<SubscriberId, Attributes>();
  const facts = new Map<string, { readonly id: SubscriberId; readonly fact: Fact }>();
  let key: Uint8Array | undefined;
  let race: (() => Promise<unknown>) | undefined;

  const stored = (id: SubscriberId): Subscriber | undefined => {
    const item = items.get(id);
    return item && fromItem(structuredClone(item));
  };
  /** As a save does: everything but the claim, which only its own three calls touch. */
  const write = (subscriber: Subscriber, claim: Subscriber['claim']) => {
    const attributes = { ...subscriberKey(subscriber.id), ...toAttributes(subscriber) };
    const { zone: claimZone, ...rest } = claim ?? {};
    const claimed = claim && { claim: rest, claimZone };
    items.set(subscriber.id, structuredClone({ ...attributes, ...claimed }));
  };

  return {
    async idKey(random) {
      key ??= random();
      return key as IdKey;
    },
    async load(id) {
      const found = stored(id);
      const act = race;
      race = undefined;
      await act?.();
      return found;
    },
    async loadAll(ids) {
      return [...new Set(ids)].map(stored).filter((one) => one !== undefined);
    },
    async create(subscriber) {
      const known = stored(subscriber.id);
      if (known === undefined) write(subscriber, undefined);
      return known;
    },
    async save(subscriber) {
      const known = stored(subscriber.id);
      if (known?.revision !== subscriber.revision) return 'changed';
      write(subscriber, known.claim);
      return 'saved';
    },
    async claim(id, due, attempt, now) {
      const known = stored(id);
      const reading = ['pending', 'active', 'paused'].includes(known?.standing.is ?? '');
      if (known === undefined || known.dueAt !== due || due > now || !reading) {
        return { is: known?.claim && known.dueAt === due ? 'open' : 'not-due' };
      }
      if (known.claim && known.claim.at >= leaseStart(now)) return { is: 'open' };
      const { zone } = known;
      items.set(id, { ...items.get(id), claim: { attempt, at: now }, claimZone: zone });
      const subscriber = { ...known, claim: { attempt, at: now, zone } };
      return { is: 'claimed', subscriber, unsettled: known.claim !== undefined };
    },
    async release(id, attempt) {
      const { claim: _, claimZone: __, ...rest } = items.get(id) ?? {};
      if (stored(id)?.claim?.attempt === attempt) items.set(id, rest);
    },
    async finalise(subscriber, attempt) {
      const known = stored(subscriber.id);
      if (known?.claim?.attempt !== attempt) return { is: 'settled' };
      if (known.revision !== subscriber.revision) return { is: 'changed', latest: known };
      write(subscriber, undefined);
      return { is: 'saved' };
    },
    async record(id, fact) {
      facts.set(`${id} ${fact.at} ${fact.kind}`, { id, fact });
    },

    seed(subscriber) {
      write({ ...subscriber, revision: subscriber.revision - 1 }, subscriber.claim);
    },
    everyone: () => [...items.keys()].map(stored).filter((one) => one !== undefined),
    dues: () =>
      [...items].flatMap(([id, { dueAt }]) =>
        dueAt === undefined ? [] : [{ id, dueAt: dueAt as Instant }],
      ),
    factsOf: (id) => [...facts.values()].filter((entry) => entry.id === id).map(({ fact }) => fact),
    dump: () => JSON.stringify([[...items], [...facts]], undefined, 1),
    afterNextLoad(act) {
      race = act;
    },
  };
}
