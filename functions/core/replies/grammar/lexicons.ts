import { LANGUAGES } from '../languages/all.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { spelled, withoutDigraphs } from './spelling.ts';
import type { Token } from './tokens.ts';
import { whole } from './verbs.ts';

/** Every language, ready to be matched. Made once: it takes longer than a mail. */
export const LEXICONS: readonly Lexicon[] = LANGUAGES.map(lexiconOf);

/** The most languages in which one mail is read. */
const MOST = 3;

/** The tokens of a text as a language spells them. */
export const spelledIn = (
  tokens: readonly Token[],
  { words, mendable, language }: Lexicon,
): readonly Token[] =>
  tokens.map((token, at) => {
    if (token.kind !== 'word') return token;
    // "Monique Delage": a name is no slip of the finger.
    const before = tokens[at - 1];
    if (token.capital && before?.capital === true && !words.has(before.text)) return token;
    const plain = language.umlauts === true ? withoutDigraphs(token.text, words) : token.text;
    const text = spelled(plain, words, mendable);
    return text === token.text ? token : { ...token, text, typed: token.text };
  });

/** The same, and verbs with their particles put together. */
export const verbsIn = (tokens: readonly Token[], lexicon: Lexicon): readonly Token[] =>
  whole(spelledIn(tokens, lexicon), lexicon);

/** The tokens of a cry for help: "er schlaegt mich" is "er schlägt mich". */
export const withUmlauts = (
  tokens: readonly Token[],
  { alarming, language }: Lexicon,
): readonly Token[] =>
  language.umlauts === true
    ? tokens.map((token) => ({ ...token, text: withoutDigraphs(token.text, alarming) }))
    : tokens;

/** A language that knows fewer than so many of the words that the best one knows is not asked. */
const CLOSE = 0.6;

/** The languages that know most words of a text, the expected one among them. */
export function likely(
  tokens: readonly Token[],
  expected: string | undefined,
): readonly [Lexicon, ...Lexicon[]] {
  const known = LEXICONS.map((lexicon) => ({
    lexicon,
    words: tokens.filter(({ text }) => lexicon.words.has(text)).length,
    own: lexicon.language.code === expected,
  }));
  const best = [...known].sort((a, b) => b.words - a.words || Number(b.own) - Number(a.own));
  const [first = known[0], ...more] = best;
  if (first === undefined) throw new Error('there is no language');
  const close = first.words * CLOSE;
  const next = more.filter(({ own, words }, at) => own || (at < MOST - 1 && words >= close));
  return [first.lexicon, ...next.map(({ lexicon }) => lexicon)];
}
