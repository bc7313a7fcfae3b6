import { tokensOf } from './grammar/tokens.ts';

/** How many weights a class has; a power of two, so that a hash is cut and not divided. */
export const BUCKETS = 1 << 15;

/** A mail's beginning and its end say what it is for. */
const HEAD_WORDS = 60;
const TAIL_WORDS = 30;

/** Where a feature is counted, and how much. */
export interface Feature {
  readonly bucket: number;
  readonly weight: number;
}

/**
 * What a text is made of, for a linear classifier: words, pairs of words, and runs of three to five
 * letters, hashed into {@link BUCKETS}; their squares sum to one, so that length does not count.
 */
export function featuresOf(text: string): readonly Feature[] {
  const all = tokensOf(text).filter(({ kind, text: one }) => kind !== 'mark' || /[?!]/.test(one));
  const words = [
    ...all.slice(0, HEAD_WORDS),
    ...all.slice(Math.max(HEAD_WORDS, all.length - TAIL_WORDS)),
  ].map(({ kind, text: one }) => (kind === 'figures' ? '#' : one));
  const counts = new Map<number, number>();
  const count = (feature: string) => {
    const bucket = hash(feature);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  };
  count(`n${Math.min(8, Math.ceil(Math.log2(1 + all.length)))}`);
  words.forEach((word, at) => {
    count(`w${word}`);
    count(`p${words[at - 1] ?? '^'} ${word}`);
    for (const run of runsOf(`^${word}$`)) count(run);
  });
  count(`p${words.at(-1) ?? '^'} $`);
  const damped = [...counts].map(([bucket, times]) => ({ bucket, weight: 1 + Math.log(times) }));
  const norm = Math.sqrt(damped.reduce((sum, { weight }) => sum + weight * weight, 0));
  return damped.map(({ bucket, weight }) => ({ bucket, weight: weight / norm }));
}

function* runsOf(word: string): Generator<string> {
  for (let length = 3; length <= 5; length += 1)
    for (let at = 0; at + length <= word.length; at += 1) yield `c${word.slice(at, at + length)}`;
}

/** FNV-1a (draft-eastlake-fnv), 32 bits, cut to the buckets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}
