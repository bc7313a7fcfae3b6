import type { Moves } from '../../functions/adapters/moves.ts';
import type { Subscribers } from '../../functions/adapters/subscribers.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';

/** Changes of address in which an id stands for its address, and for the secret it begins with. */

export const addressOf = (id: SubscriberId) => `${id}@example.org` as EmailAddress;

/** The secret that an id begins with, as a confirmation's links have it that nobody has answered. */
export const firstOf = (id: SubscriberId) => `first-of-${id}` as LinkSecret;

export const goal = (id: SubscriberId) => ({ id, address: addressOf(id), first: firstOf(id) });

let secrets = 0;

/** What a move needs of the world; each secret is a new one. */
export const movingWorld = (subscribers: Subscribers, moves: Moves, now: Instant) => ({
  subscribers,
  moves,
  newSecret: () => `fresh-${++secrets}` as LinkSecret,
  now: () => now,
});
