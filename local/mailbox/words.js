const LANGUAGE = 'en-US';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** @typedef {Date | number | string} When */

/** `7:00 AM` @param {When} when @param {string} [zone] where; the computer's own if not given */
export function timeOf(when, zone) {
  const words = format(when, { timeStyle: 'short', ...(zone && { timeZone: zone }) });
  return words.replace(/\s/g, ' ');
}

/** `Today`, `Tomorrow`, `Tuesday, November 24` @param {When} when @param {When} now @param {string} [zone] */
export function dayOf(when, now, zone) {
  const days = (Date.parse(isoDay(when, zone)) - Date.parse(isoDay(now, zone))) / DAY;
  const name = new Map([
    [-1, 'Yesterday'],
    [0, 'Today'],
    [1, 'Tomorrow'],
  ]).get(days);
  return name ?? fullDay(when, now, zone);
}

/** `Tuesday, November 24`, with the year where it is not this one. @param {When} when @param {When} now @param {string} [zone] */
export function fullDay(when, now, zone) {
  const sameYear = isoDay(when, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4);
  return format(when, {
    ...{ weekday: 'long', month: 'long', day: 'numeric' },
    ...(!sameYear && { year: 'numeric' }),
    ...(zone && { timeZone: zone }),
  });
}

/** A calendar day, `2026-11-24`, is the same day everywhere. @param {string} day @param {When} now */
export const calendarDay = (day, now) => fullDay(`${day}T12:00:00Z`, now, 'UTC');

/** `Tuesday, November 24, 7:00 AM` @param {When} when @param {When} now @param {string} [zone] */
export const momentOf = (when, now, zone) => `${fullDay(when, now, zone)}, ${timeOf(when, zone)}`;

/** `today at 7:00 AM`, in the middle of a sentence. @param {When} when @param {When} now @param {string} zone */
export function soonWords(when, now, zone) {
  const day = dayOf(when, now, zone);
  const inSentence = /day, /.test(day) ? day : day.toLowerCase();
  return `${inSentence} at ${timeOf(when, zone)}`;
}

/** `6 days ahead`; empty while the two clocks agree. @param {number} ms */
export function aheadWords(ms) {
  if (ms < MINUTE) return '';
  const [unit, length] = [
    /** @type {const} */ (['day', DAY]),
    /** @type {const} */ (['hour', HOUR]),
    /** @type {const} */ (['minute', MINUTE]),
  ].find(([, size]) => Math.round(ms / size) >= 1) ?? ['minute', MINUTE];
  return `${plural(Math.round(ms / length), unit)} ahead of your computer`;
}

/** `every day at 7:00 AM` @param {{ days: string, hour: number }} rhythm */
export function scheduleWords({ days, hour }) {
  const time = timeOf(`2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`, 'UTC');
  return `${daysWords(days)} at ${time}`;
}

/** @param {string} days ISO weekdays as digits */
function daysWords(days) {
  if (days === '1234567') return 'every day';
  if (days === '12345') return 'on weekdays';
  const names = [...days].map((digit) => WEEKDAYS[Number(digit) - 1] ?? '');
  return `every ${new Intl.ListFormat(LANGUAGE).format(names)}`;
}

/** `1 mail`, `2 mails` @param {number} count @param {string} noun */
export const plural = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `Europe/Berlin`, `America/New York` @param {string} zone */
export const zoneWords = (zone) => zone.replaceAll('_', ' ');

/** Where this computer is. */
export const homeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `2026-11-24` @param {When} when @param {string} [zone] */
export function isoDay(when, zone) {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' };
  return new Intl.DateTimeFormat('en-CA', {
    .../** @type {Intl.DateTimeFormatOptions} */ (parts),
    ...(zone && { timeZone: zone }),
  }).format(new Date(when));
}

/** @param {When} when @param {Intl.DateTimeFormatOptions} options */
const format = (when, options) => new Intl.DateTimeFormat(LANGUAGE, options).format(new Date(when));
