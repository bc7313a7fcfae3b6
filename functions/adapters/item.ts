import { base32Value } from '../core/base32.ts';
import { NO_ADDRESS } from '../core/reader/lifecycle.ts';
import {
  type Ended,
  forgottenAt,
  type Place,
  placeOf,
  type Subscriber,
} from '../core/reader/subscriber.ts';
import { epochSeconds } from '../core/time.ts';
import { parseSubscriberId, type SubscriberId } from '../core/token.ts';
import { type Attributes, MAJOR, type Parse } from './stored.ts';

/** How a subscriber lies in the table: its keys, its index keys, and what a save does to it. */

/**
 * Eight shards keep one hot index key from throttling the table (sending.md §5), up to 2,000 lessons a
 * second. They may become 16, or 32, by this number alone: the first eight are still asked, and each
 * reader moves with their next save. Fewer they may never be (docs/scale.md).
 */
const SHARD_COUNT = 8;
export const SHARDS: readonly string[] = Array.from({ length: SHARD_COUNT }, (_, number) =>
  String(number),
);

/**
 * Issues of the newsletter are due in shards of their own, so that letters can be asked for before them:
 * a hundred thousand issues at seven stand in no letter's way.
 */
export const ISSUE_SHARDS: readonly string[] = Array.from(
  { length: 4 },
  (_, number) => `issues-${number}`,
);

const PREFIX = 'subscriber#';

/** Where the keys lie that make ids of addresses, and their secrets. */
export const ID_KEY = { pk: 'key', sk: 'subscriber-id' } as const;

/** The place is the sort key: a request lies beside whoever is known by the same address. */
export const subscriberKey = (id: SubscriberId, place: Place = 'subscriber') => ({
  pk: `${PREFIX}${id}`,
  sk: place,
});

/** The id in a subscriber's or an index entry's `pk`. */
export const idInKey: Parse<SubscriberId> = (pk) =>
  typeof pk === 'string' && pk.startsWith(PREFIX)
    ? parseSubscriberId(pk.slice(PREFIX.length))
    : undefined;

/** An id's shard, from its first letter: ids are hashes, so the shards fill evenly. */
export const shardOf = (id: SubscriberId): string => shardAmong(SHARDS, id);

const shardAmong = (shards: readonly string[], id: SubscriberId): string =>
  shards[base32Value(id.charAt(0)) % shards.length] ?? '';

/** In which shard what is due for somebody is found. */
export const dueShardOf = ({ id, dueOf }: Pick<Subscriber, 'id' | 'dueOf'>): string =>
  shardAmong(dueOf === 'issues' ? ISSUE_SHARDS : SHARDS, id);

/** Whether what is due in a shard is an issue. */
export const isIssueShard = (shard: unknown): boolean =>
  typeof shard === 'string' && ISSUE_SHARDS.includes(shard);

/**
 * A claim's own attributes. The zone lies beside it, so that a claim can copy it unread, and so do the
 * first moment that is in doubt and its zone, so that a claim can keep them unread.
 */
export const CLAIM = ['claim', 'claimZone', 'claimSince', 'claimSinceZone'] as const;

/** Keys of the indexes, which nobody has who gets no more mail. */
const OF_READERS = ['dueAt', 'dueShard', 'newsletterShard'] as const;

/** Attributes that a save writes when present and removes when absent. */
const OPTIONAL = [
  'name',
  'discreet',
  'byTurns',
  'issues',
  'quiet',
  'last',
  'notBefore',
  'asked',
  'expiresAt',
  ...OF_READERS,
] as const;

/** What is done to an item. All else in it stays as it is, also what this code does not know. */
export interface Edit {
  readonly set: Attributes;
  readonly remove: readonly string[];
}

/**
 * Makes the item equal to the subscriber. The claim is not touched: only claim, release and
 * finalise do that, so that a change made while a mail is in flight can't lose it.
 */
export function saving(subscriber: Subscriber): Edit {
  const set = toAttributes(subscriber);
  return { set, remove: OPTIONAL.filter((name) => set[name] === undefined) };
}

/**
 * Ends all mail to somebody. It touches nothing but what every version of an item has, so that
 * old code can do it to a newer item: the contract is in decision 016. Only a request that is
 * withdrawn is still forgotten in its time; an address that can't be mailed is remembered in either.
 * Of who never confirmed, that is all that is remembered.
 */
export function ending({ standing, revision }: Ended, place: Place): Edit {
  const set = { standing, revision: revision + 1 };
  if (place === 'subscriber') return { set, remove: [...OF_READERS, 'expiresAt'] };
  if (standing.is === 'left') return { set, remove: OF_READERS };
  const asked = { at: standing.at, details: {} };
  return {
    set: { ...set, address: NO_ADDRESS, asked },
    remove: [...OF_READERS, 'expiresAt', 'name'],
  };
}

/** Where a subscriber's value lies. */
export const keyOf = (subscriber: Pick<Subscriber, 'id' | 'asked'>) =>
  subscriberKey(subscriber.id, placeOf(subscriber));

/** Everything that a save writes. */
export function toAttributes(subscriber: Subscriber): Attributes {
  const { id, claim: _, dueOf: __, revision, ...rest } = subscriber;
  const { standing, newsletter, dueAt } = subscriber;
  const end = forgottenAt(subscriber);
  const reading = standing.is === 'active' || standing.is === 'paused';
  return {
    ...rest,
    v: MAJOR,
    revision: revision + 1,
    ...(dueAt !== undefined && { dueShard: dueShardOf(subscriber) }),
    ...(newsletter && reading && { newsletterShard: shardOf(id) }),
    ...(end !== undefined && { expiresAt: epochSeconds(end) }),
  };
}

/** An edit as an update expression. */
export function expressionOf({ set, remove }: Edit) {
  const attributes = Object.entries(set);
  const names = [...attributes.map(([name]) => name), ...remove];
  const sets = attributes.map(([name]) => `#${name} = :${name}`).join(', ');
  const removes = remove.map((name) => `#${name}`).join(', ');
  return {
    UpdateExpression: removes === '' ? `SET ${sets}` : `SET ${sets} REMOVE ${removes}`,
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([name, value]) => [`:${name}`, value]),
    ),
  };
}
