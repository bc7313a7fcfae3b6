import { Temporal } from 'temporal-polyfill';
import type { TimeForm } from '../languages/forms.ts';
import {
  type Calendar,
  type Dated,
  type Doubtful,
  dated,
  inner,
  isDoubtful,
  later,
  type PlainDate,
  type Stretch,
  slot,
  slots,
} from './dates.ts';
import type { Said } from './match.ts';

/** When something shall happen. */
export type When =
  /** Until the first day on which mail flows again. */
  | {
      readonly is: 'until';
      readonly until: PlainDate;
      readonly from?: PlainDate;
      readonly length?: Said;
    }
  | { readonly is: 'from'; readonly from: PlainDate }
  | { readonly is: 'back'; readonly day: PlainDate }
  /** A stretch as such: "on Monday", "in December", "next week". */
  | ({ readonly is: 'during' } & Stretch)
  | { readonly is: 'open' }
  | { readonly is: 'doubtful'; readonly because: Doubt; readonly either?: readonly PlainDate[] };

export type Doubt = Doubtful['because'] | 'too-far' | 'past';

/** Whether it is a stretch of days that has not begun yet. */
export const liesAhead = (when: When, today: PlainDate): boolean =>
  when.is === 'during' && Temporal.PlainDate.compare(when.first, today) > 0;

/** The longest pause with an end, in days. */
const MAX_DAYS = 366;

type Reader = (said: Said, calendar: Calendar) => When | undefined;

const READERS: Readonly<
  Record<Exclude<TimeForm, 'length' | 'lengthAndHalf' | 'halfUnit'>, Reader>
> = {
  vague: () => ({ is: 'doubtful', because: 'vague-length' }),
  open: () => ({ is: 'open' }),
  until: (said, c) => whenDated(said, c, until),
  through: (said, c) =>
    whenDated(said, c, ({ last }) => ({ is: 'until', until: last.add({ days: 1 }) })),
  from: (said, c) => whenDated(said, c, ({ first }) => ({ is: 'from', from: first })),
  back: (said, c) => whenDated(said, c, ({ first }) => ({ is: 'back', day: first })),
  during: (said, c) =>
    whenDated(said, c, (one, form) =>
      // "Over Christmas" is longer than a day, and nobody knows how long.
      form === 'holiday'
        ? { is: 'doubtful', because: 'vague-length', either: [one.last.add({ days: 1 })] }
        : { is: 'during', ...one },
    ),
  for: forLength,
  range,
  dayRange,
  restOfWeek: (_, { today }) => ({ is: 'until', until: today.add({ days: 8 - today.dayOfWeek }) }),
  restOfMonth: (_, { today }) => ({
    is: 'until',
    until: today.with({ day: 1 }).add({ months: 1 }),
  }),
  restOfYear: (_, { today }) => ({
    is: 'until',
    until: today.with({ month: 1, day: 1 }).add({ years: 1 }),
  }),
};

/** Reads a time form. @returns undefined where it says no time by itself */
export function whenOf(said: Said, calendar: Calendar): When | undefined {
  const reader = (READERS as Readonly<Record<string, Reader | undefined>>)[said.form];
  const when = reader?.(said, calendar);
  return when && inReach(when, calendar);
}

function whenDated(
  said: Said,
  c: Calendar,
  then: (one: Stretch, form: string) => When,
): When | undefined {
  const date = inner(said, 'date');
  const found = dated(date, c);
  if (found === undefined || date === undefined) return undefined;
  return isDoubtful(found) ? doubtful(found) : then(found, date.form);
}

const doubtful = ({ because, either }: Doubtful): When => ({
  is: 'doubtful',
  because,
  ...(either && { either }),
});

/** Ends of stretches: until the weekend is over, until the end of January: mail flows the day after. */
const ENDS: ReadonlySet<string> = new Set([
  'endOfWeek',
  'endOfMonth',
  'endOfYear',
  'endOf',
  'weekend',
  'nextWeekend',
]);

function until({ first, last }: Stretch, form: string): When {
  return { is: 'until', until: ENDS.has(form) ? last.add({ days: 1 }) : first };
}

function forLength(said: Said, { today }: Calendar): When | undefined {
  const length = inner(said, 'length');
  const end = length && later(length, today);
  return end && { is: 'until', until: end, length };
}

/** Both ends are without mail. A first day that lies behind a last one is of the year after. */
function range(said: Said, c: Calendar): When | undefined {
  const [one, two] = slots(said, 'date').map((date) => dated(date as Said, c));
  if (one === undefined || two === undefined) return undefined;
  if (isDoubtful(one)) return doubtful(one);
  if (isDoubtful(two)) return doubtful(two);
  const weekly = slots(said, 'date').every((date) => isWeekday(date as Said));
  const end = weekly ? weekAfter(one.first, two.last) : afterFirst(one.first, two.last);
  return { is: 'until', from: one.first, until: end.add({ days: 1 }) };
}

const isWeekday = ({ caught }: Said): boolean => caught.every(({ slot }) => slot === 'weekday');

/**
 * "From Monday to Friday", said on a Wednesday, ends on the Friday behind that Monday; "from Saturday to
 * Saturday" is a week.
 */
const weekAfter = (first: PlainDate, last: PlainDate): PlainDate =>
  Temporal.PlainDate.compare(last, first) > 0 ? last : last.add({ days: 7 });

function afterFirst(first: PlainDate, last: PlainDate): PlainDate {
  return Temporal.PlainDate.compare(last, first) >= 0 ? last : last.add({ years: 1 });
}

/** "1 to 14 December", "from the 23rd to the 2nd". */
function dayRange(said: Said, c: Calendar): When | undefined {
  const [from, to] = slots(said, 'day');
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  const [month, year] = [slot(said, 'month'), slot(said, 'year')];
  const named = (day: number): Dated | undefined => {
    const caught = [
      { slot: 'day', value: day },
      ...(month === undefined ? [] : [{ slot: 'month', value: month }]),
      ...(year === undefined ? [] : [{ slot: 'year', value: year }]),
    ];
    return dated({ form: 'day', caught }, c);
  };
  const last = named(to);
  if (last === undefined) return undefined;
  if (isDoubtful(last)) return doubtful(last);
  const first = firstOfRange(from, last.last, month === undefined, named);
  if (first === undefined) return undefined;
  return isDoubtful(first)
    ? doubtful(first)
    : {
        is: 'until',
        from: first.first,
        until: afterFirst(first.first, lastAfter(first.first, last.last, month === undefined)).add({
          days: 1,
        }),
      };
}

/** Without a month the second day is the next such day after the first. */
const lastAfter = (first: PlainDate, last: PlainDate, floating: boolean): PlainDate =>
  floating && Temporal.PlainDate.compare(last, first) < 0 ? last.add({ months: 1 }) : last;

/** "28 to 3 December" begins in November. */
function firstOfRange(
  from: number,
  last: PlainDate,
  floating: boolean,
  named: (day: number) => Dated | undefined,
): Dated | undefined {
  if (floating || from <= last.day) return named(from);
  const before = last.with({ day: 1 }).subtract({ months: 1 });
  if (from > before.daysInMonth) return { because: 'no-such-day' };
  const day = before.with({ day: from });
  return { first: day, last: day };
}

function inReach(when: When, { today }: Calendar): When {
  const day = when.is === 'until' ? when.until : when.is === 'from' ? when.from : undefined;
  if (day === undefined) return when;
  const days = today.until(day).days;
  if (days <= 0) return { is: 'doubtful', because: 'past' };
  return days > MAX_DAYS ? { is: 'doubtful', because: 'too-far' } : when;
}

type Until = When & { readonly is: 'until' };

/** "For two weeks, until the 10th": the day counts, where the length comes to about as much. */
function sameEnd(one: Until, two: Until): When | undefined {
  const [dated, counted] = one.length === undefined ? [one, two] : [two, one];
  if (dated.length !== undefined || counted.length === undefined) return undefined;
  return Math.abs(dated.until.until(counted.until).days) <= 7 ? dated : undefined;
}

/** Two times of one wish: "from Monday for two weeks". @returns undefined where they contradict */
export function together(one: When, two: When): When | undefined {
  // "Over the holidays, Dec 21 to Jan 4": what is exact says how long the rest is.
  if (isVague(one) && isExact(two)) return two;
  if (isVague(two) && isExact(one)) return one;
  const doubt = [one, two].find(({ is }) => is === 'doubtful');
  if (doubt !== undefined) return doubt;
  const until = [one, two].find((when) => when.is === 'until');
  const other = until === one ? two : one;
  if (until?.is === 'until' && other.is === 'until') return sameEnd(until, other);
  // "Away from Friday, and back on the 14th."
  const back = [one, two].find((when) => when.is === 'back');
  const start = back === one ? two : one;
  if (back?.is === 'back' && (start.is === 'from' || start.is === 'during'))
    return between(start.is === 'from' ? start.from : start.first, back.day);
  if (until?.is !== 'until') return one.is === 'open' ? two : two.is === 'open' ? one : undefined;
  if (other.is === 'open') return until;
  const from = other.is === 'from' ? other.from : other.is === 'during' ? other.first : undefined;
  if (other.is === 'back') return { ...until, until: other.day };
  if (from === undefined || until.from !== undefined) return undefined;
  const end = until.length === undefined ? until.until : later(until.length, from);
  return end && between(from, end);
}

const between = (from: PlainDate, until: PlainDate): When | undefined =>
  Temporal.PlainDate.compare(until, from) > 0 ? { is: 'until', from, until } : undefined;

const isVague = (when: When): boolean => when.is === 'doubtful' && when.because === 'vague-length';
const isExact = ({ is }: When): boolean => is === 'until' || is === 'back';
