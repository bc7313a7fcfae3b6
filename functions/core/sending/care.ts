import { type Instant, instant, plusSeconds } from '../time.ts';

/** What came of the confirmation mails of some hours. */
export interface SignUpFigures {
  readonly confirmations: number;
  /** Bounced for good, or taken for spam. */
  readonly returned: number;
}

/** How the form stands to whoever fills it in, since too many of its mails came back. */
export interface Care {
  /** From when on it is careful, without a break. */
  readonly since: Instant;
  /** So long it asks for more than an address. */
  readonly until: Instant;
  /** So long its mails go one after another, slowly. */
  readonly slowUntil?: Instant;
  /** When the next of these may go. Whoever asked before has a place before it. */
  readonly next?: Instant;
}

/** This hour and so many before it. */
const SIGN_UP_HOURS = 6;

/**
 * One address in ten is more than typing errors make; ten of them are no accident. A form that takes
 * less than it could is a smaller harm than an account that may not send.
 */
const SIGN_UPS = { share: 0.1, few: 10 };

/** How long the form then asks for more than an address, in seconds. The next that returns begins it anew. */
const CAUTION_SECONDS = 3600;

/**
 * How far apart the form's mails are while it is slow, in seconds. Work and patience have not kept out who
 * makes addresses up, so what bounds the bounces is the number of mails: six an hour are 36 in the hours that
 * are looked at, and still 144 a day, more than most lists grow by.
 */
const PACE_SECONDS = 600;

/** Whoever is let in waits for so long at most, in seconds: a request that was taken is mailed well within its week. */
const LONGEST_LINE_SECONDS = 86_400;

/** From when on confirmation mails count: the beginning of an hour. */
export const signUpsFrom = (now: Instant): Instant =>
  instant(
    new Date(Math.floor(Date.parse(now) / 3_600_000) * 3_600_000 - (SIGN_UP_HOURS - 1) * 3_600_000),
  );

const areMany = ({ confirmations, returned }: SignUpFigures): boolean =>
  returned >= SIGN_UPS.few && returned >= SIGN_UPS.share * confirmations;

/** Whether the form asks for more than an address. Letters have nothing to do with it. */
export const isCareful = (care: Care | undefined, now: Instant): care is Care =>
  care !== undefined && care.until > now;

/** Whether the form's mails go slowly. */
export const isSlow = (care: Care | undefined, now: Instant): care is Care =>
  care?.slowUntil !== undefined && care.slowUntil > now;

/**
 * How the form is to be once another of its mails has come back: careful when many did of late, and slow when
 * many did that were sent since it is careful. Both end by themselves an hour after the last of them.
 *
 * @param figures of the last hours, and of those mails that went since it is careful
 * @returns undefined when nothing is to change
 */
export function careAfter(
  before: Care | undefined,
  figures: { readonly lately: SignUpFigures; readonly since: SignUpFigures },
  now: Instant,
): Care | undefined {
  if (!areMany(figures.lately)) return undefined;
  const until = plusSeconds(now, CAUTION_SECONDS);
  if (!isCareful(before, now)) return { since: now, until };
  const slowUntil = areMany(figures.since) ? until : before.slowUntil;
  return { since: before.since, until, ...(slowUntil && { slowUntil }) };
}

/** When a mail may go that asks for a place in the line now, and when the one behind it may. */
export function placeInLine(next: Instant | undefined, now: Instant) {
  const place = next !== undefined && next > now ? next : now;
  return { place, next: plusSeconds(place, PACE_SECONDS) };
}

/** From when on somebody may get in line again; undefined while there is room. */
export function roomAt({ next }: Care, now: Instant): Instant | undefined {
  const room = next && plusSeconds(next, -LONGEST_LINE_SECONDS);
  return room !== undefined && room > now ? room : undefined;
}
