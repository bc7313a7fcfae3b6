import { writeFileSync } from 'node:fs';
import {
  BUCKETS,
  type Feature,
  type Features,
  featuresOf,
  foldedOf,
} from '../../functions/core/replies/features.ts';
import { KINDS, type Kind } from '../../functions/core/replies/kinds.ts';
import { chanceOf, type Weights } from '../../functions/core/replies/linear.ts';
import type { Opinion } from '../../functions/core/replies/second-opinion.ts';
import { type Case, corpus } from './corpus.ts';

const OUTPUT = 'functions/core/replies/weights.json';

/** One mail as the classifier sees it. */
export interface Example {
  readonly features: readonly Feature[];
  readonly positive: boolean;
}

const EPOCHS = 20;
const RATE = 2;
/** Pulls weights to nothing, so that a word seen once is not believed. */
const DECAY = 4e-3;

/** A class's weights before they are rounded to bytes. */
export interface Trained {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * Logistic regression by stochastic gradient descent, the same on every machine: the order of the
 * examples comes from a fixed linear congruential generator.
 */
export function trained({ examples, buckets }: Lesson): Trained {
  const weights = new Float64Array(buckets);
  let bias = 0;
  const order = examples.map((_, at) => at);
  const next = generator(1);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, next);
    const rate = RATE / (1 + epoch / 2);
    for (const at of order) {
      const { features, positive } = examples[at] ?? { features: [], positive: false };
      const step = ((positive ? 1 : 0) - chance({ weights, bias }, features)) * rate;
      bias += step / 10;
      for (const { bucket, weight } of features) {
        weights[bucket] = (weights[bucket] ?? 0) * (1 - DECAY * rate) + step * weight;
      }
    }
  }
  return { weights, bias };
}

/** The chance, 0 to 1, that a mail is positive. */
export const chance = (model: Trained, features: readonly Feature[]): number =>
  chanceOf({ ...model, scale: 1 }, features);

/** Rounded to a byte each. */
export function packed({ weights, bias }: Trained): Weights {
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bytes: Buffer.from(bytes.buffer).toString('base64'), scale, bias };
}

/** Numerical Recipes' generator, 0 to 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(order: number[], next: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    const [one, two] = [order[at] ?? 0, order[other] ?? 0];
    order[at] = two;
    order[other] = one;
  }
}

/** What one classifier learns from. */
export interface Lesson {
  readonly examples: readonly Example[];
  readonly buckets: number;
}

/** What the classifiers learn to tell apart, each of the features that it counts. */
export function lessonsOf(cases: readonly Case[]): Readonly<Record<keyof Opinion, Lesson>> {
  const read = cases.map((given) => ({ given, features: featuresOf(given.text) }));
  const lesson = (
    buckets: number,
    counted: (features: Features) => readonly Feature[],
    isPositive: (given: Case) => boolean,
  ): Lesson => ({
    examples: read.map(({ given, features }) => ({
      features: counted(features),
      positive: isPositive(given),
    })),
    buckets,
  });
  return {
    wish: lesson(BUCKETS.words, ({ words }) => words, asks),
    asking: lesson(BUCKETS.runs, ({ words, runs }) => [...words, ...runs], asks),
    distress: lesson(
      BUCKETS.senses,
      ({ words, runs, senses }) => [...words, ...runs, ...senses],
      ({ distress }) => distress === true,
    ),
  };
}

/** A cry for help is no wish, whatever else it asks for, save to leave: that alone is done for whoever is in trouble. */
const asks = ({ wishes, distress }: Case): boolean =>
  wishes.some(({ wish }) => wish === 'leave' || distress !== true);

/** What tells the kinds of wishes apart, learned from replies that ask for something. */
function kindsLearned(cases: readonly Case[]): Readonly<Record<Kind, Weights>> {
  const read = cases
    .filter((given) => given.wishes.length > 0 && given.distress !== true)
    .map(({ text, wishes }) => ({ features: foldedOf(text), kinds: wishes.map(kindOf) }));
  const learned = KINDS.map((kind) => {
    const examples = read.map(({ features, kinds }) => ({
      features,
      positive: kinds.includes(kind),
    }));
    return [kind, packed(trained({ examples, buckets: BUCKETS.folded }))] as const;
  });
  return Object.fromEntries(learned) as Record<Kind, Weights>;
}

/** A labelled wish, as the grammar calls it. */
function kindOf({ wish, to, on }: Case['wishes'][number]): string {
  if (wish === 'track') return String(to);
  // That subjects shall be plain again is no kind of its own, for want of examples.
  if (wish === 'discreet' && on === false) return 'none';
  return wish === 'newsletter' && on === false ? 'noNewsletter' : wish;
}

if (process.argv[1]?.endsWith('train.ts')) {
  const cases = corpus();
  const lessons = lessonsOf(cases);
  const weights = {
    wish: packed(trained(lessons.wish)),
    asking: packed(trained(lessons.asking)),
    distress: packed(trained(lessons.distress)),
    kinds: kindsLearned(cases),
  };
  writeFileSync(OUTPUT, `${JSON.stringify(weights, null, 2)}\n`);
  console.log(`${OUTPUT}: trained on ${cases.length} replies`);
}
