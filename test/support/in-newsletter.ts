import type { InNewsletter, Waiting } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { course, enrollment, received } from './builders.ts';

/** Whoever takes the newsletter, and their place in it. */

export const COURSES = [course(['a', 'b'])];
/** At the end of their course. */
export const FREE = {
  newsletter: true,
  enrollments: [enrollment({ received: received('a', 'b') })],
};
export const IN_COURSE = {
  newsletter: true,
  enrollments: [enrollment({ received: received('a') })],
};

export const day = (text: string) => text as LocalDate;

/** The first day whose issues somebody has not had. */
export const from = (text: string, fields: Partial<InNewsletter> = {}) => ({
  issues: { from: day(text), ...fields },
});

/** Issues that somebody was told of, by their days. */
export const waits = (...of: (readonly [date: string, fields?: Partial<Waiting>])[]) =>
  of.map(([date, fields]): Waiting => ({ date: day(date), ...fields }));
