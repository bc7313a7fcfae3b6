import type { Instant } from '../time.ts';
import { type Courses, owedMail } from './owed.ts';
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

/** By what is owed to them today: a course may have lost its letters since the due moment was set. */
export function comesNext(
  subscriber: Subscriber,
  { now, courses }: { readonly now: Instant; readonly courses: Courses },
): ComesNext {
  const { standing, dueAt } = subscriber;
  if (standing.is !== 'active' && standing.is !== 'paused') return { is: 'nothing' };
  if (owedMail(subscriber, courses) === undefined) return { is: 'all-read' };
  if (dueAt !== undefined) return dueAt > now ? { is: 'on', at: dueAt } : { is: 'soon' };
  return { is: standing.is === 'paused' ? 'waiting' : 'soon' };
}
