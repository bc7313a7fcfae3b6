import type { Library } from '../adapters/library.ts';
import { type LessonId, letterIn } from '../core/course.ts';
import { had } from '../core/reader/had.ts';
import type { Enrollment, Subscriber } from '../core/reader/subscriber.ts';

/** A letter that somebody had, at whichever time, and the course that it is in. */
export interface LetterHad {
  readonly enrollment: Enrollment;
  readonly lesson: LessonId;
}

/**
 * The letter that a link of its reader's names, if they had it. It may be retired since; one that is no
 * longer there at all is none.
 *
 * @param name as {@link letterIn} reads it
 */
export function letterHad(
  { library }: { readonly library: Pick<Library, 'has'> },
  { enrollments }: Subscriber,
  name: string,
): LetterHad | undefined {
  const { course, lesson } = letterIn(name);
  const enrollment = enrollments.find(
    (one) => (course === undefined || one.course === course) && had(one).includes(lesson),
  );
  const isThere = enrollment && library.has(enrollment.course, lesson, enrollment);
  return isThere ? { enrollment, lesson } : undefined;
}
