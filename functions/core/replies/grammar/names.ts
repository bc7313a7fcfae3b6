import type { Chunk, Tag } from './chunks.ts';
import { isInitial, type Sentence } from './sentences.ts';
import type { Token } from './tokens.ts';

/**
 * "Anna, please stop", "Hi Anna", "thanks, Jo", "Saludos Marta", or one to three capitalized words
 * at the end: on a line of their own, or behind a courtesy ("Thank you. H. Miller").
 */
export function isName(
  { line, atEnd, last, tokens }: Sentence,
  segment: readonly Token[],
  chunks: readonly Chunk[],
  outer: boolean,
  thanked: boolean,
): boolean {
  const addressed = chunks.findIndex(({ meanings }) =>
    meanings.every(({ tag }) => !ADDRESSING.has(tag)),
  );
  const named = addressed < 0 ? [] : chunks.slice(addressed);
  const from = named[0]?.from ?? segment.length;
  const words = segment.slice(from).filter(({ kind }) => kind !== 'mark');
  const unknown = named.every(
    (chunk) =>
      chunk.meanings.every(({ tag }) => NAMELESS.has(tag)) ||
      segment.slice(chunk.from, chunk.to).every(isInitial) ||
      segment[chunk.from]?.text.length === 1,
  );
  if (!areNames(words) || !unknown) return false;
  if (from > 0) return outer && words.length <= 3;
  const all = tokens.filter(({ kind }) => kind !== 'mark').length === words.length;
  if (!all) return outer && words.length <= 2;
  return (last || ((line || thanked) && atEnd)) && words.length <= 3;
}

/** Capitalized, with a short "de" or "von" between two of them. */
const areNames = (words: readonly Token[]): boolean =>
  words.length > 0 &&
  words.every(
    ({ capital, text }, at) =>
      capital || (at > 0 && at < words.length - 1 && text.length <= SHORT_NAME),
  );

const SHORT_NAME = 3;

/** What stands in front of a name. */
const ADDRESSING: ReadonlySet<Tag> = new Set<Tag>(['greeting', 'farewell', 'courtesy', 'and']);

/** What a name may be taken for: May, August, Summer. */
const NAMELESS: ReadonlySet<Tag> = new Set<Tag>(['mark', 'number', 'when', 'subject']);
