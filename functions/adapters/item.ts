import { base32Value } from '../core/base32.ts';
import { forgottenAt, type Subscriber } from '../core/reader/subscriber.ts';
import { epochSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';

/** How a subscriber lies in the table, and which of its attributes are index keys. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Eight shards keep one hot index key from throttling the table (sending.md §5). */
export const SHARDS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const;

export const subscriberKey = (id: SubscriberId) => ({ pk: `subscriber#${id}`, sk: 'subscriber' });

/** An id's shard, from its first letter: ids are hashes, so the shards fill evenly. */
export const shardOf = (id: SubscriberId): string => String(base32Value(id.charAt(0)) % 8);

/** The id in an index entry's `pk`. */
export const idOf = (pk: string): SubscriberId => pk.slice('subscriber#'.length) as SubscriberId;

/** A claim's own attributes; the zone lies beside it, so that the claim can copy it unread. */
export const CLAIM = ['claim', 'claimZone'] as const;

/** Attributes that a save writes when present and removes when absent. */
const OPTIONAL = ['name', 'last', 'dueAt', 'dueShard', 'newsletterShard', 'expiresAt'] as const;

/**
 * Everything a save writes. The claim is not among them: only claim, release and finalise touch
 * it, so that a change made while a mail is in flight can't lose it.
 */
export function toAttributes(subscriber: Subscriber): Attributes {
  const { id, claim: _, revision, ...rest } = subscriber;
  const { standing, newsletter, dueAt } = subscriber;
  const reading = standing.is === 'active' || standing.is === 'paused';
  return {
    ...rest,
    revision: revision + 1,
    ...(dueAt !== undefined && { dueShard: shardOf(id) }),
    ...(newsletter && reading && { newsletterShard: shardOf(id) }),
    ...(standing.is === 'pending' && { expiresAt: epochSeconds(forgottenAt(standing.since)) }),
  };
}

/** The table is written by this code alone, so an item found under a subscriber's key is one. */
export function fromItem(item: Attributes): Subscriber {
  const { pk, sk: _, dueShard: __, newsletterShard: ___, expiresAt: ____, ...rest } = item;
  const { claim, claimZone, ...fields } = rest;
  return {
    ...fields,
    id: idOf(String(pk)),
    ...(claim !== undefined && { claim: { ...(claim as object), zone: claimZone } }),
  } as unknown as Subscriber;
}

/** One update expression that makes the item equal to the subscriber, its claim aside. */
export function saveExpression(subscriber: Subscriber, alsoRemove: readonly string[] = []) {
  const attributes = Object.entries(toAttributes(subscriber));
  const present = new Set(attributes.map(([name]) => name));
  const removed = [...OPTIONAL.filter((name) => !present.has(name)), ...alsoRemove];
  const names = Object.fromEntries([...present, ...removed].map((name) => [`#${name}`, name]));
  const sets = attributes.map(([name]) => `#${name} = :${name}`).join(', ');
  const removes = removed.map((name) => `#${name}`).join(', ');
  return {
    UpdateExpression: removes === '' ? `SET ${sets}` : `SET ${sets} REMOVE ${removes}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: Object.fromEntries(
      attributes.map(([name, value]) => [`:${name}`, value]),
    ),
  };
}
