import type { Instant } from '../time.ts';
import { arranged, type Courses } from './owed.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * The due moment of somebody who has one thing more, or another list. What is due before it would be found anew stays
 * due, by now or in some minutes, as a letter does that is queued, or whose address SES did not know yet: the next
 * moment that could be found for it is another day's, and they asked for no day without.
 */
export function stillDue(subscriber: Subscriber, courses: Courses, now: Instant): Subscriber {
  const anew = arranged(subscriber, courses, now);
  const { dueAt, dueOf } = subscriber;
  const isSooner = dueAt !== undefined && (anew.dueAt === undefined || dueAt < anew.dueAt);
  // Where a letter, or nothing, comes in the place of an issue, the moment is of something else.
  return isSooner && dueOf === anew.dueOf ? subscriber : anew;
}
