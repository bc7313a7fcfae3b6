import fc from 'fast-check';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { ALL_IDS, IDS, MOVES_TO } from './addresses.ts';
import { returned } from './hearing.ts';
import { storiesWithNews } from './news-steps.ts';
import { rhythms, type Step, type stories } from './steps.ts';

/** What an author does to their table in a story, beside the steps, so that a seed tells the story it told. */

/** Something goes wrong with the table. */
export interface Loss {
  readonly is: 'loss';
  readonly who: readonly SubscriberId[];
  /** The copy from which they will come back: of this moment, or the last backup. */
  readonly of: 'now' | 'backup';
  readonly how: 'gone' | 'emptied' | 'broken';
}

/** Somebody from another list, who has had so many letters of the first course there is. */
export interface Import {
  readonly is: 'import';
  readonly who: SubscriberId;
  readonly had: number;
  readonly rhythm: Rhythm;
}

export type AuthorStep =
  | Loss
  | Import
  /** A copy is made, and who is gone is kept apart. */
  | { readonly is: 'backup' }
  /** What was lost is brought back. */
  | { readonly is: 'restore' };

const authorStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Step>({ is: 'backup' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('loss' as const),
      who: fc.subarray([...IDS, MOVES_TO], { minLength: 1 }),
      of: fc.constantFrom('now' as const, 'backup' as const),
      how: fc.constantFrom('gone' as const, 'gone' as const, 'emptied' as const, 'broken' as const),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ is: 'restore' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('import' as const),
      who: fc.constantFrom(...ALL_IDS),
      had: fc.nat(4),
      rhythm: rhythms,
    }),
  },
);

/** What no reader asks for. */
const unasked = fc.oneof({ weight: 3, arbitrary: authorStep }, { weight: 1, arbitrary: returned });

/**
 * Stories with a newsletter, and in half of them with an author who brings readers along, or loses some, and with mails
 * that come back.
 */
export const allStories: typeof stories = fc
  .tuple(
    storiesWithNews,
    fc.oneof(
      fc.constant([]),
      fc.array(fc.record({ before: fc.nat(30), step: unasked }), { maxLength: 10, size: 'max' }),
    ),
  )
  .map(([[steps, first], some]) => {
    const before = (place: number) =>
      some.filter((one) => one.before === place).map(({ step }) => step);
    const after = some.filter((one) => one.before >= steps.length).map(({ step }) => step);
    return [
      [...steps.flatMap((step, place) => [...before(place), step]), ...after],
      first,
    ] as const;
  });
