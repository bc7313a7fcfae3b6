import type { SendQueue } from '../adapters/send-queue.ts';
import type { Due } from '../core/sending/due.ts';
import type { Instant } from '../core/time.ts';
import { logError } from './log.ts';

/**
 * Puts a mail that is due now on the queue. The change that made it due holds whatever becomes of
 * this: the tick finds what is due within a minute (while letters are stopped, once they go again), and a
 * person who pressed a button must not read that it failed. The sender refuses a moment that is not due.
 */
export async function sendSoon(
  { queue, now }: { readonly queue: Pick<SendQueue, 'put'>; now(): Instant },
  due: Omit<Due, 'dueAt'> & { readonly dueAt?: Due['dueAt'] },
): Promise<void> {
  const { id, dueAt, request } = due;
  if (dueAt === undefined || dueAt > now()) return;
  try {
    await queue.put([{ dues: [{ id, dueAt, ...(request && { request }) }], delaySeconds: 0 }]);
  } catch (error) {
    logError('send-soon', error);
  }
}
