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

const dayOf = (at: Instant): string => at.slice(0, 10);
const startOfDay = (at: Instant): Instant => instant(new Date(`${dayOf(at)}T00:00:00Z`));
