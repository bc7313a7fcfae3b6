import type { IssuePlan } from '../newsletter.ts';
import type { Instant } from '../time.ts';
import { awaiting } from './issues.ts';
import { arranged, type Courses } from './owed.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Somebody who is told that an issue waits for them. What is due by now and has not gone yet stays due: the next
 * moment that could be found for it is another day's, and they asked for nothing.
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
  const { dueAt } = waiting;
  const isDue = dueAt !== undefined && dueAt <= now;
  return waiting === subscriber || isDue ? waiting : arranged(waiting, courses, now);
}
