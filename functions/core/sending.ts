import { type Instant, plusSeconds } from './time.ts';

/**
 * What became of one call to the mail provider. "Not sent" is knowledge; "in doubt" is the lack of
 * it, and is never treated as a failure, since the mail may have gone.
 */
export type SendOutcome =
  | { readonly is: 'sent'; readonly messageId: string }
  | { readonly is: 'not-sent'; readonly then: NotSentThen; readonly why: string }
  | { readonly is: 'in-doubt'; readonly why: string };

/**
 * - `retry`: too fast just now, the next tick takes it again;
 * - `hold`: nothing can be sent at all (quota, paused account, configuration): stop and alarm;
 * - `put-off`: this one mail is refused; try it again tomorrow and alarm;
 * - `suppress`: this address can never be mailed.
 */
export type NotSentThen = 'retry' | 'hold' | 'put-off' | 'suppress';

/** How long a claim whose fate is unknown keeps others from sending, in seconds. */
export const LEASE_SECONDS = 15 * 60;

/** How long all sending rests after a refusal that concerns the whole account, in seconds. */
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
const RATE_SHARE = 0.9;

/** Share of the day's quota kept back for confirmations and answers. */
const RESERVE_SHARE = 0.05;

/** An SQS delay is at most 900 s; a tick plans for its own minute only. */
export const TICK_SECONDS = 60;

/** How many letters one tick may put on the queue, given how many still wait there. */
export function takeThisTick(quota: Quota, waiting: number): number {
  const byRate = Math.floor(quota.perSecond * RATE_SHARE * TICK_SECONDS) - waiting;
  const byDay =
    quota.perDay < 0
      ? Number.POSITIVE_INFINITY
      : Math.floor(quota.perDay * (1 - RESERVE_SHARE)) - quota.sentToday - waiting;
  return Math.max(0, Math.min(byRate, byDay));
}

/** Seconds to wait before the message at this place may be sent, so that the rate is kept. */
export function delayOf(place: number, quota: Quota): number {
  return Math.min(900, Math.floor(place / (quota.perSecond * RATE_SHARE)));
}
