import { likely } from './grammar/lexicons.ts';
import { type Token, wordsOf } from './grammar/tokens.ts';
import type { Language } from './languages/language.ts';

/** What a language's words are about: whole words, and beginnings of words. */
interface Senses {
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

const known = new Map<string, Senses>();

/**
 * What each word of a text is about ("afraid", "peur" and "bang" are all `fear`), in the language that
 * knows most of its words. Most words are about nothing that matters here.
 */
export function sensesOf(words: readonly Token[]): readonly (readonly string[])[] {
  const { language } = likely(words, undefined)[0];
  const senses = known.get(language.code) ?? sensesIn(language);
  known.set(language.code, senses);
  return words.map(({ text }) => sensesOfWord(senses, text));
}

function sensesOfWord({ whole, stems }: Senses, word: string): readonly string[] {
  const found = new Set(whole.get(word));
  for (let length = 1; length <= word.length; length += 1) {
    for (const sense of stems.get(word.slice(0, length)) ?? []) found.add(sense);
  }
  return [...found];
}

/** Reads a language's list of senses: `fear: afraid scare*`, one a line. */
function sensesIn({ senses }: Language): Senses {
  const whole = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const line of senses.trim().split('\n')) {
    const [sense = '', list = ''] = line.split(': ');
    for (const entry of list.trim().split(' ')) {
      const into = entry.endsWith('*') ? stems : whole;
      const [word = ''] = wordsOf(entry.replace('*', ''));
      into.set(word, [...(into.get(word) ?? []), sense]);
    }
  }
  return { whole, stems };
}
