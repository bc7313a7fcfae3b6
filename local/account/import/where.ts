import * as z from 'zod/mini';
import { type Instant, instant } from '../../../functions/core/time.ts';
import { type ClientConfig, configOf } from '../account.ts';
import type { Wishes } from '../arguments.ts';
import { sourceIn } from '../items.ts';
import { deployedIn } from '../outline/readers.ts';
import { placeInWords } from '../place.ts';
import { RefusedError } from '../restore/home.ts';
import type { Outside } from '../session.ts';
import { localCloud } from '../told-by.ts';

/** A table with the author's rights on it, and what time it is for its readers. */
export interface TableAt {
  readonly table: string;
  readonly config: ClientConfig;
  readonly now: Instant;
  readonly inWords: string;
}

/**
 * The table that `--table` or `--local` names, or else that of the deployed stack.
 *
 * @throws RefusedError when no stack stands, or no cloud answers
 */
export async function tableAt(outside: Outside, wishes: Wishes): Promise<TableAt> {
  const { local } = wishes.values;
  if (local !== undefined) return onThisMachine(local);
  const source = (await sourceIn(wishes, outside.env)) ?? (await deployedIn(outside, wishes));
  if (source === undefined || source.is === 'local') {
    throw new RefusedError(
      'Nothing is deployed yet: npm run deploy, or try it on this machine: npm start, and --local ' +
        'with the address that it prints.',
    );
  }
  const inWords = `${source.name}: ${placeInWords(source.place)}`;
  const now = instant(outside.now());
  return { table: source.name, config: configOf(source.place), now, inWords };
}

const aws = z.object({ endpoint: z.string(), table: z.string() });

async function onThisMachine(url: string): Promise<TableAt> {
  const { told, now, config } = await localCloud(url, aws);
  const { table } = told;
  return { table, config, now, inWords: `the local cloud at ${url}` };
}
