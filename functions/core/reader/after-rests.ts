import type { CourseOutline, CourseSlug } from '../course.ts';
import { isOver, type Rest } from '../rest.ts';
import { type Instant, type LocalDate, localDate, nextDay } from '../time.ts';
import { arranged } from './owed.ts';
import type { Subscriber } from './subscriber.ts';
import { owedInTurn } from './turns.ts';

/** A holiday of a course, and on which day its readers have their first letter after it. */
export interface AfterRest {
  readonly course: CourseSlug;
  readonly rest: Rest;
  /** By day, earliest first. */
  readonly readers: readonly (readonly [day: LocalDate, count: number])[];
}

/**
 * The holidays of a course that are not over for all its readers. Whoever has an open pause, or is owed
 * nothing of it now, as it comes after another of theirs, has no first letter after it.
 *
 * @param courses all that there are
 */
export function afterRests(
  subscribers: readonly Subscriber[],
  { slug, rests = [] }: CourseOutline,
  courses: readonly CourseOutline[],
  now: Instant,
): readonly AfterRest[] {
  const reading = subscribers.filter(
    (one) =>
      one.standing.is !== 'pending' &&
      owedInTurn(one, courses).some(({ course }) => course === slug),
  );
  return rests
    .filter((rest) => !isOver(rest, now))
    .map((rest) => ({ course: slug, rest, readers: byDay(reading, rest, courses, now) }));
}

function byDay(
  subscribers: readonly Subscriber[],
  { until }: Rest,
  courses: readonly CourseOutline[],
  now: Instant,
): AfterRest['readers'] {
  const days = new Map<LocalDate, number>();
  for (const one of subscribers) {
    const back = nextDay(until);
    const notBefore = one.notBefore !== undefined && one.notBefore > back ? one.notBefore : back;
    const { dueAt } = arranged({ ...one, notBefore }, courses, now);
    if (dueAt === undefined) continue;
    const day = localDate(dueAt, one.zone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
