import type { CourseSlug } from '../course.ts';
import { hourOfMinutes, parseDayDigits } from '../reader/schedule.ts';
import {
  epochSeconds,
  type Instant,
  instant,
  type LocalDate,
  parseLocalDate,
  parseZone,
} from '../time.ts';
import type { Wish } from './understanding.ts';

/** What a link may do: a reader's wish, or what only a link can ask for. */
export type Act =
  | Wish
  /** Takes back one leave, and no later one: the moment names it. */
  | { readonly is: 'rejoin'; readonly of: Instant }
  /** Takes one beginning of a course back, while no letter of that time has come. */
  | {
      readonly is: 'back-course';
      readonly of: CourseSlug;
      readonly had: number;
      readonly time: number;
    }
  /** The author's word that an inbound mail held no wish: a label, and nothing is changed. */
  | { readonly is: 'no-wish'; readonly mail: string };

const WORDS = {
  status: 'i',
  help: 'h',
  export: 'x',
  erase: 'e',
  'letters-off': 'w',
} as const;

/** Which list is in a pause is settled before a wish comes into a link (`suited`); without one it is everything. */
const LISTS = { all: 'a', letters: 'l', newsletter: 'n', either: undefined } as const;

/**
 * An act as it stands in a link and in a stored question: a letter and its values, `p.20261220`.
 * An address is not carried: a link tells nobody's.
 */
export function codeOf(act: Act): string {
  const code = (...parts: readonly (string | number | undefined)[]) =>
    parts
      .map((part) => part ?? '')
      .join('.')
      .replace(/\.+$/, '');
  switch (act.is) {
    case 'pause':
      return code('p', compact(act.until), compact(act.from), act.of && LISTS[act.of]);
    case 'resume':
      return code('r', compact(act.on));
    case 'schedule':
      return code('s', act.minutes, act.days, act.zone?.toLowerCase().replaceAll('/', '.'));
    case 'skip':
      return code('k', act.count);
    case 'resend':
      return code('a', act.letter);
    case 'track':
      return code('t', act.to);
    case 'discreet':
      return code('d', act.on ? 1 : 0);
    case 'newsletter':
      return code('n', act.on ? 1 : 0);
    case 'leave':
      return 'l';
    case 'course':
      return code('c', act.again ? 1 : undefined, act.of);
    case 'take':
      return code('f', act.of);
    case 'stop-course':
      return code('g', act.of);
    case 'again-course':
      return code('v', act.of, act.time);
    case 'back-course':
      return code('y', act.of, act.had, act.time);
    case 'address':
      return 'm';
    case 'rejoin':
      return code('b', epochSeconds(act.of));
    case 'no-wish':
      return code('o', act.mail);
    default:
      return WORDS[act.is];
  }
}

/** The act of a code; undefined when it is none. */
export function actIn(code: string): Act | undefined {
  const [letter = '', ...parts] = code.split('.');
  const word = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((one) => WORDS[one] === letter);
  if (word !== undefined) return parts.length === 0 ? { is: word } : undefined;
  return READERS[letter]?.(parts);
}

type Reader = (parts: readonly string[]) => Act | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  p: ([until = '', from = '', list]) => {
    const of = (['all', 'letters', 'newsletter'] as const).find((one) => LISTS[one] === list);
    if (list !== undefined && of === undefined) return undefined;
    return withDays(until, from, (last, first) => ({
      is: 'pause',
      ...(first && { from: first }),
      ...(last && { until: last }),
      ...(of && { of }),
    }));
  },
  r: ([on = '']) => withDays(on, '', (day) => ({ is: 'resume', ...(day && { on: day }) })),
  s: scheduleIn,
  k: ([count = '']) =>
    /^[1-9]\d?$/.test(count) ? { is: 'skip', count: Number(count) } : undefined,
  a: ([letter]) =>
    letter === undefined
      ? { is: 'resend' }
      : /^[1-9]\d{0,2}$/.test(letter)
        ? { is: 'resend', letter: Number(letter) }
        : undefined,
  t: ([to]) => (to === 'friends' || to === 'couple' ? { is: 'track', to } : undefined),
  d: ([on]) => switched(on, (value) => ({ is: 'discreet', on: value })),
  n: ([on]) => switched(on, (value) => ({ is: 'newsletter', on: value })),
  // What is to end is settled before a leave comes into a link (`suited`).
  l: ([of]) => (of === undefined ? { is: 'leave' } : undefined),
  c: ([again, slug]) => ({
    is: 'course',
    ...(again === '1' && { again: true }),
    ...(slug !== undefined && { of: slug as CourseSlug }),
  }),
  f: ([slug]) => ofCourse(slug, (of) => ({ is: 'take', of })),
  g: ([slug]) => ofCourse(slug, (of) => ({ is: 'stop-course', of })),
  v: ([slug, given]) => {
    const time = countIn(given);
    if (given !== undefined && time === undefined) return undefined;
    return ofCourse(slug, (of) => ({ is: 'again-course', of, ...(time && { time }) }));
  },
  y: ([slug, letters, given]) => {
    const [had, time] = [countIn(letters), countIn(given)];
    if (had === undefined || time === undefined) return undefined;
    return ofCourse(slug, (of) => ({ is: 'back-course', of, had, time }));
  },
  b: ([of = '']) =>
    /^\d{1,11}$/.test(of) ? { is: 'rejoin', of: instant(new Date(Number(of) * 1000)) } : undefined,
  m: () => ({ is: 'address' }),
  o: ([mail = '']) => (/^[a-z0-9-]{1,80}$/.test(mail) ? { is: 'no-wish', mail } : undefined),
};

function scheduleIn([time = '', digits = '', ...zoneParts]: readonly string[]): Act | undefined {
  const minutes = time === '' ? undefined : Number(time);
  const days = digits === '' ? undefined : parseDayDigits(digits);
  const zone = zoneParts.length === 0 ? undefined : parseZone(zoneParts.join('/'));
  if (minutes !== undefined && hourOfMinutes(minutes) === undefined) return undefined;
  if ((digits !== '' && !days) || (zoneParts.length > 0 && !zone)) return undefined;
  return {
    is: 'schedule',
    ...(minutes !== undefined && { minutes }),
    ...(days && { days }),
    ...(zone && { zone }),
  };
}

function withDays(
  one: string,
  other: string,
  make: (one: LocalDate | undefined, other: LocalDate | undefined) => Act,
): Act | undefined {
  const days = [one, other].map((text) => (text === '' ? undefined : (dayIn(text) ?? 'none')));
  const [first, second] = days;
  return first === 'none' || second === 'none' ? undefined : make(first, second);
}

/** As folders are called; whether there is such a course, the deed finds out. */
const ofCourse = (slug: string | undefined, make: (of: CourseSlug) => Act): Act | undefined =>
  slug !== undefined && /^[a-z0-9-]{1,80}$/.test(slug) ? make(slug as CourseSlug) : undefined;

/** A whole number from one on. */
const countIn = (text = ''): number | undefined =>
  /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;

const switched = (on: string | undefined, make: (on: boolean) => Act): Act | undefined =>
  on === '1' || on === '0' ? make(on === '1') : undefined;

/** `20261220` of `2026-12-20`. */
export const compact = (day: string | undefined): string | undefined => day?.replaceAll('-', '');

/** The day of eight digits; undefined when there is none. */
export const dayIn = (text: string): LocalDate | undefined =>
  parseLocalDate(text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
