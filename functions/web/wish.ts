import { Temporal } from 'temporal-polyfill';
import {
  beginAgain,
  type FormerPlace,
  goBack,
  stop,
  take,
  takeTurns,
} from '../core/reader/courses.ts';
import {
  beDiscreet,
  beQuiet,
  type Change,
  changeTrack,
  type Present,
  pause,
  reschedule,
  resume,
  takeAlongside,
  takeNewsletter,
} from '../core/reader/lifecycle.ts';
import { pauseNewsletter, resumeNewsletter } from '../core/reader/newsletter-pause.ts';
import { parseDays, parseHour, type Rhythm, weekday } from '../core/reader/schedule.ts';
import type { Span, Subscriber } from '../core/reader/subscriber.ts';
import {
  type Instant,
  type LocalDate,
  localDate,
  parseLocalDate,
  parseZone,
} from '../core/time.ts';
import { type FormFields, text, withDays } from './form.ts';

/** Field by field, the sentence that says what was expected. */
export type WishProblems = Readonly<
  Partial<
    Record<string, 'action' | 'hour' | 'zone' | 'days' | 'pauseLength' | 'pauseDay' | 'pauseFrom'>
  >
>;

/** What somebody asks for on their page, besides leaving and what only a mailed link opens. */
export type Wish =
  | { readonly is: 'schedule'; readonly rhythm: Rhythm }
  /** `newsletter`: of everything, where they take it. */
  | ({ readonly is: 'pause'; readonly newsletter: boolean } & Span)
  | ({ readonly is: 'pause-newsletter' } & Span)
  /** As it was, in a pause: what takes an end of it back. */
  | { readonly is: 'newsletter'; readonly paused?: Span }
  /** Of the course that they take first, where none is named: a page from before there was one for each. */
  | { readonly is: 'track'; readonly track: string; readonly of?: string }
  | { readonly is: 'take' | 'stop-course'; readonly course: string }
  /** With which time it makes: a page that is open for long, or pressed twice, begins it once. */
  | { readonly is: 'again-course'; readonly course: string; readonly time: number }
  | ({ readonly is: 'back-course'; readonly course: string } & FormerPlace)
  | { readonly is: 'turns' | 'in-a-row' }
  | { readonly is: 'resume' | 'discreet' | 'open' | 'no-newsletter' | 'resume-newsletter' }
  | { readonly is: 'alongside' | 'after-course' }
  | { readonly is: 'form-mail' | 'no-form-mail' };

export const ACTIONS = [
  'schedule',
  'track',
  'pause',
  'resume',
  'newsletter',
  'no-newsletter',
  'pause-newsletter',
  'resume-newsletter',
  'alongside',
  'after-course',
  'discreet',
  'open',
  'take',
  'stop-course',
  'again-course',
  'back-course',
  'turns',
  'in-a-row',
  'form-mail',
  'no-form-mail',
  'mail',
  'leave',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Parses the name of an action, from a form or from a link's `?do=`. */
export const parseAction = (given: string): Action | undefined =>
  ACTIONS.find((action) => action === given);

/** The longest pause with an end: a year. Beyond it, an open one says the same. */
const LONGEST = { days: 366 } as const;

type Parsed = { readonly wish: Wish } | { readonly problems: WishProblems };

/** Understands a form of the page, or says field by field what was expected. */
export function parseWish(
  action: Exclude<Action, 'leave' | 'mail'> | undefined,
  fields: FormFields,
  { zone }: Subscriber,
  now: Instant,
): Parsed {
  switch (action) {
    case undefined:
      return { problems: { action: 'action' } };
    case 'schedule':
      return parseSchedule(fields, now);
    case 'track':
      return { wish: parseTrack(fields) };
    case 'take':
    case 'stop-course':
      return { wish: { is: action, course: text(fields, 'course') } };
    case 'again-course':
      return {
        wish: { is: action, course: text(fields, 'course'), time: countIn(fields, 'time') },
      };
    case 'back-course':
      return { wish: { is: action, ...parsePlace(fields) } };
    case 'pause':
      return parsePause(fields, localDate(now, zone));
    case 'pause-newsletter':
      return parseNewsletterPause(fields, localDate(now, zone));
    case 'newsletter':
      return text(fields, 'in-pause') === 'yes'
        ? inPause(parseNewsletterPause(fields, localDate(now, zone)))
        : { wish: { is: action } };
    default:
      return { wish: { is: action } };
  }
}

/** What is no number is none that a course is taken for. */
const countIn = (fields: FormFields, name: string): number =>
  Number(text(fields, name) || Number.NaN);

const parsePlace = (fields: FormFields) => ({
  course: text(fields, 'course'),
  had: countIn(fields, 'had'),
  time: countIn(fields, 'time'),
  ...(text(fields, 'stopped') === 'yes' && { stopped: true as const }),
});

function parseTrack(fields: FormFields): Wish {
  const [track, of] = [text(fields, 'track'), text(fields, 'course')];
  return { is: 'track', track, ...(of !== '' && { of }) };
}

function parseSchedule(fields: FormFields, now: Instant): Parsed {
  const zone = parseZone(text(fields, 'zone'));
  const hour = parseHour(text(fields, 'hour'));
  const { days: given } = withDays(fields);
  const days = given && zone && parseDays(given, weekday(now, zone));
  if (zone && hour !== undefined && days) {
    return { wish: { is: 'schedule', rhythm: { zone, hour, days } } };
  }
  return {
    problems: {
      ...(hour === undefined && { hour: 'hour' }),
      ...(!zone && { zone: 'zone' }),
      ...(zone && !days && { days: 'days' }),
    },
  };
}

const plusDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;

/** How many days a length takes, where it is a number of days. */
const DAYS_OF: Readonly<Record<string, number>> = { week: 7, fortnight: 14 };

/** From today, or from a later day. */
function parsePause(fields: FormFields, today: LocalDate): Parsed {
  const length = text(fields, 'for');
  const last = plusDays(today, LONGEST.days);
  const given = text(fields, 'from');
  const from = given === '' ? today : parseLocalDate(given);
  if (from === undefined || from < today || from > last) {
    return { problems: { from: 'pauseFrom' } };
  }
  const pauseUntil = (until?: LocalDate): Parsed => ({
    wish: {
      is: 'pause',
      newsletter: text(fields, 'newsletter') === 'yes',
      ...(from > today && { from }),
      ...(until && { until }),
    },
  });
  if (length === 'open') return pauseUntil();
  const days = DAYS_OF[length];
  if (days !== undefined) return pauseUntil(plusDays(from, days));
  if (length !== 'date') return { problems: { for: 'pauseLength' } };
  const until = parseLocalDate(text(fields, 'until'));
  const ends = until !== undefined && until > from && until <= last;
  return ends ? pauseUntil(until) : { problems: { until: 'pauseDay' } };
}

/** Until a day, or until they say so; from a later day only where a press is taken back. */
function parseNewsletterPause(
  fields: FormFields,
  today: LocalDate,
):
  | { readonly wish: { readonly is: 'pause-newsletter' } & Span }
  | { readonly problems: WishProblems } {
  const [given, begins] = [text(fields, 'newsletter-until'), text(fields, 'newsletter-from')];
  const from = begins === '' ? undefined : parseLocalDate(begins);
  const until = given === '' ? undefined : parseLocalDate(given);
  const first = from !== undefined && from > today ? from : today;
  const ends = until !== undefined && until > first && until <= plusDays(today, LONGEST.days);
  if (given !== '' && !ends) return { problems: { 'newsletter-until': 'pauseDay' } };
  return { wish: { is: 'pause-newsletter', ...(from && { from }), ...(until && { until }) } };
}

/** The newsletter as it was before it was ended. */
const inPause = (parsed: ReturnType<typeof parseNewsletterPause>): Parsed =>
  'problems' in parsed ? parsed : { wish: { is: 'newsletter', paused: daysIn(parsed.wish) } };

const daysIn = ({ from, until }: Span): Span => ({
  ...(from && { from }),
  ...(until && { until }),
});

/** What a wish makes of a subscriber. */
export function grant(wish: Wish, subscriber: Subscriber, present: Present): Change {
  switch (wish.is) {
    case 'schedule':
      return sameRhythm(wish.rhythm, subscriber)
        ? { is: 'unchanged' }
        : reschedule(subscriber, wish.rhythm, present);
    case 'pause':
      return pause(
        subscriber,
        { ...daysIn(wish), letters: subscriber.newsletter && !wish.newsletter },
        present,
      );
    case 'pause-newsletter':
      return pauseNewsletter(subscriber, daysIn(wish), present);
    case 'resume-newsletter':
      return resumeNewsletter(subscriber, present);
    case 'resume':
      return resume(subscriber, present);
    case 'track':
      return changeTrack(subscriber, ({ id }) => id === wish.track, present, wish.of);
    case 'discreet':
    case 'open':
      return beDiscreet(subscriber, wish.is === 'discreet');
    case 'newsletter': {
      const taken = takeNewsletter(subscriber, true, present);
      return wish.paused === undefined || taken.is !== 'changed'
        ? taken
        : pauseNewsletter(taken.subscriber, wish.paused, present);
    }
    case 'no-newsletter':
      return takeNewsletter(subscriber, false, present);
    case 'alongside':
    case 'after-course':
      return takeAlongside(subscriber, wish.is === 'alongside', present);
    case 'form-mail':
    case 'no-form-mail':
      return beQuiet(subscriber, wish.is === 'no-form-mail');
    case 'turns':
    case 'in-a-row':
      return takeTurns(subscriber, wish.is === 'turns', present);
    default:
      return ofCourse(wish, subscriber, present);
  }
}

function ofCourse(
  wish: Extract<Wish, { readonly course: string }>,
  subscriber: Subscriber,
  present: Present,
): Change {
  const course = present.courses.find((one) => one.slug === wish.course);
  if (course === undefined) return { is: 'refused', because: 'no-such-course' };
  switch (wish.is) {
    case 'take':
      return take(subscriber, course, present);
    case 'stop-course':
      return stop(subscriber, course.slug, present);
    case 'again-course':
      return beginAgain(subscriber, course.slug, wish.time, present);
    case 'back-course':
      return goBack(subscriber, course.slug, wish, present);
  }
}

/** Only for a reader: whoever left is told so, whatever hour they ask for. */
const sameRhythm = (wanted: Rhythm, { standing: { is }, zone, hour, days }: Subscriber): boolean =>
  (is === 'active' || is === 'paused') &&
  wanted.zone === zone &&
  wanted.hour === hour &&
  wanted.days === days;
