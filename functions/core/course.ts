import type { Brand } from './brand.ts';
import type { Language } from './language.ts';
import type { Rest } from './rest.ts';
import { LONGEST } from './token.ts';

/** Names a course in addresses of pages and in the table: its folder in `content/courses/`. */
export type CourseSlug = Brand<string, 'CourseSlug'>;

/** A lesson's name for ever, whatever its place, title or file: front matter `id`. */
export type LessonId = Brand<string, 'LessonId'>;

/** One wording of the practice, such as `partner`; a course may have none. */
export type TrackId = Brand<string, 'TrackId'>;

/** What happens, when a lesson is put into a running course, to those who are past its place. */
export type ForThosePast = 'never' | 'at-the-end' | 'next-day';

/** Who reads, as somebody says it who asks for the other version. */
export const READERS = ['couple', 'friends'] as const;

export interface Track {
  readonly id: TrackId;
  /** The words a reader chooses by. */
  readonly label: string;
  /** Whom it is for; absent where nobody would ask for it so. */
  readonly for?: (typeof READERS)[number] | undefined;
}

export interface LessonOutline {
  readonly id: LessonId;
  readonly subject: string;
  readonly checkIn: boolean;
  readonly forThosePast: ForThosePast;
  /**
   * Everybody may read it: on a page that the site shows (`listed`), or one for whoever was given its
   * link (`linked`). Absent for a letter that only its readers have.
   */
  readonly web?: 'listed' | 'linked';
}

/** A course without its words: what decisions need. `lessons` are in reading order. */
export interface CourseOutline {
  readonly slug: CourseSlug;
  /** The words around its letters. */
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly tracks: readonly Track[];
  readonly lessons: readonly LessonOutline[];
  /** Holidays: its own, and those of the publication. */
  readonly rests?: readonly Rest[];
  /** Offered to whoever has come to its end, and never presumed. */
  readonly next?: CourseSlug;
  /** The author ended it: nobody gets or can take it any more. It has no lessons. */
  readonly retired?: true;
}

/** The address of a letter that everybody may read, on the web door. */
export const letterPath = (course: CourseSlug, lesson: LessonId): string =>
  `/letters/${course}/${lesson}`;

/** A letter that everybody may read, as the address of its page names it; undefined where there is none. */
export function publicLetter(courses: readonly CourseOutline[], slug: string, id: string) {
  const course = offered(courses).find((one) => one.slug === slug);
  const lesson = course?.lessons.find((one) => one.id === id && one.web !== undefined);
  return course && lesson && { course, lesson };
}

/** The address of the page that everybody may ask for a course on, on the web door. */
export const coursePath = (course: CourseSlug): string => `/?course=${course}`;

/**
 * A letter as a link of its reader's names it: two courses may use the same id. Where both are too long for
 * a link the lesson's stands alone, as in links of older letters.
 */
export function letterName(course: CourseSlug, lesson: LessonId): string {
  const name = `${course}.${lesson}`;
  return name.length > LONGEST ? lesson : name;
}

/** Reads it back; links of older letters name no course. */
export function letterIn(name: string): {
  readonly course: CourseSlug | undefined;
  readonly lesson: LessonId;
} {
  const [lesson = '', course] = name.split('.').reverse();
  return { course: course as CourseSlug | undefined, lesson: lesson as LessonId };
}

/** The courses that somebody can take. */
export const offered = (courses: readonly CourseOutline[]): readonly CourseOutline[] =>
  courses.filter(({ retired }) => retired !== true);

/**
 * The first lesson that this reader has not had and is not past. A lesson put in before the place
 * they have reached is skipped, given next, or given at the end, as its own field says.
 */
export function nextLesson(
  course: CourseOutline,
  received: readonly LessonId[],
): LessonOutline | undefined {
  const had = new Set(received);
  const open = (lesson: LessonOutline) => !had.has(lesson.id);
  const reached = course.lessons.findLastIndex((lesson) => had.has(lesson.id));
  const past = course.lessons.slice(0, reached + 1).filter(open);
  return (
    past.find((lesson) => lesson.forThosePast === 'next-day') ??
    course.lessons.slice(reached + 1).find(open) ??
    past.find((lesson) => lesson.forThosePast === 'at-the-end')
  );
}
