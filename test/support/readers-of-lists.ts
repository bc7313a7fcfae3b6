import type { CourseSlug } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import type { Trust } from '../../functions/core/replies/trust.ts';
import type { Wish } from '../../functions/core/replies/understanding.ts';
import { at, course, enrollment, reader, received } from './builders.ts';

/** Readers of two courses and a newsletter, and who they are by a reply. */

export const now = at('2026-11-22T09:00:00Z');
export const MORNINGS = 'mornings' as CourseSlug;
export const CLOSER = 'closer' as CourseSlug;
export const mornings = {
  ...course(['window', 'second']),
  slug: MORNINGS,
  title: 'Quiet mornings',
};
export const present = { now, courses: [course(['one', 'two', 'three']), mornings] };

const closer = enrollment({ received: received('one', 'two') });
const taken = enrollment({ course: MORNINGS, received: received('window') });
export const READERS = {
  letters: reader({ enrollments: [closer] }),
  both: reader({ enrollments: [closer], newsletter: true }),
  'newsletter alone': reader({ enrollments: [{ ...closer, stopped: true }], newsletter: true }),
  'two courses': reader({ enrollments: [closer, taken] }),
} as const;
export type Who = keyof typeof READERS;

export const decided = (wishes: readonly Wish[], who: Who, trust: Trust = 1, about?: CourseSlug) =>
  decide({ wishes, personal: false }, trust, READERS[who], { ...present, about });

/** Who somebody is by a reply. */
export function becoming(
  wishes: readonly Wish[],
  who: Who,
  trust: Trust = 1,
  about?: CourseSlug,
): Subscriber {
  const changed = decided(wishes, who, trust, about).change?.(READERS[who]);
  return changed?.is === 'changed' ? changed.subscriber : READERS[who];
}

export const LEAVE: Wish = { is: 'leave' };
export const OFF: Wish = { is: 'newsletter', on: false };
export const ON: Wish = { is: 'newsletter', on: true };

/** Where they stand, and what they get. */
export const inShort = ({ standing, newsletter, enrollments }: Subscriber): string =>
  [
    standing.is,
    ...enrollments.filter(({ stopped }) => !stopped).map((one) => one.course),
    ...(newsletter ? ['newsletter'] : []),
  ].join(' ');
