import { type CourseOutline, nextLesson } from '../course.ts';
import type { Audience } from '../newsletter.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';
import { owedIn } from './turns.ts';

/**
 * Whether an issue is for somebody, as they are now: everything that its audience says is so, and known to be. Of
 * whoever takes no course that there is, it is known of none.
 */
export function isFor(
  { finished, taking, track, language }: Audience,
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  courses: readonly CourseOutline[],
): boolean {
  const of = (slug: string | undefined) => enrollments.find(({ course }) => course === slug);
  const goesOn = (one: Enrollment | undefined): boolean =>
    one !== undefined && owedIn(one, courses) !== undefined;
  const isOver = (one: Enrollment | undefined): boolean => {
    const course = courses.find(({ slug }) => slug === one?.course);
    if (one === undefined || course === undefined || one.received.length === 0) return false;
    return nextLesson(course, one.received) === undefined;
  };
  const spoken = courses.find(({ slug }) => slug === enrollments[0]?.course)?.language;
  return (
    (finished === undefined || isOver(of(finished))) &&
    (taking === undefined || goesOn(of(taking))) &&
    (track === undefined || enrollments.some((one) => one.track === track)) &&
    (language === undefined || spoken === language)
  );
}
