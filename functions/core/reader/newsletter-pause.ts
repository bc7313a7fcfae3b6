import { localDate } from '../time.ts';
import { withNewsletterPaused } from './issues.ts';
import { type Change, type Present, whenReading } from './lifecycle.ts';
import { arranged } from './owed.ts';
import { holdsAll, spanFrom } from './pauses.ts';
import type { Span, Subscriber } from './subscriber.ts';

/** No issues for so long, and letters as they were. What comes out meanwhile waits for the end of it. */
export function pauseNewsletter(subscriber: Subscriber, days: Span, present: Present): Change {
  const { now, courses } = present;
  return whenReading(subscriber, () => {
    if (!subscriber.newsletter) return { is: 'unchanged' };
    const span = spanFrom(days, localDate(now, subscriber.zone));
    const paused = withNewsletterPaused(subscriber, span, now);
    return { is: 'changed', subscriber: arranged(paused, courses, now) };
  });
}

/** Issues again, for whoever takes them: of a pause of everything, that of the letters stays. */
export function resumeNewsletter(subscriber: Subscriber, present: Present): Change {
  const { now, courses } = present;
  return whenReading(subscriber, (was) => {
    const isPaused = holdsAll(subscriber, now) || subscriber.issues?.paused !== undefined;
    if (!subscriber.newsletter || !isPaused) return { is: 'unchanged' };
    const standing = was.is === 'paused' ? { ...was, letters: true as const } : was;
    const going = withNewsletterPaused({ ...subscriber, standing }, undefined, now);
    return { is: 'changed', subscriber: arranged(going, courses, now) };
  });
}
