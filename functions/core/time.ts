import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand.ts';
import { remembered } from './remembered.ts';

/** A moment to the second, `2026-11-22T08:00:00Z`: sorts as text, so it can be an index key. */
export type Instant = Brand<string, 'Instant'>;

/** A day on somebody's calendar, `2026-11-22`. */
export type LocalDate = Brand<string, 'LocalDate'>;

/** An IANA time zone that this runtime knows, in its canonical spelling. */
export type Zone = Brand<string, 'Zone'>;
export const UTC = 'UTC' as Zone;

/** Rounds down to the second. */
export function instant(at: Date | Temporal.Instant): Instant {
  const ms = at instanceof Date ? at.getTime() : at.epochMilliseconds;
  return `${new Date(ms).toISOString().slice(0, 19)}Z` as Instant;
}

/** Parses an ISO 8601 moment with an offset. */
export function parseInstant(text: string): Instant | undefined {
  try {
    return instant(Temporal.Instant.from(text));
  } catch {
    return undefined;
  }
}

/** Parses a calendar day; 31 February is none. */
export function parseLocalDate(text: string): LocalDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? (Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as LocalDate)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Parses an IANA zone name as a person or browser gives it; offsets such as `+01:00` are none. */
export function parseZone(text: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return timeZone as Zone;
  } catch {
    return undefined;
  }
}

/** Adds seconds, which may be negative. */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return instant(new Date(Date.parse(at) + seconds * 1000));
}

/** Seconds from one moment to a later one; negative when it is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** The day it is in a zone at a moment. */
export const localDate = remembered(
  (at: Instant, zone: Zone) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate,
);

/** The day after one. */
export const nextDay = remembered(
  (day: LocalDate) => Temporal.PlainDate.from(day).add({ days: 1 }).toString() as LocalDate,
);

/** The day so many days after one. */
export const plusDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;

/** When a day begins in a zone: an hour later where a clock change takes midnight away. */
export const beginOf = (day: LocalDate, zone: Zone): Instant =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant());

/** Whole seconds since 1970, as DynamoDB's TTL wants them. */
export const epochSeconds = (at: Instant): number => Date.parse(at) / 1000;
