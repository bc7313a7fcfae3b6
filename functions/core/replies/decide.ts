import { type Change, leave, type Present, pause, reschedule, resume } from '../lifecycle.ts';
import { parseDays, parseHour } from '../schedule.ts';
import type { Subscriber } from '../subscriber.ts';
import type { NoticeName } from '../template.ts';
import { type LocalDate, parseLocalDate, parseZone } from '../time.ts';
import type { Trust } from './trust.ts';
import type { Understanding } from './understand.ts';

/** What became of an inbound mail; the word is kept, the mail itself expires with its bucket. */
export type Outcome =
  | 'applied'
  | 'confirm-asked'
  | 'clarify-asked'
  | 'forwarded'
  | 'ignored-automatic'
  | 'ignored-duplicate'
  | 'dropped';

export type Intent = Understanding['intent'];

/** What to do about a reply: what it changes, who is written to, and the word for it. */
export interface ReplyDecision {
  readonly intent: Intent;
  readonly outcome: Outcome;
  readonly until?: LocalDate;
  /** Applied to the subscriber as they are when it is saved. */
  readonly change?: (subscriber: Subscriber) => Change;
  /** Sent to the stored address, never to the From. */
  readonly answer?: NoticeName;
  readonly toAuthor?: true;
}

const FORWARD = { outcome: 'forwarded', toAuthor: true } as const;

/**
 * Decides on a human's mail that was understood. A refusal of the change (they have left, never
 * confirmed) falls back to asking; nothing is guessed.
 */
export function decide(
  understood: Understanding,
  trust: Trust,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const wish = wishOf(understood, subscriber, present);
  if (wish.change === undefined) return wish;
  // Without a token and without DMARC anybody could have written it: only a link may act.
  if (trust === 4 || (trust > 1 && understood.intent === 'resume')) return askFirst(understood.intent);
  const change = wish.change(subscriber);
  return change.is === 'refused' ? { intent: understood.intent, ...FORWARD } : wish;
}

const askFirst = (intent: Intent): ReplyDecision => ({
  intent,
  outcome: 'confirm-asked',
  answer: 'clarify',
});

function wishOf(understood: Understanding, subscriber: Subscriber, present: Present): ReplyDecision {
  const { intent } = understood;
  switch (intent) {
    case 'unsubscribe':
      return {
        ...{ intent, outcome: 'applied', answer: 'goodbye' },
        change: (one) => leave(one, 'reply', present),
      };
    case 'pause':
      return pauseWish(understood, present);
    case 'resume':
      return {
        ...{ intent, outcome: 'applied', answer: 'resumed' },
        change: (one) => resume(one, present),
      };
    case 'schedule':
      return scheduleWish(understood, subscriber, present);
    case 'status':
    case 'help':
      return { intent, outcome: 'applied', answer: intent };
    case 'clarify':
      return { intent, outcome: 'clarify-asked', answer: 'clarify', toAuthor: true };
    default:
      return { intent, ...FORWARD };
  }
}

function pauseWish(
  wish: Understanding & { readonly intent: 'pause' },
  present: Present,
): ReplyDecision {
  const from = wish.from === undefined ? undefined : parseLocalDate(wish.from);
  const until = wish.until === undefined ? undefined : parseLocalDate(wish.until);
  const days = { ...(from && { from }), ...(until && { until }) };
  return {
    ...{ intent: 'pause', outcome: 'applied', answer: 'paused' },
    ...(until && { until }),
    change: (one) => pause(one, days, present),
  };
}

function scheduleWish(
  wish: Understanding & { readonly intent: 'schedule' },
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const zone = wish.zone === undefined ? subscriber.zone : parseZone(wish.zone);
  const hour = wish.hour === undefined ? subscriber.hour : parseHour(wish.hour);
  const days = wish.days === undefined ? subscriber.days : parseDays(wish.days, 1);
  if (!zone || hour === undefined || !days) return { intent: 'schedule', ...FORWARD };
  return {
    ...{ intent: 'schedule', outcome: 'applied', answer: 'status' },
    change: (one) => reschedule(one, { zone, hour, days }, present),
  };
}

/** `unsub+TOKEN@`, the mailto of List-Unsubscribe: it leaves, whatever the body says. */
export function decideMailto(present: Present): ReplyDecision {
  return {
    ...{ intent: 'unsubscribe', outcome: 'applied', answer: 'goodbye' },
    change: (one) => leave(one, 'mailto', present),
  };
}
