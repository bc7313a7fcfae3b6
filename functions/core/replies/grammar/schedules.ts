import type { Days } from '../../reader/schedule.ts';
import type { Zone } from '../../time.ts';
import type { Option, Wish } from '../understanding.ts';
import type { Meaning } from './chunks.ts';
import { dayPart, daysIn } from './days.ts';
import type { Doubt, Now } from './readings.ts';
import { halfHour, onTheDial, type Part } from './rhythms.ts';
import type { When } from './times.ts';

type Schedule = Extract<Wish, { readonly is: 'schedule' }>;

/** Hours that a part of the day may mean, in minutes. */
const HOURS: Readonly<Record<Part, readonly number[]>> = {
  inTheMorning: [7 * 60, 8 * 60, 9 * 60],
  inTheAfternoon: [13 * 60, 15 * 60, 17 * 60],
  inTheEvening: [18 * 60, 19 * 60, 20 * 60],
  atNight: [20 * 60, 21 * 60, 22 * 60],
};

/** The hour and the days that a clause names, or what "less often" may mean. */
export function scheduled(
  taken: readonly Meaning[],
  when: When | undefined,
  now: Now,
): Option | Doubt {
  const rhythms = taken.flatMap((meaning) => (meaning.tag === 'rhythm' ? [meaning.rhythm] : []));
  const clocks = rhythms.flatMap((one) => (one.is === 'clock' ? [one.minutes] : []));
  const bare = taken.flatMap((meaning) => (meaning.tag === 'number' ? [meaning.minutes] : []));
  const part = rhythms.find((one) => one.is === 'part')?.part ?? dayPart(rhythms);
  const day = daysIn(taken);
  const zone: Zone | undefined = rhythms.find((one) => one.is === 'zone')?.zone;
  const hours = clocks.length > 0 ? clocks : part === undefined ? [] : bare;
  const said: Pick<Schedule, 'days' | 'zone'> = {
    ...(day !== undefined && day !== 'both' && { days: day }),
    ...(zone !== undefined && { zone }),
  };
  const set = (minutes: number): Option => [
    { is: 'schedule', minutes: halfHour(onTheDial(minutes, part)), ...said },
  ];
  // Two hours, or days that are both to be and not to be: one of them was not meant.
  if (hours.length > 1 || day === 'both')
    return { because: 'two-wishes', options: hours.slice(0, 3).map(set) };
  const [hour] = hours;
  if (hour !== undefined) return until(when, set(hour));
  if (said.days !== undefined || zone !== undefined)
    return until(when, [{ is: 'schedule', ...said }]);
  if (part !== undefined)
    return {
      because: 'how-often',
      options: HOURS[part].map((minutes): Option => [{ is: 'schedule', minutes }]),
    };
  return {
    because: 'how-often',
    options: oftener(
      rhythms.some(({ is }) => is === 'faster'),
      now,
    ),
  };
}

/** A rhythm for a time only is none that can be kept. */
const until = (when: When | undefined, option: Option): Option | Doubt =>
  when === undefined || when.is === 'open' || when.is === 'from'
    ? option
    : { because: 'two-wishes', options: [option] };

/** What "less often" and "more often" may mean. */
const oftener = (faster: boolean, { today }: Now): readonly Option[] =>
  (faster ? ['1234567'] : ['135', '14', String(today.dayOfWeek)]).map(
    (days): Option => [{ is: 'schedule', days: days as Days }],
  );
