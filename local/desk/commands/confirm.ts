import type { Wishes } from '../../account/arguments.ts';
import { RefusedError } from '../../account/restore/home.ts';
import type { Outside } from '../../account/session.ts';

/**
 * Asks whether something is meant; `--yes` says so beforehand.
 *
 * @throws RefusedError when nobody can be asked
 */
export async function isMeant(
  { ask }: Pick<Outside, 'ask'>,
  { flags }: Pick<Wishes, 'flags'>,
  question: string,
): Promise<boolean> {
  if (flags.has('yes')) return true;
  if (ask === undefined || flags.has('json')) {
    throw new RefusedError('Nothing was done. To do it, say --yes as well.');
  }
  return /^y(es)?$/i.test((await ask(`\n${question} [y/N] `)).trim());
}
