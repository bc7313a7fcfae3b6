import type { Instant } from '../time.ts';
import { goOn } from './courses.ts';
import { had } from './had.ts';
import { withNewsletter } from './issues.ts';
import type { Courses } from './owed.ts';
import { isOpen, type Request } from './request.ts';
import { stillDue } from './still-due.ts';
import type { Addition, Enrollment, Subscriber } from './subscriber.ts';

/** Whether a reader goes on with the course that is asked for: they had letters of it. */
export function goesOnWith(
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  { enrollments: [asked] }: Pick<Subscriber, 'enrollments'>,
): boolean {
  const theirs = enrollments.find(({ course }) => course === asked?.course);
  return theirs !== undefined && had(theirs).length > 0;
}

/** Whether a request still offers this to a reader. */
export const offers = (request: Request, addition: Addition, now: Instant): boolean =>
  isOpen(request, now) && request.asked.adds?.includes(addition) === true;

/**
 * What of a sign-up a reader does not have: the newsletter, another course, one of theirs that they had
 * stopped, or another version.
 */
export function additionsTo(
  known: Pick<Subscriber, 'newsletter' | 'enrollments'>,
  newsletter: boolean,
  { course, track }: Enrollment,
): readonly Addition[] {
  const taken = known.enrollments.find((one) => one.course === course);
  const reads = taken !== undefined && taken.stopped !== true;
  const another = taken !== undefined && track !== undefined && taken.track !== track;
  return [
    ...(newsletter && !known.newsletter ? (['newsletter'] as const) : []),
    ...(reads ? [] : (['course'] as const)),
    ...(another ? (['track'] as const) : []),
  ];
}

/**
 * A reader with one thing more that they asked for. Another course comes after those that they take,
 * and one that they had stopped goes on in its place, where they were.
 *
 * @returns the same value when it is so already
 */
export function added(
  known: Subscriber,
  { enrollments: [asked], newsletter }: Pick<Request, 'enrollments' | 'newsletter'>,
  addition: Addition,
  { courses, now }: { readonly courses: Courses; readonly now: Instant },
): Subscriber {
  if (asked === undefined || !additionsTo(known, newsletter, asked).includes(addition))
    return known;
  switch (addition) {
    case 'newsletter':
      return stillDue(withNewsletter(known, true, now), courses, now);
    case 'course':
      return stillDue({ ...known, enrollments: taking(known.enrollments, asked) }, courses, now);
    case 'track':
      return {
        ...known,
        enrollments: known.enrollments.map((one) =>
          one.course === asked.course && asked.track ? { ...one, track: asked.track } : one,
        ),
      };
  }
}

/** A course after those that somebody takes; or one of theirs in its place and where they were. */
export const taking = (known: readonly Enrollment[], asked: Enrollment): readonly Enrollment[] =>
  known.some(({ course }) => course === asked.course)
    ? known.map((one) => (one.course === asked.course ? goOn(one) : one))
    : [...known, asked];

/**
 * What stays of a request after somebody who is known said yes: for the rest of its week it keeps
 * another mail from them, and holds what else they may add.
 */
export function spent(request: Request): Request {
  const { dueAt: _, asked, ...rest } = request;
  return { ...rest, asked: { ...asked, of: 'reader' } };
}
