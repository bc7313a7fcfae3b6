import { away, type Change, leave, type Present, resume } from '../reader/lifecycle.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { parseLocalDate } from '../time.ts';
import { FORWARD, type Intent, type ReplyDecision, wishOf } from './intents.ts';
import type { Trust } from './trust.ts';
import type { Understanding } from './understand.ts';

/**
 * Decides on a human's mail that was understood. What can't be done (they have left, they never
 * confirmed) goes to the author; what only somebody else might want is asked about by a mail to
 * the stored address. Nothing is guessed.
 */
export function decide(
  understood: Understanding,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const wish = wishOf(understood, subscriber, present);
  const { intent } = understood;
  if (wish.change === undefined) {
    return wish.again !== undefined && trust === 4 ? askFirst(intent) : wakes(wish, present);
  }
  // Without a token and without DMARC anybody could have written it: only a link may act. A reader
  // is woken by nobody but themselves (mail-standards §7).
  if (trust === 4 || (trust > 1 && intent === 'resume')) return askFirst(intent);
  return wish.change(subscriber).is === 'refused' ? { intent, ...FORWARD } : wish;
}

const askFirst = (intent: Intent): ReplyDecision => ({
  intent,
  outcome: 'confirm-asked',
  answer: 'clarify',
});

/** Whoever writes is back: an absence that their mail program told us of is over. */
function wakes(wish: ReplyDecision, present: Present): ReplyDecision {
  const change = (one: Subscriber): Change =>
    one.standing.is === 'paused' && one.standing.absent
      ? resume(one, present)
      : { is: 'unchanged' };
  return { ...wish, change };
}

/** `unsub+TOKEN@`, the mailto of List-Unsubscribe: it leaves, whatever the body says. */
export function decideMailto(present: Present): ReplyDecision {
  return {
    intent: 'unsubscribe',
    outcome: 'applied',
    answer: 'goodbye',
    change: (one) => leave(one, 'mailto', present),
  };
}

/**
 * A vacation note with a day of return holds the course until then, since a daily letter piling up
 * is a reason to leave. It is not answered, and it can't lengthen or shorten a pause of their own.
 */
export function decideAbsence(
  until: string | undefined,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const day = parseLocalDate(until ?? '');
  const ignored = { intent: 'none', outcome: 'ignored-automatic' } as const;
  if (day === undefined || trust === 4) return ignored;
  const change = (one: Subscriber) => away(one, day, present);
  if (change(subscriber).is !== 'changed') return ignored;
  return { intent: 'pause', outcome: 'applied', until: day, change };
}
