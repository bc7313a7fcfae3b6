import { dueIndexIn } from './adapters/due-index.ts';
import { sesMailer } from './adapters/mailer.ts';
import { sendQueueAt } from './adapters/send-queue.ts';
import { instant } from './core/time.ts';
import { environment } from './runtime/env.ts';
import { logError, logFigures } from './runtime/log.ts';
import { takeDue } from './sending/take-due.ts';

const env = environment('tick', process.env);
const world = {
  dueIndex: dueIndexIn(env.TABLE_NAME),
  queue: sendQueueAt(env.SEND_QUEUE_URL),
  mailer: sesMailer(),
  now: () => instant(new Date()),
};

/** Every minute: whoever is due goes on the queue, as many as the account may send. */
export async function handler(): Promise<void> {
  try {
    const ticked = await takeDue(world);
    if (ticked.is !== 'quiet') logFigures(ticked.is, ticked.figures, ticked.signs);
  } catch (error) {
    logError('tick-failed', error);
    throw error;
  }
}
