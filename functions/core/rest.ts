import { type Instant, type LocalDate, localDate, nextDay, type Zone } from './time.ts';

/**
 * A holiday of the author's: days on which no letter of a course comes. Both days are part of it, on each
 * reader's own calendar.
 */
export interface Rest {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The first day from one on that no rest has: on most days that day itself. */
export function dayWithoutRest(rests: readonly Rest[], day: LocalDate): LocalDate {
  const rest = rests.find(({ from, until }) => from <= day && day <= until);
  return rest === undefined ? day : dayWithoutRest(rests, nextDay(rest.until));
}

/** Twelve hours behind UTC, as POSIX writes it: a day is over everywhere once it is over there. */
const WHERE_DAYS_END_LAST = 'Etc/GMT+12' as Zone;

/** Whether no reader, wherever they are, has a day of a rest before them. */
export const isOver = ({ until }: Rest, now: Instant): boolean =>
  until < localDate(now, WHERE_DAYS_END_LAST);
