import type { Library } from '../adapters/library.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { afterSending, isKnownSent } from '../core/owed.ts';
import type { TaggedMail } from '../core/ses-event.ts';
import type { AttemptId, Subscriber } from '../core/subscriber.ts';
import type { Instant } from '../core/time.ts';
import { change } from './change.ts';

export interface SettlingWorld {
  readonly subscribers: Subscribers;
  readonly library: Pick<Library, 'courses'>;
  now(): Instant;
}

/**
 * Ends a claim with a new value, made anew when the reader changed something meanwhile. Nothing
 * happens when somebody else has ended it: then they knew.
 */
export async function settle(
  { subscribers, now }: Pick<SettlingWorld, 'subscribers' | 'now'>,
  claimed: Subscriber,
  attempt: AttemptId,
  next: (latest: Subscriber, now: Instant) => Subscriber,
): Promise<void> {
  let latest = claimed;
  for (;;) {
    const saved = await subscribers.finalise(next(latest, now()), attempt);
    if (saved.is !== 'changed') return;
    latest = saved.latest;
  }
}

/**
 * Takes note of a Send event: the proof that SES accepted a mail. Nearly always its answer came
 * too and all is known. Otherwise it settles the claim; and should the claim be another's by now,
 * the mail is known as sent all the same.
 */
export async function settleByEvent(world: SettlingWorld, mail: TaggedMail): Promise<void> {
  const { subscribers, library } = world;
  const { id, owed, attempt } = mail;
  const latest = await subscribers.load(id);
  if (latest === undefined || isKnownSent(latest, owed)) return;
  const sent = (one: Subscriber, now: Instant) => afterSending(one, owed, library.courses, now);
  if (latest.claim?.attempt === attempt) return settle(world, latest, attempt, sent);
  await change(subscribers, id, (one) =>
    isKnownSent(one, owed)
      ? { is: 'unchanged' }
      : { is: 'changed', subscriber: sent(one, world.now()) },
  );
}
