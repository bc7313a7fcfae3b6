import { Temporal } from 'temporal-polyfill';
import type { LessonId } from '../course.ts';
import type { NoticeName } from '../mail/template.ts';
import {
  type Change,
  leave,
  type Present,
  pause,
  reschedule,
  resume,
} from '../reader/lifecycle.ts';
import { parseDayDigits, parseHour } from '../reader/schedule.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { type LocalDate, localDate, parseLocalDate, parseZone } from '../time.ts';
import type { Reason, Understanding } from './understand.ts';

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
  /** What was not sure, where the reader is asked what they mean. */
  readonly because?: Reason;
  /** Applied to the subscriber as they are when it is saved. */
  readonly change?: (subscriber: Subscriber) => Change;
  /** Sent to the stored address, never to the From. */
  readonly answer?: NoticeName;
  /** A letter that the reader had and asks for again. */
  readonly again?: LessonId;
  readonly toAuthor?: true;
}

export const FORWARD = { outcome: 'forwarded', toAuthor: true } as const;

/** What each intent comes to, as if the reader's word were beyond doubt. */
export function wishOf(
  understood: Understanding,
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const { intent } = understood;
  switch (intent) {
    case 'unsubscribe':
      return {
        intent,
        outcome: 'applied',
        answer: 'goodbye',
        change: (one) => leave(one, 'reply', present),
      };
    case 'pause':
      return pauseWish(understood, present);
    case 'resume':
      return resumeWish(understood, present);
    case 'schedule':
      return scheduleWish(understood, subscriber, present);
    case 'skip':
      return skipWish(subscriber, present);
    case 'resend':
      return resendWish(understood, subscriber);
    case 'status':
    case 'help':
      return { intent, outcome: 'applied', answer: intent };
    case 'clarify':
      return {
        intent,
        outcome: 'clarify-asked',
        because: understood.because,
        answer: 'clarify',
        toAuthor: true,
      };
    // Somebody's data leaves, or goes, by a person's hand.
    case 'export':
    case 'delete':
    case 'none':
      return { intent, ...FORWARD };
  }
}

function pauseWish(
  wish: Understanding & { readonly intent: 'pause' },
  present: Present,
): ReplyDecision {
  const from = parseLocalDate(wish.from ?? '');
  const until = parseLocalDate(wish.until ?? '');
  const days = { ...(from && { from }), ...(until && { until }) };
  return {
    intent: 'pause',
    outcome: 'applied',
    answer: 'paused',
    ...(until && { until }),
    change: (one) => pause(one, days, present),
  };
}

/** Going on from a later day is a pause until that day. */
function resumeWish(
  wish: Understanding & { readonly intent: 'resume' },
  present: Present,
): ReplyDecision {
  const on = parseLocalDate(wish.on ?? '');
  if (on !== undefined)
    return { ...pauseWish({ intent: 'pause', until: on }, present), intent: 'resume' };
  return {
    intent: 'resume',
    outcome: 'applied',
    answer: 'resumed',
    change: (one) => resume(one, present),
  };
}

/**
 * Skipping a letter only moves it: it comes on the day after, and none is lost. Where none is to
 * come (in a pause without an end, after the last letter) there is none to move.
 */
function skipWish({ dueAt, zone }: Subscriber, present: Present): ReplyDecision {
  if (dueAt === undefined) return { intent: 'skip', ...FORWARD };
  const day = Temporal.PlainDate.from(localDate(dueAt, zone));
  const until = day.add({ days: 1 }).toString();
  return { ...pauseWish({ intent: 'pause', until }, present), intent: 'skip' };
}

/** "Less often" says no rhythm: then the reader is shown what can be said. */
function scheduleWish(
  wish: Understanding & { readonly intent: 'schedule' },
  subscriber: Subscriber,
  present: Present,
): ReplyDecision {
  const zone = wish.zone === undefined ? subscriber.zone : parseZone(wish.zone);
  const hour = wish.hour === undefined ? subscriber.hour : parseHour(wish.hour);
  const days = wish.days === undefined ? subscriber.days : parseDayDigits(wish.days);
  const vague = wish.zone === undefined && wish.hour === undefined && wish.days === undefined;
  if (vague) return { intent: 'schedule', outcome: 'clarify-asked', answer: 'help' };
  if (!zone || hour === undefined || !days) return { intent: 'schedule', ...FORWARD };
  return {
    intent: 'schedule',
    outcome: 'applied',
    answer: 'status',
    change: (one) => reschedule(one, { zone, hour, days }, present),
  };
}

/** The number is the one printed on the letter, so it counts what this reader received. */
function resendWish(
  { lesson }: Understanding & { readonly intent: 'resend' },
  { enrollments }: Subscriber,
): ReplyDecision {
  const received = enrollments.flatMap((enrollment) => enrollment.received);
  const again = lesson === undefined ? received.at(-1) : received[lesson - 1];
  if (again === undefined) return { intent: 'resend', ...FORWARD };
  return { intent: 'resend', outcome: 'applied', again };
}
