import { type Instant, plusSeconds } from '../time.ts';

/**
 * What became of one call to the mail provider. "Not sent" is knowledge; "in doubt" is the lack of
 * it, and is never treated as a failure, since the mail may have gone.
 */
export type SendOutcome =
  | { readonly is: 'sent'; readonly messageId: string }
  | {
      readonly is: 'not-sent';
      readonly then: NotSentThen;
      readonly why: string;
      /** By the look of a name that nobody knows: many of them are no accident of one mail. */
      readonly guessed?: true;
    }
  | { readonly is: 'in-doubt'; readonly why: string };

/** The `why` of a mail that was not sent because no connection came about: nobody heard of it. */
export const NO_CONNECTION = 'NoConnection';

/**
 * - `retry`: too fast just now, the next tick takes it again;
 * - `hold`: nothing can be sent at all (quota, paused account, configuration): stop and alarm;
 * - `put-off`: this one mail is refused for what is in it; try it again on the reader's next day, and alarm;
 * - `wait`: the sandbox does not know this address yet, which a press may change any minute;
 * - `suppress`: this address can never be mailed.
 */
export type NotSentThen = 'retry' | 'hold' | 'put-off' | 'wait' | 'suppress';

/** How long a claim whose fate is unknown keeps others from sending, in seconds. */
export const LEASE_SECONDS = 15 * 60;

/** How long one that could not be written waits: until then somebody may have mended the words. */
export const BROKEN_SECONDS = 3600;

/** How long one waits whose address the sandbox does not know yet. */
export const UNVERIFIED_SECONDS = 5 * 60;

/** How long all sending is held after a refusal that concerns the whole account, in seconds. */
export const HOLD_SECONDS = 10 * 60;

/** Claims taken before this moment, and not settled since, may be taken over. */
export const leaseStart = (now: Instant): Instant => plusSeconds(now, -LEASE_SECONDS);

/** The account's limits, as SES tells them. */
export interface Quota {
  /** Messages in 24 hours; -1 is no limit. */
  readonly perDay: number;
  readonly sentToday: number;
  readonly perSecond: number;
}

/** Share of the account's rate that lessons use; SES throttles at its limit already (§2.2). */
export const RATE_SHARE = 0.9;

/** Share of the day's quota kept back for confirmations and answers. */
const RESERVE_SHARE = 0.05;

/** A tick plans for its own minute only. */
export const TICK_SECONDS = 60;

/** What SQS can delay a message by, in seconds. */
const MAX_DELAY_SECONDS = 900;

/**
 * The most due moments in one queue message. All of a message are sent at once, so it holds no more
 * than the account may send in a second; 13 is that for an account that has just left the sandbox.
 * More would save little, and a sender that crashes puts all of them in doubt.
 */
const MOST_IN_A_MESSAGE = 13;

/** Lessons a second. */
const pace = ({ perSecond }: Quota): number => perSecond * RATE_SHARE;

/**
 * The most due moments that a message of a tick holds at this rate: an even part of a second's worth.
 * What waits on the queue is taken for full messages, so that the rate is never exceeded. Those that
 * are not full (a sign-up's, the last of a tick) count for too many, but they are gone in seconds;
 * one that fails, in a quarter of an hour.
 */
export function mostInMessage(quota: Quota): number {
  const second = Math.max(1, Math.ceil(pace(quota)));
  return Math.ceil(second / Math.ceil(second / MOST_IN_A_MESSAGE));
}

/**
 * How many letters one tick may put on the queue, given how many may still wait there. In the sandbox
 * (200 a day, 1 a second) that is 54 a minute and 190 a day.
 *
 * @param waiting due moments, at most
 */
export function takeThisTick(quota: Quota, waiting: number): number {
  const byRate = Math.floor(pace(quota) * TICK_SECONDS) - waiting;
  const byDay = lettersADay(quota) - quota.sentToday - waiting;
  return Math.max(0, Math.min(byRate, byDay));
}

/** Share of the day's quota that the newsletter leaves to letters. */
const LETTERS_SHARE = 1 / 3;

/**
 * How many issues a tick may put on the queue behind its letters: letters go first in each minute, and what a
 * day's issues may use up leaves room for the letters of that day.
 *
 * @param free what of the tick the letters leave
 */
export function issuesThisTick(
  free: number,
  { perDay, sentToday }: Quota,
  waiting: number,
): number {
  if (perDay < 0) return Math.max(0, free);
  const byDay = Math.floor(perDay * (1 - LETTERS_SHARE)) - sentToday - waiting;
  return Math.max(0, Math.min(free, byDay));
}

/** The letters that the account's quota has room for in a day; infinite where it has no limit. */
export const lettersADay = ({ perDay }: Pick<Quota, 'perDay'>): number =>
  perDay < 0 ? Number.POSITIVE_INFINITY : Math.floor(perDay * (1 - RESERVE_SHARE));

/** Due moments that are sent together, and after how many seconds. */
export interface Together<Each> {
  readonly dues: readonly Each[];
  /** 0 to 900. */
  readonly delaySeconds: number;
}

/**
 * Spreads due moments over the seconds, so that the rate is kept, and puts those of one second into as few
 * messages as can be, of about the same size.
 *
 * @param dues in the order in which they are to be sent
 * @param waiting how many are before them
 */
export function spread<Each>(
  dues: readonly Each[],
  waiting: number,
  quota: Quota,
): readonly Together<Each>[] {
  const seconds = new Map<number, Each[]>();
  dues.forEach((due, place) => {
    const delay = delayOf(waiting + place, quota);
    const same = seconds.get(delay);
    if (same === undefined) seconds.set(delay, [due]);
    else same.push(due);
  });
  return [...seconds].flatMap(([delaySeconds, same]) =>
    inParts(same, Math.ceil(same.length / mostInMessage(quota))).map((part) => ({
      dues: part,
      delaySeconds,
    })),
  );
}

/** Seconds to wait before the one at a place may be sent. */
const delayOf = (place: number, quota: Quota): number =>
  Math.min(MAX_DELAY_SECONDS, Math.floor(place / pace(quota)));

/** So many parts of about the same size. */
function inParts<Each>(all: readonly Each[], parts: number): readonly (readonly Each[])[] {
  const from = (part: number) => Math.round((all.length * part) / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(from(part), from(part + 1)));
}
