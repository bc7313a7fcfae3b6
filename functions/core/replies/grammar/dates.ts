import { Temporal } from 'temporal-polyfill';
import { dateOf, easter } from '../gregorian.ts';
import type { DateForm, Holiday, Unit } from '../languages/forms.ts';
import type { Said, Value } from './match.ts';
import type { Title } from './titles.ts';

export type PlainDate = Temporal.PlainDate;

/** What dates are read against. */
export interface Calendar {
  readonly today: PlainDate;
  /** Which way round `03/04` is, as far as the language or another date of the mail tells. */
  readonly order: 'day-first' | 'month-first' | undefined;
  /** What courses are called, as words. */
  readonly titles?: readonly Title[];
}

/** A day, or a stretch of days with its first and last. */
export interface Stretch {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Told from today, and yet to come, as "tomorrow" is: it can't be one of every week. */
  readonly relative?: true;
}

/** A date that can't be taken as it was said. */
export interface Doubtful {
  readonly because: 'no-such-day' | 'ambiguous-date' | 'long-ago' | 'vague-length';
  /** What it may have been. */
  readonly either?: readonly PlainDate[];
}

export type Dated = Stretch | Doubtful;

export const on = (day: PlainDate): Stretch => ({ first: day, last: day });
const relative = (day: PlainDate): Stretch => ({ ...on(day), relative: true });
export const isDoubtful = (dated: Dated | undefined): dated is Doubtful =>
  dated !== undefined && 'because' in dated;

/** What a slot of a form caught, if it did. */
export const slot = ({ caught }: Said, name: string): Value | undefined =>
  caught.find((one) => one.slot === name)?.value;

/** The same for every value of a slot that stands more than once. */
export const slots = ({ caught }: Said, name: string): readonly Value[] =>
  caught.filter((one) => one.slot === name).map(({ value }) => value);

const number = (said: Said, name: string): number | undefined => {
  const value = slot(said, name);
  return typeof value === 'number' ? value : undefined;
};

export const inner = (said: Said, name: string): Said | undefined => {
  const value = slot(said, name);
  return typeof value === 'object' ? value : undefined;
};

type Reader = (said: Said, calendar: Calendar) => Dated | undefined;

const READERS: Readonly<Record<DateForm, Reader>> = {
  day,
  today: (_, c) => on(c.today),
  tomorrow: (_, c) => relative(c.today.add({ days: 1 })),
  dayAfterTomorrow: (_, c) => relative(c.today.add({ days: 2 })),
  nextWeekday: (said, c) => on(inNextWeek(c, number(said, 'weekday') ?? 1)),
  weekdayAfterNext: (said, c) => on(coming(c, number(said, 'weekday') ?? 1).add({ days: 7 })),
  thisWeek: (_, c) => ({ first: c.today, last: c.today.add({ days: 6 }) }),
  nextWeek: (_, c) => week(c.today.add({ days: 8 - c.today.dayOfWeek })),
  weekend: (_, c) => weekend(c.today),
  nextWeekend: (_, c) => weekend(c.today.add({ days: 7 })),
  thisMonth: (_, c) => ({ first: c.today, last: monthOf(c.today).last }),
  nextMonth: (_, c) => monthOf(c.today.add({ months: 1 })),
  nextYear: (_, c) => yearOf(c.today.add({ years: 1 })),
  endOfWeek: (_, c) => on(c.today.add({ days: 7 - c.today.dayOfWeek })),
  endOfMonth: (_, c) => on(monthOf(c.today).last),
  endOfYear: (_, c) => on(yearOf(c.today).last),
  month: (said, c) => month(said, c),
  startOf: (said, c) => within(month(said, c), (one) => on(one.first)),
  middleOf: (said, c) => within(month(said, c), (one) => on(one.first.with({ day: 15 }))),
  endOf: (said, c) => within(month(said, c), (one) => on(one.last)),
  holiday: (said, c) => holiday(slot(said, 'holiday') as Holiday, c, number(said, 'year')),
  afterDate: (said, c) =>
    within(dated(inner(said, 'date'), c), (one) => on(one.last.add({ days: 1 }))),
  in: (said, c) => {
    const length = inner(said, 'length');
    const days = length === undefined ? undefined : later(length, c.today);
    return days === undefined ? undefined : on(days);
  },
};

/** Reads a date form. @returns undefined where it names no day */
export function dated(said: Said | undefined, calendar: Calendar): Dated | undefined {
  const reader = said && (READERS as Readonly<Record<string, Reader | undefined>>)[said.form];
  return said === undefined ? undefined : reader?.(said, calendar);
}

const within = (one: Dated | undefined, then: (stretch: Stretch) => Stretch): Dated | undefined =>
  one === undefined || isDoubtful(one) ? one : then(one);

/** Any of weekday, day, month and year, or figures. A weekday that contradicts its date is doubt. */
function day(said: Said, c: Calendar): Dated | undefined {
  const weekday = number(said, 'weekday');
  const figures = slot(said, 'figures');
  const [dayOfMonth, inMonth] = [number(said, 'day'), number(said, 'month')];
  const found =
    typeof figures === 'string'
      ? inFigures(figures, c)
      : dayOfMonth === undefined
        ? undefined
        : inMonth === undefined
          ? weekday === undefined
            ? comingDay(dayOfMonth, c)
            : weekdayOn(dayOfMonth, weekday, c)
          : given(dayOfMonth, inMonth, number(said, 'year'), c);
  if (found === undefined) return weekday === undefined ? undefined : on(coming(c, weekday));
  const contradicts =
    !isDoubtful(found) && weekday !== undefined && found.first.dayOfWeek !== weekday;
  return contradicts ? { because: 'no-such-day' } : found;
}

/** "20.12.", "12/20", "2026-12-20", "20.12.26". */
function inFigures(text: string, c: Calendar): Dated {
  const parts = text
    .split(/[^\d]+/)
    .filter((part) => part !== '')
    .map(Number);
  const [one = 0, two = 0, three] = parts;
  if (one > 31) return given(three ?? 0, two, one, c);
  const year = three === undefined ? undefined : three < 100 ? three + 2000 : three;
  if (text.includes('.') || c.order === 'day-first' || one > 12 || one === two)
    return given(one, two, year, c);
  if (c.order === 'month-first' || two > 12) return given(two, one, year, c);
  const either = [given(two, one, year, c), given(one, two, year, c)].flatMap((dated) =>
    isDoubtful(dated) ? [] : [dated.first],
  );
  return { because: 'ambiguous-date', either };
}

function given(day: number, month: number, year: number | undefined, c: Calendar): Dated {
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    return date === undefined ? { because: 'no-such-day' } : on(date);
  }
  // 29 February is a day, but not of every year.
  return forward(c, dateOf(c.today.year, month, day), dateOf(c.today.year + 1, month, day));
}

/** A date without a year is the coming one; one just past is rather an error than eleven months away. */
function forward(
  c: Calendar,
  thisYear: PlainDate | undefined,
  nextYear: PlainDate | undefined,
): Dated {
  if (thisYear !== undefined && Temporal.PlainDate.compare(thisYear, c.today) > 0)
    return on(thisYear);
  if (nextYear === undefined) return { because: 'no-such-day' };
  return c.today.until(nextYear).days > 300 ? { because: 'long-ago' } : on(nextYear);
}

function month(said: Said, c: Calendar): Dated | undefined {
  const inMonth = number(said, 'month');
  if (inMonth === undefined) return undefined;
  const year = number(said, 'year');
  const isNow = year === undefined && inMonth === c.today.month;
  if (isNow) return { first: c.today, last: monthOf(c.today).last };
  return within(given(1, inMonth, year, c), ({ first }) => monthOf(first));
}

const monthOf = (day: PlainDate): Stretch => ({
  first: day.with({ day: 1 }),
  last: day.with({ day: day.daysInMonth }),
});
const yearOf = (day: PlainDate): Stretch => ({
  first: day.with({ month: 1, day: 1 }),
  last: day.with({ month: 12, day: 31 }),
});
const week = (monday: PlainDate): Stretch => ({ first: monday, last: monday.add({ days: 6 }) });
const weekend = (from: PlainDate): Stretch => {
  const sunday = from.add({ days: 7 - from.dayOfWeek });
  return { first: sunday.subtract({ days: 1 }), last: sunday };
};

/** The next such weekday; said on a Sunday, "Sunday" is a week away and never today. */
export function coming({ today }: Calendar, weekday: number): PlainDate {
  const days = (weekday - today.dayOfWeek + 7) % 7;
  return today.add({ days: days === 0 ? 7 : days });
}

const inNextWeek = ({ today }: Calendar, weekday: number): PlainDate =>
  today.add({ days: 7 - today.dayOfWeek + weekday });

/** "the 4th": in this month if it is still to come, else in the next that has one. */
function comingDay(day: number, { today }: Calendar): Dated {
  const here = dateOf(today.year, today.month, day);
  if (here !== undefined && Temporal.PlainDate.compare(here, today) > 0) return on(here);
  const next = today.with({ day: 1 }).add({ months: 1 });
  const there = dateOf(next.year, next.month, day);
  return there === undefined ? { because: 'no-such-day' } : on(there);
}

/** "Monday the 7th": the next month in which the 7th is a Monday, within half a year. */
function weekdayOn(day: number, weekday: number, { today }: Calendar): Dated {
  for (let months = 0; months <= 6; months += 1) {
    const { year, month } = today.with({ day: 1 }).add({ months });
    const date = dateOf(year, month, day);
    const future = date !== undefined && Temporal.PlainDate.compare(date, today) > 0;
    if (future && date.dayOfWeek === weekday) return on(date);
  }
  return { because: 'no-such-day' };
}

/** Month and day, or days from Easter Sunday, or the n-th weekday of a month. */
const HOLIDAYS: Readonly<Record<Holiday, (year: number) => PlainDate>> = {
  advent: beforeChristmas(4),
  secondAdvent: beforeChristmas(3),
  thirdAdvent: beforeChristmas(2),
  fourthAdvent: beforeChristmas(1),
  christmasEve: fixed(12, 24),
  christmas: fixed(12, 25),
  boxingDay: fixed(12, 26),
  newYearsEve: fixed(12, 31),
  newYear: fixed(1, 1),
  epiphany: fixed(1, 6),
  valentines: fixed(2, 14),
  ashWednesday: fromEaster(-46),
  goodFriday: fromEaster(-2),
  easter: fromEaster(0),
  easterMonday: fromEaster(1),
  ascension: fromEaster(39),
  pentecost: fromEaster(49),
  whitMonday: fromEaster(50),
  corpusChristi: fromEaster(60),
  assumption: fixed(8, 15),
  allSaints: fixed(11, 1),
  stNicholas: fixed(12, 6),
  kingsDay: fixed(4, 27),
  /** The fourth Thursday of November. */
  thanksgiving: (year) => {
    const first = Temporal.PlainDate.from({ year, month: 11, day: 1 });
    return first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 21 });
  },
};

function fixed(month: number, day: number) {
  return (year: number): PlainDate => Temporal.PlainDate.from({ year, month, day });
}

/** The n-th Sunday before Christmas Day. */
function beforeChristmas(sundays: number) {
  return (year: number): PlainDate => {
    const christmas = Temporal.PlainDate.from({ year, month: 12, day: 25 });
    return christmas.subtract({ days: christmas.dayOfWeek + (sundays - 1) * 7 });
  };
}

function fromEaster(days: number) {
  return (year: number): PlainDate => easter(year).add({ days });
}

function holiday(name: Holiday, c: Calendar, year: number | undefined): Dated {
  const inYear = HOLIDAYS[name];
  if (year !== undefined) return on(inYear(year));
  return forward(c, inYear(c.today.year), inYear(c.today.year + 1));
}

/** The day that a length lies after another; a half is of the unit's days, rounded up. */
export function later(said: Said, from: PlainDate): PlainDate | undefined {
  const unit = slot(said, 'unit') as Unit | undefined;
  const count = number(said, 'number') ?? (said.form === 'halfUnit' ? 0 : 1);
  if (unit === undefined) return said.form === 'length' ? from.add({ days: 14 }) : undefined;
  if (count > MOST[unit]) return undefined;
  const half = said.form === 'length' ? 0 : Math.ceil(DAYS[unit] / 2);
  return from.add({ ...added(unit, count), days: (added(unit, count).days ?? 0) + half });
}

const MOST: Readonly<Record<Unit, number>> = {
  day: 800,
  week: 120,
  fortnight: 60,
  month: 30,
  year: 3,
};
const DAYS: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
};

function added(unit: Unit, count: number): { days?: number; months?: number; years?: number } {
  if (unit === 'month') return { months: count };
  if (unit === 'year') return { years: count };
  return { days: count * DAYS[unit] };
}
