import {
  type CourseOutline,
  type CourseSlug,
  type LessonId,
  offered,
  type TrackId,
} from '../course.ts';
import { had, withHad } from './had.ts';
import { type Change, type Present, whenReading } from './lifecycle.ts';
import { arranged } from './owed.ts';
import type { Enrollment, Subscriber } from './subscriber.ts';

/** What somebody may wish of one course among several. */

const UNCHANGED = { is: 'unchanged' } as const;
const NO_COURSE = { is: 'refused', because: 'no-such-course' } as const;
const TOO_LATE = { is: 'refused', because: 'too-late' } as const;

/**
 * The wording of a course that is new to somebody, where they choose none: the one that they read in, where it
 * has that, or else its first.
 */
export const usualTrack = (
  { enrollments: [first] }: Pick<Subscriber, 'enrollments'>,
  { tracks }: Pick<CourseOutline, 'tracks'>,
): TrackId | undefined => tracks.find(({ id }) => id === first?.track)?.id ?? tracks[0]?.id;

/**
 * Takes a course as well, after those they take; or goes on with one they had stopped, where they
 * were.
 */
export function take(subscriber: Subscriber, course: CourseOutline, present: Present): Change {
  const { slug, retired } = course;
  const track = usualTrack(subscriber, course);
  const known = subscriber.enrollments.find(({ course }) => course === slug);
  return whenReading(subscriber, () => {
    if (retired) return NO_COURSE;
    if (known !== undefined)
      return known.stopped ? edited(subscriber, slug, goOn, present) : UNCHANGED;
    const added: Enrollment = {
      course: slug,
      ...(track !== undefined && { track }),
      // They know us: its first letter is the welcome.
      welcomed: true,
      received: [],
    };
    return enrolled(subscriber, [...subscriber.enrollments, added], present);
  });
}

/** No more letters of one course. Their place in it is kept. */
export function stop(subscriber: Subscriber, course: CourseSlug, present: Present): Change {
  return edited(subscriber, course, (one) => ({ ...one, stopped: true }), present);
}

/** No more letters of any course. Whoever gets the newsletter goes on getting it. */
export function stopAll(subscriber: Subscriber, present: Present): Change {
  const { enrollments } = subscriber;
  return whenReading(subscriber, () => {
    if (enrollments.every(({ stopped }) => stopped)) return UNCHANGED;
    const ended = enrollments.map((one): Enrollment => ({ ...one, stopped: true }));
    return enrolled(subscriber, ended, present);
  });
}

/**
 * From the first letter on. What they had stays theirs: to read, and to be sent again.
 *
 * @param time which time it makes, as it was offered: a button is pressed late, or twice, and begins it once
 */
export function beginAgain(
  subscriber: Subscriber,
  course: CourseSlug,
  time: number | undefined,
  present: Present,
): Change {
  const ended = !offered(present.courses).some(({ slug }) => slug === course);
  const anew = ({ stopped: _, ...one }: Enrollment): Enrollment | undefined =>
    time === undefined || time === timesOf(one) + 1
      ? { ...withHad(one, [], had(one)), again: timesOf(one) + 1 }
      : undefined;
  return ended
    ? whenReading(subscriber, () => NO_COURSE)
    : edited(subscriber, course, anew, present);
}

/** How often somebody has begun a course again. */
export const timesOf = ({ again = 0 }: Enrollment): number => again;

/** Where somebody was in a course before they began it again. */
export interface Place {
  /** How many letters they had then. */
  readonly had: number;
  /** Which time it is that they began, and that is taken back. */
  readonly time: number;
}

/** The same with whether the course was stopped there, as it then is again. */
export interface FormerPlace extends Place, Pick<Enrollment, 'stopped'> {}

/** Where they are in a course. A letter of it that is on its way would come a second time. */
export function placeIn(
  { enrollments, claim }: Subscriber,
  course: string,
): FormerPlace | undefined {
  const one = enrollments.find((enrollment) => enrollment.course === course);
  if (one === undefined || claim !== undefined || one.received.length === 0) return undefined;
  const { received, stopped } = one;
  return { had: received.length, time: timesOf(one) + 1, ...(stopped && { stopped }) };
}

/**
 * Takes it back that they began a course again, as long as no letter of the new time has come. It is one
 * more time, and not the old one: news of the letters between is none of it.
 */
export function goBack(
  subscriber: Subscriber,
  course: CourseSlug,
  { had: count, time, stopped }: FormerPlace,
  present: Present,
): Change {
  const back = (one: Enrollment): Enrollment | undefined => {
    const { received, earlier = [], again } = one;
    const isOfThem = Number.isSafeInteger(count) && count > 0 && count <= earlier.length;
    if (again !== time || received.length > 0 || !isOfThem) return undefined;
    const former = withHad(one, earlier.slice(0, count), earlier.slice(count));
    return { ...former, again: again + 1, ...(stopped && { stopped }) };
  };
  return edited(subscriber, course, back, present);
}

/**
 * Another place in a course: as if they had had these letters of it this time, and no others. What they had
 * stays theirs, to read and to be sent again. A letter that is on its way would be of the place before.
 */
export function jump(
  subscriber: Subscriber,
  slug: CourseSlug,
  received: readonly LessonId[],
  present: Present,
): Change {
  const { enrollments, claim } = subscriber;
  return whenReading(subscriber, () => {
    const known = enrollments.find(({ course, stopped }) => course === slug && stopped !== true);
    if (known === undefined) return NO_COURSE;
    if (claim !== undefined) return TOO_LATE;
    if (known.received.join() === received.join()) return UNCHANGED;
    const there = { ...withHad(known, received, had(known)), welcomed: true };
    return enrolled(
      subscriber,
      enrollments.map((one) => (one === known ? there : one)),
      present,
    );
  });
}

/** Whether their courses take turns, a letter of each, or come one after another. */
export function takeTurns(subscriber: Subscriber, on: boolean, present: Present): Change {
  return whenReading(subscriber, () => {
    if ((subscriber.byTurns === true) === on) return UNCHANGED;
    const { byTurns: _, ...rest } = subscriber;
    return changedTo(on ? { ...rest, byTurns: true } : rest, present);
  });
}

/** The letters of a course again that was stopped, from where they were. */
export const goOn = ({ stopped: _, ...one }: Enrollment): Enrollment => one;

function edited(
  subscriber: Subscriber,
  slug: CourseSlug,
  edit: (enrollment: Enrollment) => Enrollment | undefined,
  present: Present,
): Change {
  const { enrollments } = subscriber;
  return whenReading(subscriber, () => {
    const known = enrollments.find(({ course }) => course === slug);
    if (known === undefined) return NO_COURSE;
    const after = edit(known);
    if (after === undefined) return TOO_LATE;
    if (after.stopped === known.stopped && after.again === known.again) return UNCHANGED;
    return enrolled(
      subscriber,
      enrollments.map((one) => (one === known ? after : one)),
      present,
    );
  });
}

const enrolled = (
  subscriber: Subscriber,
  enrollments: readonly Enrollment[],
  present: Present,
): Change => changedTo({ ...subscriber, enrollments }, present);

const changedTo = (subscriber: Subscriber, { courses, now }: Present): Change => ({
  is: 'changed',
  subscriber: arranged(subscriber, courses, now),
});
