import type { CourseOutline } from '../../functions/core/course.ts';
import { offered } from '../../functions/core/course.ts';
import type { Publication } from '../../functions/core/publication.ts';
import {
  parseDays,
  parseHour,
  type Rhythm,
  weekday,
} from '../../functions/core/reader/schedule.ts';
import {
  beginOf,
  type Instant,
  type LocalDate,
  localDate,
  nextDay,
  parseLocalDate,
  parseZone,
  plusDays,
  type Zone,
} from '../../functions/core/time.ts';
import { ArgumentError } from '../account/arguments.ts';
import { DEFAULTS, type Weighted } from './assumptions.ts';
import type { Limits } from './engine.ts';
import type { Crowd, Said } from './readers.ts';

/** What a simulation is told, with all that was left out. */
export interface Wanted {
  readonly crowd: Crowd;
  readonly limits: Limits;
  readonly end: Instant;
  /** Whose calendar is shown, from 1 on, and what is said of them. */
  readonly reader: number;
  readonly said: Said;
  /** The first day, and the last, in the publication's own zone. */
  readonly from: LocalDate;
  readonly lastDay: LocalDate;
}

/** The options that have a value. */
export const VALUES = [
  ...['readers', 'days', 'course', 'seed', 'from', 'joining', 'pausing', 'leaving', 'choosing'],
  ...['newsletter', 'zones', 'quota', 'rate', 'reader', 'zone', 'hour', 'on', 'pause'],
] as const;

type Given = Readonly<Record<string, string>>;

/** More would take hours, and a calendar of more years has clock changes that nobody has decided. */
const MOST = { readers: 100_000, days: 730 } as const;

/**
 * Understands what was typed.
 *
 * @param now to begin on the next day, where none is said
 * @throws ArgumentError that says what was expected
 */
export function wantedIn(
  given: Given,
  {
    publication,
    courses,
  }: { readonly publication: Publication; readonly courses: readonly CourseOutline[] },
  now: Instant,
): Wanted {
  const { zone, hour, days: chosen } = publication.defaults;
  const readers = whole(given, 'readers', DEFAULTS.readers, 1, MOST.readers);
  const days = whole(given, 'days', DEFAULTS.days, 1, MOST.days);
  const from = dayIn(given, 'from') ?? nextDay(localDate(now, zone));
  const until = plusDays(from, days);
  const start = beginOf(from, zone);
  return {
    crowd: {
      readers,
      days,
      seed: whole(given, 'seed', DEFAULTS.seed, 0, Number.MAX_SAFE_INTEGER),
      joining: whole(given, 'joining', Math.min(DEFAULTS.joining, days), 1, days),
      pausing: share(given, 'pausing'),
      leaving: share(given, 'leaving'),
      choosing: share(given, 'choosing'),
      newsletter: share(given, 'newsletter'),
      zones: zonesIn(given),
      course: courseIn(given, courses, publication.defaults.course),
      usual: { zone, hour, days: chosen },
      start,
    },
    limits: {
      perDay: whole(given, 'quota', DEFAULTS.quota, 1, 1e9),
      perSecond: whole(given, 'rate', DEFAULTS.rate, 1, 1e5),
    },
    end: beginOf(until, zone),
    reader: whole(given, 'reader', 1, 1, readers),
    said: saidIn(given, start, zone),
    from,
    lastDay: plusDays(until, -1),
  };
}

function wrong(name: string, expected: string, found: string | undefined): ArgumentError {
  return new ArgumentError(`--${name} wants ${expected}, and got "${found ?? ''}"`);
}

/** A whole number within its bounds. */
function whole(given: Given, name: string, usual: number, least: number, most: number): number {
  const text = given[name];
  if (text === undefined) return usual;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrong(name, `a whole number from ${least} to ${most}`, text);
}

type Share = 'pausing' | 'leaving' | 'choosing' | 'newsletter';

function share(given: Given, name: Share): number {
  const text = given[name];
  if (text === undefined) return DEFAULTS[name];
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 100) return number;
  throw wrong(name, 'how many of a hundred, from 0 to 100', text);
}

function dayIn(given: Given, name: string): LocalDate | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  const day = parseLocalDate(text);
  if (day === undefined) throw wrong(name, 'a day such as 2026-12-31', text);
  return day;
}

function courseIn(given: Given, courses: readonly CourseOutline[], usual: string): CourseOutline {
  const slug = given['course'] ?? usual;
  const known = offered(courses);
  const course = known.find((one) => one.slug === slug);
  if (course !== undefined) return course;
  const names = known.map((one) => one.slug).join(', ');
  throw wrong('course', `the folder of a course (${names})`, slug);
}

const A_ZONE = 'a time zone such as Europe/Berlin';

/** `Europe/Berlin:3,America/New_York:1`; a zone without a number counts once. */
function zonesIn(given: Given): Weighted<Zone> {
  const text = given['zones'];
  if (text === undefined) return [];
  return text.split(',').map((part) => {
    const [name = '', weight = '1'] = part.trim().split(':');
    const zone = parseZone(name);
    if (zone === undefined || !/^[1-9]\d{0,5}$/.test(weight)) {
      throw wrong('zones', 'zones, each with its weight, such as Europe/Berlin:3,UTC:1', part);
    }
    return [zone, Number(weight)] as const;
  });
}

/** What is said of the one reader whose calendar is shown. */
function saidIn(given: Given, now: Instant, usual: Zone): Said {
  const { zone: zoneText, hour: hourText, on } = given;
  const zone = zoneText === undefined ? undefined : parseZone(zoneText);
  if (zoneText !== undefined && zone === undefined) throw wrong('zone', A_ZONE, zoneText);
  const hour = hourText === undefined ? undefined : parseHour(hourText);
  if (hourText !== undefined && hour === undefined) {
    throw wrong('hour', 'an hour from 0 to 23, or such as 7:30', hourText);
  }
  const days = on === undefined ? undefined : parseDays(on, weekday(now, zone ?? usual));
  if (on !== undefined && days === undefined) {
    throw wrong('on', 'daily, weekdays, weekends, or days such as mon,wed,fri', on);
  }
  const rhythm: Partial<Rhythm> = {
    ...(zone && { zone }),
    ...(hour !== undefined && { hour }),
    ...(days && { days }),
  };
  const pause = pauseIn(given);
  return { ...rhythm, ...(pause && { pause }) };
}

/** `2026-12-20..2027-01-06`: the first day without letters, and the last. */
function pauseIn(given: Given): Said['pause'] {
  const text = given['pause'];
  if (text === undefined) return undefined;
  const [first = '', last = '', ...more] = text.split('..');
  const [from, until] = [parseLocalDate(first), parseLocalDate(last)];
  if (from === undefined || until === undefined || more.length > 0 || until < from) {
    throw wrong('pause', 'the first day and the last, such as 2026-12-20..2027-01-06', text);
  }
  return { from, until };
}
