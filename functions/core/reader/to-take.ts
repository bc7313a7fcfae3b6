import { type CourseOutline, offered } from '../course.ts';
import type { Courses } from './owed.ts';
import type { Enrollment } from './subscriber.ts';

/** The courses that somebody does not take and could. */
export interface ToTake {
  /** Those that an author lists as the next one of one of theirs. Offered, and never presumed. */
  readonly next: readonly CourseOutline[];
  readonly others: readonly CourseOutline[];
}

/** What courses there are for somebody beside those that they take, have stopped, or have had. */
export function coursesToTake(
  { enrollments }: { readonly enrollments: readonly Pick<Enrollment, 'course'>[] },
  courses: Courses,
): ToTake {
  const theirs = new Set(enrollments.map(({ course }) => course));
  const all = offered(courses);
  const after = new Set(all.flatMap(({ slug, next }) => (theirs.has(slug) && next ? [next] : [])));
  const open = all.filter(({ slug }) => !theirs.has(slug));
  return {
    next: open.filter(({ slug }) => after.has(slug)),
    others: open.filter(({ slug }) => !after.has(slug)),
  };
}
