import { BUCKETS, featuresOf, foldedOf } from './features.ts';
import { KINDS, type LikelyKind } from './kinds.ts';
import { chanceOf, loaded } from './linear.ts';
import weights from './weights.json' with { type: 'json' };

/** How likely it is that a mail asks for something, and that its writer is in trouble. */
export interface Opinion {
  /** By its words alone, 0 to 1: what may be done hangs on it. */
  readonly wish: number;
  /** By what the grammar takes its words for as well, 0 to 1: who is asked hangs on it, and nothing else. */
  readonly asking: number;
  /** How likely it tells of danger, violence, fear or despair, 0 to 1. */
  readonly distress: number;
}

const wish = loaded(weights.wish, BUCKETS.words);
const asking = loaded(weights.asking, BUCKETS.runs);
const distress = loaded(weights.distress, BUCKETS.senses);

/**
 * What linear classifiers make of a text, that know no grammar and have read the corpus. They err
 * otherwise than the grammar does, so that they may turn an act into a question, silence into one, and
 * either into a mail that a person reads at once; they never make anything act.
 */
export function secondOpinion(text: string): Opinion {
  const { words, runs, senses } = featuresOf(text);
  return {
    wish: chanceOf(wish, words),
    asking: chanceOf(asking, [...words, ...runs]),
    distress: chanceOf(distress, [...words, ...runs, ...senses]),
  };
}

const kinds = KINDS.map((kind) => ({ kind, model: loaded(weights.kinds[kind], BUCKETS.folded) }));

/**
 * What a mail asks for, if it asks for something: the likeliest first. It is for what a question offers, and never makes
 * anything act.
 */
export function likelyKinds(text: string): readonly LikelyKind[] {
  const features = foldedOf(text);
  return kinds
    .map(({ kind, model }) => ({ kind, chance: chanceOf(model, features) }))
    .sort((one, other) => other.chance - one.chance);
}
