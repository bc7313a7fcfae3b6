import { BUCKETS, featuresOf } from './features.ts';
import weights from './weights.json' with { type: 'json' };

/** One linear classifier: a weight a bucket in eighths of a bit, and what one of them is worth. */
export interface Weights {
  /** {@link BUCKETS} signed bytes, base64. */
  readonly bytes: string;
  readonly scale: number;
  readonly bias: number;
}

/** How likely it is that a mail asks for something that is done to its letters. */
export interface Opinion {
  /** 0 to 1. */
  readonly wish: number;
}

const wish = loaded(weights.wish);

/**
 * What a linear classifier makes of a text, that knows no grammar and has read the corpus. It errs
 * otherwise than the grammar does, so that it may turn an act into a question, and silence into
 * one; it never makes anything act.
 */
export function secondOpinion(text: string): Opinion {
  const features = featuresOf(text);
  const sum = features.reduce(
    (total, { bucket, weight }) => total + (wish.weights[bucket] ?? 0) * wish.scale * weight,
    wish.bias,
  );
  return { wish: 1 / (1 + Math.exp(-sum)) };
}

function loaded({ bytes, scale, bias }: Weights) {
  const raw = Buffer.from(bytes, 'base64');
  if (raw.length !== BUCKETS) throw new Error(`expected ${BUCKETS} weights, found ${raw.length}`);
  return { weights: new Int8Array(raw.buffer, raw.byteOffset, raw.length), scale, bias };
}
