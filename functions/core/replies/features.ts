import { type Token, tokensOf } from './grammar/tokens.ts';
import { runsIn, UNREAD } from './runs.ts';
import { sensesOf } from './senses.ts';

/** How many weights a class has for words; a power of two, so that a hash is cut and not divided. */
const WORDS = 1 << 15;
/** For what the grammar takes runs of words for. */
const RUNS = 1 << 13;
/** And for what words are about. */
const SENSES = 1 << 14;

/** For either of the first two, where there are as many classes as kinds of wishes. */
const FOLDED = 1 << 11;

/** How many weights one has that knows words, runs as well, and senses besides; and a small one of words and runs. */
export const BUCKETS = {
  words: WORDS,
  runs: WORDS + RUNS,
  senses: WORDS + RUNS + SENSES,
  folded: 2 * FOLDED,
} as const;

/** A mail's beginning and its end say what it is for. */
const HEAD_WORDS = 60;
const TAIL_WORDS = 30;

/** Where a feature is counted, and how much. */
export interface Feature {
  readonly bucket: number;
  readonly weight: number;
}

/** A sense counts together with those up to so many words before it. */
const FARTHEST = 6;

/** What a text is made of, for linear classifiers; of each kind the squares sum to one, so that length does not count. */
export interface Features {
  readonly words: readonly Feature[];
  readonly runs: readonly Feature[];
  readonly senses: readonly Feature[];
}

/** @returns features whose buckets are apart, so that a classifier may count several kinds */
export const featuresOf = (text: string): Features => ({
  words: wordsOf(text),
  runs: runsOf(text),
  senses: meantBy(text),
});

/** Words and runs in a few buckets each. */
export function foldedOf(text: string): readonly Feature[] {
  const folded = (features: readonly Feature[], from: number) =>
    features.map(({ bucket, weight }) => ({ bucket: from + (bucket & (FOLDED - 1)), weight }));
  return [...folded(wordsOf(text), 0), ...folded(runsOf(text), FOLDED)];
}

/** Words, pairs of words, and pieces of three to five letters. */
function wordsOf(text: string): readonly Feature[] {
  const all = readable(text);
  const words = ends(all).map(({ kind, text: one }) => (kind === 'figures' ? '#' : one));
  const counted = new Counts(WORDS);
  counted.add(`n${Math.min(8, Math.ceil(Math.log2(1 + all.length)))}`);
  words.forEach((word, at) => {
    counted.add(`w${word}`);
    counted.add(`p${words[at - 1] ?? '^'} ${word}`);
    for (const run of piecesOf(`^${word}$`)) counted.add(run);
  });
  counted.add(`p${words.at(-1) ?? '^'} $`);
  return counted.features();
}

/**
 * What the words are about in any language: each sense, those that stand near each other in their order, and
 * all pairs of them. What was learned of "he took my keys" is known of "il m'a pris les clés".
 */
function meantBy(text: string): readonly Feature[] {
  const senses = sensesOf(ends(readable(text)));
  const counted = new Counts(SENSES, BUCKETS.runs);
  senses.forEach((here, at) => {
    for (const sense of here) {
      counted.add(sense);
      for (const before of senses.slice(Math.max(0, at - FARTHEST), at).flat())
        counted.add(`${before}>${sense}`);
    }
  });
  const each = [...new Set(senses.flat())].sort();
  each.forEach((one, at) => {
    for (const other of each.slice(at + 1)) counted.add(`${one}+${other}`);
  });
  return counted.features();
}

/**
 * What the grammar takes each run of words for: one, two in a row, and all pairs of a sentence. What asks for a
 * pause in one language is known in all of them, and of words that no reply before had.
 */
function runsOf(text: string): readonly Feature[] {
  const counted = new Counts(RUNS, BUCKETS.words);
  for (const { question, names } of runsIn(text)) {
    [...names, '$'].forEach((name, at) => {
      counted.add(`b${names[at - 1] ?? '^'}>${name}`);
    });
    const known = names.filter((name) => name !== UNREAD);
    for (const name of known) counted.add(`t${name}`);
    counted.add(`k${Math.round((QUARTERS * known.length) / Math.max(1, names.length))}`);
    const each = [...new Set(known)].filter((name) => name !== 'mark').sort();
    each.forEach((one, at) => {
      counted.add(`q${question ? '?' : '.'}${one}`);
      for (const other of each.slice(at + 1)) counted.add(`${one}+${other}`);
    });
  }
  return counted.features();
}

/** How much of a sentence is known, to a quarter. */
const QUARTERS = 4;

/** Words, figures, and the marks that say how something is meant. */
const readable = (text: string): readonly Token[] =>
  tokensOf(text).filter(({ kind, text: one }) => kind !== 'mark' || /[?!]/.test(one));

const ends = (all: readonly Token[]): readonly Token[] => [
  ...all.slice(0, HEAD_WORDS),
  ...all.slice(Math.max(HEAD_WORDS, all.length - TAIL_WORDS)),
];

/** How often each of some features was found, by its bucket. */
class Counts {
  private readonly times = new Map<number, number>();
  private readonly buckets: number;
  private readonly from: number;

  constructor(buckets: number, from = 0) {
    this.buckets = buckets;
    this.from = from;
  }

  add(feature: string): void {
    const bucket = this.from + (hash(feature) & (this.buckets - 1));
    this.times.set(bucket, (this.times.get(bucket) ?? 0) + 1);
  }

  /** Damped, so that a word said often does not count as often; their squares sum to one. */
  features(): readonly Feature[] {
    const damped = [...this.times].map(([bucket, n]) => ({ bucket, weight: 1 + Math.log(n) }));
    const norm = Math.sqrt(damped.reduce((sum, { weight }) => sum + weight * weight, 0));
    return damped.map(({ bucket, weight }) => ({ bucket, weight: weight / norm }));
  }
}

function* piecesOf(word: string): Generator<string> {
  for (let length = 3; length <= 5; length += 1)
    for (let at = 0; at + length <= word.length; at += 1) yield `c${word.slice(at, at + length)}`;
}

/** FNV-1a (draft-eastlake-fnv), 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value ^ (value >>> 15);
}
