import { LANGUAGES } from '../languages/all.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { spelled } from './spelling.ts';
import type { Token } from './tokens.ts';

/** Every language, ready to be matched. Made once: it takes longer than a mail. */
export const LEXICONS: readonly Lexicon[] = LANGUAGES.map(lexiconOf);

/** The most languages in which one mail is read. */
const MOST = 3;

/** The tokens of a text as a language spells them. */
export const spelledIn = (
  tokens: readonly Token[],
  { spell, words, mendable }: Lexicon,
): readonly Token[] =>
  tokens.map((token) => {
    const text = token.kind === 'word' ? spelled(spell(token.text), words, mendable) : token.text;
    return text === token.text ? token : { ...token, text };
  });

/** The languages that know most words of a text, the expected one among them. */
export function likely(tokens: readonly Token[], expected: string | undefined): readonly Lexicon[] {
  const known = LEXICONS.map((lexicon) => ({
    lexicon,
    words: tokens.filter(({ text }) => lexicon.words.has(lexicon.spell(text))).length,
    own: lexicon.language.code === expected,
  }));
  const best = [...known].sort((a, b) => b.words - a.words || Number(b.own) - Number(a.own));
  const first = best.slice(0, MOST);
  const own = known.find((one) => one.own);
  const all = own === undefined || first.includes(own) ? first : [...first, own];
  return all.map(({ lexicon }) => lexicon);
}
