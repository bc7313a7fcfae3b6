import type { ErrandEnd } from '../adapters/errands.ts';
import type { ErrandRefusal } from '../core/reader/errand.ts';

/** Nothing was begun, and nothing is recorded. */
export const refused = (because: ErrandRefusal) =>
  ({ answer: { is: 'refused', because }, from: 'open' }) as const satisfies ErrandEnd;
