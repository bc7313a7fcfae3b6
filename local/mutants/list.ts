import { OF_ADAPTERS } from './list/adapters.ts';
import { OF_AGAIN } from './list/again.ts';
import { OF_DOORS } from './list/doors.ts';
import { OF_DOUBT } from './list/doubt.ts';
import { OF_ISSUES } from './list/issues.ts';
import { OF_MOVES } from './list/moves.ts';
import { OF_NEWSLETTER } from './list/newsletter.ts';
import { OF_READERS } from './list/readers.ts';
import { OF_RESTORES } from './list/restores.ts';
import { OF_RETURNS } from './list/returns.ts';
import { OF_SENDING } from './list/sending.ts';
import type { Mutant } from './mutant.ts';

/** All mutants, by what they are of. */
export const MUTANTS: readonly Mutant[] = [
  ...OF_READERS,
  ...OF_SENDING,
  ...OF_DOORS,
  ...OF_DOUBT,
  ...OF_ADAPTERS,
  ...OF_RETURNS,
  ...OF_AGAIN,
  ...OF_MOVES,
  ...OF_ISSUES,
  ...OF_NEWSLETTER,
  ...OF_RESTORES,
];
