import type { Instant } from '../time.ts';
import type { Subscriber } from './subscriber.ts';

/** What comes next for somebody, as every notice and page has to say it: a date only if a mail goes then. */
export type ComesNext =
  | { readonly is: 'on'; readonly at: Instant }
  /** It is due, and on its way. */
  | { readonly is: 'soon' }
  /** An open pause: nothing comes until they say so. */
  | { readonly is: 'waiting' }
  | { readonly is: 'all-read' }
  /** They have not confirmed, have left, or can't be written to. */
  | { readonly is: 'nothing' };

/** The due moment is arranged with every change, so nothing else has to be asked. */
export function comesNext({ standing, dueAt }: Subscriber, now: Instant): ComesNext {
  if (standing.is !== 'active' && standing.is !== 'paused') return { is: 'nothing' };
  if (dueAt !== undefined) return dueAt > now ? { is: 'on', at: dueAt } : { is: 'soon' };
  const open = standing.is === 'paused' && standing.until === undefined;
  return { is: open ? 'waiting' : 'all-read' };
}
