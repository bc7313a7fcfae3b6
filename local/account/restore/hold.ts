import { dueIndexIn } from '../../../functions/adapters/due-index.ts';
import { parseInstant } from '../../../functions/core/time.ts';
import type { ClientConfig } from '../account.ts';

/** No moment comes after it: until somebody lets sending go on. */
const UNTIL_TOLD = parseInstant('9999-12-31T00:00:00Z');

/** The hold that the tick heeds, set and lifted with the author's own rights. */
export const holdOf = (table: string, config: ClientConfig) => ({
  async set(): Promise<void> {
    if (UNTIL_TOLD === undefined) throw new Error('the end of time is no moment');
    await dueIndexIn(table, config).hold(UNTIL_TOLD);
  },
  lift: () => dueIndexIn(table, config).lift(),
});
