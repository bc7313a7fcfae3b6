import { Temporal } from 'temporal-polyfill';
import type { Days, Rhythm } from './schedule.ts';
import { type Instant, type LocalDate, localDate, type Zone } from './time.ts';

/** The slot values that are phrases. They are English, like the notices they stand in. */
const LANGUAGE = 'en-US';
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday, December 7, 2026` */
export function dayInWords(day: LocalDate): string {
  return Temporal.PlainDate.from(day).toLocaleString(LANGUAGE, { dateStyle: 'full' });
}

/** `Monday, December 7, 2026, at 7:00 AM (Europe/Berlin)` */
export function momentInWords(at: Instant, zone: Zone): string {
  const time = Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toLocaleString(LANGUAGE, { timeStyle: 'short' })
    .replace(/\s/g, ' ');
  return `${dayInWords(localDate(at, zone))}, at ${time} (${zone.replaceAll('_', ' ')})`;
}

/** `every day at 7:00 AM`, `on weekdays at …`, `every Monday and Thursday at …` */
export function scheduleInWords({ days, hour, zone }: Rhythm): string {
  const time = new Temporal.PlainTime(hour)
    .toLocaleString(LANGUAGE, { timeStyle: 'short' })
    .replace(/\s/g, ' ');
  return `${daysInWords(days)} at ${time} (${zone.replaceAll('_', ' ')} time)`;
}

function daysInWords(days: Days): string {
  if (days === '1234567') return 'every day';
  if (days === '12345') return 'on weekdays';
  const names = [...days].map((digit) => NAMES[Number(digit) - 1] ?? '');
  return `every ${new Intl.ListFormat(LANGUAGE).format(names)}`;
}
