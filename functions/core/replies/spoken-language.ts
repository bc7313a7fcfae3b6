import type { Language } from '../words/words.ts';
import { LEXICONS } from './grammar/lexicons.ts';
import { tokensOf } from './grammar/tokens.ts';

/** A wish is short; what stands behind it tells no more of the language. */
const MOST_CHARS = 400;

/**
 * The language that a wish is written in: the one that knows most of its letters.
 *
 * @param text     what somebody newly wrote
 * @param expected the language that they read us in; it is the answer where several know as much, as
 *   with "stop" and "pause", or none knows anything
 */
export function spokenLanguage(text: string, expected: Language): Language {
  const tokens = tokensOf(text.slice(0, MOST_CHARS));
  const known = LEXICONS.map(({ language, words }) => ({
    language: language.code as Language,
    letters: tokens.reduce((sum, { text: word }) => sum + (words.has(word) ? word.length : 0), 0),
  }));
  const most = Math.max(...known.map(({ letters }) => letters));
  const best = known.filter(({ letters }) => letters === most).map(({ language }) => language);
  const [first] = best;
  return first === undefined || most === 0 || best.includes(expected) ? expected : first;
}
