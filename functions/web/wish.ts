import { Temporal } from 'temporal-polyfill';
import {
  beDiscreet,
  type Change,
  changeTrack,
  type Present,
  pause,
  rejoin,
  reschedule,
  resume,
} from '../core/reader/lifecycle.ts';
import { parseDays, parseHour, type Rhythm, weekday } from '../core/reader/schedule.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
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
  Partial<Record<string, 'action' | 'hour' | 'zone' | 'days' | 'pauseLength' | 'pauseDay'>>
>;

/** What somebody asks for on their preferences page, besides leaving. */
export type Wish =
  | { readonly is: 'schedule'; readonly rhythm: Rhythm }
  | { readonly is: 'pause'; readonly until?: LocalDate }
  | { readonly is: 'track'; readonly track: string }
  | { readonly is: 'resume' | 'rejoin' | 'discreet' | 'open' };

export const ACTIONS = [
  'schedule',
  'track',
  'pause',
  'resume',
  'discreet',
  'open',
  'leave',
  'rejoin',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Parses the name of an action, from a form or from a link's `?do=`. */
export const parseAction = (given: string): Action | undefined =>
  ACTIONS.find((action) => action === given);

/** The longest pause with an end: a year. Beyond it, an open one says the same. */
const LONGEST = { days: 366 } as const;

type Parsed = { readonly wish: Wish } | { readonly problems: WishProblems };

/** Understands a preferences form, or says field by field what was expected. */
export function parseWish(
  action: Exclude<Action, 'leave'> | undefined,
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
      return { wish: { is: 'track', track: text(fields, 'track') } };
    case 'pause':
      return parsePause(fields, localDate(now, zone));
    default:
      return { wish: { is: action } };
  }
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

function parsePause(fields: FormFields, today: LocalDate): Parsed {
  const length = text(fields, 'for');
  const after = (days: number) =>
    Temporal.PlainDate.from(today).add({ days }).toString() as LocalDate;
  if (length === 'open') return { wish: { is: 'pause' } };
  if (length === 'week') return { wish: { is: 'pause', until: after(7) } };
  if (length === 'fortnight') return { wish: { is: 'pause', until: after(14) } };
  if (length !== 'date') return { problems: { for: 'pauseLength' } };
  const until = parseLocalDate(text(fields, 'until'));
  if (until !== undefined && until > today && until <= after(LONGEST.days)) {
    return { wish: { is: 'pause', until } };
  }
  return { problems: { until: 'pauseDay' } };
}

/** What a wish makes of a subscriber. */
export function grant(wish: Wish, subscriber: Subscriber, present: Present): Change {
  switch (wish.is) {
    case 'schedule':
      return reschedule(subscriber, wish.rhythm, present);
    case 'pause':
      return pause(subscriber, wish.until === undefined ? {} : { until: wish.until }, present);
    case 'resume':
      return resume(subscriber, present);
    case 'rejoin':
      return rejoin(subscriber, present);
    case 'track':
      return changeTrack(subscriber, ({ id }) => id === wish.track, present);
    case 'discreet':
    case 'open':
      return beDiscreet(subscriber, wish.is === 'discreet');
  }
}
