import type { Fact } from '../adapters/subscribers.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { SubscriberId } from '../core/token.ts';
import { logError } from '../runtime/log.ts';
import type { WebWorld } from './world.ts';

/**
 * What follows from a saved change: the fact beside the subscriber, and a mail that is due now.
 * The change holds whatever becomes of these: the tick finds what is due within a minute, and
 * a person who pressed a button must not read that it failed.
 */
export async function followUp(
  world: WebWorld,
  { id, dueAt }: Pick<Subscriber, 'id' | 'dueAt'>,
  fact?: Fact,
): Promise<void> {
  const dueNow = dueAt !== undefined && dueAt <= world.now();
  const done = await Promise.allSettled([
    fact && world.subscribers.record(id, fact),
    dueNow && world.queue.put([{ dues: [{ id, dueAt }], delaySeconds: 0 }]),
  ]);
  for (const one of done) if (one.status === 'rejected') logError('web-follow-up', one.reason);
}

/**
 * Work like that of {@link followUp} for a sign-up that changes nothing, so that the time an
 * answer takes does not tell who is on the list. The sender refuses a moment that is not due.
 */
export const pretendFollowUp = (world: WebWorld, id: SubscriberId): Promise<void> =>
  followUp(world, { id, dueAt: world.now() });
