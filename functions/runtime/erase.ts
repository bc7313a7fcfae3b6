import type { Erasable } from '../adapters/inbox.ts';
import type { Moves } from '../adapters/moves.ts';
import type { OwnData } from '../adapters/own-data.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { counting, type Fact } from '../core/reader/fact.ts';
import { countsIn } from '../core/reader/last-mail.ts';
import { erased } from '../core/reader/lifecycle.ts';
import type { Instant } from '../core/time.ts';
import type { LinkSecret, SubscriberId } from '../core/token.ts';
import { type Changed, change } from './change.ts';
import { finishMoves } from './finish-move.ts';

/** All that erasing touches. */
export interface ErasingWorld {
  readonly subscribers: Pick<Subscribers, 'load'>;
  readonly moves: Moves;
  readonly ownData: OwnData;
  readonly inbox: Erasable;
  newSecret(): LinkSecret;
  now(): Instant;
}

/** Whose data it is. */
export interface Erasing {
  readonly id: SubscriberId;
  /** Theirs when it was asked for, by a link or by their author: once it is another, all was done. */
  readonly secret: LinkSecret;
}

/**
 * All that is stored goes, their mails to us first, and what keeps us from writing to the address
 * again stays. Until the last write the same wish can do it all again.
 *
 * @param details who wants it, and by which way
 */
export async function erase(
  world: ErasingWorld,
  { id, secret }: Erasing,
  details: Fact['details'],
): Promise<Changed> {
  const at = world.now();
  const fresh = world.newSecret();
  const fact: Fact = { kind: 'erased', at, details };
  await finishMoves(world, id);
  for (const mail of await world.ownData.mailsOf(id)) await world.inbox.remove(mail);
  const store = { load: world.subscribers.load, save: world.ownData.erase };
  return change(store, id, (stored) => {
    if (stored.secret !== secret) return { is: 'unchanged' };
    const subscriber = erased(stored, fresh, at);
    return { is: 'changed', subscriber, fact: counting(fact, countsIn(stored, subscriber, at)) };
  });
}
