import type { CourseSlug, LessonId } from '../course.ts';
import { type Instant, localDate, plusSeconds, secondsBetween } from '../time.ts';
import { timeOf } from './had.ts';
import type { Change } from './lifecycle.ts';
import { nextSlot } from './schedule.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** A letter that came back for now: a full mailbox, a server that was away, or nobody knows why. */
export interface Returned {
  /** When it was sent. */
  readonly at: Instant;
  readonly course: CourseSlug;
  readonly lesson: LessonId;
  /** Which time they took the course, as its mail says; absent for the first. */
  readonly again?: string;
}

/** So many letters in a row, none between them that did not come back. */
const IN_A_ROW = 5;

/** And the last so much later than the first, in seconds: seven days, each end counted. */
const SPAN_SECONDS = 6 * 86_400;

/** How long letters wait then, in days. After it one letter tries, and the next that returns ends it again. */
const WAIT_DAYS = 30;

/** Whether it could be time to stop, before anybody is read for it. */
export const mayBeUnreached = (returned: readonly Returned[]): boolean => spansEnough(returned);

/**
 * What letters that came back one after another make of a reader: nothing is sent for a while, as to
 * somebody who is away, and any word of theirs ends it. That a letter arrived is never told to us; but
 * one that they got and that is not among those that returned has arrived, for all that is known.
 *
 * One may come back for a vacation note, and a day after the next was sent. So it takes many over days,
 * and the letter after the last that returned says nothing yet.
 *
 * @param returned in any order, each once
 */
export function unreached(
  subscriber: Subscriber,
  returned: readonly Returned[],
  now: Instant,
): Change {
  const { standing, dueAt, last, zone } = subscriber;
  // Whoever is owed nothing is sent nothing.
  if (standing.is !== 'active' || dueAt === undefined) return { is: 'unchanged' };
  if (!subscriber.enrollments.some((one) => spansEnough(streakOf(one, returned)))) {
    return { is: 'unchanged' };
  }
  const until = localDate(plusSeconds(now, WAIT_DAYS * 86_400), zone);
  return {
    is: 'changed',
    subscriber: {
      ...subscriber,
      standing: { is: 'paused', since: now, until, absent: true },
      // A letter was owed and still is, so there is no need to know the course.
      dueAt: nextSlot(subscriber, now, last, until),
    },
  };
}

/**
 * The letters of a course that returned one after another, up to the last that did. One of a time before
 * they began it again tells nothing of the letter that came since.
 */
function streakOf(enrollment: Enrollment, returned: readonly Returned[]): readonly Returned[] {
  const { course, received } = enrollment;
  const ofNow = returned.filter((one) => one.course === course && one.again === timeOf(enrollment));
  const of = (lesson: LessonId) => ofNow.find((one) => one.lesson === lesson);
  const end = received.findLastIndex((lesson) => of(lesson) !== undefined);
  if (end < received.length - 2) return [];
  const streak: Returned[] = [];
  for (const lesson of received.slice(0, end + 1).reverse()) {
    const one = of(lesson);
    if (one === undefined) break;
    streak.push(one);
  }
  return streak;
}

function spansEnough(returned: readonly Returned[]): boolean {
  const at = returned.map((one) => one.at).sort();
  const [first] = at;
  const last = at.at(-1);
  if (first === undefined || last === undefined || at.length < IN_A_ROW) return false;
  return secondsBetween(first, last) >= SPAN_SECONDS;
}
