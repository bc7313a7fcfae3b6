import type { Errands } from '../adapters/errands.ts';
import type { ErrandAnswer, ErrandRefusal } from '../core/reader/errand.ts';

/** What a delivery of an errand has come to, and what is to be said of it in its record. */
export interface Came {
  readonly answer: ErrandAnswer;
  readonly recorded?: Parameters<Errands['finish']>[2];
}

export const refused = (because: ErrandRefusal) =>
  ({ answer: { is: 'refused', because } }) as const satisfies Came;
