import type { Account } from '../adapters/account.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import { SHARDS } from '../adapters/item.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import { advanced, askOf, onHold, overdue, progressFor, taken } from '../core/sending/due.ts';
import { delayOf, takeThisTick } from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';
import type { Figures, Signs } from '../runtime/log.ts';

/** All that a tick touches. */
export interface TickWorld {
  readonly dueIndex: DueIndex;
  readonly queue: SendQueue;
  readonly account: Account;
  now(): Instant;
}

/** What a tick came to; a quiet one is not worth a line. */
export type Ticked =
  | { readonly is: 'quiet' }
  | {
      readonly is: 'tick' | 'tick-full' | 'tick-on-hold';
      readonly figures: Figures;
      readonly signs: Signs;
    };

/**
 * Asks the index who is due and puts no more of them on the queue than the account may send in a
 * minute, spread so that the senders keep the rate without knowing it.
 */
export async function takeDue({
  dueIndex,
  queue,
  account,
  now: clock,
}: TickWorld): Promise<Ticked> {
  const now = clock();
  const [state, waiting, quota] = await Promise.all([
    dueIndex.state(),
    queue.waiting(),
    account.quota(),
  ]);
  if (onHold(state, now)) return { is: 'tick-on-hold', figures: { waiting }, signs: { OnHold: 1 } };
  const take = takeThisTick(quota, waiting);
  const progress = progressFor(state, waiting, now);
  // Also a tick that may take nothing looks: somebody has to notice that lessons don't go out.
  const ask = askOf(Math.max(1, take), SHARDS.length);
  const found = await Promise.all(
    SHARDS.map(async (shard) => {
      const entries = await dueIndex.due(shard, now, ask, progress.shards[shard]);
      return entries.map((entry) => ({ ...entry, shard }));
    }),
  );
  const late = overdue(found.flat(), now);
  const signs: Signs = late > 0 ? { Overdue: late } : {};
  const due = taken(found, take);
  if (due.length === 0) {
    const full = take === 0 && found.some((entries) => entries.length > 0);
    return full ? { is: 'tick-full', figures: { waiting }, signs } : { is: 'quiet' };
  }
  await queue.put(
    due.map(({ id, dueAt }, place) => ({
      id,
      dueAt,
      delaySeconds: delayOf(waiting + place, quota),
    })),
  );
  await dueIndex.saveProgress(advanced(progress, due));
  return { is: 'tick', figures: { taken: due.length, waiting }, signs };
}
