import type { Lattice, Tag } from './chunks.ts';
import type { Token } from './tokens.ts';

/** From one place where clauses may part to the next. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly opens: 'or' | 'but' | 'and' | undefined;
  /** Behind a comma, a dash or the like, and not only where a new subject begins. */
  readonly parted: boolean;
}

/** No clause. */
export const NO_SEGMENT: Segment = { from: 0, to: 0, opens: undefined, parted: false };

/** Conjunctions that part what stands before from what comes, and are no part of either. */
export const OPENING: ReadonlySet<string> = new Set(['or', 'but']);

/** Clauses part at commas and the like, at conjunctions, and where a new subject begins. */
export function segmentsOf(tokens: readonly Token[], lattice: Lattice): readonly Segment[] {
  const starts = tokens.flatMap(({ parted }, at) => {
    const opens = conjunction(lattice[at]);
    const begins = at === 0 || parted || opens !== undefined || has(lattice[at], 'subject');
    return begins ? [{ from: at, opens, parted }] : [];
  });
  return starts.map((start, nth) => ({ ...start, to: starts[nth + 1]?.from ?? tokens.length }));
}

/** Whether a run of words from here on may be that. */
export const has = (spans: Lattice[number] | undefined, wanted: Tag): boolean =>
  [...(spans?.values() ?? [])].some((meanings) => meanings.some(({ tag }) => tag === wanted));

const conjunction = (spans: Lattice[number] | undefined): Segment['opens'] =>
  (['or', 'but', 'and'] as const).find((tag) => has(spans, tag));
