import assert from 'node:assert/strict';
import {
  type CourseSlug,
  type LessonId,
  type LessonOutline,
  offered,
} from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Enrollment, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Inbox, type Taken, takenOf } from './inbox.ts';

/** Which letter comes after which, in a course and among courses, said without the engine. */

const furthest = (lessons: readonly LessonOutline[], had: readonly LessonId[]): number =>
  lessons.findLastIndex(({ id }) => had.includes(id));

/** The lessons of a course that somebody who had these is still to get, by its own rules. */
function stillToCome(
  lessons: readonly LessonOutline[],
  had: readonly LessonId[],
): readonly LessonId[] {
  const reached = furthest(lessons, had);
  return lessons
    .filter(
      ({ id, forThosePast }, place) =>
        !had.includes(id) && (place > reached || forThosePast !== 'never'),
    )
    .map(({ id }) => id);
}

/** The courses that somebody wants and the author still has, in their order, with lessons to come. */
export const unread = (
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  inbox: Inbox,
  courses: Courses,
): readonly CourseSlug[] =>
  enrollments
    .filter((one) => !one.stopped && toCome(one, inbox, courses).length > 0)
    .map(({ course }) => course);

const toCome = ({ course }: Enrollment, inbox: Inbox, courses: Courses): readonly LessonId[] =>
  stillToCome(
    offered(courses).find(({ slug }) => slug === course)?.lessons ?? [],
    takenOf(inbox, course).lessons,
  );

/** Whether the author is away on a day, so that no letter of a course comes. */
export const rests = (courses: Courses, slug: CourseSlug, day: string): boolean =>
  courses
    .find((one) => one.slug === slug)
    ?.rests?.some(({ from, until }) => from <= day && day <= until) === true;

/** Of which courses a letter may come on a day. In a row it is the first that is not read, also while it rests. */
export function openOn(
  reader: Subscriber,
  inbox: Inbox,
  courses: Courses,
  day: string,
): readonly CourseSlug[] {
  const waiting = unread(reader, inbox, courses);
  const inTurn = reader.byTurns === true ? waiting : waiting.slice(0, 1);
  return inTurn.filter((slug) => !rests(courses, slug, day));
}

/** Courses in a row: the first that is not read. By turns: not the same again while another waits. */
export function expectTurn(
  reader: Subscriber,
  inbox: Inbox,
  courses: Courses,
  { sent, today }: { readonly sent: CourseSlug; readonly today: string },
): void {
  const [first, ...others] = openOn(reader, inbox, courses, today);
  if (reader.byTurns !== true) {
    assert.equal(sent, first, 'one course after another');
  } else if (others.length > 0) {
    assert.notEqual(sent, inbox.turnOf, 'it is the turn of another course');
  }
}

/**
 * Forward in the course without a gap; back only for a lesson that says so of itself. What nobody can tell
 * whether it came may count or not.
 */
export function expectOrder(
  lessons: readonly LessonOutline[],
  { lessons: all, lost }: Pick<Taken, 'lessons' | 'lost'>,
  sent: LessonId,
): void {
  const known = all.filter((one) => !lost.has(one));
  try {
    follows(lessons, known, sent);
  } catch (error) {
    if (known.length === all.length) throw error;
    follows(lessons, all, sent);
  }
}

function follows(
  lessons: readonly LessonOutline[],
  had: readonly LessonId[],
  sent: LessonId,
): void {
  const place = lessons.findIndex(({ id }) => id === sent);
  const reached = furthest(lessons, had);
  assert.ok(place >= 0, `${sent} is in the course`);
  if (place < reached) {
    assert.notEqual(lessons[place]?.forThosePast, 'never', `${sent} is for those past it`);
    return;
  }
  const between = lessons.slice(reached + 1, place).filter(({ id }) => !had.includes(id));
  const skipped = between.map(({ id }) => id);
  assert.deepEqual(skipped, [], `nothing skipped before ${sent}`);
}
