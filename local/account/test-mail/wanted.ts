import type { Content, Course, Lesson, Newsletter } from '../../../emails/content/model.ts';
import { NOTICES, type NoticeName } from '../../../functions/core/mail/template.ts';
import { RefusedError } from '../restore/home.ts';

/** Which mail an author wants to see. */
export type Wanted =
  | { readonly is: 'letter'; readonly course: Course; readonly lesson: Lesson }
  | { readonly is: 'notice'; readonly notice: NoticeName }
  | { readonly is: 'issue'; readonly issue: Newsletter };

type Known = Pick<Content, 'courses' | 'newsletters'>;

/**
 * Finds a mail by what an author calls it: `closer/tea` or `closer/5` for a letter, a notice's file, an issue's.
 *
 * @throws RefusedError on what is none, with what there is
 */
export function wantedIn(name: string, content: Known): Wanted {
  const [slug = '', letter] = name.split('/');
  if (letter !== undefined) return letterIn(courseIn(slug, content), letter);
  const notice = NOTICES.find((one) => one === name);
  if (notice !== undefined) return { is: 'notice', notice };
  const issue = content.newsletters.find(({ id }) => id === name);
  if (issue !== undefined) return { is: 'issue', issue };
  throw new RefusedError(
    `There is no notice and no issue "${name}". A letter is named with its course, such as ` +
      `${content.courses[0]?.slug ?? 'closer'}/1.\n` +
      `Notices: ${NOTICES.join(', ')}.\n` +
      `Issues: ${listed(content.newsletters.map(({ id }) => id))}.`,
  );
}

/** @throws RefusedError when there is no such course */
export function courseIn(slug: string, { courses }: Pick<Content, 'courses'>): Course {
  const course = courses.find((one) => one.slug === slug);
  if (course !== undefined) return course;
  const known = listed(courses.map((one) => one.slug));
  throw new RefusedError(`There is no course "${slug}". Courses: ${known}.`);
}

/** The letters that readers still get, in their order: a letter's number is its place among them. */
export const running = ({ lessons }: Course): readonly Lesson[] =>
  lessons.filter(({ retired }) => !retired);

function letterIn(course: Course, given: string): Wanted {
  const letters = running(course);
  const lesson = /^\d+$/.test(given)
    ? letters[Number(given) - 1]
    : course.lessons.find(({ id }) => id === given);
  if (lesson !== undefined) return { is: 'letter', course, lesson };
  throw new RefusedError(
    `There is no letter "${given}" in ${course.slug}. It has 1 to ${letters.length}: ` +
      `${listed(letters.map(({ id }) => id))}.`,
  );
}

const listed = (names: readonly string[]): string => names.join(', ') || 'none';
