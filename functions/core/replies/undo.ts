import { placeIn, timesOf } from '../reader/courses.ts';
import type { Present } from '../reader/lifecycle.ts';
import type { Courses } from '../reader/owed.ts';
import { isSameSpan } from '../reader/pauses.ts';
import { minutesOf } from '../reader/schedule.ts';
import type { Enrollment, Pause, Span, Subscriber } from '../reader/subscriber.ts';
import { fits } from './signed-wish.ts';
import type { Act } from './wish-code.ts';

/**
 * What takes a change back, whatever it was: found by comparing, so that no wish needs an undo of
 * its own. Empty when nothing is different, or when it is more than a link can hold: then the way back is
 * the reader's page.
 */
export function undoOf(
  before: Subscriber,
  after: Subscriber,
  { courses }: Pick<Present, 'courses'>,
): readonly Act[] {
  const others = [
    ...rhythmBack(before, after),
    ...trackBack(before, after, courses),
    ...discreetBack(before, after),
    ...coursesBack(before, after),
    ...newsletterBack(before, after),
  ];
  const acts = [...standingBack(before, after, others.length === 0), ...others];
  return fits(acts) ? acts : [];
}

/** @param alone nothing else is different */
function standingBack(before: Subscriber, after: Subscriber, alone: boolean): readonly Act[] {
  const { standing: was } = before;
  const { standing: is } = after;
  if (is.is === 'left') return was.is === 'left' ? [] : [{ is: 'rejoin', of: is.at }];
  if (was.is === 'left') return [{ is: 'leave' }];
  if (was.is === 'active') return is.is === 'paused' ? [{ is: 'resume' }] : [];
  if (was.is !== 'paused' || (is.is === 'paused' && isSame(was, is))) return [];
  // An absence that a mail program told of ends with any word of theirs. Where its end is all that they asked for,
  // it comes back as a pause of their own: it is they who press.
  if (was.absent && is.is === 'active' && !alone) return [];
  return [pauseAsBefore(was, was.letters && 'letters')];
}

const isSame = (one: Pause, other: Pause): boolean =>
  isSameSpan(one, other) && one.absent === other.absent && one.letters === other.letters;

const pauseAsBefore = (
  { from, until }: Span,
  of?: 'letters' | 'newsletter',
): Extract<Act, { is: 'pause' }> => ({
  is: 'pause',
  ...(from && { from }),
  ...(until && { until }),
  ...(of && { of }),
});

/** A link names a wording by whom it is for; one that is for nobody by name has no way back. */
function trackBack(
  { enrollments: [was] }: Subscriber,
  { enrollments: [is] }: Subscriber,
  courses: Courses,
): readonly Act[] {
  if (was === undefined || was.track === is?.track) return [];
  const tracks = courses.find(({ slug }) => slug === was.course)?.tracks ?? [];
  const to = tracks.find(({ id }) => id === was.track)?.for;
  // Of two for the same readers, a link leads to the first.
  const led = tracks.find((track) => track.for === to);
  return to !== undefined && led?.id === was.track ? [{ is: 'track', to }] : [];
}

function discreetBack(before: Subscriber, after: Subscriber): readonly Act[] {
  const was = before.discreet === true;
  return was === (after.discreet === true) ? [] : [{ is: 'discreet', on: was }];
}

/** A course that is new to them is stopped again; its place is kept, as that of every one. */
function coursesBack(before: Subscriber, after: Subscriber): readonly Act[] {
  return after.enrollments.flatMap((one): readonly Act[] => {
    const { course: of, stopped } = one;
    const was = before.enrollments.find(({ course }) => course === of);
    if (was === undefined) return [{ is: 'stop-course', of }];
    if (timesOf(was) !== timesOf(one)) return timeBack(before, was, one);
    if ((was.stopped === true) === (stopped === true)) return [];
    return [{ is: stopped ? 'take' : 'stop-course', of }];
  });
}

/** Back to where they were in a course that they began again; and on from the first letter, who went back. */
function timeBack(before: Subscriber, was: Enrollment, is: Enrollment): readonly Act[] {
  const { course: of } = is;
  if (is.received.length > 0) return [{ is: 'again-course', of, time: timesOf(is) + 1 }];
  const place = placeIn(before, of);
  const back = place && { is: 'back-course' as const, of, had: place.had, time: place.time };
  if (back === undefined && was.received.length > 0) return [];
  return [...(back ? [back] : []), ...(was.stopped ? [{ is: 'stop-course' as const, of }] : [])];
}

/** A pause of it is over for whoever takes it anew, and so it comes back behind that. */
function newsletterBack(before: Subscriber, after: Subscriber): readonly Act[] {
  const { newsletter: on, standing } = before;
  const [was, is] = [before, after].map((one) => (one.newsletter ? one.issues?.paused : undefined));
  const back: readonly Act[] = on === after.newsletter ? [] : [{ is: 'newsletter', on }];
  if (was !== undefined && !(is && isSameSpan(was, is)))
    return [...back, pauseAsBefore(was, 'newsletter')];
  if (!on || was !== undefined || is === undefined) return back;
  // To ask for it ends a pause of everything for it as well.
  const all = standing.is === 'paused' && !standing.letters ? [pauseAsBefore(standing)] : [];
  return [{ is: 'newsletter', on: true }, ...all];
}

function rhythmBack(before: Subscriber, after: Subscriber): readonly Act[] {
  const hour = before.hour !== after.hour;
  const days = before.days !== after.days;
  const zone = before.zone !== after.zone;
  if (!hour && !days && !zone) return [];
  return [
    {
      is: 'schedule',
      ...(hour && { minutes: minutesOf(before.hour) }),
      ...(days && { days: before.days }),
      ...(zone && { zone: before.zone }),
    },
  ];
}
