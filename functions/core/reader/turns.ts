import { type CourseOutline, type CourseSlug, type LessonId, nextLesson } from '../course.ts';
import { dayWithoutRest } from '../rest.ts';
import type { Instant, LocalDate } from '../time.ts';
import { timeOf } from './had.ts';
import { nextSlot } from './schedule.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** A mail of a course's own. */
export type CourseMail =
  | { readonly kind: 'welcome'; readonly course: CourseSlug }
  | {
      readonly kind: 'lesson';
      readonly course: CourseSlug;
      readonly lesson: LessonId;
      /** Which time they take the course, unless it is the first. */
      readonly again?: string;
    };

type Courses = readonly CourseOutline[];

/** All that it depends on of a reader. */
type InTurn = Pick<Subscriber, 'enrollments' | 'byTurns' | 'last'>;

/**
 * What comes next in each course that takes turns, the one whose turn it is first. Of courses that come one
 * after another only one is on, also while it rests.
 */
export function owedInTurn(subscriber: InTurn, courses: Courses): readonly CourseMail[] {
  const all: CourseMail[] = [];
  for (const enrollment of inTurn(subscriber)) {
    const mail = owedIn(enrollment, courses);
    if (mail === undefined) continue;
    all.push(mail);
    if (subscriber.byTurns !== true) break;
  }
  return all;
}

/** Whether a letter or a welcome is still to come for somebody, now or later. */
export const isInCourse = (reader: InTurn, courses: Courses): boolean =>
  owedInTurn(reader, courses).length > 0;

/** Whose turn it is first: the course after the one that their last letter was of. */
function inTurn({ enrollments, byTurns, last }: InTurn): readonly Enrollment[] {
  if (byTurns !== true) return enrollments;
  const next = enrollments.findIndex(({ course }) => course === last?.course) + 1;
  return [...enrollments.slice(next), ...enrollments.slice(0, next)];
}

/** What one course owes somebody next. */
export function owedIn(enrollment: Enrollment, courses: Courses): CourseMail | undefined {
  const { course: slug, welcomed, received, stopped } = enrollment;
  if (stopped) return undefined;
  const course = courses.find((candidate) => candidate.slug === slug);
  if (course === undefined || course.retired) return undefined;
  if (!welcomed) return { kind: 'welcome', course: slug };
  const lesson = nextLesson(course, received);
  if (lesson === undefined) return undefined;
  const again = timeOf(enrollment);
  return { kind: 'lesson', course: slug, lesson: lesson.id, ...(again && { again }) };
}

/** The first day from one on, on which a mail may go. Only letters rest: a welcome greets at any time. */
export function opensOn(mail: CourseMail, courses: Courses, day: LocalDate): LocalDate {
  const rests = courses.find(({ slug }) => slug === mail.course)?.rests ?? [];
  return mail.kind === 'lesson' ? dayWithoutRest(rests, day) : day;
}

/**
 * The reader's hour on the first day of theirs, after a moment, on which a course of theirs does not rest.
 *
 * @param from the first day that may have a letter
 */
export function letterSlot(
  subscriber: Subscriber,
  courses: Courses,
  after: Instant,
  from?: LocalDate,
): Instant {
  return slotAfter(subscriber, opening(owedInTurn(subscriber, courses), courses), after, from);
}

/** The first day from one on, on which any of these mails may go. */
export const opening =
  (owed: readonly CourseMail[], courses: Courses) =>
  (day: LocalDate): LocalDate =>
    owed.map((mail) => opensOn(mail, courses, day)).reduce(earlier, undefined) ?? day;

/** The same slot, where it is known already on which days there is one. */
export const slotAfter = (
  subscriber: Subscriber,
  open: (day: LocalDate) => LocalDate,
  after: Instant,
  from?: LocalDate,
): Instant => nextSlot(subscriber, after, subscriber.last, from, open);

const earlier = (day: LocalDate | undefined, other: LocalDate): LocalDate =>
  day !== undefined && day < other ? day : other;
