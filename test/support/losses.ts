import type { Loss } from '../../functions/core/reader/restore.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, reader, received } from './builders.ts';

/** The course of those to whom a table was lost. */
export const COURSES = [course(['one', 'two', 'three', 'four'])];

/** What was lost at the very moment of the copy, unless the case says otherwise. */
export const loss = (fields: Partial<Loss> = {}): Loss => ({
  copyAt: at('2026-11-23T12:00:00Z'),
  lostAt: at('2026-11-23T12:00:00Z'),
  now: at('2026-11-25T12:00:00Z'),
  courses: COURSES,
  ...fields,
});

export const had = (...ids: string[]) => [enrollment({ received: received(...ids) })];

/** Who had letter one this morning in Berlin and is to get letter two tomorrow. */
export const ann = (fields: Partial<Subscriber> = {}) =>
  reader({
    enrollments: had('one'),
    last: { at: at('2026-11-23T07:00:00Z'), on: '2026-11-23' as never },
    dueAt: at('2026-11-24T07:00:00Z'),
    ...fields,
  });
