import type { Token } from './tokens.ts';

/**
 * What our own mails say, in every language that they are sent in, as sorted hashes of words. Made
 * by the content compiler (`collect-own-words.ts`), looked up where a reply is stripped
 * (`passages.ts`).
 */
export interface OwnWords {
  /** Every `RUN` words that follow each other in a mail of ours. */
  readonly runs: readonly number[];
  /** Sentences that are ours wherever they stand; no label, no example, nothing in quotes. */
  readonly sentences: readonly number[];
  /** Short items of lists, as in "what you can write to us": readers are meant to write them. */
  readonly examples: readonly number[];
  /** Places for a reader's own value (a day, a name): the words before it, and those around it. */
  readonly slots: readonly number[];
}

/** For a text that no mail of ours can be copied into. */
export const NO_WORDS: OwnWords = { runs: [], sentences: [], examples: [], slots: [] };

/** Fewer words in our order come about by chance; more would miss "Change days or hour, Unsubscribe". */
export const RUN = 5;

/** What stands for a value, and for one that surely has a number in it (a day, an hour). */
export const VALUE = '\uE000';
export const DATED_VALUE = '\uE001';

/** What stands behind a value that ends a sentence or a line. */
export const SENTENCE_END = '.';
export const LINE_END = '\n';

/**
 * The words that tell that a slot follows: the two that a line begins with, or else three. A copy
 * may have been wrapped elsewhere, so there are two ways to see it; the first is how we wrote it.
 */
export function waysToSlot(before: readonly Token[]): readonly (readonly string[])[] {
  const words = before.slice(-3).map(({ word }) => word);
  const [second, third] = [before.at(-2), before.at(-3)];
  const two = second !== undefined && second.line !== third?.lastLine ? [words.slice(-2)] : [];
  return words.length < 3 ? two : [...two, words];
}

/**
 * FNV-1a over words, 32 bits: to find words again, not to hide them.
 *
 * @param start the hash of the words before these
 */
export function hashOf(words: readonly string[], start = 0x811c9dc5): number {
  let hash = start;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1)
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}

/** Whether a sorted list has a number. */
export function includes(sorted: readonly number[], number: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number;
}
