import { wordsOf } from './tokens.ts';

/** One piece of a phrase: a word as the tokenizer cuts them, a slot, or a choice of phrases. */
export type Piece =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'slot'; readonly name: string }
  | Choice;

export interface Choice {
  readonly is: 'choice';
  readonly phrases: readonly Phrase[];
  readonly optional: boolean;
  /** The words that any of its phrases can begin with, and {@link SLOT}. */
  readonly starts: ReadonlySet<string>;
}

export type Phrase = readonly Piece[];

const PIECE = /\{([a-z]+)\}|([[\](|)])|([^[\](|){}]+)/gu;

/**
 * The phrases of a list as a language writes it: one a comma or line, `[x]` optional, `(a|b)` a
 * choice, `{name}` a slot.
 *
 * @throws when a bracket is left open, which no reply can cause
 */
export function phrasesIn(list: string): readonly Phrase[] {
  return list
    .split(/[,\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(phraseOf);
}

function phraseOf(text: string): Phrase {
  const marks = [...text.matchAll(PIECE)];
  const { phrases, next } = alternatives(marks, 0, text);
  const [only] = phrases;
  if (next !== marks.length || only === undefined || phrases.length > 1) throw unbalanced(text);
  return only;
}

const unbalanced = (text: string): Error =>
  new Error(`brackets do not match in the phrase "${text}"`);

interface Read {
  readonly phrases: readonly Phrase[];
  readonly next: number;
}

/** Phrases parted by bars, up to a closing bracket or the end. */
function alternatives(marks: readonly RegExpMatchArray[], from: number, text: string): Read {
  const phrases: Phrase[] = [];
  let open: Piece[] = [];
  let at = from;
  while (at < marks.length) {
    const [, slot, bracket, words] = marks[at] ?? [];
    if (bracket === ')' || bracket === ']') break;
    at += 1;
    if (slot !== undefined) open.push({ is: 'slot', name: slot });
    else if (words !== undefined) open.push(...piecesOf(words));
    else if (bracket === '|') {
      phrases.push(open);
      open = [];
    } else {
      const inner = alternatives(marks, at, text);
      if (marks[inner.next]?.[2] !== (bracket === '[' ? ']' : ')')) throw unbalanced(text);
      const starts = new Set(inner.phrases.flatMap((one) => [...beginnings(one)]));
      open.push({ is: 'choice', phrases: inner.phrases, optional: bracket === '[', starts });
      at = inner.next + 1;
    }
  }
  return { phrases: [...phrases, open], next: at };
}

/** The same few words stand in thousands of phrases: each is cut once. */
const cut = new Map<string, readonly Piece[]>();

function piecesOf(words: string): readonly Piece[] {
  const known = cut.get(words);
  if (known !== undefined) return known;
  const pieces = wordsOf(words).map((word): Piece => ({ is: 'word', word }));
  cut.set(words, pieces);
  return pieces;
}

/** The words that a phrase can begin with, and whether it can begin with a slot. */
export function beginnings(phrase: Phrase): ReadonlySet<string> {
  const found = new Set<string>();
  for (const piece of phrase) {
    if (piece.is === 'word') return found.add(piece.word);
    if (piece.is === 'slot') return found.add(SLOT);
    for (const one of piece.phrases) for (const word of beginnings(one)) found.add(word);
    if (!piece.optional) return found;
  }
  return found;
}

/** Stands in {@link beginnings} for any slot. */
export const SLOT = '{}';

/** Every word of some phrases. */
export function vocabulary(phrases: readonly Phrase[], into: Set<string> = new Set()): Set<string> {
  for (const phrase of phrases) {
    for (const piece of phrase) {
      if (piece.is === 'word') into.add(piece.word);
      if (piece.is === 'choice') vocabulary(piece.phrases, into);
    }
  }
  return into;
}
