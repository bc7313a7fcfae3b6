import { visible } from './characters.ts';

/** A word, and where it stands in the lines of its text. */
export interface Token {
  /** One spelling for comparing: small letters, composed, nothing invisible. */
  readonly word: string;
  readonly line: number;
  /** Where it begins, with the marks before it, and where it ends, with those behind it. */
  readonly begin: number;
  readonly lastLine: number;
  readonly end: number;
  /** A passage may begin here: at the start of a line, or behind a sentence. */
  readonly opens: boolean;
  /** A sentence ends behind it. */
  readonly ends: boolean;
  /** A passage may end here: behind a sentence, or at the end of a line. */
  readonly closes: boolean;
  /** A comma or the like stands behind it. */
  readonly halts: boolean;
}

/** Addresses of pages are no words: what a link is called is the same in text and html. */
const WORD =
  /(?:https?:\/\/|mailto:|www\.)\S+|[\uE000\uE001]|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/giu;
const ADDRESS = /^(?:https?:\/\/|mailto:|www\.)/i;
const SENTENCE_END = /[.!?…。！？]["”“’»')\]*_]{0,3}(?:\s|\u034f|$)/u;
const HALT = /[,;—–]/u;

/** The words of some lines, from one line to before another. Linear. */
export function tokensOf(lines: readonly string[], from = 0, to = lines.length): readonly Token[] {
  const tokens: Token[] = [];
  for (let line = from; line < to; line += 1) inLine(lines[line] ?? '', line, tokens);
  return tokens;
}

function inLine(text: string, line: number, tokens: Token[]): void {
  const found = [...text.matchAll(WORD)].filter(([word]) => !ADDRESS.test(word));
  let opens = true;
  let begin = 0;
  found.forEach(({ 0: written, index }, at) => {
    const next = found[at + 1];
    const behind = text.slice(index + written.length, next?.index);
    // "7. Dezember" goes on.
    const ordinal = next !== undefined && /^\d{1,2}$/.test(written) && behind === '. ';
    const ends = !ordinal && SENTENCE_END.test(behind);
    const attached = /^\S*/.exec(behind)?.[0].length ?? 0;
    const end = next === undefined ? text.length : index + written.length + attached;
    const closes = ends || next === undefined;
    const halts = HALT.test(behind);
    const word = spelling(written);
    tokens.push({ word, line, begin, lastLine: line, end, opens, ends, closes, halts });
    opens = ends;
    begin = end;
  });
}

const ASCII = /^[\x20-\x7e]*$/;

const spelling = (word: string): string =>
  ASCII.test(word) ? word.toLowerCase() : visible(word).normalize('NFKC').toLowerCase();
