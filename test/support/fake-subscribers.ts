import {
  CLAIM,
  type Edit,
  ending,
  idInKey,
  saving,
  subscriberKey,
} from '../../functions/adapters/item.ts';
import type { Moves } from '../../functions/adapters/moves.ts';
import type { OwnData } from '../../functions/adapters/own-data.ts';
import { foundIn, fromItem, leaverFrom } from '../../functions/adapters/read-subscriber.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import { isRequest, type Request } from '../../functions/core/reader/request.ts';
import { type Place, placeOf, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import { claimedOver } from '../../functions/core/sending/doubt.ts';
import type { Found } from '../../functions/core/sending/due.ts';
import { leaseStart } from '../../functions/core/sending/pace.ts';
import { epochSeconds, type Instant } from '../../functions/core/time.ts';
import type { IdKey, SubscriberId } from '../../functions/core/token.ts';
import { fakeMoves, itemName } from './fake-moves.ts';
import { fakeOwnData } from './fake-own-data.ts';

/** The table in memory, with the conditions of the real one (functions/adapters/subscribers.ts). */
export interface FakeSubscribers extends Subscribers {
  /** Changes of address in the same table. */
  readonly moves: Moves;
  /** All that lies beside somebody in it. */
  readonly ownData: OwnData;
  /** Puts a subscriber or a request there as they are, revision and claim included. */
  seed(subscriber: Subscriber): void;
  /** Puts an item there that this code may not be able to read, and shows what is there. */
  put(item: Attributes): Promise<void>;
  raw(id: SubscriberId): Promise<Attributes | undefined>;
  /** Everybody who is known as more than a request. */
  everyone(): readonly Subscriber[];
  /** What the `due` index holds. */
  dues(): readonly Found[];
  factsOf(id: SubscriberId): readonly Fact[];
  /** Deletes what is past its end, as DynamoDB does within days of it. @returns whose requests went */
  expire(now: Instant): readonly SubscriberId[];
  /** Everything that is stored, as text: two dumps are equal when nothing changed. */
  dump(): string;
  /** Runs once, between the next load and whatever follows: the other writer in a race. */
  afterNextLoad(act: () => Promise<unknown>): void;
}

export function fakeSubscribers(): FakeSubscribers {
  const items = new Map<string, Attributes>();
  const moves = fakeMoves(items);
  const ownData = fakeOwnData(items);
  let key: Uint8Array | undefined;
  let race: (() => Promise<unknown>) | undefined;

  const nameOf = (id: SubscriberId, place: Place = 'subscriber') => itemName(id, place);
  const item = (id: SubscriberId, place?: Place): Attributes | undefined =>
    structuredClone(items.get(nameOf(id, place)));
  const stored = (id: SubscriberId, place?: Place): Subscriber | undefined => {
    const found = item(id, place);
    return found && fromItem(found);
  };
  /** As an update does: what it does not name stays. */
  const edit = (id: SubscriberId, place: Place, { set, remove }: Edit) => {
    const name = nameOf(id, place);
    const kept = Object.entries(items.get(name) ?? subscriberKey(id, place));
    const rest = Object.fromEntries(kept.filter(([field]) => !remove.includes(field)));
    items.set(name, structuredClone({ ...rest, ...set }));
  };
  const note = (id: SubscriberId, fact: Fact | undefined) => {
    if (fact === undefined) return;
    items.set(itemName(id, `${FACT}${fact.at}#${fact.kind}`), { v: MAJOR, ...fact.details });
  };
  const revisionOf = (id: SubscriberId, place: Place) => items.get(nameOf(id, place))?.['revision'];
  const raced = async <T>(found: T): Promise<T> => {
    const act = race;
    race = undefined;
    await act?.();
    return found;
  };

  const leaversIn = (place: Place): Subscribers['leavers'] => ({
    async load(id) {
      const found = item(id, place);
      return raced(found && leaverFrom(found));
    },
    async save(leaver, fact) {
      if (revisionOf(leaver.id, place) !== leaver.revision) return 'changed';
      edit(leaver.id, place, ending(leaver, place));
      note(leaver.id, fact);
      return 'saved';
    },
  });

  return {
    async idKey(random) {
      key ??= random();
      return key as IdKey;
    },
    leavers: leaversIn('subscriber'),
    requests: {
      leavers: leaversIn('request'),
      async load(id) {
        const found = stored(id, 'request');
        return raced(found && asRequest(found));
      },
      async make(request) {
        const before = item(request.id, 'request');
        const { expiresAt } = before ?? {};
        const now = epochSeconds(request.asked.at);
        if (before !== undefined && !(Number(expiresAt ?? Infinity) <= now)) return false;
        items.delete(nameOf(request.id, 'request'));
        edit(request.id, 'request', saving(request));
        return true;
      },
      pretend: async () => {},
      async grant(request, reader, given, rest) {
        const { id } = reader;
        if (revisionOf(id, 'request') !== request.revision) return 'changed';
        if ((revisionOf(id, 'subscriber') ?? 0) !== reader.revision) return 'changed';
        if (rest === undefined) items.delete(nameOf(id, 'request'));
        else edit(id, 'request', saving(rest));
        edit(id, 'subscriber', saving(reader));
        for (const fact of given) note(id, fact);
        return 'saved';
      },
    },
    load: async (id) => raced(stored(id)),
    movedTo: moves.movedTo,
    moves,
    ownData,
    async find(id) {
      const found = item(id) ?? item(id, 'request');
      return raced(found && foundIn(found));
    },
    async save(subscriber, fact) {
      const { id, revision } = subscriber;
      const place = placeOf(subscriber);
      if (revisionOf(id, place) !== revision) return 'changed';
      edit(id, place, saving(subscriber));
      note(id, fact);
      return 'saved';
    },
    async claim({ id, dueAt: due, request }, attempt, now) {
      const place = request ? 'request' : 'subscriber';
      const before = item(id, place);
      const { is } = mapOf(before, 'standing');
      const { at } = mapOf(before, 'claim');
      const free = at === undefined || String(at) < leaseStart(now);
      const readable = Number(before?.['v'] ?? MAJOR) <= MAJOR;
      const owed = before?.['dueAt'] === due && due <= now;
      const met = owed && free && readable && ['pending', 'active', 'paused'].includes(String(is));
      if (met) {
        const claimSince = before['claimSince'] ?? now;
        const claimZone = before['zone'];
        const claimSinceZone = before['claimSinceZone'] ?? claimZone;
        const set = { claim: { attempt, at: now, due }, claimZone, claimSince, claimSinceZone };
        edit(id, place, { set, remove: [] });
      }
      const known = before && fromItem(before);
      // A call that was answered, and repeated by the SDK.
      const ours = known?.claim?.attempt === attempt;
      if (known === undefined || !(met || ours)) {
        return { is: known?.claim && known.dueAt === due ? 'open' : 'not-due' };
      }
      return { is: 'claimed', ...claimedOver(known, { attempt, at: now, due }) };
    },
    async restate(
      claimed,
      { zone: claimZone, since: claimSince, sinceZone: claimSinceZone, ...claim },
    ) {
      const place = placeOf(claimed);
      if (mapOf(item(claimed.id, place), 'claim')['attempt'] !== claim.attempt) return false;
      edit(claimed.id, place, {
        set: { claim, claimZone, claimSince, claimSinceZone },
        remove: [],
      });
      return true;
    },
    async release(claimed, attempt) {
      const place = placeOf(claimed);
      if (mapOf(item(claimed.id, place), 'claim')['attempt'] !== attempt) return;
      edit(claimed.id, place, { set: {}, remove: CLAIM });
    },
    async finalise(subscriber, attempt) {
      const { id, revision } = subscriber;
      const place = placeOf(subscriber);
      const known = stored(id, place);
      if (known?.claim?.attempt !== attempt) return { is: 'settled' };
      if (known.revision !== revision) return { is: 'changed', latest: known };
      const { set, remove } = saving(subscriber);
      edit(id, place, { set, remove: [...remove, ...CLAIM] });
      return { is: 'saved' };
    },

    seed(subscriber) {
      const { id, claim, revision } = subscriber;
      const place = placeOf(subscriber);
      items.delete(nameOf(id, place));
      edit(id, place, saving({ ...subscriber, revision: revision - 1 }));
      if (claim === undefined) return;
      const { zone: claimZone, since: claimSince, sinceZone: claimSinceZone, ...rest } = claim;
      edit(id, place, { set: { claim: rest, claimZone, claimSince, claimSinceZone }, remove: [] });
    },
    async put(raw) {
      const id = idInKey(raw['pk']);
      if (id === undefined) throw new Error('not a subscriber’s item');
      items.set(nameOf(id, raw['sk'] === 'request' ? 'request' : undefined), structuredClone(raw));
    },
    raw: async (id) => item(id),
    everyone: () =>
      [...items.values()].filter(({ sk }) => sk === 'subscriber').map((each) => fromItem(each)),
    dues: () =>
      [...items.values()].flatMap(({ pk, sk, dueAt, dueShard }) => {
        const id = dueAt === undefined ? undefined : idInKey(pk);
        if (id === undefined) return [];
        const due = { id, dueAt: dueAt as Instant, shard: dueShard as string };
        return [{ ...due, ...(sk === 'request' && { request: true as const }) }];
      }),
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

const FACT = 'fact#';

function factIn(id: SubscriberId, name: string, { v: _, ...details }: Attributes): Fact[] {
  if (!name.startsWith(itemName(id, FACT))) return [];
  const [, at, kind] = name.split('#');
  return [{ kind, at, details } as Fact];
}

const mapOf = (item: Attributes | undefined, name: string): Attributes =>
  (item?.[name] ?? {}) as Attributes;

function asRequest(found: Subscriber): Request {
  if (!isRequest(found)) throw new Error('a request’s place holds something else');
  return found;
}
