import { type Instant, localDate, nextDay, plusSeconds } from '../time.ts';
import { isIssueTime } from './issues.ts';
import { arranged, type Courses, owedNow } from './owed.ts';
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
  const { dueAt, claim } = subscriber;
  if (dueAt === undefined || dueAt > now) return subscriber;
  const later = plusSeconds(now, seconds);
  const due = claim?.due ?? dueAt;
  const isIssue = isIssueTime(subscriber, due, courses, now);
  const isLetter = !isIssue && owedNow(subscriber, courses, now)?.kind === 'lesson';
  if (isLetter && !isLetterTime(subscriber, later)) return putOff(subscriber, courses, now);
  return { ...subscriber, dueAt: later };
}

/**
 * The same mail on another day: the next slot of the reader's own rhythm, as it is by then. A
 * confirmation, whose reader has no rhythm with us yet, comes a day later.
 */
export function putOff(subscriber: Subscriber, courses: Courses, now: Instant): Subscriber {
  if (subscriber.dueAt === undefined) return subscriber;
  if (subscriber.standing.is === 'pending') return { ...subscriber, dueAt: plusSeconds(now, DAY) };
  const notBefore = nextDay(localDate(now, subscriber.zone));
  return arranged({ ...subscriber, notBefore }, courses, now);
}

const DAY = 86_400;
