import type { IssuePlan } from '../newsletter.ts';
import type { Instant } from '../time.ts';
import { awaiting } from './issues.ts';
import { arranged, type Courses } from './owed.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Somebody who is told that an issue waits for them. What is due before it would be found anew stays due, by now or
 * in some minutes, as a letter does whose address SES did not know yet: they asked for nothing, and the next moment
 * that could be found for it is another day's.
 *
 * @returns the same value when it is nothing to them
 */
export function toldOf(
  subscriber: Subscriber,
  issue: IssuePlan,
  courses: Courses,
  now: Instant,
): Subscriber {
  const waiting = awaiting(subscriber, issue);
  if (waiting === subscriber) return waiting;
  const { dueAt } = waiting;
  const anew = arranged(waiting, courses, now);
  const isSooner = dueAt !== undefined && (anew.dueAt === undefined || dueAt < anew.dueAt);
  return isSooner ? waiting : anew;
}
