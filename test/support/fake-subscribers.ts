import {
  CLAIM,
  type Edit,
  ending,
  idInKey,
  saving,
  subscriberKey,
} from '../../functions/adapters/item.ts';
import { foundIn, fromItem, leaverFrom } from '../../functions/adapters/read-subscriber.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { Fact, Subscribers } from '../../functions/adapters/subscribers.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { claimedOver } from '../../functions/core/sending/doubt.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import { leaseStart } from '../../functions/core/sending/pace.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { IdKey, SubscriberId } from '../../functions/core/token.ts';

/** The table in memory, with the conditions of the real one (functions/adapters/subscribers.ts). */
export interface FakeSubscribers extends Subscribers {
  /** Puts a subscriber there as they are, revision and claim included. */
  seed(subscriber: Subscriber): void;
  /** Puts an item there that this code may not be able to read, and shows what is there. */
  put(item: Attributes): Promise<void>;
  raw(id: SubscriberId): Promise<Attributes | undefined>;
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

  const item = (id: SubscriberId): Attributes | undefined => structuredClone(items.get(id));
  const stored = (id: SubscriberId): Subscriber | undefined => {
    const found = item(id);
    return found && fromItem(found);
  };
  /** As an update does: what it does not name stays. */
  const edit = (id: SubscriberId, { set, remove }: Edit) => {
    const kept = Object.entries(items.get(id) ?? subscriberKey(id));
    const rest = Object.fromEntries(kept.filter(([name]) => !remove.includes(name)));
    items.set(id, structuredClone({ ...rest, ...set }));
  };
  const raced = async <T>(found: T): Promise<T> => {
    const act = race;
    race = undefined;
    await act?.();
    return found;
  };

  return {
    async idKey(random) {
      key ??= random();
      return key as IdKey;
    },
    leavers: {
      async load(id) {
        const found = item(id);
        return raced(found && leaverFrom(found));
      },
      async save(leaver) {
        if (items.get(leaver.id)?.['revision'] !== leaver.revision) return 'changed';
        edit(leaver.id, ending(leaver));
        return 'saved';
      },
    },
    load: async (id) => raced(stored(id)),
    async find(id) {
      const found = item(id);
      return raced(found && foundIn(found));
    },
    async create(subscriber) {
      const known = stored(subscriber.id);
      if (known === undefined) edit(subscriber.id, saving(subscriber));
      return known;
    },
    async save(subscriber) {
      if (items.get(subscriber.id)?.['revision'] !== subscriber.revision) return 'changed';
      edit(subscriber.id, saving(subscriber));
      return 'saved';
    },
    async claim(id, due, attempt, now) {
      const before = item(id);
      const { is } = mapOf(before, 'standing');
      const { at } = mapOf(before, 'claim');
      const free = at === undefined || String(at) < leaseStart(now);
      const readable = Number(before?.['v'] ?? MAJOR) <= MAJOR;
      const owed = before?.['dueAt'] === due && due <= now;
      const met = owed && free && readable && ['pending', 'active', 'paused'].includes(String(is));
      if (met) {
        const claimSince = before['claimSince'] ?? now;
        const set = { claim: { attempt, at: now, due }, claimZone: before['zone'], claimSince };
        edit(id, { set, remove: [] });
      }
      const known = before && fromItem(before);
      if (!met || known === undefined) {
        return { is: known?.claim && known.dueAt === due ? 'open' : 'not-due' };
      }
      return { is: 'claimed', ...claimedOver(known, { attempt, at: now, due }) };
    },
    async restate(id, { zone: claimZone, since: claimSince, ...claim }) {
      if (mapOf(item(id), 'claim')['attempt'] !== claim.attempt) return false;
      edit(id, { set: { claim, claimZone, claimSince }, remove: [] });
      return true;
    },
    async release(id, attempt) {
      if (mapOf(item(id), 'claim')['attempt'] === attempt) edit(id, { set: {}, remove: CLAIM });
    },
    async finalise(subscriber, attempt) {
      const { id, revision } = subscriber;
      const known = stored(id);
      if (known?.claim?.attempt !== attempt) return { is: 'settled' };
      if (known.revision !== revision) return { is: 'changed', latest: known };
      const { set, remove } = saving(subscriber);
      edit(id, { set, remove: [...remove, ...CLAIM] });
      return { is: 'saved' };
    },
    async record(id, fact) {
      facts.set(`${id} ${fact.at} ${fact.kind}`, { id, fact });
    },

    seed(subscriber) {
      const { id, claim, revision } = subscriber;
      items.delete(id);
      edit(id, saving({ ...subscriber, revision: revision - 1 }));
      if (claim === undefined) return;
      const { zone: claimZone, since: claimSince, ...rest } = claim;
      edit(id, { set: { claim: rest, claimZone, claimSince }, remove: [] });
    },
    async put(raw) {
      const id = idInKey(raw['pk']);
      if (id === undefined) throw new Error('not a subscriber’s item');
      items.set(id, structuredClone(raw));
    },
    raw: async (id) => item(id),
    everyone: () => [...items.values()].map((each) => fromItem(each)),
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

const mapOf = (item: Attributes | undefined, name: string): Attributes =>
  (item?.[name] ?? {}) as Attributes;
