import { expect, test } from 'vitest';
import {
  type CourseSlug,
  type LessonId,
  letterIn,
  letterName,
} from '../../functions/core/course.ts';
import { mintToken, parseToken } from '../../functions/core/token.ts';
import { reader } from '../support/builders.ts';

test.for([
  ['of a course and a lesson', 6, 9, true],
  ['just short enough for a link', 79, 80, true],
  ['too long for one with both', 80, 80, false],
] as const)('the name of a letter %s comes back with its link', ([, slug, id, both]) => {
  const [course, lesson] = ['c'.repeat(slug) as CourseSlug, 'l'.repeat(id) as LessonId];
  const { secret, id: who } = reader();
  const token = parseToken(mintToken(secret, who, 'lesson', letterName(course, lesson)));
  expect(token && letterIn(token.detail)).toEqual({ course: both ? course : undefined, lesson });
});
