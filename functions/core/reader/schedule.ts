import { Temporal } from 'temporal-polyfill';
import type { Brand } from '../brand.ts';
import type { CourseSlug } from '../course.ts';
import { remembered } from '../remembered.ts';
import { type Instant, instant, type LocalDate, localDate, nextDay, type Zone } from '../time.ts';

/** The hour of the reader's day at which a letter comes, on a half hour: 0, 0.5 … 23.5. */
export type Hour = Brand<number, 'Hour'>;

/** ISO weekdays (1 Monday to 7 Sunday) as sorted digits: `1234567` daily, `12345` weekdays. */
export type Days = Brand<string, 'Days'>;

/** When somebody wants their letters. */
export interface Rhythm {
  readonly zone: Zone;
  readonly hour: Hour;
  readonly days: Days;
}

/** The last letter or issue that went out: when, and which day that was for the reader then. */
export interface LastLesson {
  readonly at: Instant;
  readonly on: LocalDate;
  /** Known where they take several: the next one's turn comes after it. */
  readonly course?: CourseSlug;
  /** It was of the newsletter. */
  readonly newsletter?: true;
}

export const DAILY = '1234567' as Days;
export const WEEKDAYS = '12345' as Days;
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `7`, `7.5`, and as clocks and people write it: `7:30`. */
const HOUR = /^(\d{1,2})(?:\.([05])|:([03]0))?$/;

/** Parses an hour of the day, on a half hour, from a form field or a number. */
export function parseHour(given: string | number): Hour | undefined {
  const [, whole, tenths, minutes] = HOUR.exec(String(given)) ?? [];
  if (whole === undefined) return undefined;
  const hour = Number(whole) + (tenths === '5' || minutes === '30' ? 0.5 : 0);
  return hour < 24 ? (hour as Hour) : undefined;
}

/** The hour that so many minutes after midnight are. */
export const hourOfMinutes = (minutes: number): Hour | undefined => parseHour(minutes / 60);

/** The minutes after midnight that an hour is. */
export const minutesOf = (hour: Hour): number => hour * 60;

/**
 * Parses `daily`, `weekdays`, `weekends`, `weekly` or a list of `mon` … `sun`.
 *
 * @param today the weekday that `weekly` means, 1 to 7.
 */
export function parseDays(given: string | readonly string[], today: number): Days | undefined {
  const words = (typeof given === 'string' ? given.split(/[\s,]+/) : given)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    if (only === 'daily') return DAILY;
    if (only === 'weekdays') return WEEKDAYS;
    if (only === 'weekends') return '67' as Days;
    if (only === 'weekly') return String(today) as Days;
  }
  const numbers = words.map((word) => NAMES.indexOf(word.slice(0, 3)) + 1);
  if (numbers.length === 0 || numbers.includes(0)) return undefined;
  return [...new Set(numbers)].sort().join('') as Days;
}

/** Parses weekdays given as digits, 1 Monday to 7 Sunday. */
export function parseDayDigits(digits: string): Days | undefined {
  const sorted = [...new Set(digits)].sort().join('');
  return /^[1-7]+$/.test(sorted) ? (sorted as Days) : undefined;
}

/** The weekday it is in a zone, 1 Monday to 7 Sunday. */
export function weekday(at: Instant, zone: Zone): number {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).dayOfWeek;
}

/**
 * The moment of the next letter: the reader's hour on the first of their days that is still to
 * come, never on a calendar day that already had one (promise 2). An hour that a clock change
 * skips moves to the hour after it if that is still the same day, one that comes twice is taken
 * the first time (Temporal's `compatible`, as in RFC 5545 §3.3.5).
 *
 * @param after nothing is due before or at this moment
 * @param last  the last letter; both the day it was then and the day it would be in the zone
 *              that holds now count as used, so that moving house brings no second letter
 * @param from  the first calendar day that may have one (the end of a pause)
 * @param open  the first day from one on that may have one: later than that day while a course rests
 */
export function nextSlot(
  rhythm: Rhythm,
  after: Instant,
  last?: LastLesson,
  from?: LocalDate,
  open = (day: LocalDate): LocalDate => day,
): Instant {
  const { zone, hour, days } = rhythm;
  let day = localDate(after, zone);
  const used = last && usedDay(last, zone);
  if (used && day <= used) day = nextDay(used);
  if (from && day < from) day = from;
  for (;;) {
    day = open(day);
    const slot = days.includes(dayOfWeek(day)) ? slotOn(day, zone, hour) : undefined;
    if (slot !== undefined && slot > after) return slot;
    day = nextDay(day);
  }
}

/**
 * Whether a letter may go for what was due at this moment: on a day of theirs that had none yet, at their
 * hour or after it. What was due may have been another mail, that leaves at once.
 */
export function isLetterTime(
  { zone, hour, days, last }: Rhythm & { readonly last?: LastLesson },
  due: Instant,
): boolean {
  const day = localDate(due, zone);
  if (isUsed(day, zone, last)) return false;
  const slot = days.includes(dayOfWeek(day)) ? slotOn(day, zone, hour) : undefined;
  return slot !== undefined && due >= slot;
}

/** Whether a day had a letter already, or lies before one that had. */
export const isUsed = (day: LocalDate, zone: Zone, last: LastLesson | undefined): boolean =>
  last !== undefined && day <= usedDay(last, zone);

const usedDay = ({ on, at }: LastLesson, zone: Zone): LocalDate => later(on, localDate(at, zone));

/**
 * The reader's hour on a day; undefined on the rare day that their zone left out whole. Greenland
 * skips the last hour of a Saturday: moved on, it would be Sunday's, so there it is moved back.
 */
const slotOn = remembered((day: LocalDate, zone: Zone, hour: Hour): Instant | undefined => {
  const time = new Temporal.PlainTime(Math.floor(hour), (hour % 1) * 60);
  const date = Temporal.PlainDate.from(day);
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const at = date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation });
    if (at.toPlainDate().equals(date)) return instant(at.toInstant());
  }
  return undefined;
});

/** 1 Monday to 7 Sunday, which JavaScript calls 0. */
const dayOfWeek = (day: LocalDate): string => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);

/** Days sort as text. */
const later = (on: LocalDate, other: LocalDate): LocalDate => (on > other ? on : other);
