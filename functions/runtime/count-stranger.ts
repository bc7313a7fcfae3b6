import type { SignUps } from '../adapters/sign-ups.ts';
import type { Instant } from '../core/time.ts';
import { logError } from './log.ts';

/**
 * Counts a mail that went to an address which somebody typed. How many went tells whether those that
 * return are many. One that is not counted is no fault worth a letter.
 */
export async function countStranger({
  signUps,
  now,
}: {
  readonly signUps: Pick<SignUps, 'sent'>;
  now(): Instant;
}): Promise<void> {
  try {
    await signUps.sent(now());
  } catch (error) {
    logError('send-uncounted', error);
  }
}
