import { dueIndexIn } from './adapters/dispatch.ts';
import { SHARDS } from './adapters/item.ts';
import { sesMailer } from './adapters/mailer.ts';
import { sendQueueAt } from './adapters/send-queue.ts';
import { advanced, onHold, progressFor } from './core/dispatch.ts';
import { delayOf, takeThisTick } from './core/sending.ts';
import { instant } from './core/time.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';

const env = environment('tick', process.env);
const dueIndex = dueIndexIn(env.TABLE_NAME);
const queue = sendQueueAt(env.SEND_QUEUE_URL);
const mailer = sesMailer();

/**
 * Every minute: asks the index who is due and puts no more of them on the queue than the account
 * may send in a minute, spread so that the senders keep the rate without knowing it.
 */
export async function handler(): Promise<void> {
  const now = instant(new Date());
  const [state, waiting, quota] = await Promise.all([
    dueIndex.state(),
    queue.waiting(),
    mailer.quota(),
  ]);
  if (onHold(state, now)) return logFigures('tick-on-hold', { waiting });
  const share = Math.ceil(takeThisTick(quota, waiting) / SHARDS.length);
  if (share === 0) return logFigures('tick-full', { waiting });

  const progress = progressFor(state, waiting, now);
  const shards = await Promise.all(
    SHARDS.map(async (shard) => {
      return [shard, await dueIndex.due(shard, now, share, progress.shards[shard])] as const;
    }),
  );
  const due = shards.flatMap(([, entries]) => entries).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  if (due.length === 0) return;
  await queue.put(due.map((one, place) => ({ ...one, delaySeconds: delayOf(place, quota) })));
  await dueIndex.saveProgress(advanced(progress, Object.fromEntries(shards)));
  logFigures('tick', { taken: due.length, waiting });
}
