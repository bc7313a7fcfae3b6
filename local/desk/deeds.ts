import type { Refusal } from '../../functions/core/reader/lifecycle.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from './desk.ts';

/** What an author does for one reader. */
export type Deed =
  | { readonly is: 'pause'; readonly until?: LocalDate }
  | { readonly is: 'resume' }
  | { readonly is: 'leave' }
  /** To a place of a course: letters had, the id of the last one, or `finished`. */
  | { readonly is: 'jump'; readonly course?: string; readonly place: string }
  | { readonly is: 'erase' };

/** What a deed would change, a sentence each. */
export interface Foreseen {
  readonly reader: SubscriberId;
  readonly deed: Deed;
  /** Whether it touches a consent: then a reason has to be given, and is kept with its record. */
  readonly needsReason: boolean;
  readonly changes: readonly {
    readonly what: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export type Foresight =
  | { readonly is: 'foreseen'; readonly foreseen: Foreseen }
  | { readonly is: 'unchanged' }
  | { readonly is: 'refused'; readonly because: Refusal | 'no-such-place' }
  | { readonly is: 'unknown' };

/** A dry run: it changes nothing. */
export declare function foresee(desk: Desk, reader: SubscriberId, deed: Deed): Promise<Foresight>;

export type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'unchanged' | 'unknown' }
  | { readonly is: 'refused'; readonly because: Refusal | 'no-such-place' | 'no-reason' };

/** Does it, to whoever the reader is by now, with a record of it by the author. */
export declare function carryOut(
  desk: Desk,
  reader: SubscriberId,
  deed: Deed,
  reason: string | undefined,
): Promise<Outcome>;
