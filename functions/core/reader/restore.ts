import type { Instant } from '../time.ts';
import { afterSending, arranged, type Courses, owedNow } from './owed.ts';
import type { LastLesson } from './schedule.ts';
import type { End, Enrollment, Subscriber } from './subscriber.ts';

/** What is known of a loss, and of the copy that makes up for it. */
export interface Loss {
  /** The moment that the copy is of. */
  readonly copyAt: Instant;
  /** When the live table lost what it lost: letters that were due until then count as sent. */
  readonly lostAt: Instant;
  readonly now: Instant;
  readonly courses: Courses;
}

/**
 * Somebody of whom only the copy knows, as they come back. Nothing is mailed that may have been
 * mailed before: a claim that was open counts as sent, and whoever waited for a confirmation mail
 * waits without one.
 *
 * @param end how they left, or why they can't be mailed, where it is known from later than the copy
 */
export function broughtBack(copy: Subscriber, end: End | undefined, loss: Loss): Subscriber {
  const { dueAt: _, claim: __, ...still } = copy;
  if (end !== undefined) return { ...still, standing: end };
  switch (copy.standing.is) {
    case 'pending':
    case 'left':
    case 'suppressed':
      return still;
    case 'active':
    case 'paused': {
      const { claim: ___, ...reader } = caughtUp(copy, loss);
      return arranged(reader, loss.courses, loss.now);
    }
  }
}

/** What the copy's reader had got by the loss, if everything went out that was due. */
function caughtUp(copy: Subscriber, { copyAt, lostAt, courses }: Loss): Subscriber {
  let reader = copy;
  for (;;) {
    const { claim, dueAt } = reader;
    const wasDue = lostAt > copyAt && dueAt !== undefined && dueAt <= lostAt ? dueAt : undefined;
    const at = claim?.at ?? wasDue;
    const owed = at && owedNow(reader, courses, at);
    if (at === undefined || owed === undefined) return reader;
    reader = afterSending(reader, owed, courses, at);
  }
}

/**
 * Somebody whom the live table knows, with what it lost of them: letters received, the last one's
 * day, courses. Everything else is as they live, but a suppression, which nothing lifts.
 *
 * @returns undefined when nothing was lost
 */
export function completed(
  live: Subscriber,
  copy: Subscriber,
  { now, courses }: Pick<Loss, 'now' | 'courses'>,
): Subscriber | undefined {
  const lifted = copy.standing.is === 'suppressed' && live.standing.is !== 'suppressed';
  const standing = lifted ? copy.standing : live.standing;
  const enrollments = united(live.enrollments, copy.enrollments);
  const last = later(live.last, copy.last);
  if (!lifted && enrollments === live.enrollments && last === live.last) return undefined;
  const whole = { ...live, standing, enrollments, ...(last && { last }) };
  return arranged(whole, courses, now);
}

function united(live: readonly Enrollment[], copy: readonly Enrollment[]): readonly Enrollment[] {
  const lost = copy.filter(({ course }) => !live.some((one) => one.course === course));
  const grown = live.map((one) => withReceived(one, copy));
  return lost.length === 0 && grown.every((one, place) => one === live[place])
    ? live
    : [...grown, ...lost];
}

function withReceived(live: Enrollment, copy: readonly Enrollment[]): Enrollment {
  const before = copy.find(({ course }) => course === live.course)?.received ?? [];
  if (before.every((lesson) => live.received.includes(lesson))) return live;
  const since = live.received.filter((lesson) => !before.includes(lesson));
  return { ...live, received: [...before, ...since] };
}

const later = (live: LastLesson | undefined, copy: LastLesson | undefined) =>
  copy !== undefined && (live === undefined || live.at < copy.at) ? copy : live;
