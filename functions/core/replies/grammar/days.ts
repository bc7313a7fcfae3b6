import type { Days } from '../../reader/schedule.ts';
import type { Meaning } from './chunks.ts';
import type { PlainDate } from './dates.ts';
import type { Part, Rhythm } from './rhythms.ts';

/** What a clause says about days of the week. */

/** One weekday, or a weekend, which may be meant every week. */
export function daysOf(first: PlainDate, last: PlainDate): string {
  if (first.equals(last)) return String(first.dayOfWeek);
  const weekend = first.dayOfWeek === 6 && first.add({ days: 1 }).equals(last);
  return weekend ? '67' : '';
}

/** The days that are wished for: "no mail on Sundays" is the six others. */
export function daysIn(taken: readonly Meaning[]): Days | 'both' | undefined {
  const unwanted = taken.some(({ tag }) => tag === 'no' || tag === 'end' || tag === 'refuse');
  const all = taken.flatMap((meaning) =>
    meaning.tag === 'rhythm' && meaning.rhythm.is === 'days' ? [meaning.rhythm] : [],
  );
  const wanted = all.flatMap(({ days, named, counted }) => {
    // "Once a week, on Mondays": the days that are named are the ones.
    if (counted && all.some((one) => one.named && one.days.length === days.length)) return [];
    return [unwanted && named ? without('1234567', days) : days];
  });
  const [one, ...more] = wanted;
  if (one === undefined) return undefined;
  const days = more.reduce<string>((left, other) => within(left, other), one);
  return days === '' ? 'both' : (days as Days);
}

/** "Sunday evenings at 6". */
export const dayPart = (rhythms: readonly Rhythm[]): Part | undefined =>
  rhythms.flatMap((one) => (one.is === 'days' && one.part !== undefined ? [one.part] : []))[0];

export const without = (days: string, others: string): string =>
  [...days].filter((digit) => !others.includes(digit)).join('');
const within = (days: string, others: string): string =>
  [...days].filter((digit) => others.includes(digit)).join('');
