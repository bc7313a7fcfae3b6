import type { Library } from '../../functions/adapters/library.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseOutline } from '../../functions/core/course.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Enrollment, Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at, enrollment, reader } from './builders.ts';
import type { FakeWebWorld } from './fake-web-world.ts';

/** Now is November 22, 2026, 10 o'clock: the fake world's. */
export const SINCE = at('2026-11-22T09:00:00Z');
/** When a move was asked for that may still be pressed. */
export const SINCE_ASKED = at('2026-11-22T09:30:00Z');
export const ASKED_THERE = { to: 'anna@example.org' as EmailAddress, at: SINCE_ASKED };
const TOMORROW = at('2026-11-23T07:00:00Z');
const day = (text: string) => text as LocalDate;
const days = (text: string) => text as Days;

/** The course that new readers get, and that everybody here takes. */
export function courseIn({ courses, publication }: Library): CourseOutline {
  const course = courses.find(({ slug }) => slug === publication.defaults.course);
  if (course === undefined) throw new Error('a library without its course');
  return course;
}

/** How somebody can stand with us: a name for each state that a page or a mail tells apart. */
function states(library: Library): Readonly<Record<string, Partial<Subscriber>>> {
  const { slug, tracks, lessons } = courseIn(library);
  const [track] = tracks;
  const taking = (fields: Partial<Enrollment>): Partial<Subscriber> => ({
    enrollments: [enrollment({ course: slug, ...(track && { track: track.id }), ...fields })],
  });
  const ids = lessons.map(({ id }) => id);
  const begun = { ...taking({ received: ids.slice(0, 2) }), dueAt: TOMORROW };
  const as = (standing: Standing, rest: Partial<Subscriber> = begun) => ({ ...rest, standing });
  const pending = { is: 'pending', since: SINCE } as const;
  const paused = { is: 'paused', since: SINCE } as const;
  return {
    pending: as(pending),
    'pending for what is gone': as(pending, taking({ course: 'gone' as CourseOutline['slug'] })),
    expired: as({ is: 'pending', since: at('2026-11-01T09:00:00Z') }),
    active: begun,
    'with one letter': taking({ received: ids.slice(0, 1) }),
    'without a name': begun,
    discreet: { ...begun, discreet: true },
    'discreet, pending': { ...as(pending), discreet: true },
    'with no mail from forms': { ...begun, quiet: true },
    'in no country': { ...begun, zone: 'Etc/UTC' as Zone },
    'with the newsletter': { ...begun, newsletter: true },
    'on weekdays': { ...begun, days: days('12345') },
    'on certain days': { ...begun, days: days('147') },
    'awaiting the welcome': taking({ welcomed: false }),
    'awaiting another welcome': taking({ welcomed: false, received: ids.slice(0, 1) }),
    'with a letter on its way': { ...begun, dueAt: SINCE },
    'with all letters': taking({ received: ids }),
    'with nothing but stopped courses': taking({ received: ids.slice(0, 2), stopped: true }),
    'past a check-in': begun,
    'past a check-in with an answer': begun,
    paused: as(paused),
    'paused until a day': as(
      { ...paused, until: day('2026-12-07') },
      { ...begun, dueAt: at('2026-12-07T07:00:00Z') },
    ),
    'paused from a day': as({ ...paused, from: day('2026-12-01') }),
    'paused between days': as({ ...paused, from: day('2026-12-01'), until: day('2026-12-07') }),
    left: as({ is: 'left', at: SINCE, by: 'page' }),
    suppressed: as({ is: 'suppressed', at: SINCE, because: 'hard-bounce' }),
  };
}

/** A reader for each state, so that each has links of their own; all but one are called so. */
export function everyReader(library: Library, call: string): ReadonlyMap<string, Subscriber> {
  const readers = Object.entries(states(library)).map(([name, fields], index) => {
    const id = 'abcdefghijklmnopqrstuvwxyz234567'.charAt(index).repeat(16) as SubscriberId;
    const called = name === 'without a name' ? {} : { name: call };
    return [name, reader({ id, ...called, ...fields })] as const;
  });
  return new Map(readers);
}

/** Puts them all into a world, with what they answered to a check-in so far. */
export async function settle(
  { subscribers, checkIns, moves, library }: FakeWebWorld,
  readers: ReadonlyMap<string, Subscriber>,
): Promise<void> {
  for (const one of readers.values()) subscribers.seed(one);
  const paused = readers.get('paused');
  // They have asked to move, and not yet pressed the button there.
  if (paused) await moves.ask(paused.id, ASKED_THERE);
  const asking = courseIn(library).lessons.filter(({ checkIn }) => checkIn);
  const [first, last] = [asking[0], asking.at(-1)];
  const answers = [
    ['past a check-in', last],
    ['past a check-in with an answer', first],
    ['past a check-in with an answer', last],
  ] as const;
  for (const [name, lesson] of answers) {
    const who = readers.get(name);
    if (who && lesson) await checkIns.store(who.id, lesson.id, 5, SINCE);
  }
}
