import { type Days, parseDayDigits } from '../../reader/schedule.ts';
import { parseZone, type Zone } from '../../time.ts';
import { slot, slots } from './dates.ts';
import type { Said, Value } from './match.ts';

/** What is said about the hour, days or zone of the letters. */
export type Rhythm =
  /** Minutes since midnight. */
  | { readonly is: 'clock'; readonly minutes: number }
  /** Of a bare number: only with a part of the day beside it, or a word like "at". */
  | { readonly is: 'part'; readonly part: Part }
  /**
   * `named`: said by their names, so that "no" in front of them means the others. `counted`: only
   * how many there are, so that names beside it say which. `part`: "Sunday evening".
   */
  | {
      readonly is: 'days';
      readonly days: Days;
      readonly named?: true;
      readonly counted?: true;
      readonly part?: Part;
    }
  | { readonly is: 'zone'; readonly zone: Zone }
  | { readonly is: 'slower' }
  | { readonly is: 'faster' };

export const PARTS = ['inTheMorning', 'inTheAfternoon', 'inTheEvening', 'atNight'] as const;
export type Part = (typeof PARTS)[number];

const isPart = (value: unknown): value is Part => PARTS.some((one) => one === value);

const HOUR = 60;
const DAY = 24 * HOUR;

/** "7", "7:30", "19h30", "7.30", "0730". @returns minutes since midnight */
export function minutesIn(text: string): number | undefined {
  const [, hours, minutes = '0'] =
    /^(\d{1,2})(?:[:.h](\d{2}))?$/.exec(text) ?? /^([01]\d)([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  return (Number(hours) * HOUR + Number(minutes)) % DAY;
}

const clockIn = (said: Said): number | undefined => {
  const value = slot(said, 'clock');
  return typeof value === 'number' ? value : undefined;
};

const atClock = (minutes: number | undefined): Rhythm | undefined =>
  minutes === undefined ? undefined : { is: 'clock', minutes: (minutes + DAY) % DAY };

const shifted = (said: Said, by: number): Rhythm | undefined => {
  const minutes = clockIn(said);
  return atClock(minutes === undefined ? undefined : minutes + by);
};

const part = (name: Part) => (): Rhythm => ({ is: 'part', part: name });
const onDays = (days: string): Rhythm | undefined => {
  const parsed = parseDayDigits(days);
  return parsed && { is: 'days', days: parsed };
};

/**
 * Which days "n a week" are: spread over the week, and the weekend last, since that is what most
 * people ask to keep free. Once is the weekday on which they ask.
 */
const A_WEEK = ['', '', '14', '135', '1245', '12345', '123456', '1234567'];

type Reader = (said: Said, today: number) => Rhythm | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  at: (said) => atClock(clockIn(said)),
  halfPast: (said) => shifted(said, HOUR / 2),
  halfTo: (said) => shifted(said, -HOUR / 2),
  quarterPast: (said) => shifted(said, HOUR / 4),
  quarterTo: (said) => shifted(said, -HOUR / 4),
  noon: () => atClock(12 * HOUR),
  midnight: () => atClock(0),
  inTheMorning: part('inTheMorning'),
  inTheAfternoon: part('inTheAfternoon'),
  inTheEvening: part('inTheEvening'),
  atNight: part('atNight'),
  daily: () => onDays('1234567'),
  weekdays: (said) => {
    const [first, last] = slots(said, 'weekday').map(Number);
    // "From Saturday to Saturday" is a week, and no rhythm.
    if (first !== undefined && first === last) return undefined;
    return onDays(first === undefined || last === undefined ? '12345' : daysFromTo(first, last));
  },
  weekends: () => ({ is: 'days', days: '67' as Days, named: true }),
  onDays: (said) => {
    const days = onDays(named(said));
    const beside = slot(said, 'part');
    if (days?.is !== 'days') return undefined;
    return { ...days, named: true, ...(isPart(beside) && { part: beside }) };
  },
  notOnDays: (said) => onDays(others(named(said))),
  notOnWeekends: () => onDays('12345'),
  everyOtherDay: () => onDays('135'),
  perWeek: (said, today) => perWeek(Number(slot(said, 'number')), today),
  weekly: (_, today) => perWeek(1, today),
  twiceWeekly: (_, today) => perWeek(2, today),
  slower: () => ({ is: 'slower' }),
  faster: () => ({ is: 'faster' }),
  zone: (said) => {
    const zone = parseZone(zoneName(String(slot(said, 'city') ?? slot(said, 'zone') ?? '')));
    return zone && { is: 'zone', zone };
  },
};

/** @param today the weekday on which it was said, 1 Monday to 7 Sunday */
export function rhythmOf(said: Said, today: number): Rhythm | undefined {
  return READERS[said.form]?.(said, today);
}

const perWeek = (times: number, today: number): Rhythm | undefined => {
  const days = onDays(times === 1 ? String(today) : (A_WEEK[times] ?? ''));
  return days?.is === 'days' ? { ...days, counted: true } : days;
};

function daysFromTo(first: number, last: number): string {
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, at) => ((first - 1 + at) % 7) + 1).join('');
}

const named = (said: Said): string =>
  [...slots(said, 'each'), ...slots(said, 'weekday')].map(digits).join('');

const digits = (value: Value): string => (typeof value === 'object' ? '' : String(value));

const others = (days: string): string =>
  days === '' ? '' : [...'1234567'].filter((day) => !days.includes(day)).join('');

/** "europe/lisbon" as it is spelled. */
const zoneName = (text: string): string => text;

/** An hour with the part of the day that was said beside it: "7 in the evening" is 19:00. */
export function onTheDial(minutes: number, beside: Part | undefined): number {
  const noon = DAY / 2;
  if (beside === undefined) return minutes;
  if (beside === 'inTheMorning')
    return minutes >= noon && minutes < noon + HOUR ? minutes - noon : minutes;
  if (minutes >= noon)
    return beside === 'atNight' && minutes < noon + HOUR ? minutes - noon : minutes;
  return beside === 'atNight' && minutes < 5 * HOUR ? minutes : minutes + noon;
}

/** The nearest half hour, on which letters leave. */
export const halfHour = (minutes: number): number => (Math.round(minutes / 30) * 30) % DAY;
