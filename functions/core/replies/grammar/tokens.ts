import { fold } from '../characters.ts';
import { withoutAccents } from './spelling.ts';

/** A word, a figure or a mark of a sentence. */
export interface Token {
  /** Folded; figures as written. */
  readonly text: string;
  /** What was written, where a language spells it otherwise. */
  readonly typed?: string;
  readonly kind: 'word' | 'figures' | 'mark';
  /** Written with a capital. */
  readonly capital: boolean;
  /** In capitals throughout; a letter by itself may be. */
  readonly shouted: boolean;
  /** A comma, dash, colon or bracket stands in front of it: clauses may part here. */
  readonly parted: boolean;
}

/**
 * Addresses, zones, dates and hours in figures, numbers with what is written behind them, words up
 * to an apostrophe (`don'`, `t`; `l'`, `envoi`), and marks. Each alternative is linear.
 */
const TOKEN =
  /[^\s@,;:<>()"]{1,64}@[^\s@,;:<>()"]{1,190}\.\p{L}{2,24}|(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific)\/[a-z_]{2,30}(?:\/[a-z_]{2,30})?|\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}\. ?\d{1,2}\.(?: ?(?:\d{4}|\d{2})(?![\d.:]))?|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)|\d{1,2}\/\d{1,2}(?!\d)|(?:1[3-9]|2\d|3[01])-(?:0?[1-9]|1[0-2])(?![\d-])|\d{1,2}-0[1-9](?![\d-])|\d{1,2}[:.h]\d{2}(?!\d)|\d{1,2}\.\d{1,2}(?!\d)|\d{1,6}|(?:\p{L}\.){2,}|[\p{L}\p{M}]+'?|[-–—,;:()[\]"&/@#+]|[!?.…。！？]+/giu;

const MARK = /^[^\p{L}\d]/u;

/** The tokens of a written text, and which of them end a sentence. */
export function tokensOf(written: string): readonly Token[] {
  const tokens: Token[] = [];
  let parted = false;
  const text = unified(written);
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    if (/^[,;:()[\]"]$/.test(found)) {
      parted = true;
      continue;
    }
    if (MARK.test(found)) {
      const glued = /[-–—]/.test(found) && /\S/.test(text[index - 1] ?? ' ');
      if (/[-–—]/.test(found) && !glued) parted = true;
      tokens.push({
        text: found === '–' || found === '—' ? '-' : found,
        kind: 'mark',
        capital: false,
        shouted: false,
        parted,
      });
      continue;
    }
    const kind = /^\d/.test(found) ? 'figures' : 'word';
    const spelling = kind === 'figures' || /[@/]/.test(found) ? fold(found) : spellingOf(found);
    const capital = /^\p{Lu}/u.test(found);
    const shouted = capital && !/\p{Ll}/u.test(found);
    tokens.push({ text: spelling, kind, capital, shouted, parted });
    parted = false;
  }
  return tokens;
}

/** "p.m." is "pm", and accents may be missing. */
const spellingOf = (word: string): string => withoutAccents(fold(word.replaceAll('.', '')));

const unified = (text: string): string => text.replace(/[‘’‚‛′´`ʼ]/g, "'").replace(/[“”„«»]/g, '"');

/** The words of a phrase in a language's list. */
export const wordsOf = (phrase: string): readonly string[] =>
  tokensOf(phrase).map(({ text }) => text);
