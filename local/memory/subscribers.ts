import { CLAIM, type Edit, ending, saving, subscriberKey } from '../../functions/adapters/item.ts';
import { foundIn, fromItem, leaverFrom } from '../../functions/adapters/read-subscriber.ts';
import { type Attributes, MAJOR } from '../../functions/adapters/stored.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import { isRequest, type Request } from '../../functions/core/reader/request.ts';
import { type Place, placeOf, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import { claimedOver } from '../../functions/core/sending/doubt.ts';
import { leaseStart } from '../../functions/core/sending/pace.ts';
import { epochSeconds } from '../../functions/core/time.ts';
import type { IdKey, SecretKey, SubscriberId } from '../../functions/core/token.ts';
import { type Items, itemName } from './items.ts';

/** All of the table that knows no change of address. */
export type MemorySubscribers = Omit<Subscribers, 'movedTo'>;

/** What the name of a fact's item begins with. */
export const FACT = 'fact#';

/**
 * The subscribers' table in memory, with the conditions of the real one (functions/adapters/subscribers.ts): one
 * contract test is kept by both.
 */
export function subscribersInMemory(items: Items): MemorySubscribers {
  const keys = new Map<'ids' | 'secrets', Uint8Array>();
  const { item, stored, edit, note, revisionOf } = accessTo(items);

  const leaversIn = (place: Place): Subscribers['leavers'] => ({
    async load(id) {
      const found = item(id, place);
      return found && leaverFrom(found);
    },
    async save(leaver, fact) {
      if (revisionOf(leaver.id, place) !== leaver.revision) return 'changed';
      edit(leaver.id, place, ending(leaver, place));
      note(leaver.id, fact);
      return 'saved';
    },
  });

  function keyOf(of: 'ids' | 'secrets', random: () => Uint8Array): Uint8Array {
    const key = keys.get(of) ?? random();
    keys.set(of, key);
    return key;
  }

  return {
    idKey: async (random) => keyOf('ids', random) as IdKey,
    secretKey: async (random) => keyOf('secrets', random) as SecretKey,
    leavers: leaversIn('subscriber'),
    requests: {
      leavers: leaversIn('request'),
      async load(id) {
        const found = stored(id, 'request');
        return found && asRequest(found);
      },
      async make(request) {
        const before = item(request.id, 'request');
        const { expiresAt } = before ?? {};
        const now = epochSeconds(request.asked.at);
        if (before !== undefined && !(Number(expiresAt ?? Infinity) <= now)) return false;
        items.delete(itemName(request.id, 'request'));
        edit(request.id, 'request', saving(request));
        return true;
      },
      pretend: async () => {},
      async grant(request, reader, given, rest) {
        const { id } = reader;
        if (revisionOf(id, 'request') !== request.revision) return 'changed';
        if ((revisionOf(id, 'subscriber') ?? 0) !== reader.revision) return 'changed';
        if (rest === undefined) items.delete(itemName(id, 'request'));
        else edit(id, 'request', saving(rest));
        edit(id, 'subscriber', saving(reader));
        for (const fact of given) note(id, fact);
        return 'saved';
      },
    },
    load: async (id) => stored(id),
    async find(id) {
      const found = item(id) ?? item(id, 'request');
      return found && foundIn(found);
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
      const before = item(id, place);
      const met =
        mapOf(before, 'claim')['attempt'] === attempt && before?.['revision'] === revision;
      if (!met) {
        const latest = before && fromItem(before);
        return latest?.claim?.attempt === attempt ? { is: 'changed', latest } : { is: 'settled' };
      }
      const { set, remove } = saving(subscriber);
      edit(id, place, { set, remove: [...remove, ...CLAIM] });
      return { is: 'saved' };
    },
  };
}

/** Reading and writing of single items. */
function accessTo(items: Items) {
  const item = (id: SubscriberId, place: Place = 'subscriber'): Attributes | undefined =>
    items.get(itemName(id, place));
  return {
    item,
    stored(id: SubscriberId, place?: Place): Subscriber | undefined {
      const found = item(id, place);
      return found && fromItem(found);
    },
    /** As an update does: what it does not name stays. */
    edit(id: SubscriberId, place: Place, { set, remove }: Edit): void {
      const name = itemName(id, place);
      const next: Record<string, unknown> = { ...(items.get(name) ?? subscriberKey(id, place)) };
      for (const field of remove) delete next[field];
      items.set(name, Object.assign(next, structuredClone(set)));
    },
    note(id: SubscriberId, fact: Fact | undefined): void {
      if (fact === undefined) return;
      const { at, kind, details } = fact;
      items.set(itemName(id, `${FACT}${at}#${kind}`), { v: MAJOR, ...details });
    },
    revisionOf: (id: SubscriberId, place: Place) => items.get(itemName(id, place))?.['revision'],
  };
}

const mapOf = (item: Attributes | undefined, name: string): Attributes =>
  (item?.[name] ?? {}) as Attributes;

function asRequest(found: Subscriber): Request {
  if (!isRequest(found)) throw new Error('a request’s place holds something else');
  return found;
}
