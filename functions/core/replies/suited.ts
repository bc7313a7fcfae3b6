import { type CourseSlug, offered } from '../course.ts';
import { timesOf } from '../reader/courses.ts';
import { lastHad } from '../reader/had.ts';
import { type Enrollment, runningCourses, type Subscriber } from '../reader/subscriber.ts';
import { isInCourse } from '../reader/turns.ts';
import type { Setting } from './deeds.ts';
import { pausing } from './suited-pause.ts';
import { MOST_OPTIONS, type Option, type Question, type Wish } from './understanding.ts';

/** What wishes come to for one reader, by what they get. */
export type Suited =
  | {
      readonly wishes: readonly Wish[];
      /** What goes on beside what ends, as buttons: nothing of it is done. */
      readonly offered: readonly Option[];
      /** The courses that could be had, as the buttons of a mail of their own. */
      readonly courses: readonly Option[];
    }
  /** They can't be meant as they stand. */
  | Question;

type Reader = Pick<
  Subscriber,
  'newsletter' | 'enrollments' | 'last' | 'byTurns' | 'standing' | 'issues' | 'zone'
>;

/**
 * Makes of "stop", "pause" and "another course" what they mean for this reader. Whoever gets letters and the
 * newsletter and says "stop" has ended what they answer, and is asked about the other.
 */
export function suited(wishes: readonly Wish[], reader: Reader, setting: Setting): Suited {
  const about = courseIn(wishes, reader, setting);
  if ('because' in about) return about;
  const end = endingIn(about, reader, setting);
  if ('because' in end) return end;
  const held = pausing(end.wishes, reader, setting);
  if ('because' in held) return held;
  const ending: Ending = { ...held, offered: [...end.offered, ...held.offered] };
  const again = ending.wishes.find((wish) => wish.is === 'course' && wish.again === true);
  if (again?.is === 'course') {
    const of =
      again.of ?? setting.about ?? lastHad(reader)?.course ?? reader.enrollments[0]?.course;
    const taken = reader.enrollments.find(({ course }) => course === of);
    const isOpen = offered(setting.courses).some(({ slug }) => slug === of);
    if (of === undefined || !isOpen) return { ...ending, courses: [] };
    const time = (taken === undefined ? 0 : timesOf(taken)) + 1;
    return { because: 'start-over', options: [[{ is: 'again-course', of, time }]] };
  }
  return { ...ending, courses: catalogue(ending.wishes, reader, setting) };
}

/** One course of several; whoever stops their only one stops. */
function courseIn(
  wishes: readonly Wish[],
  reader: Reader,
  { about }: Setting,
): readonly Wish[] | Question {
  const stop = wishes.find((wish) => wish.is === 'stop-course');
  if (stop === undefined) return wishes;
  const running = runningCourses(reader);
  const of = stop.of ?? about;
  if (of === undefined || (stop.of === undefined && running.length < 2)) {
    const options: readonly Option[] =
      running.length > 1
        ? running.map((one) => [{ is: 'stop-course', of: one }])
        : [[{ is: 'leave' }]];
    return { because: 'two-wishes', options: options.slice(0, MOST_OPTIONS) };
  }
  const only = running.length === 1 && running[0] === of;
  return wishes.map((wish) =>
    wish === stop ? (only ? { is: 'leave' } : { is: 'stop-course', of }) : wish,
  );
}

interface Ending {
  readonly wishes: readonly Wish[];
  readonly offered: readonly Option[];
}

/** What an end is an end of. */
function endingIn(wishes: readonly Wish[], reader: Reader, setting: Setting): Ending | Question {
  const leave = wishes.find((wish) => wish.is === 'leave');
  if (leave === undefined) return { wishes, offered: [] };
  const others = wishes.filter((wish) => wish !== leave && wish.is !== 'newsletter');
  const newsletter = wishes.find((wish) => wish.is === 'newsletter');
  const ends = (first: Wish, offered: readonly Option[] = []): Ending => ({
    wishes: [first, ...others],
    offered,
  });
  const letters = runningCourses(reader).length > 0;
  const all: Wish = { is: 'leave' };
  if (newsletter?.on === true) {
    if (reader.newsletter) return ends({ is: 'letters-off' });
    // Many people call the letters a newsletter.
    return { because: 'two-wishes', options: [[all], [{ is: 'letters-off' }, newsletter]] };
  }
  const erases = others.some(({ is }) => is === 'erase');
  const both = newsletter !== undefined || leave.of === 'all' || erases;
  if (both || !reader.newsletter || !letters) return ends(all);
  const newsletterOff: Wish = { is: 'newsletter', on: false };
  // "Stop" and "no more newsletter" are plain where they answer an issue.
  if (leave.of === 'newsletter' || setting.list === 'newsletter')
    return comes(reader, setting) ? ends(newsletterOff, [[all]]) : ends(all);
  if (leave.of === 'either')
    return { because: 'two-wishes', options: [[newsletterOff], [{ is: 'letters-off' }], [all]] };
  return ends({ is: 'letters-off' }, [[newsletterOff]]);
}

/** Whether a letter is still to come to them: whoever has had all of them has nothing beside the newsletter. */
const comes = (reader: Reader, { courses }: Setting): boolean => isInCourse(reader, courses);

/** The courses that they may take by a press: one that they name, or all that they don't take. */
function catalogue(
  wishes: readonly Wish[],
  { enrollments }: Reader,
  { courses }: Setting,
): readonly Option[] {
  const asks = wishes.filter((wish) => wish.is === 'course');
  if (asks.length === 0) return [];
  const named: ReadonlySet<CourseSlug | undefined> = new Set(asks.map(({ of }) => of));
  const takes = (slug: CourseSlug) =>
    enrollments.some(({ course, stopped }: Enrollment) => course === slug && stopped !== true);
  return offered(courses)
    .filter(({ slug }) => !takes(slug))
    .filter(({ slug }) => named.has(undefined) || named.has(slug))
    .map(({ slug }): Option => [{ is: 'take', of: slug }]);
}
