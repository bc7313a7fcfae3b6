import { Temporal } from 'temporal-polyfill';
import type { Days, Rhythm } from '../reader/schedule.ts';
import type { Instant, LocalDate, Zone } from '../time.ts';

/** The slot values that are phrases. They are English, like the notices they stand in. */
const LANGUAGE = 'en-US';
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Made once, on first use: making one takes longer than writing a mail, and most mails need none. */
let days: Intl.DateTimeFormat | undefined;

/** `Monday, December 7, 2026` */
export function dayInWords(day: LocalDate): string {
  days ??= new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeZone: 'UTC' });
  return days.format(Date.parse(`${day}T00:00:00Z`));
}

/** `7:05 AM`, as people who read English write it. */
function timeInWords(hour: number, minute: number): string {
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Monday, December 7, 2026, at 7:00 AM (Europe/Berlin)` */
export function momentInWords(at: Instant, zone: Zone): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = dayInWords(local.toPlainDate().toString() as LocalDate);
  return `${day}, at ${timeInWords(local.hour, local.minute)} (${zone.replaceAll('_', ' ')})`;
}

/** `every day at 7:00 AM`, `on weekdays at …`, `every Monday and Thursday at …` */
export function scheduleInWords({ days, hour, zone }: Rhythm): string {
  return `${daysInWords(days)} at ${timeInWords(hour, 0)} (${zone.replaceAll('_', ' ')} time)`;
}

function daysInWords(days: Days): string {
  if (days === '1234567') return 'every day';
  if (days === '12345') return 'on weekdays';
  const names = [...days].map((digit) => NAMES[Number(digit) - 1] ?? '');
  return `every ${new Intl.ListFormat(LANGUAGE).format(names)}`;
}
