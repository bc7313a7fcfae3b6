import type { CourseOutline, LessonId } from '../course.ts';
import { isOpen } from '../sending/doubt.ts';
import { type Instant, localDate } from '../time.ts';
import { had, withHad } from './had.ts';
import { countedAsSent, isIssueTime, withIssuesHad } from './issues.ts';
import { afterSending, arranged, type Courses, owedMail, owedNow, restsOn } from './owed.ts';
import type { LastLesson } from './schedule.ts';
import { type End, type Enrollment, reads, type Subscriber } from './subscriber.ts';

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
 * mailed before: a claim of which proofs can tell stays open, any other counts as sent, and whoever
 * waited for a confirmation mail waits without one. That holds for whoever left, too: they may come
 * back some day.
 *
 * @param end how they left, or why they can't be mailed, where it is known from later than the copy
 */
export function broughtBack(copy: Subscriber, end: End | undefined, loss: Loss): Subscriber {
  const { standing } = copy;
  if (standing.is === 'pending') return unsent({ ...copy, standing: end ?? standing });
  const over = end ?? (reads(copy) ? undefined : (standing as End));
  const until = over !== undefined && over.at < loss.lostAt ? { ...loss, lostAt: over.at } : loss;
  const stays = isInDoubt(copy, until);
  if (over === undefined) return stays ? copy : allSettled(copy, loss);
  if (stays) return { ...unowed(copy), standing: over };
  const reading: Subscriber = reads(copy) ? copy : { ...copy, standing: { is: 'active' } };
  return unsent({ ...caughtUp(reading, until), standing: over });
}

/** Somebody who reads, with all that was claimed or due by the loss as if it had been sent. */
export function allSettled(copy: Subscriber, loss: Loss): Subscriber {
  const { claim: _, ...reader } = caughtUp(copy, loss);
  return arranged(reader, loss.courses, loss.now);
}

/** Whether a mail was on its way as all was lost, and its proof can still tell whether it went. */
const isInDoubt = ({ claim }: Subscriber, { copyAt, lostAt, now }: Loss): boolean =>
  claim !== undefined && lostAt <= copyAt && isOpen(claim, now);

const unowed = ({ dueAt: _, dueOf: __, ...still }: Subscriber): Subscriber => still;
const unsent = ({ claim: _, ...copy }: Subscriber): Subscriber => unowed(copy);

/** What the copy's reader had got by the loss, if everything went out that was due. */
function caughtUp(copy: Subscriber, { copyAt, lostAt, courses }: Omit<Loss, 'now'>): Subscriber {
  let reader = copy;
  for (;;) {
    const { claim, dueAt } = reader;
    const wasDue = lostAt > copyAt && dueAt !== undefined && dueAt <= lostAt ? dueAt : undefined;
    const at = claim?.at ?? wasDue;
    if (at === undefined) return reader;
    // What was claimed may have gone before anybody knew of a rest, or of a pause.
    const owed =
      claim === undefined
        ? owedNow(reader, courses, at)
        : owedMail(reader, courses.map(withoutRests));
    const due = claim?.due ?? wasDue;
    const isIssue = due !== undefined && isIssueTime(reader, due, courses, at);
    // No issue goes before a welcome.
    if (owed?.kind !== 'welcome' && (reader.dueOf === 'issues' || isIssue)) {
      // It may have been a letter: of before anybody was told of an issue, or while that was in a pause. Either counts.
      const either = reader.dueOf === 'issues' ? undefined : owed;
      const after = either === undefined ? reader : afterSending(reader, either, courses, at);
      reader = withoutIssues(after, courses, at);
      continue;
    }
    if (owed !== undefined) reader = afterSending(reader, owed, courses, at);
    else if (claim === undefined && restsOn(reader, courses, localDate(at, reader.zone))) {
      reader = arranged(reader, courses, at);
    } else return reader;
  }
}

/** An issue was due or on its way, and no letter: it counts as sent, and as the mail of its day. */
function withoutIssues(reader: Subscriber, courses: Courses, at: Instant): Subscriber {
  const { claim: _, ...unclaimed } = reader;
  const last = { ...reader.last, at, on: localDate(at, reader.zone), newsletter: true as const };
  return arranged({ ...countedAsSent(unclaimed, courses, at), last }, courses, at);
}

/**
 * Somebody whom the live table knows, with what it lost of them: letters received, the last one's
 * day, courses and their tracks, issues that they had. Everything else is as they live, but a suppression, which nothing lifts.
 *
 * @returns undefined when nothing was lost
 */
export function completed(live: Subscriber, copy: Subscriber, loss: Loss): Subscriber | undefined {
  const lifted = copy.standing.is === 'suppressed' && live.standing.is !== 'suppressed';
  const standing = lifted ? copy.standing : live.standing;
  const known = knownOf(copy, live, loss);
  const enrollments = united(live.enrollments, known.enrollments);
  const reader = withIssuesHad(live, known);
  const last = later(live.last, known.last);
  const isWhole = enrollments === live.enrollments && last === live.last && reader === live;
  if (!lifted && isWhole) return undefined;
  const whole = { ...reader, standing, enrollments, ...(last && { last }) };
  return arranged(whole, loss.courses, loss.now);
}

/**
 * Whoever lost letters that the copy knows has lost those since as well: their last one, if that is
 * known, tells until when some went out. A course that they began again since is another time: what
 * came after the copy was not of the one that it knows.
 */
function knownOf(
  copy: Subscriber,
  live: Subscriber,
  { copyAt, lostAt, courses }: Loss,
): Subscriber {
  const liveOf = ({ course }: Enrollment) => live.enrollments.find((one) => one.course === course);
  const lost = copy.enrollments.some((one) => {
    const known = liveOf(one);
    if (isEarlier(one, known)) return false;
    return isEarlier(known, one) || lacksAny(known?.received, one.received);
  });
  // What was on its way in the copy still is, so nothing came since.
  const isSame = copy.claim !== undefined && copy.claim.attempt === live.claim?.attempt;
  if (!lost || isSame) return copy;
  const since = caughtUp(copy, { copyAt, lostAt: live.last?.at ?? lostAt, courses });
  const enrollments = since.enrollments.map((one, place) =>
    isEarlier(one, liveOf(one)) ? (copy.enrollments[place] ?? one) : one,
  );
  return { ...since, enrollments };
}

/** Whether one is of an earlier time than the other: that course was begun again in between. */
const isEarlier = (one: Enrollment | undefined, other: Enrollment | undefined): boolean =>
  one !== undefined && other !== undefined && (one.again ?? 0) < (other.again ?? 0);

const lacksAny = (known: readonly LessonId[] = [], lessons: readonly LessonId[]): boolean =>
  lessons.some((lesson) => !known.includes(lesson));

function united(live: readonly Enrollment[], copy: readonly Enrollment[]): readonly Enrollment[] {
  const lacking = copy.filter(({ course }) => !live.some((one) => one.course === course));
  const grown = live.map((one) => madeWhole(one, copy));
  return lacking.length === 0 && grown.every((one, place) => one === live[place])
    ? live
    : [...grown, ...lacking];
}

/**
 * An enrollment with all that was had in it. Of two times that a course was taken the later one goes on,
 * whichever side knows it: where the copy does, the loss took the press that began it again, and they
 * asked for those letters. Without its track a letter of a course that has some could not be written.
 */
function madeWhole(live: Enrollment, copy: readonly Enrollment[]): Enrollment {
  const before = copy.find(({ course }) => course === live.course);
  if (before === undefined) return live;
  const isWhole =
    !isEarlier(live, before) &&
    (isEarlier(before, live) || !lacksAny(live.received, before.received)) &&
    !lacksAny(had(live), had(before)) &&
    (live.track !== undefined || before.track === undefined);
  if (isWhole) return live;
  const { received, again } = latestOf(live, before);
  // Whoever began it again since wants it, whatever they had said before.
  const { stopped, ...known } = before;
  const stays = stopped === true && !isEarlier(before, live);
  const both = { ...known, ...(stays && { stopped }), ...live };
  const whole = withHad(both, received, [...had(live), ...had(before)]);
  return again === undefined ? whole : { ...whole, again };
}

/** The letters of the later time; of the same one those of the copy first, since they came first. */
function latestOf(live: Enrollment, copy: Enrollment): Pick<Enrollment, 'received' | 'again'> {
  if (isEarlier(copy, live)) return live;
  if (isEarlier(live, copy)) return copy;
  return { ...live, received: [...new Set([...copy.received, ...live.received])] };
}

const withoutRests = ({ rests: _, ...course }: CourseOutline): CourseOutline => course;

const later = (live: LastLesson | undefined, copy: LastLesson | undefined) =>
  copy !== undefined && (live === undefined || live.at < copy.at) ? copy : live;
