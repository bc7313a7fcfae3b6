import { localDate } from '../time.ts';
import { withNewsletterPaused } from './issues.ts';
import { type Change, type Present, whenReading } from './lifecycle.ts';
import { arranged } from './owed.ts';
import { holdsAll, pauseOfNewsletter, spanFrom } from './pauses.ts';
import { stillDue } from './still-due.ts';
import type { Span, Subscriber } from './subscriber.ts';

/** No issues for so long, and letters as they were. What comes out meanwhile waits for the end of it. */
export function pauseNewsletter(subscriber: Subscriber, days: Span, present: Present): Change {
  const { now, courses } = present;
  return whenReading(subscriber, () => {
    if (!subscriber.newsletter) return { is: 'unchanged' };
    const span = spanFrom(days, localDate(now, subscriber.zone));
    const paused = withNewsletterPaused(subscriber, span, now);
    // A letter that is queued goes; the moment of an issue is behind the pause.
    const found = paused.dueOf === 'issues' ? arranged : stillDue;
    return { is: 'changed', subscriber: found(paused, courses, now) };
  });
}

/** Issues again, for whoever takes them: of a pause of everything, that of the letters stays. */
export function resumeNewsletter(subscriber: Subscriber, present: Present): Change {
  const { now, courses } = present;
  return whenReading(subscriber, (was) => {
    const isAll = holdsAll(subscriber, now);
    const isPaused = isAll || pauseOfNewsletter(subscriber, now) !== undefined;
    if (!subscriber.newsletter || !isPaused) return { is: 'unchanged' };
    const standing = isAll && was.is === 'paused' ? { ...was, letters: true as const } : was;
    const going = withNewsletterPaused({ ...subscriber, standing }, undefined, now);
    return { is: 'changed', subscriber: stillDue(going, courses, now) };
  });
}
