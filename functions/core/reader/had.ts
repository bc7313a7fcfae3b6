import type { CourseSlug, LessonId } from '../course.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** One letter that somebody had, and the course that it is of: two courses may use the same id. */
export interface HadLetter {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
}

type Received = Pick<Enrollment, 'received' | 'earlier'>;

/**
 * All letters of a course that somebody ever had, each once: those of this time in the order in which
 * they came, then those that they had only in times before.
 */
export const had = ({ received, earlier = [] }: Received): readonly LessonId[] => [
  ...new Set([...received, ...earlier]),
];

/** The same over all of somebody's courses. */
export const lettersHad = ({
  enrollments,
}: Pick<Subscriber, 'enrollments'>): readonly HadLetter[] =>
  enrollments.flatMap((one) => had(one).map((lesson) => ({ course: one.course, lesson })));

/** The last letter that somebody had: of this time, if there is any, or else of times before. */
export function lastHad({ enrollments }: Pick<Subscriber, 'enrollments'>): HadLetter | undefined {
  const ofNow = enrollments.map(({ earlier: _, ...one }) => one);
  return lettersHad({ enrollments: ofNow }).at(-1) ?? lettersHad({ enrollments }).at(-1);
}

/**
 * An enrollment with what was had in it. A letter stands in one of the two lists, so that all of them
 * take no more room than a course has letters, however often it is begun again.
 */
export function withHad<Of extends Enrollment>(
  { earlier: _, ...one }: Of,
  received: readonly LessonId[],
  before: readonly LessonId[],
) {
  const earlier = [...new Set(before)].filter((lesson) => !received.includes(lesson));
  return { ...one, received, ...(earlier.length > 0 && { earlier }) };
}

/** How often it was begun again, as mails name the time that they are of: not at all, or a number. */
export const timeOf = ({ again }: Pick<Enrollment, 'again'>): string | undefined =>
  again === undefined ? undefined : String(again);
