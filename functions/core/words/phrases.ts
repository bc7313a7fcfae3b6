import type { Days, Rhythm } from '../reader/schedule.ts';
import { type Instant, type LocalDate, localDate, type Zone } from '../time.ts';
import { type Locale, localeOf } from './locale.ts';
import type { Words } from './words.ts';

/** Formats are kept: making one takes longer than writing a mail, and most mails need none. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  { tag, hourCycle }: Locale,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${tag} ${hourCycle} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // ECMA-402 lets no style stand beside an hour cycle, so it is asked for only where hours are.
  const cycle = hourCycle !== undefined && options.hour !== undefined ? { hourCycle } : {};
  const made = new Intl.DateTimeFormat(tag, { ...options, ...cycle });
  formats.set(key, made);
  return made;
}

/** `Monday, December 7, 2026` in the reader's language, as it is written where they live. */
export function dayInWords(day: LocalDate, words: Words, zone: Zone): string {
  const full = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return format(localeOf(words.language, zone), full).format(Date.parse(`${day}T00:00:00Z`));
}

/** `December 7, 2026`, for a date that is nobody's in particular. */
export function dateInWords(day: LocalDate, language: string): string {
  const long = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, long).format(Date.parse(`${day}T00:00:00Z`));
}

/** A time of day, and what a sentence puts before it. */
interface Time {
  readonly at: string;
  readonly time: string;
}

/** `at` and `7:00 AM`, `um` and `07:00`: by language, and by where the reader lives. */
function timeInWords(moment: number, words: Words, zone: Zone, timeZone: string): Time {
  const options = { hour: 'numeric', minute: '2-digit', timeZone } as const;
  const parts = format(localeOf(words.language, zone), options).formatToParts(moment);
  const hour = parts.find(({ type }) => type === 'hour')?.value ?? '';
  return {
    at: words.phrases.at({ count: Number(hour) }),
    time: parts.map(({ value }) => value).join(''),
  };
}

const ofHour = (hour: number, words: Words, zone: Zone): Time =>
  timeInWords(hour * 3_600_000, words, zone, 'UTC');

/** An hour of the day as a list offers it. */
export const hourInWords = (hour: number, words: Words, zone: Zone): string =>
  ofHour(hour, words, zone).time;

/** `Monday, December 7, 2026, at 7:00 AM`, on the reader's own clock. */
export function momentInWords(at: Instant, zone: Zone, words: Words): string {
  const full = { dateStyle: 'full', timeZone: zone } as const;
  const day = format(localeOf(words.language, zone), full).format(Date.parse(at));
  return words.phrases.moment({ day, ...timeInWords(Date.parse(at), words, zone, zone) });
}

/** A summer day: zones are named for the whole year, and not for their winter. */
const ANY_DAY = Date.parse('2026-06-15T12:00:00Z');

/** `Central European Time`; `Coordinated Universal Time` where there is no name for all the year. */
function zoneInWords(zone: Zone, words: Words): string {
  const called = (timeZoneName: 'longGeneric' | 'long') =>
    format(localeOf(words.language, zone), { timeZone: zone, timeZoneName })
      .formatToParts(ANY_DAY)
      .find(({ type }) => type === 'timeZoneName')?.value;
  const name = called('longGeneric');
  return (name !== undefined && !/\d/.test(name) ? name : called('long')) ?? zone;
}

/** `every day at 7:00 AM (Eastern Time)`: the one place where a mail names the reader's zone. */
export function scheduleInWords({ days, hour, zone }: Rhythm, words: Words): string {
  return words.phrases.schedule({
    days: daysInWords(days, words),
    ...ofHour(hour, words, zone),
    zone: zoneInWords(zone, words),
  });
}

function daysInWords(days: Days, words: Words): string {
  const { everyDay, weekdays, certainDays } = words.phrases;
  if (days === '1234567') return everyDay;
  if (days === '12345') return weekdays;
  const names = [...days].map((digit) => weekdayInWords(Number(digit), words, 'long'));
  return certainDays({ days: new Intl.ListFormat(words.language).format(names) });
}

/** `tomorrow`, `on Monday`, `next week`: when a letter comes, told on an earlier day of its reader's. */
export function nextDayInWords(at: Instant, today: LocalDate, words: Words, zone: Zone): string {
  const { nextTomorrow, nextWeekday, nextWeek, nextDay } = words.phrases;
  const on = localDate(at, zone);
  const days = daysBetween(today, on);
  if (days <= 1) return nextTomorrow;
  const weekday = format({ tag: words.language }, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${on}T00:00:00Z`),
  );
  if (days < 7) return nextWeekday({ weekday });
  return days === 7 ? nextWeek : nextDay({ day: dayInWords(on, words, zone) });
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** A weekday's name, 1 Monday to 7 Sunday. */
export function weekdayInWords(day: number, words: Words, width: 'long' | 'short'): string {
  const options = { weekday: width, timeZone: 'UTC' } as const;
  // January 5, 1970 was a Monday.
  return format({ tag: words.language }, options).format((4 + day - 1) * 86_400_000);
}

/** `until Monday, December 7, 2026`, with the first day where the pause starts later. */
export function pauseInWords(
  { from, until }: { readonly from?: LocalDate; readonly until?: LocalDate },
  words: Words,
  zone: Zone,
): string {
  const { untilTold, untilDay, fromUntilTold, fromUntilDay } = words.phrases;
  const day = until && dayInWords(until, words, zone);
  if (from === undefined) return day === undefined ? untilTold : untilDay({ day });
  const first = dayInWords(from, words, zone);
  return day === undefined ? fromUntilTold({ from: first }) : fromUntilDay({ from: first, day });
}
