import type { DueIndex } from '../adapters/due-index.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import { type Due, onHold } from '../core/sending/due.ts';
import type { Instant } from '../core/time.ts';
import { logError } from './log.ts';

/** What sending at once touches. */
export interface SoonWorld {
  readonly dueIndex: Pick<DueIndex, 'state'>;
  readonly queue: Pick<SendQueue, 'put'>;
  now(): Instant;
}

/**
 * Puts a mail that is due now on the queue. The change that made it due holds whatever becomes of
 * this: the tick finds what is due within a minute (while letters are stopped, once they go again), and a
 * person who pressed a button must not read that it failed. The sender refuses a moment that is not due.
 *
 * While sending is held or rests it is left to the tick, as all others are: a sender that has just begun
 * knows of neither, and would put one more mail in doubt. The next probe is the latest due, so that is this one.
 */
export async function sendSoon(
  { dueIndex, queue, now }: SoonWorld,
  due: Omit<Due, 'dueAt'> & { readonly dueAt?: Due['dueAt'] },
): Promise<void> {
  const { id, dueAt, request } = due;
  if (dueAt === undefined || dueAt > now()) return;
  try {
    const state = await dueIndex.state();
    if (onHold(state, now()) || state.resting !== undefined) return;
    await queue.put([{ dues: [{ id, dueAt, ...(request && { request }) }], delaySeconds: 0 }]);
  } catch (error) {
    logError('send-soon', error);
  }
}
