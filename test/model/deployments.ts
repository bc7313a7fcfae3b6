import type { CourseOutline, CourseSlug } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Rest } from '../../functions/core/rest.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { course, lesson } from '../support/builders.ts';

const further = (lessons: readonly string[]): CourseOutline => ({
  ...course(lessons),
  slug: 'further' as CourseSlug,
});
/** Letters of two courses may have the same name. */
export const FURTHER = further(['a', 'p', 'q']);
export const CLOSER = course(['a', 'b', 'c', 'd']);
const retired = (one: CourseOutline): CourseOutline => ({ ...one, lessons: [], retired: true });

const rest = (from: string, until: string): Rest => ({
  from: from as LocalDate,
  until: until as LocalDate,
});
/** Over the night on which Berlin's clocks change. */
const AWAY = rest('2026-10-25', '2026-10-29');
const resting = (one: CourseOutline, ...rests: readonly Rest[]): CourseOutline => ({
  ...one,
  rests,
});

/**
 * An author goes away: for one course or for both, for less time than it was to be, and longer, by a second
 * holiday that meets the first. What has no holiday calls it off.
 */
export const RESTING: readonly Courses[] = [
  [resting(CLOSER, AWAY), FURTHER],
  [resting(CLOSER, AWAY), resting(FURTHER, AWAY)],
  [CLOSER, resting(FURTHER, rest('2026-10-24', '2026-11-02'))],
  ...[
    [rest('2026-10-25', '2026-10-26')],
    [AWAY, rest('2026-10-30', '2026-11-01'), rest('2026-11-04', '2026-11-05')],
  ].map((rests) => [resting(CLOSER, ...rests), resting(FURTHER, ...rests)]),
];

/** What an author may deploy: the first is all there is. */
export const COURSES: readonly Courses[] = [
  ...[
    ['a', 'b', 'c', 'd'],
    ['a', 'x', 'b', 'c', 'd'],
    ['a', lesson('y', { forThosePast: 'next-day' }), 'b', 'c', 'd'],
    [lesson('z', { forThosePast: 'at-the-end' }), 'a', 'b', 'c', 'd'],
    ['a', 'c', 'd'],
    ['c', 'a', 'b', 'd'],
    ['a', 'b', 'c', 'd', 'e'],
  ].map((lessons) => [course(lessons), FURTHER]),
  [CLOSER, further(['a', 'o', 'p', 'q'])],
  [retired(CLOSER), FURTHER],
  [CLOSER, retired(FURTHER)],
  // A course has gone, or all; it may come back.
  [FURTHER],
  [CLOSER],
  [],
  ...RESTING,
];
