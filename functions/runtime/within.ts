import type { RateLimit } from '../adapters/rate-limit.ts';
import type { MailLimit } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';

/** Whether somebody has been sent few enough of such mails; this one counts. */
export async function isWithin(
  { rateLimit }: { readonly rateLimit: RateLimit },
  { id }: Pick<Subscriber, 'id'>,
  limits: readonly MailLimit[],
): Promise<boolean> {
  for (const { per, window, limit } of limits) {
    if ((await rateLimit.take(`${per}#${id}`, window, limit)).is === 'over') return false;
  }
  return true;
}
