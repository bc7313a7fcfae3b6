import { Temporal } from 'temporal-polyfill';
import type { Wish } from '../understanding.ts';
import type { Calendar, PlainDate } from './dates.ts';
import { leaves } from './ends.ts';
import { paused } from './pauses.ts';
import type { Reading } from './readings.ts';
import type { When } from './times.ts';

/**
 * What a wish becomes by what stands beside it: its time, the day from which it holds, its letter.
 *
 * @param all everything that the mail says, before and behind what it corrects
 * @param readings what counts of it
 */
export function beside(
  reading: Reading,
  all: readonly Reading[],
  readings: readonly Reading[],
  calendar: Calendar,
): Reading {
  return withLetter(withStart(withTime(reading, readings, calendar), readings, calendar), all);
}

/** A time that stands in a clause of its own belongs to the pause beside it. */
function withTime(reading: Reading, readings: readonly Reading[], calendar: Calendar): Reading {
  // "Until then" is as open as no time at all.
  const vague = reading.doubt?.because === 'vague-length';
  if (reading.when !== undefined && reading.when.is !== 'open' && !vague) return reading;
  if (reading.wishes.length === 0 && !vague) return reading;
  if (reading.does !== 'pause' && reading.does !== 'leave') return reading;
  const beside = readings.find(
    ({ does, when }) =>
      (does === 'away' && when !== undefined) ||
      ((does === 'when' || does === 'reason') && lasts(when)),
  );
  if (beside?.when === undefined) return reading;
  const pause = paused(beside.when, calendar);
  if ('because' in pause) return { ...reading, wishes: [], doubt: pause };
  const { doubt: _, ...certain } = reading;
  if (vague) return { ...certain, wishes: pause, when: beside.when };
  if (leaves(reading) && !(isAbsence(beside.when) && !reading.parts)) {
    const options = [pause, reading.wishes];
    return { ...reading, wishes: [], doubt: { because: 'two-wishes', options } };
  }
  return { ...reading, wishes: pause, when: beside.when };
}

/** "We are back on the 6th. No letters, please": they end for as long as that. */
const isAbsence = ({ is }: When): boolean => is === 'until' || is === 'back';

const lasts = (when: When | undefined): boolean => when !== undefined && when.is !== 'during';

/** "Letter 12 never came. Please resend." */
function withLetter(reading: Reading, all: readonly Reading[]): Reading {
  const numbers = new Set(all.flatMap(({ letter }) => letter ?? []));
  const [letter, another] = numbers;
  if (letter === undefined || another !== undefined) return reading;
  const wishes = reading.wishes.map((wish) =>
    wish.is === 'resend' && wish.letter === undefined ? { ...wish, letter } : wish,
  );
  return { ...reading, wishes };
}

/** "Next week I'm in Paris, hold the letters until the Monday after": they come until then. */
function withStart(reading: Reading, readings: readonly Reading[], calendar: Calendar): Reading {
  const starts = readings.flatMap(({ does, when }) =>
    TELLING.has(does) && when !== undefined ? startOf(when) : [],
  );
  const wishes = reading.wishes.map((wish): Wish => {
    const until = wish.is === 'pause' ? wish.until : wish.is === 'resume' ? wish.on : undefined;
    if (until === undefined || (wish.is === 'pause' && wish.from !== undefined)) return wish;
    const end = Temporal.PlainDate.from(until);
    const start = starts.find(({ first, last }) => fits(first, last, end, calendar.today));
    if (start === undefined) return wish;
    return { is: 'pause', from: start.first.toString() as typeof until, until };
  });
  return { ...reading, wishes };
}

const TELLING: ReadonlySet<Reading['does']> = new Set(['when', 'away', 'reason']);

interface Start {
  readonly first: PlainDate;
  /** Where it is known. */
  readonly last?: PlainDate;
}

function startOf(when: When): readonly Start[] {
  if (when.is === 'from') return [{ first: when.from }];
  if (when.is === 'during') return [{ first: when.first, last: when.last }];
  if (when.is !== 'until' || when.from === undefined) return [];
  return [{ first: when.from, last: when.until }];
}

/** It lies ahead, and before the end; and what has a last day lasts about as long. */
function fits(
  first: PlainDate,
  last: PlainDate | undefined,
  end: PlainDate,
  today: PlainDate,
): boolean {
  if (today.until(first).days <= 0 || first.until(end).days <= 0) return false;
  return last === undefined || Math.abs(last.until(end).days) <= MOST_APART;
}

/** Days between the last one of a stretch and the one on which mail flows again. */
const MOST_APART = 3;
