import { idInKey } from '../../functions/adapters/item.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { placeOf } from '../../functions/core/reader/import-place.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import {
  type Enrollment,
  isForgotten,
  reads,
  type Subscriber,
} from '../../functions/core/reader/subscriber.ts';
import { owedIn } from '../../functions/core/reader/turns.ts';
import {
  type Instant,
  type LocalDate,
  localDate,
  plusDays,
  UTC,
} from '../../functions/core/time.ts';
import { factIn } from '../account/export/readers.ts';
import type { Desk } from './desk.ts';
import { readerIn } from './seen.ts';

/** Where somebody stands, as the desk counts them; `asked` has not confirmed. */
export const STANDINGS = ['active', 'paused', 'left', 'suppressed', 'asked', 'unreadable'] as const;
export type StandingName = (typeof STANDINGS)[number];

/** How many readers of a course are in it, have come to its end, and have stopped it. */
export interface InCourseCounts {
  readonly reading: number;
  readonly finished: number;
  readonly stopped: number;
}

/** Everybody in numbers. */
export interface ReaderCounts {
  readonly now: Instant;
  readonly standing: Readonly<Record<StandingName, number>>;
  /** Of those who read. */
  readonly newsletter: number;
  /** By course, of those who read. */
  readonly courses: Readonly<Record<string, InCourseCounts>>;
  /** How many said yes, or were brought with a list, on each of the last days (UTC), the latest first. */
  readonly joined: readonly { readonly day: LocalDate; readonly count: number }[];
}

/** Everybody in numbers. It goes through the whole table, a megabyte at a time. */
export async function countReaders(desk: Desk): Promise<ReaderCounts> {
  const { items, now, courses } = desk;
  const count = countingFrom(now, courses);
  let behind: Attributes | undefined;
  do {
    const page = await items.scan({ kinds: ['subscriber', 'request', 'fact#'], behind });
    for (const item of page.items) count.add(item);
    behind = page.behind;
  } while (behind !== undefined);
  return count.all();
}

/** On so many days it is told who came. */
const JOINED_DAYS = 14;

/** Counts items one after another, in any order. */
function countingFrom(now: Instant, courses: Courses) {
  const standing = Object.fromEntries(STANDINGS.map((name) => [name, 0])) as Record<
    StandingName,
    number
  >;
  const inCourses = new Map<string, InCourseCounts>();
  const today = localDate(now, UTC);
  const days = Array.from({ length: JOINED_DAYS }, (_, past) => plusDays(today, -past));
  const joined = new Map(days.map((day) => [day, 0]));
  const [known, asked] = [new Set<string>(), new Set<string>()];
  let newsletter = 0;

  function addReader(reader: Subscriber): void {
    standing[standingOf(reader)] += 1;
    if (!reads(reader)) return;
    if (reader.newsletter) newsletter += 1;
    for (const one of reader.enrollments) {
      const before = inCourses.get(one.course) ?? { reading: 0, finished: 0, stopped: 0 };
      const is = placeAs(one, courses);
      inCourses.set(one.course, { ...before, [is]: before[is] + 1 });
    }
  }

  return {
    add(item: Attributes): void {
      const joinedOn = dayOfJoining(item);
      if (joinedOn !== undefined && joined.has(joinedOn)) {
        joined.set(joinedOn, (joined.get(joinedOn) ?? 0) + 1);
      }
      const read = readerIn(item);
      if (read === undefined) return;
      if (read.is === 'unreadable') {
        standing.unreadable += 1;
        return;
      }
      const { subscriber } = read;
      if (isForgotten(subscriber, now)) return;
      if (subscriber.asked === undefined) {
        known.add(subscriber.id);
        addReader(subscriber);
      } else asked.add(subscriber.id);
    },
    all(): ReaderCounts {
      // Of a request beside a reader the reader counts.
      const requests = [...asked].filter((id) => !known.has(id)).length;
      return {
        now,
        standing: { ...standing, asked: standing.asked + requests },
        newsletter,
        courses: Object.fromEntries([...inCourses].sort()),
        joined: [...joined].map(([day, count]) => ({ day, count })),
      };
    },
  };
}

/** The day of a record that somebody came: not of what readers take in addition. */
function dayOfJoining(item: Attributes): LocalDate | undefined {
  if (idInKey(item['pk']) === undefined || !String(item['sk']).startsWith('fact#'))
    return undefined;
  const fact = factIn(item);
  const isJoining =
    fact !== undefined &&
    (fact.kind === 'imported' ||
      (fact.kind === 'confirmed' && fact.details['what'] === undefined) ||
      fact.kind === 'rejoined');
  return isJoining ? localDate(fact.at, UTC) : undefined;
}

/** Where somebody stands; older code kept a request as a subscriber that is pending. */
export function standingOf({ standing, asked }: Subscriber): StandingName {
  return asked !== undefined || standing.is === 'pending' ? 'asked' : standing.is;
}

function placeAs(one: Enrollment, courses: Courses): keyof InCourseCounts {
  if (one.stopped) return 'stopped';
  return owedIn(one, courses) === undefined ? 'finished' : 'reading';
}

/** Where somebody is in each course that they have not stopped: the last letter that they had, 0 or `finished`. */
export const placesOf = ({ enrollments }: Subscriber, courses: Courses) =>
  enrollments
    .filter(({ stopped }) => stopped !== true)
    .map(({ course, received }) => ({
      course,
      place: placeOf(
        courses.find(({ slug }) => slug === course),
        received,
      ),
    }));
