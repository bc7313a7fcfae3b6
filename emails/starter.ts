import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { show } from './content/mistakes.ts';

const STARTER = join(import.meta.dirname, 'starter-course');

export type Outcome =
  | { readonly made: true; readonly files: readonly string[] }
  | { readonly made: false; readonly why: string };

/** Puts a course of two letters into a content folder, wholly or not at all. */
export function newCourse(contentDir: string, slug: string, title?: string): Outcome {
  const why = refusal(contentDir, slug, title);
  if (why !== undefined) return { made: false, why };
  const courses = join(contentDir, 'courses');
  // Names that begin with a dot are no content: nobody sees half a course.
  const draft = join(courses, `.${slug}`);
  try {
    const files = starterFiles();
    for (const file of files) write(join(draft, file), filledIn(file, slug, title));
    renameSync(draft, join(courses, slug));
    return { made: true, files: files.map((file) => join('content', 'courses', slug, file)) };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const EXAMPLE = 'npm run new:course -- quiet-mornings "Quiet mornings"';

function refusal(contentDir: string, slug: string, title: string | undefined): string | undefined {
  if (slug === '') return `it needs a short name. For example: ${EXAMPLE}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60)
    return (
      `${show(slug)} is no short name. It becomes part of addresses, so it has lower-case letters, ` +
      `digits and single hyphens, 60 at most. For example: ${EXAMPLE}`
    );
  if (existsSync(join(contentDir, 'courses', slug)))
    return `there is a course ${show(slug)} already. Take another name, or write on in that one.`;
  if (!existsSync(join(contentDir, 'publication.yaml')))
    return `${contentDir} has no publication.yaml, so it is no content folder.`;
  if (title !== undefined && (title.trim() === '' || /\p{Cc}/u.test(title)))
    return `the title ${show(title)} has to be words on one line.`;
  return undefined;
}

/** The files of the starter, course.yaml first, as paths within it. */
function starterFiles(): readonly string[] {
  return readdirSync(STARTER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(md|yaml)$/.test(file))
    .sort();
}

function filledIn(file: string, slug: string, title = titleFrom(slug)): string {
  return (
    readFileSync(join(STARTER, file), 'utf8')
      .replaceAll('__SLUG__', () => slug)
      // JSON's quotes are YAML's, too, so a title may hold a colon or a quote.
      .replaceAll('__TITLE__', () => JSON.stringify(title.trim()))
  );
}

/** `quiet-mornings` to `Quiet mornings` */
function titleFrom(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
