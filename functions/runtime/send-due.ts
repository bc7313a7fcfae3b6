import type { CheckIns } from '../adapters/check-ins.ts';
import type { DueIndex } from '../adapters/dispatch.ts';
import { type Library, mailFor } from '../adapters/library.ts';
import type { Mailer, RawMail } from '../adapters/mailer.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { composeOwed, type Sender, showsCheckIns } from '../core/compose.ts';
import type { Due } from '../core/dispatch.ts';
import { suppress } from '../core/lifecycle.ts';
import { writeMail } from '../core/mime.ts';
import { afterSending, arranged, type OwedMail, owedMail } from '../core/owed.ts';
import { HOLD_SECONDS, type NotSentThen } from '../core/sending.ts';
import type { AttemptId, Subscriber } from '../core/subscriber.ts';
import { type Instant, plusSeconds } from '../core/time.ts';

/** All that sending touches. */
export interface SendingWorld {
  readonly subscribers: Subscribers;
  readonly dueIndex: Pick<DueIndex, 'hold'>;
  readonly checkIns: Pick<CheckIns, 'load'>;
  readonly mailer: Mailer;
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
  attempt(): AttemptId;
}

/** How one due moment ended, for the log's tally. */
export type Ended = 'sent' | 'not-due' | 'open' | 'nothing-owed' | 'in-doubt' | NotSentThen;

/**
 * Sends what is owed to one subscriber, if it still is: claim, send, finalise. Whatever happens
 * after the claim and before an answer leaves the claim standing, which is what makes the doubt
 * visible; only a refusal gives it back.
 */
export async function sendDue(world: SendingWorld, due: Due): Promise<Ended> {
  const { subscribers, library, mailer } = world;
  const attempt = world.attempt();
  const claimed = await subscribers.claim(due.id, due.dueAt, attempt, world.now());
  if (claimed.is !== 'claimed') return claimed.is;
  const { subscriber } = claimed;
  const owed = owedMail(subscriber, library.courses);
  if (owed === undefined) {
    // The course became shorter since the due moment was set.
    await settle(world, subscriber, attempt, (latest, now) =>
      arranged(latest, library.courses, now),
    );
    return 'nothing-owed';
  }
  const mail = await written(world, subscriber, owed, attempt);
  const outcome = await mailer.send(mail);
  switch (outcome.is) {
    case 'sent':
      await settleSent(world, subscriber, owed, attempt);
      return 'sent';
    case 'in-doubt':
      return 'in-doubt';
    case 'not-sent':
      await notSent(world, subscriber, attempt, outcome.then);
      return outcome.then;
  }
}

/** The mail in wire form. A mail that can't be composed gives the claim back before it throws. */
async function written(
  { subscribers, checkIns, library, sender, now }: SendingWorld,
  subscriber: Subscriber,
  owed: OwedMail,
  attempt: AttemptId,
): Promise<RawMail> {
  try {
    const mail = mailFor(library, owed, subscriber.enrollments);
    const outgoing = composeOwed(subscriber, {
      ...{ owed, mail, courses: library.courses, sender, now: now() },
      ...(showsCheckIns(mail) && { answers: await checkIns.load(subscriber.id) }),
    });
    return {
      from: sender.fromAddress,
      to: subscriber.address,
      raw: writeMail(outgoing),
      tags: { subscriber: subscriber.id, attempt, ...owed },
    };
  } catch (error) {
    await subscribers.release(subscriber.id, attempt);
    throw error;
  }
}

/** Records that a mail went out, whether SES's answer or its Send event told us so. */
export function settleSent(
  world: Pick<SendingWorld, 'subscribers' | 'library' | 'now'>,
  subscriber: Subscriber,
  owed: OwedMail,
  attempt: AttemptId,
): Promise<void> {
  const { courses } = world.library;
  return settle(world, subscriber, attempt, (latest, now) =>
    afterSending(latest, owed, courses, now),
  );
}

async function notSent(
  world: SendingWorld,
  subscriber: Subscriber,
  attempt: AttemptId,
  then: NotSentThen,
): Promise<void> {
  const { subscribers, dueIndex, library } = world;
  const now = world.now();
  switch (then) {
    case 'retry':
      return subscribers.release(subscriber.id, attempt);
    case 'hold':
      await subscribers.release(subscriber.id, attempt);
      return dueIndex.hold(plusSeconds(now, HOLD_SECONDS));
    case 'put-off':
      return settle(world, subscriber, attempt, (latest) =>
        latest.dueAt === undefined ? latest : { ...latest, dueAt: plusSeconds(now, 86_400) },
      );
    case 'suppress':
      return settle(world, subscriber, attempt, (latest) => {
        const change = suppress(latest, 'refused', { now, courses: library.courses });
        return change.is === 'changed' ? change.subscriber : latest;
      });
  }
}

/** Ends a claim with a new value, made anew when the reader changed something meanwhile. */
async function settle(
  { subscribers, now }: Pick<SendingWorld, 'subscribers' | 'now'>,
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
