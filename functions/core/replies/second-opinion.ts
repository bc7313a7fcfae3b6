import { BUCKETS, BUCKETS_WITH_SENSES, featuresOf, featuresWithSenses } from './features.ts';
import { chanceOf, loaded } from './linear.ts';
import weights from './weights.json' with { type: 'json' };

/** How likely it is that a mail asks for something, and that its writer is in trouble. */
export interface Opinion {
  /** 0 to 1. */
  readonly wish: number;
  /** How likely it tells of danger, violence, fear or despair, 0 to 1. */
  readonly distress: number;
}

const wish = loaded(weights.wish, BUCKETS);
const distress = loaded(weights.distress, BUCKETS_WITH_SENSES);

/**
 * What linear classifiers make of a text, that know no grammar and have read the corpus. They err
 * otherwise than the grammar does, so that they may turn an act into a question, silence into one, and
 * either into a mail that a person reads at once; they never make anything act.
 */
export function secondOpinion(text: string): Opinion {
  return {
    wish: chanceOf(wish, featuresOf(text)),
    distress: chanceOf(distress, featuresWithSenses(text)),
  };
}
