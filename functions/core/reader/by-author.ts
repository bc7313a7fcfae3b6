import { type LocalDate, localDate } from '../time.ts';
import { consentIn } from './consent.ts';
import { jump } from './courses.ts';
import { BY_AUTHOR, type Fact } from './fact.ts';
import { placeIn, placeOf } from './import-place.ts';
import { type Change, leave, type Present, pause, resume } from './lifecycle.ts';
import { isOfLetters } from './pauses.ts';
import { runningCourses, type Subscriber } from './subscriber.ts';

/** What an author does for one reader at their desk, who asked for it by other ways than ours. */
export type AuthorsDeed =
  /** Of the letters: of whoever gets the newsletter, it says nothing. */
  | { readonly is: 'pause'; readonly until?: LocalDate }
  | { readonly is: 'resume' | 'leave' }
  /** To a place in a course (the first they take, unless it is named): letters had, the id of the last one, `finished`. */
  | { readonly is: 'jump'; readonly place: string; readonly course?: string };

/**
 * What it makes of them: the same as their own wish would; or a place that the course does not have, or a pause
 * that would end today or before.
 */
export function doneByAuthor(
  deed: AuthorsDeed,
  reader: Subscriber,
  present: Present,
): Change | { readonly is: 'no-such-place' | 'past-day' } {
  switch (deed.is) {
    case 'pause': {
      const { until } = deed;
      const letters = isOfLetters(reader, present.now);
      if (until === undefined) return pause(reader, { letters }, present);
      if (until <= localDate(present.now, reader.zone)) return { is: 'past-day' };
      return pause(reader, { until, letters }, present);
    }
    case 'resume':
      return resume(reader, present);
    // They said so to the author, who does it for them: as by the author's button under a reply.
    case 'leave':
      return leave(reader, 'reply', present);
    case 'jump': {
      const [first] = runningCourses(reader);
      const course = present.courses.find(({ slug }) => slug === (deed.course ?? first));
      if (course === undefined) return { is: 'refused', because: 'no-such-course' };
      const received = placeIn(course, deed.place);
      if (received === undefined) return { is: 'no-such-place' };
      return jump(reader, course.slug, received, present);
    }
  }
}

/** Whether a deed touches a consent, so that its record has to say why. */
export const needsReason = ({ is }: { readonly is: AuthorsDeed['is'] | 'erase' }): boolean =>
  is === 'leave' || is === 'erase';

/** The record of a deed: the same as of the reader's own wish, by the author and for their reason. */
export function authorsRecord(
  before: Subscriber,
  after: Subscriber,
  reason: string | undefined,
  { now, courses }: Present,
): Fact {
  const details = { ...BY_AUTHOR, ...(reason !== undefined && { reason }) };
  const consent = consentIn(before, after, details, now);
  return consent ?? { kind: 'changed', at: now, details: { ...details, ...moves() } };

  function moves(): Readonly<Record<string, string>> {
    const place = ({ enrollments }: Subscriber, slug: string) =>
      placeOf(
        courses.find((one) => one.slug === slug),
        enrollments.find(({ course }) => course === slug)?.received ?? [],
      );
    const moved = runningCourses(after).find((slug) => place(before, slug) !== place(after, slug));
    return moved === undefined
      ? {}
      : { what: 'place', course: moved, was: place(before, moved), place: place(after, moved) };
  }
}
