import type { IssuePlan } from '../newsletter.ts';
import type { Instant } from '../time.ts';
import { awaiting } from './issues.ts';
import type { Courses } from './owed.ts';
import { stillDue } from './still-due.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * Somebody who is told that an issue waits for them.
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
  return waiting === subscriber ? waiting : stillDue(waiting, courses, now);
}
