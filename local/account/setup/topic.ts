import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Shorter words are in many a name by chance. */
const LONG = 5;

/**
 * What a domain tells of the letters, as `closer` in closer.org does: a word of a course's name or title.
 * Everybody sees it who sees an inbox, whatever a reader asked for.
 */
export function topicIn(domain: string, contentDir: string): string | undefined {
  const courses = join(contentDir, 'courses');
  const slugs = existsSync(courses) ? readdirSync(courses) : [];
  const words = slugs.flatMap((slug) =>
    `${slug} ${titleOf(join(courses, slug))}`.split(/[^\p{L}]+/u),
  );
  return words.find((word) => word.length >= LONG && domain.includes(word.toLowerCase()));
}

function titleOf(course: string): string {
  const file = join(course, 'course.yaml');
  if (!existsSync(file)) return '';
  const { title = '' } = (parse(readFileSync(file, 'utf8')) ?? {}) as { readonly title?: string };
  return title;
}
