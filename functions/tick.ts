import { sesAccount } from './adapters/account.ts';
import { broadcastsIn } from './adapters/broadcasts.ts';
import { dueIndexIn } from './adapters/due-index.ts';
import { sendQueueAt } from './adapters/send-queue.ts';
import { instant } from './core/time.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';
import { takeDue } from './sending/take-due.ts';

const env = environment('tick', process.env);
const world = {
  dueIndex: dueIndexIn(env.TABLE_NAME),
  broadcasts: broadcastsIn(env.TABLE_NAME),
  queue: sendQueueAt(env.SEND_QUEUE_URL),
  account: sesAccount(),
  now: () => instant(new Date()),
};

/** Every minute: whoever is due goes on the queue, as many as the account may send. */
export const handler = door('tick', async (): Promise<void> => {
  const ticked = await takeDue(world);
  if (ticked.is !== 'quiet') logFigures(ticked.is, ticked.figures, ticked.signs);
});
