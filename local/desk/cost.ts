import type { Instant } from '../../functions/core/time.ts';
import type { Desk } from './desk.ts';

/** One thing that costs something, in dollars. */
export interface CostPart {
  readonly what: 'letters' | 'newsletter' | 'replies' | 'alarms' | 'storage';
  /** How many of it there were, or there will be. */
  readonly count: number;
  readonly ses: number;
  readonly ours: number;
}

/** This month by our own counters and AWS's list prices; what AWS bills is on its bill. */
export interface Cost {
  readonly month: string;
  readonly now: Instant;
  readonly soFar: { readonly parts: readonly CostPart[]; readonly total: number };
  /** The whole month, if its days go on as they went. */
  readonly forecast: { readonly parts: readonly CostPart[]; readonly total: number };
}

export declare function cost(desk: Desk): Promise<Cost>;
