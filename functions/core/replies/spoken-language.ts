import type { Language } from '../words/words.ts';
import { fold } from './characters.ts';
import { LEXICONS } from './words/all.ts';
import type { Lexicon } from './words/lexicon.ts';

/** A wish is short; what stands behind it tells no more of the language. */
const MOST_LETTERS = 400;

/** A Monday, and the first of a month, each a day or a month after the other. */
const weekdays = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 5, 1 + day));
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1));

/** The names of days and months, as the language writes them. */
function calendarOf(language: string): readonly string[] {
  const names = (moments: readonly number[], options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return moments.map((moment) => fold(format.format(moment)));
  };
  return [...names(weekdays, { weekday: 'long' }), ...names(months, { month: 'long' })];
}

const patterns = new Map<Lexicon, RegExp>();

/** Everything that one language knows of what people write to us, anywhere in a text. */
function patternOf(lexicon: Lexicon): RegExp {
  const known = patterns.get(lexicon);
  if (known !== undefined) return known;
  const { filler, request, ask, benign, connectors, rules, language } = lexicon;
  const phrases = [
    ...rules.map(({ says }) => says),
    ...filler,
    ...request,
    ...ask,
    ...benign,
    ...connectors,
    ...calendarOf(language),
  ].sort((a, b) => b.length - a.length);
  const made = new RegExp(`(?<![\\p{L}\\p{N}'])(?:${phrases.join('|')})(?![\\p{L}\\p{N}'])`, 'gu');
  patterns.set(lexicon, made);
  return made;
}

/**
 * The language that a wish is written in: the one that knows most of its letters.
 *
 * @param text     what somebody newly wrote
 * @param expected the language that they read us in; it is the answer where several know as much, as
 *   with "stop" and "pause", or none knows anything
 */
export function spokenLanguage(text: string, expected: Language): Language {
  const said = fold(text).slice(0, MOST_LETTERS);
  const known = LEXICONS.map((lexicon) => ({
    language: lexicon.language as Language,
    letters: [...said.matchAll(patternOf(lexicon))].reduce((sum, [match]) => sum + match.length, 0),
  }));
  const most = Math.max(...known.map(({ letters }) => letters));
  const best = known.filter(({ letters }) => letters === most).map(({ language }) => language);
  const [first] = best;
  return first === undefined || most === 0 || best.length > 1 ? expected : first;
}
