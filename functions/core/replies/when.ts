import type { Temporal } from 'temporal-polyfill';
import type { Doubtful } from './days.ts';

export type PlainDate = Temporal.PlainDate;

/** When something shall happen, as a clause says it. */
export type When =
  /** Until that day, which is the first on which mail flows again. */
  | {
      readonly kind: 'until';
      readonly until: PlainDate;
      readonly from?: PlainDate;
      /** Said as a length, so it counts from the day the pause begins. */
      readonly length?: true;
    }
  | { readonly kind: 'from'; readonly from: PlainDate }
  /** "back on Monday" */
  | { readonly kind: 'back'; readonly day: PlainDate }
  | { readonly kind: 'on'; readonly day: PlainDate; readonly last: PlainDate }
  | { readonly kind: 'open' }
  | { readonly kind: 'doubtful'; readonly because: Doubt };

/** Why a time can't be taken as it was said. */
export type Doubt =
  | Doubtful['because']
  | 'unread-date'
  | 'vague-length'
  | 'too-short'
  | 'too-far'
  | 'past';

/** A time taken out of a clause, and what of the clause is left. */
export interface Taken {
  readonly when: When;
  readonly rest: string;
}

/** A word at a word's beginning, with what follows it. */
export const word = (words: string): RegExp => new RegExp(`(?:^|\\s)(?:${words})\\s`, 'u');

export const without = (text: string, from: number, to: number): string =>
  `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/g, ' ').trim();
