import type { Feature } from './features.ts';

/** One linear classifier as it is stored: its weights, and what one of them is worth. */
export interface Weights {
  /** A signed byte a bucket, base64. */
  readonly bytes: string;
  readonly scale: number;
  readonly bias: number;
}

/** A classifier's weights by bucket, and what one of them is worth. */
export interface Model {
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

/** @throws on weights that were trained on other features: `npm run replies:train` */
export function loaded({ bytes, scale, bias }: Weights, buckets: number): Model {
  const raw = Buffer.from(bytes, 'base64');
  if (raw.length !== buckets) throw new Error(`expected ${buckets} weights, found ${raw.length}`);
  return { weights: new Int8Array(raw.buffer, raw.byteOffset, raw.length), scale, bias };
}
