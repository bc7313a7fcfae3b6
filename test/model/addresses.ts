import type { EmailAddress } from '../../functions/core/address.ts';
import { type IdKey, type SubscriberId, subscriberId } from '../../functions/core/token.ts';

/** Where readers of a story read. */

/** An author's key, by which addresses become ids. */
export const ID_KEY = new Uint8Array(32) as IdKey;

/** Those of `bob` and `dora` lie in one shard. Nobody signs up at the last one, but some move there. */
const ADDRESSES = ['ann', 'bob', 'dora', 'hana'].map((name) => `${name}@example.com`);
const BY_ID = new Map(
  (ADDRESSES as EmailAddress[]).map((address) => [subscriberId(ID_KEY, address), address]),
);

/** @throws for an id of nobody's */
export function addressOf(id: SubscriberId): EmailAddress {
  const address = BY_ID.get(id);
  if (address === undefined) throw new Error('an id that is nobody’s');
  return address;
}

export const ALL_IDS = [...BY_ID.keys()];
export const MOVES_TO = ALL_IDS.at(-1) as SubscriberId;
export const IDS = ALL_IDS.slice(0, 3) as unknown as readonly [
  SubscriberId,
  SubscriberId,
  SubscriberId,
];
