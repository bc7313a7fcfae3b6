import { expect, test } from 'vitest';
import type { CourseSlug, LessonId } from '../../../functions/core/course.ts';
import { isKnownSent } from '../../../functions/core/reader/owed.ts';
import { enrollment, reader, received } from '../../support/builders.ts';

/** News of a mail that is known already changes nothing, and costs no write. */

const one = reader({
  enrollments: [
    enrollment({ received: received('a') }),
    enrollment({ course: 'twice' as CourseSlug, again: 2, earlier: received('c') }),
  ],
});
const course = one.enrollments[0]?.course ?? ('' as CourseSlug);
const lesson = (id: string, of = course) => ({
  kind: 'lesson' as const,
  course: of,
  lesson: id as LessonId,
});

test.for([
  ['a letter that they had', lesson('a'), true],
  ['one that they had not', lesson('b'), false],
  [
    'one of a course that they do not take: nothing can be noted',
    lesson('b', 'x' as CourseSlug),
    true,
  ],
  ['the welcome of that course', { kind: 'welcome' as const, course: 'x' as CourseSlug }, true],
  [
    'one of the time before, which they had',
    { ...lesson('c', 'twice' as CourseSlug), again: '1' },
    true,
  ],
  ['one of the time before, of which nobody told yet', lesson('d', 'twice' as CourseSlug), false],
  ['one of the time before that comes again', lesson('c', 'twice' as CourseSlug), true],
] as const)('%s', ([, mail, known]) => {
  expect(isKnownSent(one, mail)).toBe(known);
});
