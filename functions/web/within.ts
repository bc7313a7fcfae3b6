import type { MailLimit } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { WebWorld } from './world.ts';

/** Whether somebody has been sent few enough of such mails; this one counts. */
export async function isWithin(
  { rateLimit }: Pick<WebWorld, 'rateLimit'>,
  { id }: Pick<Subscriber, 'id'>,
  limits: readonly MailLimit[],
): Promise<boolean> {
  for (const { per, window, limit } of limits) {
    if ((await rateLimit.take(`${per}#${id}`, window, limit)).is === 'over') return false;
  }
  return true;
}
