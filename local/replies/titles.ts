import { loadContent } from '../../emails/content/load.ts';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Context } from '../../functions/core/replies/understanding.ts';

/** What the courses that ship are called: a reader's mail is read against them. */
export const shippedTitles = (): NonNullable<Context['courses']> =>
  loadContent('content').courses.map(({ slug, title }) => ({ slug, title }));

/** A course that ships with nobody, and that a reply is written about. */
export const titled = (title: string) => ({ slug: `of-${title}` as CourseSlug, title });
