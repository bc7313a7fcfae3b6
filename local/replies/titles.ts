import { loadContent } from '../../emails/content/load.ts';
import type { Context } from '../../functions/core/replies/understanding.ts';

/** What the courses that ship are called: a reader's mail is read against them. */
export const shippedTitles = (): NonNullable<Context['courses']> =>
  loadContent('content').courses.map(({ slug, title }) => ({ slug, title }));
