import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseSlug } from '../../functions/core/course.ts';
import { type Publication, publicationSchema } from '../../functions/core/publication.ts';
import { UTC } from '../../functions/core/time.ts';
import { type Language, languageFor } from '../../functions/core/words/words.ts';
import { list, named, type Reading, read } from './files.ts';
import { refuseLetterLinks, refuseLost } from './letter-links.ts';
import { oneOf, readMarkdown } from './markdown.ts';
import { Mistakes, show } from './mistakes.ts';
import type { Content, Course, Lesson } from './model.ts';
import { loadNewsletters } from './newsletters.ts';
import { byList, byName } from './order.ts';
import { cite, type InCourse, loadMarkdown, refuseTwins, type Sources } from './piece.ts';
import { loadSafetyLines } from './safety-lines.ts';
import { courseSchema, lessonSchema } from './schemas.ts';
import type { Block } from './tree.ts';
import { loadWords } from './words.ts';
import { type Read, readYaml } from './yaml.ts';

/**
 * Reads a whole content folder.
 *
 * @throws {ContentError} with every mistake in every file
 */
export function loadContent(contentDir: string): Content {
  const { content, mistakes } = readContent(contentDir);
  mistakes.throwIfAny();
  if (content === undefined) throw new Error('a mistake was not reported');
  return content;
}

/** What of a content folder could be read, and everything that was wrong with the rest. */
export function readContent(contentDir: string): {
  readonly content: Content | undefined;
  readonly mistakes: Mistakes;
} {
  const mistakes = new Mistakes();
  const publication = loadPublication({ dir: contentDir, mistakes, constants: {} });
  const constants = { publicationName: publication?.name ?? 'the publication' };
  const reading = { dir: contentDir, mistakes, constants };
  const languages = loadWords(reading);
  const language = publication?.language ?? 'en';
  const folders = list(reading, 'courses', /^/);
  const loaded = folders.map((folder) => loadCourse(folder, language, reading));
  const sources: Sources = Object.assign({}, ...loaded.map((one) => one?.sources));
  const courses = loaded.flatMap((one) => withNext(one, loaded, reading) ?? []);
  const zone = publication?.defaults.zone ?? UTC;
  const around = { sources, zone, language, courses, folders };
  const newsletters = loadNewsletters(around, reading);
  refuseLetterLinks(
    [...languages.flatMap(({ notices }) => Object.values(notices)), ...newsletters],
    reading,
  );
  const safetyLines = loadSafetyLines(reading);
  const content = publication && {
    publication,
    courses,
    languages,
    newsletters,
    safetyLines,
  };
  return { content, mistakes };
}

function loadPublication(reading: Reading): Publication | undefined {
  const text = read('publication.yaml', reading);
  if (text === undefined) return undefined;
  const file = named('publication.yaml', reading);
  const front = readYaml({ file, text, lineBefore: 0 }, publicationSchema, reading.mistakes);
  if (front === undefined) return undefined;
  if (!hasWords(front, front.value.language, file, reading)) return undefined;
  const { course } = front.value.defaults;
  const folders = list(reading, 'courses', /^/);
  if (!folders.includes(course)) {
    const line = front.lineOf(['defaults', 'course']);
    const expected = `a folder of content/courses: ${oneOf(folders)}`;
    reading.mistakes.add({ file, line, key: 'defaults.course', found: show(course), expected });
  }
  for (const slug of front.value.retiredCourses.filter((one) => folders.includes(one))) {
    const line = front.lineOf(['retired-courses']);
    const expected = 'a course whose folder is gone: take the folder away, or this name';
    reading.mistakes.add({ file, line, key: 'retired-courses', found: show(slug), expected });
  }
  return front.value;
}

/** What is written in a language stands in a frame of the same. */
function hasWords(
  front: Pick<Read<unknown>, 'lineOf'>,
  tag: string | undefined,
  file: string,
  reading: Reading,
): boolean {
  const languages = list(reading, 'words', /^/) as Language[];
  if (tag === undefined || languageFor(tag, languages) !== undefined) return true;
  const expected = `a language that content/words/ has a folder for: ${oneOf(languages)}`;
  const line = front.lineOf(['language']);
  reading.mistakes.add({ file, line, key: 'language', found: show(tag), expected });
  return false;
}

interface Loaded {
  readonly course: Course;
  readonly sources: Sources;
  /** The course that comes after it, and where that is said. */
  readonly next: CourseSlug | undefined;
  readonly nextLine: number;
}

/** A course with the one after it, which has to be there. */
function withNext(
  one: Loaded | undefined,
  all: readonly (Loaded | undefined)[],
  reading: Reading,
): Course | undefined {
  if (one?.next === undefined) return one?.course;
  const others = all.flatMap((other) => (other === one || !other ? [] : other.course));
  const next = others.find(({ slug }) => slug === one.next);
  if (next !== undefined) return { ...one.course, next };
  const { file } = one.course;
  const expected = `another folder of content/courses: ${oneOf(others.map(({ slug }) => slug))}`;
  reading.mistakes.add({ file, line: one.nextLine, key: 'next', found: show(one.next), expected });
  return undefined;
}

function loadCourse(folder: string, ofPublication: string, reading: Reading): Loaded | undefined {
  const at = join('courses', folder);
  const file = join(at, 'course.yaml');
  const text = read(file, reading);
  if (text === undefined) return undefined;
  const part = { file: named(file, reading), text, lineBefore: 0 };
  const front = readYaml(part, courseSchema, reading.mistakes);
  if (front === undefined) return undefined;
  const {
    id: slug,
    sources,
    language = ofPublication,
    'on-the-web': onTheWeb,
    next,
    order,
    ...rest
  } = front.value;
  if (!hasWords(front, front.value.language, part.file, reading)) return undefined;
  if (slug !== folder)
    reading.mistakes.add({
      file: part.file,
      line: front.lineOf(['id']),
      key: 'id',
      found: show(slug),
      expected: `the name of its folder, ${show(folder)}`,
    });
  const inCourse: InCourse = {
    ...reading,
    constants: { ...reading.constants },
    sources,
    tracks: rest.tracks.map(({ id }) => id),
    safety: loadSafety(join(at, 'safety.md'), reading),
  };
  const inFolder = list(reading, join(at, 'lessons'), /\.md$/).flatMap(
    (name) => loadLesson(join(at, 'lessons', name), inCourse) ?? [],
  );
  const lineOf = (index?: number) =>
    front.lineOf(['order', ...(index === undefined ? [] : [index])]);
  const lessons = order
    ? byList(inFolder, { file: part.file, ids: order, lineOf }, reading)
    : byName(inFolder, reading);
  refuseTwins(lessons, reading);
  refuseLost(lessons, reading);
  const course = { file: part.file, slug, language, onTheWeb, ...rest, lessons };
  return { course, sources, next, nextLine: front.lineOf(['next']) };
}

function loadSafety(file: string, reading: Reading): readonly Block[] | undefined {
  if (!existsSync(join(reading.dir, file))) return undefined;
  const body = read(file, reading) ?? '';
  return readMarkdown(body, { ...reading, file: named(file, reading), tracks: [] });
}

function loadLesson(file: string, reading: InCourse): Lesson | undefined {
  const loaded = loadMarkdown(file, lessonSchema, reading, reading);
  if (loaded === undefined) return undefined;
  const { 'for-those-past': forThosePast, sources, ...rest } = loaded.front.value;
  const cited = cite(sources, reading.sources, loaded, reading);
  return { ...rest, forThosePast, sources: cited, file: loaded.file, blocks: loaded.blocks };
}
