import type { CourseOutline, CourseSlug } from '../course.ts';
import { isOver, type Rest } from '../rest.ts';
import { type Instant, type LocalDate, localDate, nextDay } from '../time.ts';
import { arranged, owedMail } from './owed.ts';
import type { Subscriber } from './subscriber.ts';

/** A holiday of a course, and on which day its readers have their first letter after it. */
export interface Return {
  readonly course: CourseSlug;
  readonly rest: Rest;
  /** By day, earliest first. */
  readonly readers: readonly (readonly [day: LocalDate, count: number])[];
}

/**
 * The holidays of a course that are not over for all its readers. Whoever has an open pause, or is owed
 * nothing more, comes back on no day.
 */
export function returnsIn(
  subscribers: readonly Subscriber[],
  outline: CourseOutline,
  now: Instant,
): readonly Return[] {
  const { slug, rests = [] } = outline;
  const reading = subscribers.filter(
    (one) => one.standing.is !== 'pending' && owedMail(one, [outline]) !== undefined,
  );
  return rests
    .filter((rest) => !isOver(rest, now))
    .map((rest) => ({ course: slug, rest, readers: byDay(reading, outline, rest, now) }));
}

function byDay(
  subscribers: readonly Subscriber[],
  outline: CourseOutline,
  { until }: Rest,
  now: Instant,
): Return['readers'] {
  const days = new Map<LocalDate, number>();
  for (const one of subscribers) {
    const back = nextDay(until);
    const notBefore = one.notBefore !== undefined && one.notBefore > back ? one.notBefore : back;
    const { dueAt } = arranged({ ...one, notBefore }, [outline], now);
    if (dueAt === undefined) continue;
    const day = localDate(dueAt, one.zone);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
}
