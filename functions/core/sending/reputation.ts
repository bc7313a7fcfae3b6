import { type Instant, instant, plusSeconds } from '../time.ts';

/** What came of the letters of some days: how many went, and what came back. */
export interface Figures {
  readonly letters: number;
  readonly bounces: number;
  readonly complaints: number;
}

/** Why letters are stopped. */
export type StopCause = 'bounces' | 'complaints';

/**
 * Letters stop at four bounces in a hundred, or eight complaints in ten thousand, before SES reviews the
 * account at 5 % and 0.1 % (SES developer guide, "Sending review process FAQs"). So few as not to be
 * many are none: a list of thirty is not stopped by one typo.
 */
const LIMITS: Readonly<Record<StopCause, { readonly share: number; readonly few: number }>> = {
  bounces: { share: 0.04, few: 10 },
  complaints: { share: 0.0008, few: 3 },
};

/** Today and the six days before, in UTC. */
const WINDOW_DAYS = 7;
const DAY = 86_400;

/**
 * Whether letters are to stop. It looks at mail to people who have confirmed and at nothing else: of
 * whoever can be reached through the form anybody can make up ten thousand.
 */
export const stopFor = (figures: Figures): StopCause | undefined =>
  (['bounces', 'complaints'] as const).find((cause) => {
    const { share, few } = LIMITS[cause];
    return figures[cause] >= few && figures[cause] >= share * figures.letters;
  });

/**
 * From when on letters count: the beginning of a day, or the moment of the last release, after which
 * what had been before it is no reason to stop again.
 */
export function countedFrom(now: Instant, releasedAt: Instant | undefined): Instant {
  const first = startOfDay(plusSeconds(now, -(WINDOW_DAYS - 1) * DAY));
  return releasedAt !== undefined && releasedAt > first ? releasedAt : first;
}

/** How many mails went, as the provider and we count them: of some days, and of the last one alone. */
export interface Sent {
  /** By the provider, a quarter of an hour behind; whoever sent them and to whom. */
  readonly days: number;
  /** By the provider, at once. */
  readonly day: number;
  /** Those of ours that went to strangers, in the same two stretches. */
  readonly confirmations: { readonly days: number; readonly day: number };
}

/**
 * The letters among all mails. On a new list, and after a release, the last day is all there is, and most
 * of it is not in the figures of days yet.
 */
export const lettersIn = ({ days, day, confirmations }: Sent): number =>
  Math.max(0, days - confirmations.days, day - confirmations.day);

/** What came of the confirmation mails of some hours. */
export interface SignUpFigures {
  readonly confirmations: number;
  /** Bounced for good, or taken for spam. */
  readonly returned: number;
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

/** From when on confirmation mails count: the beginning of an hour. */
export const signUpsFrom = (now: Instant): Instant =>
  instant(
    new Date(Math.floor(Date.parse(now) / 3_600_000) * 3_600_000 - (SIGN_UP_HOURS - 1) * 3_600_000),
  );

/** Until when the form is to be careful; undefined while it need not. Letters have nothing to do with it. */
export function carefulUntil(figures: SignUpFigures, now: Instant): Instant | undefined {
  const { confirmations, returned } = figures;
  const careful = returned >= SIGN_UPS.few && returned >= SIGN_UPS.share * confirmations;
  return careful ? plusSeconds(now, CAUTION_SECONDS) : undefined;
}

const dayOf = (at: Instant): string => at.slice(0, 10);
const startOfDay = (at: Instant): Instant => instant(new Date(`${dayOf(at)}T00:00:00Z`));
