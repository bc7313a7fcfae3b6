import { type Count, type Counted, countsOf } from '../counting.ts';
import type { Instant } from '../time.ts';
import { lastHad } from './had.ts';
import { pauseOfNewsletter } from './pauses.ts';
import { reads, runningCourses, type Subscriber } from './subscriber.ts';

type Had = Pick<Subscriber, 'enrollments' | 'last' | 'issues'>;

/** The last letter or issue that somebody had; undefined before the first. */
export function lastMail(reader: Had): Counted | undefined {
  return reader.last?.newsletter ? lastIssue(reader) : lastLetter(reader);
}

/** The last of the newsletter that they had since they took it. */
function lastIssue({ issues }: Pick<Subscriber, 'issues'>): Counted | undefined {
  if (issues?.had === undefined) return undefined;
  const { on, digest } = issues.had;
  return { is: digest ? 'digest' : 'issue', on };
}

function lastLetter(reader: Pick<Subscriber, 'enrollments' | 'last'>): Counted | undefined {
  const letter = lastHad(reader);
  return letter && { is: 'letter', ...letter };
}

/**
 * What is counted of a change: a pause or a leave of all goes by the last mail that they had, a pause or the end of the
 * newsletter by its last issue, and that of letters or of a course by the last letter of those. Other days for a pause, and what
 * a mail program or a full mailbox brought about, count for nothing.
 */
export function countsIn(before: Subscriber, after: Subscriber, at: Instant): readonly Count[] {
  if (!reads(before)) return [];
  if (endsAll(after)) return countsOf('leftAfter', lastMail(before), at);
  if (!reads(after)) return [];
  const left = before.newsletter && !after.newsletter ? lastIssue(before) : undefined;
  return [
    ...countsOf('leftAfter', left, at),
    ...countsOf('leftAfter', lastOfStopped(before, after), at),
    ...countsOf('pausedAfter', lastOfPaused(before, after), at),
    ...countsOf(
      'pausedAfter',
      pausesNewsletter(before, after, at) ? lastIssue(before) : undefined,
      at,
    ),
  ];
}

/** Who has all erased leaves as well. */
const endsAll = ({ standing }: Subscriber): boolean =>
  standing.is === 'left' || (standing.is === 'suppressed' && standing.because === 'erased');

function lastOfPaused(before: Subscriber, { standing: is }: Subscriber): Counted | undefined {
  if (before.standing.is !== 'active' || is.is !== 'paused' || is.absent) return undefined;
  return is.letters ? lastLetter(before) : lastMail(before);
}

const pausesNewsletter = (before: Subscriber, { issues }: Subscriber, now: Instant): boolean =>
  before.newsletter && !pauseOfNewsletter(before, now) && issues?.paused !== undefined;

function lastOfStopped(before: Subscriber, after: Subscriber): Counted | undefined {
  const still = runningCourses(after);
  const stopped = runningCourses(before).filter((course) => !still.includes(course));
  const enrollments = before.enrollments.filter(({ course }) => stopped.includes(course));
  return lastLetter({ ...before, enrollments });
}
