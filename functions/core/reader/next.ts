import { type Instant, localDate } from '../time.ts';
import { goOn } from './courses.ts';
import { arranged, type Courses, letterNext, owedMail, restsOn } from './owed.ts';
import type { Subscriber } from './subscriber.ts';
import { letterSlot } from './turns.ts';

/** What comes next for somebody, as every notice and page has to say it: a date only if a mail goes then. */
export type ComesNext =
  | { readonly is: 'on'; readonly at: Instant }
  /** It is due, and on its way. */
  | { readonly is: 'soon' }
  /** An open pause: nothing comes until they say so. */
  | { readonly is: 'waiting' }
  | { readonly is: 'all-read' }
  /** They have stopped their courses, and would get letters if they went on. */
  | { readonly is: 'stopped' }
  /** They have not confirmed, have left, or can't be written to. */
  | { readonly is: 'nothing' };

/** What all dates depend on beside the reader. */
export interface Calendar {
  readonly now: Instant;
  readonly courses: Courses;
}

/** By what is owed to them today: a course may have lost its letters since the due moment was set. */
export function comesNext(subscriber: Subscriber, calendar: Calendar): ComesNext {
  const { standing } = subscriber;
  const { now, courses } = calendar;
  if (standing.is !== 'active' && standing.is !== 'paused') return { is: 'nothing' };
  if (owedMail(subscriber, courses) === undefined) {
    return { is: owedMail(goingOn(subscriber), courses) === undefined ? 'all-read' : 'stopped' };
  }
  const dueAt = letterMoment(subscriber, calendar);
  if (dueAt !== undefined) return dueAt > now ? { is: 'on', at: dueAt } : { is: 'soon' };
  return { is: standing.is === 'paused' ? 'waiting' : 'soon' };
}

const goingOn = (subscriber: Subscriber): Subscriber => ({
  ...subscriber,
  enrollments: subscriber.enrollments.map(goOn),
});

/**
 * When the next letter goes; of whoever has had all of them, the next mail. While letters are in a pause and
 * issues go on, the stored moment is of an issue.
 *
 * @returns undefined when none is due
 */
export function letterMoment(subscriber: Subscriber, calendar: Calendar): Instant | undefined {
  const { standing } = subscriber;
  const { now, courses } = calendar;
  const isOfLetters = standing.is === 'paused' && standing.letters === true;
  return isOfLetters && owedMail(subscriber, courses) !== undefined
    ? letterNext(subscriber, courses, now)
    : dueMoment(subscriber, calendar);
}

/**
 * When the next mail goes. Where the stored moment lies in a rest that was not known yet when it was set,
 * the sender will find nothing to send on that day, and put it behind the rest.
 *
 * @returns undefined when nothing is due
 */
function dueMoment(subscriber: Subscriber, { now, courses }: Calendar): Instant | undefined {
  const { dueAt, zone } = subscriber;
  if (dueAt === undefined) return undefined;
  const at = dueAt > now ? dueAt : now;
  const rests = restsOn(subscriber, courses, localDate(at, zone));
  return rests ? arranged(subscriber, courses, at).dueAt : dueAt;
}

/** When the letter comes that is next for somebody, behind a welcome that may be on its way. */
export function nextLetterAt(subscriber: Subscriber, calendar: Calendar): Instant {
  const { now, courses } = calendar;
  const enrollments = subscriber.enrollments.map((one) => ({ ...one, welcomed: true }));
  const greeted = { ...subscriber, enrollments };
  const due = dueMoment(greeted, calendar);
  return due !== undefined && due > now ? due : letterSlot(greeted, courses, now);
}
