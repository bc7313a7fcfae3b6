import type { CourseOutline } from '../course.ts';
import { type Instant, localDate } from '../time.ts';
import { afterSending, arranged, type Courses, owedNow, restsOn } from './owed.ts';
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
function caughtUp(copy: Subscriber, { copyAt, lostAt, courses }: Omit<Loss, 'now'>): Subscriber {
  let reader = copy;
  for (;;) {
    const { claim, dueAt } = reader;
    const wasDue = lostAt > copyAt && dueAt !== undefined && dueAt <= lostAt ? dueAt : undefined;
    const at = claim?.at ?? wasDue;
    if (at === undefined) return reader;
    // What was claimed may have gone before anybody knew of a rest.
    const owed = owedNow(reader, claim === undefined ? courses : courses.map(withoutRests), at);
    if (owed !== undefined) reader = afterSending(reader, owed, courses, at);
    else if (restsOn(reader, courses, localDate(at, reader.zone))) {
      reader = arranged(reader, courses, at);
    } else return reader;
  }
}

/**
 * Somebody whom the live table knows, with what it lost of them: letters received, the last one's
 * day, courses and their tracks. Everything else is as they live, but a suppression, which nothing lifts.
 *
 * @returns undefined when nothing was lost
 */
export function completed(live: Subscriber, copy: Subscriber, loss: Loss): Subscriber | undefined {
  const lifted = copy.standing.is === 'suppressed' && live.standing.is !== 'suppressed';
  const standing = lifted ? copy.standing : live.standing;
  const enrollments = united(live.enrollments, knownOf(copy, live, loss).enrollments);
  const last = later(live.last, copy.last);
  if (!lifted && enrollments === live.enrollments && last === live.last) return undefined;
  const whole = { ...live, standing, enrollments, ...(last && { last }) };
  return arranged(whole, loss.courses, loss.now);
}

/**
 * Whoever lost letters that the copy knows has lost those since as well: their last one, if that is
 * known, tells until when some went out.
 */
function knownOf(
  copy: Subscriber,
  live: Subscriber,
  { copyAt, lostAt, courses }: Loss,
): Subscriber {
  const had = new Set(live.enrollments.flatMap(({ received }) => received));
  const lost = copy.enrollments.some(({ received }) => received.some((one) => !had.has(one)));
  return lost ? caughtUp(copy, { copyAt, lostAt: live.last?.at ?? lostAt, courses }) : copy;
}

function united(live: readonly Enrollment[], copy: readonly Enrollment[]): readonly Enrollment[] {
  const lacking = copy.filter(({ course }) => !live.some((one) => one.course === course));
  const grown = live.map((one) => madeWhole(one, copy));
  return lacking.length === 0 && grown.every((one, place) => one === live[place])
    ? live
    : [...grown, ...lacking];
}

/** Without its track a letter of a course that has some could not be written. */
function madeWhole(live: Enrollment, copy: readonly Enrollment[]): Enrollment {
  const before = copy.find(({ course }) => course === live.course);
  if (before === undefined) return live;
  const isWhole =
    before.received.every((lesson) => live.received.includes(lesson)) &&
    (live.track !== undefined || before.track === undefined);
  if (isWhole) return live;
  const since = live.received.filter((lesson) => !before.received.includes(lesson));
  return { ...before, ...live, received: [...before.received, ...since] };
}

const withoutRests = ({ rests: _, ...course }: CourseOutline): CourseOutline => course;

const later = (live: LastLesson | undefined, copy: LastLesson | undefined) =>
  copy !== undefined && (live === undefined || live.at < copy.at) ? copy : live;
