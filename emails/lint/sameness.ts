import type { LintedMail } from './linted.ts';
import { bare, prose, sentences, wordPattern, words } from './prose.ts';
import type { Style } from './style.ts';

/** What a reader of many letters in a row begins to notice. */
export interface Sameness {
  /** Its first words. */
  readonly opening: string;
  /** Of its paragraphs of several sentences, how many of a hundred end on a short one. */
  readonly quips: number;
  /** Words that say less than they could, and words that bring in a study. */
  readonly hedges: number;
  readonly studies: number;
  /** Whether its subject begins with an article. */
  readonly article: boolean;
}

const OPENING = 4;
/** A last sentence of so few words has been put there to be liked. */
export const QUIP = 9;

export function sameness({ mail }: LintedMail, { sameness: style }: Style): Sameness {
  const paragraphs = prose(mail.blocks).map(({ text }) => text);
  const parted = paragraphs.map((text) => sentences(text, mail.language));
  const several = parted.filter(({ length }) => length > 2);
  const quips = several.filter((said) => words(said.at(-1) ?? '').length <= QUIP);
  const all = paragraphs.join('\n');
  const count = (list: readonly string[]) =>
    list.reduce((sum, word) => sum + countOf(word, all), 0);
  return {
    opening: words(paragraphs[0] ?? '')
      .slice(0, OPENING)
      .join(' '),
    quips: several.length === 0 ? 0 : Math.round((100 * quips.length) / several.length),
    hedges: count(style?.hedges ?? []),
    studies: count(style?.studies ?? []),
    article: (style?.articles ?? []).some((one) => mail.subject.startsWith(`${one} `)),
  };
}

const countOf = (word: string, text: string): number =>
  [...text.matchAll(new RegExp(wordPattern(word).source, 'giu'))].length;

/** Every run of so many words in one letter, each with the line that it stands on. */
export function runsOf({ mail }: LintedMail, length: number): ReadonlyMap<string, number> {
  const runs = new Map<string, number>();
  for (const { line, text } of prose(mail.blocks)) {
    const all = bare(text).split(' ');
    for (let at = 0; at + length <= all.length; at += 1) {
      const run = all.slice(at, at + length).join(' ');
      if (!runs.has(run)) runs.set(run, line);
    }
  }
  return runs;
}
