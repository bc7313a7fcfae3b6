import type { CourseSlug, LessonId } from '../course.ts';
import type { Courses } from '../reader/owed.ts';
import type { Subscriber } from '../reader/subscriber.ts';

/** One letter, which only its course makes unmistakable. */
export interface Letter {
  readonly course: CourseSlug;
  readonly lesson: LessonId;
}

/** A letter that a reader had, and where it stands in its course. */
export interface HadLetter extends Letter {
  readonly subject: string;
  readonly place: number;
  readonly of: number;
}

/** Every letter that they had and whose course is known, course after course. */
export function lettersHad(
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  courses: Courses,
): readonly HadLetter[] {
  return enrollments.flatMap(({ course, received }) => {
    const lessons = courses.find(({ slug }) => slug === course)?.lessons ?? [];
    return received.flatMap((lesson) => {
      const at = lessons.findIndex(({ id }) => id === lesson);
      const subject = lessons[at]?.subject;
      const place = { place: at + 1, of: lessons.length };
      return subject === undefined ? [] : [{ course, lesson, subject, ...place }];
    });
  });
}

/** The letter that a mail answers, by its subject; undefined when it names none of theirs. */
export const letterNamed = (had: readonly HadLetter[], subject: string): HadLetter | undefined =>
  had.findLast((letter) => subject.includes(letter.subject));

/**
 * A letter that they had. Its number is the one of its course, as it is printed on the letter; the
 * course is the one whose letter they answer, or else the one that their last letter was of.
 *
 * @param number without it, the letter that was sent last
 */
export function letterAgain(
  subscriber: Subscriber,
  number: number | undefined,
  about: CourseSlug | undefined,
): Letter | undefined {
  const { enrollments } = subscriber;
  const last = courseOfLast(subscriber);
  const course = number === undefined ? last : (about ?? last);
  const received = enrollments.find((one) => one.course === course)?.received ?? [];
  const lesson = number === undefined ? received.at(-1) : received[number - 1];
  return course === undefined || lesson === undefined ? undefined : { course, lesson };
}

/**
 * The course that their last letter was of. Items of older code name it only where courses take turns:
 * one after another, it is the one that they are in, or the last that they came to the end of.
 */
export function courseOfLast({
  enrollments,
  last,
}: Pick<Subscriber, 'enrollments' | 'last'>): CourseSlug | undefined {
  const begun = enrollments.filter(({ received }) => received.length > 0);
  const named = begun.find(({ course }) => course === last?.course);
  return (named ?? begun.at(-1))?.course;
}
