import { DAILY } from '../../../functions/core/reader/schedule.ts';

/** How a terminal says when letters come. */

/** Monday first, as ISO 8601 counts them. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `7:30` @param hour of a day, with its part */
export const clockInWords = (hour: number): string =>
  `${Math.floor(hour)}:${String((hour % 1) * 60).padStart(2, '0')}`;

/** `every day`, or `Mon, Wed, Fri` @param days ISO weekdays as digits */
export const daysInWords = (days: string): string =>
  days === DAILY ? 'every day' : [...days].map((day) => WEEKDAYS[Number(day) - 1]).join(', ');
