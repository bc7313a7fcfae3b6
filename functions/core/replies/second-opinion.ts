import { BUCKETS, type Feature, featuresOf } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** One linear classifier: a weight a bucket in eighths of a bit, and what one of them is worth. */
export interface Weights {
  /** {@link BUCKETS} signed bytes, base64. */
  readonly bytes: string;
  readonly scale: number;
  readonly bias: number;
}

/** How likely it is that a mail asks for something, and that its writer is in trouble. */
export interface Opinion {
  /** 0 to 1. */
  readonly wish: number;
  /** How likely it tells of danger, violence, fear or despair, 0 to 1. */
  readonly distress: number;
}

const wish = loaded(weights.wish);
const distress = loaded(weights.distress);

/**
 * What a linear classifier makes of a text, that knows no grammar and has read the corpus. It errs
 * otherwise than the grammar does, so that it may turn an act into a question, silence into one, and
 * either into a mail that a person reads at once; it never makes anything act.
 */
export function secondOpinion(text: string): Opinion {
  const features = featuresOf(text);
  return { wish: chanceOf(wish, features), distress: chanceOf(distress, features) };
}

/** A classifier's weights by bucket, and what one of them is worth. */
interface Model {
  readonly weights: ArrayLike<number>;
  readonly scale: number;
  readonly bias: number;
}

/** The chance, 0 to 1, that a mail with these features is of a classifier's kind. */
export function chanceOf({ weights, scale, bias }: Model, features: readonly Feature[]): number {
  const sum = features.reduce(
    (total, { bucket, weight }) => total + (weights[bucket] ?? 0) * scale * weight,
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

function loaded({ bytes, scale, bias }: Weights): Model {
  const raw = Buffer.from(bytes, 'base64');
  if (raw.length !== BUCKETS) throw new Error(`expected ${BUCKETS} weights, found ${raw.length}`);
  return { weights: new Int8Array(raw.buffer, raw.byteOffset, raw.length), scale, bias };
}
