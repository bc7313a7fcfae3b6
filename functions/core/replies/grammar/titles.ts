import type { CourseOutline, CourseSlug } from '../../course.ts';
import { type Token, wordsOf } from './tokens.ts';

/** A course that a mail may name. */
export interface Title {
  readonly of: CourseSlug;
  readonly title: string;
  /** What it is called, as words. */
  readonly words: readonly string[];
}

export const titlesOf = (courses: readonly Pick<CourseOutline, 'slug' | 'title'>[]) =>
  courses.map(({ slug: of, title }): Title => ({ of, title, words: wordsOf(title) }));

/** Where a sentence has the words of a title. */
export interface Named {
  readonly end: number;
  readonly of: CourseSlug;
  /**
   * A title is ordinary words ("Closer", "Quiet mornings"), so it is one only of two words or more, and with
   * a capital that is not just the sentence's; else its words are alike.
   */
  readonly tag: 'named' | 'alike';
}

const QUOTE = /["“„«”»]/giu;

/** A text in which titles stand without their quotation marks: they are no words of somebody else's. */
export const titlesUnquoted = (text: string, titles: readonly Title[]): string =>
  titles.reduce(
    (one, { title }) =>
      one.replace(
        new RegExp(`${QUOTE.source} ?(${escaped(title)}) ?${QUOTE.source}`, QUOTE.flags),
        '$1',
      ),
    text,
  );

/** The titles in a sentence, by the token that each begins with. One word written small is a word. */
export function titlesIn(
  tokens: readonly Token[],
  titles: readonly Title[],
): ReadonlyMap<number, readonly Named[]> {
  const found = new Map<number, readonly Named[]>();
  if (titles.length === 0) return found;
  const shouted = tokens.every(({ kind, shouted }) => kind !== 'word' || shouted);
  const first = tokens.findIndex(({ kind }) => kind !== 'mark');
  for (const [at, { capital }] of tokens.entries()) {
    const here = titles
      .filter(({ words }) => words.every((word, nth) => isWritten(tokens[at + nth], word)))
      .filter(({ words }) => words.length > 1 || (words.length === 1 && capital && !shouted))
      .map(({ of, words }): Named => {
        const written = words.length > 1 && capital && at > first && !shouted;
        return { end: at + words.length, of, tag: written ? 'named' : 'alike' };
      });
    if (here.length > 0) found.set(at, here);
  }
  return found;
}

/** No slip of the finger is seen in a title: "Stille" is no "stelle". */
const isWritten = (token: Token | undefined, word: string): boolean =>
  (token?.typed ?? token?.text) === word;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
