import type { CourseSlug, ForThosePast, LessonId, Track } from '../../functions/core/course.ts';
import type { SafetyLines } from '../../functions/core/mail/safety-lines.ts';
import type { NoticeName } from '../../functions/core/mail/template.ts';
import type { IssuePlan } from '../../functions/core/newsletter.ts';
import type { Publication } from '../../functions/core/publication.ts';
import type { Rest } from '../../functions/core/rest.ts';
import {
  type Language,
  languageFor,
  type RawWords,
  type Words,
} from '../../functions/core/words/words.ts';
import type { Block } from './tree.ts';

/** What every piece of writing has. */
export interface Piece {
  readonly file: string;
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly Block[];
}

export interface Lesson extends Piece {
  readonly id: LessonId;
  readonly minutes: number;
  readonly sources: readonly string[];
  readonly forThosePast: ForThosePast;
  readonly retired: boolean;
  /** What kind of writing it is: one of the forms that `style.yaml` lists. */
  readonly form?: string | undefined;
}

/** The blocks that a course may demand of some of its letters. */
export type Requirable = 'safety' | 'check-in' | 'four-weeks';

export interface Course {
  /** Its course.yaml. */
  readonly file: string;
  readonly slug: CourseSlug;
  /** BCP 47, as html's lang has it; the words around the letters are those of `languageOf`. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly tracks: readonly Track[];
  /** What its last letter offers its readers to take after it. */
  readonly next?: Pick<Course, 'slug' | 'title'>;
  /** Its own holidays, beside those of the publication. */
  readonly rests: readonly Rest[];
  /** Which letters everybody may read: the first is shown, others are for whoever was given a link. */
  readonly onTheWeb: 'none' | 'first' | 'all';
  /** Blocks that a letter must have, with the ids of those letters. */
  readonly requires: Readonly<Record<Requirable, readonly string[]>>;
  /** In reading order, those that are retired too. */
  readonly lessons: readonly Lesson[];
}

export interface Newsletter extends Piece, IssuePlan {
  readonly sample?: true;
  readonly sources: readonly string[];
}

/** All that Kindling itself says in one language. */
export interface LanguageWords {
  readonly language: Language;
  readonly words: Words;
  /** The same as text, for the package. */
  readonly raw: RawWords;
  readonly notices: Readonly<Record<NoticeName, Piece>>;
}

export interface Content {
  readonly publication: Publication;
  readonly courses: readonly Course[];
  /** Every language that there are words in; the publication's and each course's is one of them. */
  readonly languages: readonly LanguageWords[];
  /** Newest first. */
  readonly newsletters: readonly Newsletter[];
  readonly safetyLines: SafetyLines;
}

/**
 * The words for what is written in a language.
 *
 * @throws when there are none, which the loader has refused
 */
export function wordsFor({ languages }: Pick<Content, 'languages'>, tag: string): LanguageWords {
  const language = languageFor(
    tag,
    languages.map((one) => one.language),
  );
  const found = languages.find((one) => one.language === language);
  if (found === undefined) throw new Error(`no words in ${tag}`);
  return found;
}
