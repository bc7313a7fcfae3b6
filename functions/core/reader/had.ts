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

/**
 * The last letter that somebody had: of this time, if there is any, or else of times before. Items of
 * older code name its course only where courses take turns: one after another, it is the one that they
 * are in, or the last that they came to the end of.
 */
export function lastHad({
  enrollments,
  last,
}: Pick<Subscriber, 'enrollments' | 'last'>): HadLetter | undefined {
  const ofNow = lettersHad({ enrollments: enrollments.map(({ earlier: _, ...one }) => one) });
  const named = ofNow.findLast(({ course }) => course === last?.course);
  return named ?? ofNow.at(-1) ?? lettersHad({ enrollments }).at(-1);
}

/**
 * A letter by the number that is printed on it, so it counts what this reader received in one course: in
 * this time of it, and then what they had before and not again yet.
 *
 * @param about the course whose letter they answer; without it, the one that their last letter was of
 */
export function letterNumbered(
  reader: Pick<Subscriber, 'enrollments' | 'last'>,
  number: number,
  about: CourseSlug | undefined,
): HadLetter | undefined {
  const course = about ?? lastHad(reader)?.course;
  const enrollments = reader.enrollments.filter((one) => one.course === course);
  return lettersHad({ enrollments })[number - 1];
}

/**
 * A letter that somebody had, as an author names it: by its number or its id, of one course or of any; the newest
 * where it is not named.
 */
export function letterMeant(
  reader: Pick<Subscriber, 'enrollments' | 'last'>,
  { letter, course }: { readonly letter?: string; readonly course?: string },
): HadLetter | undefined {
  const enrollments = reader.enrollments.filter(
    (one) => course === undefined || one.course === course,
  );
  const among = { enrollments, ...(reader.last && { last: reader.last }) };
  if (letter === undefined) return lastHad(among);
  const named = lettersHad(among).find(({ lesson }) => lesson === letter);
  return (
    named ?? (/^\d+$/.test(letter) ? letterNumbered(among, Number(letter), undefined) : undefined)
  );
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
