import { type LocalDate, nextDay } from '../time.ts';

/** How many mails imported readers get on the first day, unless the author says otherwise. */
export const FIRST_DAY = 200;

/** What bounds the days on which imported readers get their first mail. */
export interface WarmUp {
  /** The first of these days. */
  readonly from: LocalDate;
  /** Mails on that day; each day after it may have twice as many as the one before. */
  readonly first: number;
  /** What the account may send in a day beside what it sends already. */
  readonly room: number;
  /** Who was imported before, and waits for a first mail, by day. */
  readonly waiting: ReadonlyMap<LocalDate, number>;
}

/** One day, and how many get their first mail on it. */
export interface WarmUpDay {
  readonly day: LocalDate;
  readonly count: number;
}

/**
 * Spreads first mails over days: a sender whom mailbox providers do not know begins with little, and
 * doubles (SES developer guide, "Warming up": start small, measure, correct). Whoever began goes on the
 * next day, so that a day's mails are those of all who have begun.
 *
 * @param count who get a first mail
 * @returns the days that have any, in their order; undefined when the account can't send so many a day
 */
export function warmUpDays(count: number, warmUp: WarmUp): readonly WarmUpDay[] | undefined {
  const { first, room, waiting } = warmUp;
  const days: WarmUpDay[] = [];
  let [left, begun, day] = [count, 0, warmUp.from];
  for (let most = Math.min(first, room); left > 0; most = Math.min(2 * most, room)) {
    begun += waiting.get(day) ?? 0;
    const here = Math.min(left, Math.max(0, most - begun));
    if (here === 0 && most === room && !isAnyLater(waiting, day)) return undefined;
    if (here > 0) days.push({ day, count: here });
    begun += here;
    left -= here;
    day = nextDay(day);
  }
  return days;
}

const isAnyLater = (waiting: WarmUp['waiting'], day: LocalDate): boolean =>
  [...waiting.keys()].some((one) => one > day);

/** Quarters of an hour over which the mails of one day that are due at one hour are spread. */
const QUARTERS = 16;

/** How much later than at their hour the first mail of whoever is at a place in their day comes, in seconds. */
export const latenessOf = (place: number): number => (place % QUARTERS) * 900;
