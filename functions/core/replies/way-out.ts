import type { List } from '../mail/compose.ts';
import { reads, runningCourses, type Subscriber } from '../reader/subscriber.ts';
import { isInCourse } from '../reader/turns.ts';
import type { Setting } from './deeds.ts';
import type { Wish } from './understanding.ts';

/** What leaving by a link, or by a mail to `unsub+`, comes to for one reader. */
export interface WayOut {
  /** None where their list has ended already and the other one goes on. */
  readonly ends: readonly Wish[];
  /** What they still get beside it; undefined where nothing goes on. */
  readonly goesOn: List | undefined;
}

/** Of whoever gets nothing else, or of whom nothing else is known. */
export const ALL: WayOut = { ends: [{ is: 'leave' }], goesOn: undefined };

/**
 * What the unsubscribe link of a list's mails ends: that list (RFC 2369 §3.2, RFC 8058), as often as it is
 * pressed, and never the other one. Whoever gets nothing else leaves altogether.
 */
export function wayOut(
  list: List,
  reader: Subscriber,
  { courses }: Pick<Setting, 'courses'>,
): WayOut {
  if (!reads(reader)) return ALL;
  if (list === 'newsletter') {
    if (!isInCourse(reader, courses)) return ALL;
    return { ends: reader.newsletter ? [{ is: 'newsletter', on: false }] : [], goesOn: 'letters' };
  }
  // To whoever never took a course only the newsletter comes, whatever mail of ours they press in.
  if (!reader.newsletter || reader.enrollments.length === 0) return ALL;
  const ends: WayOut['ends'] = runningCourses(reader).length > 0 ? [{ is: 'letters-off' }] : [];
  return { ends, goesOn: 'newsletter' };
}
