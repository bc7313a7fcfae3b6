import type { Courses } from '../reader/owed.ts';
import type { Addition, Subscriber } from '../reader/subscriber.ts';
import type { Words } from './words.ts';

/** One addition as its mail and its page speak of it. */
export interface Offer {
  readonly is: Addition;
  /** The title of the course that was asked for, and the name of its version. */
  readonly course: string;
  readonly track: string;
}

/** What is offered by an addition of a request. */
export function offerOf(
  { enrollments: [asked] }: Pick<Subscriber, 'enrollments'>,
  is: Addition,
  courses: Courses,
  { phrases }: Words,
): Offer {
  const course = courses.find(({ slug }) => slug === asked?.course);
  const track = course?.tracks.find(({ id }) => id === asked?.track);
  const title = course?.title ?? phrases.theLetters;
  return { is, course: title, track: track?.label ?? title };
}

/**
 * `Take Closer too`: what a button says.
 *
 * @param goesOn where they had stopped the course
 */
export function offerInWords(
  { is, course, track }: Offer,
  { adding, preferences }: Words,
  goesOn = false,
): string {
  switch (is) {
    case 'newsletter':
      return adding.newsletter;
    case 'course':
      return goesOn ? preferences.goOnCourse({ course }) : adding.course({ course });
    case 'track':
      return adding.track({ track });
  }
}

/** What has come of it, once it is so. */
export function addedInWords(
  { is, course, track }: Offer,
  begins: 'now' | 'later' | 'again',
  { adding }: Words,
): string {
  switch (is) {
    case 'newsletter':
      return adding.newsletterDone;
    case 'course':
      if (begins === 'again') return adding.courseAgain({ course });
      return begins === 'now' ? adding.courseNow({ course }) : adding.courseLater({ course });
    case 'track':
      return adding.trackDone({ track });
  }
}
