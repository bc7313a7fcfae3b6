import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CourseSlug, LessonId, TrackId } from '../core/course.ts';
import type { CompiledMail, NoticeName } from '../core/mail/template.ts';
import type { Issue } from '../core/newsletter.ts';
import type { Publication } from '../core/publication.ts';
import type { Courses, OwedMail } from '../core/reader/owed.ts';
import type { Enrollment } from '../core/reader/subscriber.ts';
import type { OwnWords } from '../core/replies/own-words.ts';

/** The compiled words that lie in the function's own package; each file is read once. */
export interface Library {
  readonly publication: Publication;
  readonly courses: Courses;
  /** Every issue in the package, also those of days to come. */
  readonly newsletters: readonly Issue[];
  /** @throws when the package lacks the lesson, which the course outline promised */
  lesson(course: CourseSlug, lesson: LessonId, track?: TrackId): CompiledMail;
  notice(name: NoticeName): CompiledMail;
  /** What all mails in the package say. */
  readonly ownWords: OwnWords;
}

/** @param folder with the content compiler's output, ending in a slash */
export function libraryIn(folder: URL): Library {
  const known = new Map<string, unknown>();
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
    lesson: (course, lesson, track) => read(`lessons/${course}.${lesson}.${track ?? 'all'}.json`),
    notice: (name) => read(`notices/${name}.json`),
    get ownWords() {
      return read<OwnWords>('own-words.json');
    },
  };
}

/** The compiled mail for what is owed, in the reader's track. */
export function mailFor(
  library: Library,
  owed: OwedMail,
  enrollments: readonly Enrollment[],
): CompiledMail {
  if (owed.kind !== 'lesson') return library.notice(owed.kind);
  const { course, lesson } = owed;
  return library.lesson(course, lesson, enrollments.find((one) => one.course === course)?.track);
}
