import { Temporal } from 'temporal-polyfill';
import { COUNTS, countersIn } from '../../functions/adapters/counter-items.ts';
import { inboxOf } from '../../functions/adapters/inbound.ts';
import type { Instant } from '../../functions/core/time.ts';
import { issueCosts } from '../account/newsletter/price.ts';
import { idleMonth } from '../bench/fixed.ts';
import { PRICES } from '../bench/prices.ts';
import { overheadOf, SES_MAIL } from '../bench/scale.ts';
import type { Desk } from './desk.ts';

/** One thing that costs something, in dollars. */
export interface CostPart {
  /** `idle` is what a stack costs in which nothing happens: alarms, and clocks that look. */
  readonly what: 'letters' | 'newsletter' | 'replies' | 'idle';
  /** How many of it: mails, or alarms and all else as one. */
  readonly count: number;
  readonly ses: number;
  /** All of AWS but SES. */
  readonly ours: number;
}

/** Parts, and what they come to in dollars. */
export interface Sum {
  readonly parts: readonly CostPart[];
  readonly total: number;
}

/**
 * A month by our own counters and AWS's list prices, without free tiers; what AWS bills is on its bill. Not in it:
 * confirmations, welcomes and answers, what is stored, and a hosted zone.
 */
export interface Cost {
  /** `2026-11`, in UTC. */
  readonly month: string;
  readonly now: Instant;
  readonly soFar: Sum;
  /** The whole month, if its other days are as those so far; only of a month that is not over. */
  readonly forecast: Sum;
}

/** How many mails of each kind a month had. */
export interface Mails {
  readonly letters: number;
  readonly newsletter: number;
  readonly replies: number;
}

/** This month so far, and as a whole, in some four requests and one for each thousand mails that came in. */
export async function cost(desk: Desk): Promise<Cost> {
  const { now } = desk;
  const month = now.slice(0, 7);
  const [mails, quota, resources] = await Promise.all([
    mailsIn(desk, month),
    desk.account.quota(),
    desk.account.resources(),
  ]);
  const idle = resources.length === 0 ? 0 : idleMonth(resources.map(({ type }) => type));
  const passed = shareOf(now);
  const prices = { perSecond: quota.perSecond, idle };
  const whole: Mails = {
    letters: Math.round(mails.letters / passed),
    newsletter: Math.round(mails.newsletter / passed),
    replies: Math.round(mails.replies / passed),
  };
  return {
    month,
    now,
    soFar: sumOf(mails, { ...prices, idle: idle * passed }),
    forecast: sumOf(whole, prices),
  };
}

async function mailsIn({ items }: Desk, month: string): Promise<Mails> {
  const [letters, issues, digests, replies] = await Promise.all([
    items.all({ pk: COUNTS, begins: `letter#${month}#` }),
    items.all({ pk: COUNTS, begins: `issue#${month}-` }),
    items.all({ pk: COUNTS, begins: `digest#${month}-` }),
    items.all({ pk: inboxOf(month) }),
  ]);
  const accepted = (all: typeof letters) =>
    all
      .flatMap((item) => countersIn(item) ?? [])
      .reduce((sum, { counts }) => sum + counts.accepted, 0);
  return {
    letters: accepted(letters),
    newsletter: accepted([...issues, ...digests]),
    replies: replies.length,
  };
}

/** How much of its month is over at a moment: more than nothing. */
export function shareOf(now: Instant): number {
  const at = Temporal.Instant.from(now).toZonedDateTimeISO('UTC');
  const seconds = (at.day - 1) * 86_400 + at.hour * 3600 + at.minute * 60 + at.second;
  return Math.max(1, seconds) / (at.daysInMonth * 86_400);
}

/** What so many mails cost, and what costs in any case. */
export function sumOf(
  { letters, newsletter, replies }: Mails,
  { perSecond, idle }: { readonly perSecond: number; readonly idle: number },
): Sum {
  const each = overheadOf(perSecond);
  const parts: readonly CostPart[] = [
    { what: 'letters', count: letters, ses: letters * SES_MAIL, ours: letters * each },
    {
      what: 'newsletter',
      count: newsletter,
      // Whoever gets an issue was looked at for it.
      ...issueCosts(newsletter, newsletter, { perSecond }),
    },
    // It is received, and answered or handed on.
    { what: 'replies', count: replies, ses: replies * (PRICES.mailReceived + SES_MAIL), ours: 0 },
    { what: 'idle', count: 1, ses: 0, ours: idle },
  ];
  return { parts, total: parts.reduce((sum, { ses, ours }) => sum + ses + ours, 0) };
}
