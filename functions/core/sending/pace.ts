import { type Instant, plusSeconds } from '../time.ts';

/**
 * What became of one call to the mail provider. "Not sent" is knowledge; "in doubt" is the lack of
 * it, and is never treated as a failure, since the mail may have gone.
 */
export type SendOutcome =
  | { readonly is: 'sent'; readonly messageId: string }
  | { readonly is: 'not-sent'; readonly then: NotSentThen; readonly why: string }
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
 * How many letters one tick may put on the queue, given how many still wait there. In the sandbox
 * (200 a day, 1 a second) that is 54 a minute and 190 a day.
 */
export function takeThisTick(quota: Quota, waiting: number): number {
  const byRate = Math.floor(quota.perSecond * RATE_SHARE * TICK_SECONDS) - waiting;
  const byDay =
    quota.perDay < 0
      ? Number.POSITIVE_INFINITY
      : Math.floor(quota.perDay * (1 - RESERVE_SHARE)) - quota.sentToday - waiting;
  return Math.max(0, Math.min(byRate, byDay));
}

/**
 * Seconds to wait before a message may be sent, so that the rate is kept.
 *
 * @param place among all that wait, those from earlier ticks first
 */
export function delayOf(place: number, quota: Quota): number {
  return Math.min(MAX_DELAY_SECONDS, Math.floor(place / (quota.perSecond * RATE_SHARE)));
}
