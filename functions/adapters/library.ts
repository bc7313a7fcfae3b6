import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CourseSlug, LessonId } from '../core/course.ts';
import type { ChoicePicture } from '../core/mail/choices.ts';
import type { RowPicture } from '../core/mail/rows.ts';
import type { SafetyLines } from '../core/mail/safety-lines.ts';
import type { CompiledMail, NoticeName } from '../core/mail/template.ts';
import type { TitlePicture } from '../core/mail/titles.ts';
import type { Issue } from '../core/newsletter.ts';
import type { Publication } from '../core/publication.ts';
import type { Courses } from '../core/reader/owed.ts';
import type { Enrollment } from '../core/reader/subscriber.ts';
import type { OwnWords } from '../core/replies/own-words.ts';
import { type Language, type Words, wordsOf } from '../core/words/words.ts';

/** The compiled words that lie in the function's own package; each file is read once. */
export interface Library {
  readonly publication: Publication;
  readonly courses: Courses;
  /** Every issue in the package, also those of days to come. */
  readonly newsletters: readonly Issue[];
  /** Every language that there are words in, the publication's first. */
  readonly languages: readonly [Language, ...Language[]];
  /**
   * In the wording of who reads it.
   *
   * @throws when the package lacks the lesson, which the course outline promised
   */
  lesson(
    course: CourseSlug,
    lesson: LessonId,
    reader: Pick<Enrollment, 'track' | 'gentler'>,
  ): CompiledMail;
  /** Whether there is such a letter: one that somebody had may have been removed since. */
  has(course: CourseSlug, lesson: LessonId, reader: Pick<Enrollment, 'track'>): boolean;
  /** A letter that everybody may read, as part of a page; only the package of the pages has any. */
  letterPage(course: CourseSlug, lesson: LessonId): string | undefined;
  notice(name: NoticeName, language: Language): CompiledMail;
  /** What brings a reader's mail to the author. */
  readonly forward: CompiledMail;
  words(language: Language): Words;
  /** How one choice of a question is drawn. */
  readonly choice: ChoicePicture;
  /** How one line of help is drawn, and one link of the author's. */
  readonly row: RowPicture;
  /** How one issue is drawn in a digest. */
  readonly title: TitlePicture;
  /** Who helps a reader in distress, by country. */
  readonly safetyLines: SafetyLines;
  /** A PNG that the pages show, by its name; only the package of the pages has any. */
  picture(name: string): Uint8Array | undefined;
  /** What all mails in the package say. */
  readonly ownWords: OwnWords;
}

/** @param folder with the content compiler's output, ending in a slash */
export function libraryIn(folder: URL): Library {
  const known = new Map<string, unknown>();
  const spoken = new Map<Language, Words>();
  function read<T>(file: string): T {
    const found = known.get(file) ?? JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    known.set(file, found);
    return found as T;
  }
  return {
    get publication() {
      return read<Publication>('publication.json');
    },
    get courses() {
      return read<Courses>('courses.json');
    },
    get newsletters() {
      const issues = new URL('newsletters/', folder);
      if (!existsSync(issues)) return [];
      const files = readdirSync(issues).filter((file) => file.endsWith('.json'));
      return files.map((file) => read<Issue>(`newsletters/${file}`));
    },
    lesson(course, lesson, { track = 'all', gentler }) {
      const wording = `lessons/${course}.${lesson}.${track}`;
      const way = `${wording}.gentler.json`;
      // Most letters are the same for everybody in a track.
      const hasWay = gentler === true && existsSync(new URL(way, folder));
      return read(hasWay ? way : `${wording}.json`);
    },
    has: (course, lesson, { track = 'all' }) =>
      existsSync(new URL(`lessons/${course}.${lesson}.${track}.json`, folder)),
    letterPage(course, lesson) {
      const file = `letters/${course}.${lesson}.json`;
      return existsSync(new URL(file, folder)) ? read<string>(file) : undefined;
    },
    get languages() {
      return read<readonly [Language, ...Language[]]>('languages.json');
    },
    get forward() {
      return read<CompiledMail>('forward.json');
    },
    get choice() {
      return read<ChoicePicture>('choice.json');
    },
    get row() {
      return read<RowPicture>('row.json');
    },
    get title() {
      return read<TitlePicture>('title.json');
    },
    get safetyLines() {
      return read<SafetyLines>('safety-lines.json');
    },
    get ownWords() {
      return read<OwnWords>('own-words.json');
    },
    picture(name) {
      // Names come out of addresses: nothing but a file of that folder.
      if (!/^[a-z0-9.-]+$/.test(name)) return undefined;
      const file = new URL(`pictures/${name}.png`, folder);
      return existsSync(file) ? readFileSync(file) : undefined;
    },
    notice: (name, language) => read(`notices/${language}.${name}.json`),
    words(language) {
      const words = spoken.get(language) ?? wordsOf(language, read(`words/${language}.json`));
      spoken.set(language, words);
      return words;
    },
  };
}

/** The words that somebody gets their mails in: those of the course that they take first. */
export function wordsFor(
  { courses, languages, words }: Pick<Library, 'courses' | 'languages' | 'words'>,
  slug: CourseSlug | undefined,
): Words {
  return words(courses.find((course) => course.slug === slug)?.language ?? languages[0]);
}
