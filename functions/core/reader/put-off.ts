import { type Instant, plusSeconds } from '../time.ts';
import { type Courses, owedNow, putOff } from './owed.ts';
import { isLetterTime } from './schedule.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * The same mail some seconds later: at once again for what leaves at once; a letter only while its reader's day
 * goes on and still may have one, else at their next slot. Who has asked for another moment meanwhile has it.
 *
 * @param now wall time, at which what was due could not be sent
 */
export function putOffFor(
  subscriber: Subscriber,
  seconds: number,
  courses: Courses,
  now: Instant,
): Subscriber {
  const { dueAt } = subscriber;
  if (dueAt === undefined || dueAt > now) return subscriber;
  const later = plusSeconds(now, seconds);
  const isLetter = owedNow(subscriber, courses, now)?.kind === 'lesson';
  if (isLetter && !isLetterTime(subscriber, later)) return putOff(subscriber, courses, now);
  return { ...subscriber, dueAt: later };
}
