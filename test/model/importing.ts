import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import { offered } from '../../functions/core/course.ts';
import {
  firstMailOf,
  importedSubscriber,
  importFateOf,
} from '../../functions/core/reader/import.ts';
import type { Newcomer } from '../../functions/core/reader/import-row.ts';
import { localDate } from '../../functions/core/time.ts';
import type { LinkSecret } from '../../functions/core/token.ts';
import { addressOf } from './addresses.ts';
import type { Import } from './author-steps.ts';
import type { HarshWorld } from './harsh-world.ts';
import type { Promises } from './promises.ts';

/**
 * An author who brings readers along: each goes on at their place in the course, begins it, or has had all of it.
 * Whoever is known, or asks to join, stays as they are.
 */
export function importing({ table, courses, now }: HarshWorld, { readers }: Promises) {
  return async ({ who, had, rhythm }: Import): Promise<void> => {
    const [course] = offered(courses());
    if (course === undefined || readers.lost.has(who)) return;
    const received = course.lessons.slice(0, had).map(({ id }) => id);
    const enrollment = { course: course.slug, welcomed: had > 0, received };
    const newcomer: Newcomer = {
      ...rhythm,
      address: addressOf(who),
      newsletter: false,
      enrollments: [enrollment],
      standing: { is: 'active' },
    };
    const known = (await table.raw(who)) ?? readers.requests.get(who);
    const fate = importFateOf(newcomer, known === undefined ? undefined : 'reads');
    if (fate.is !== 'comes') return;
    const keys = { id: who, secret: `imported-${who}` as LinkSecret };
    const owed = firstMailOf(newcomer, courses());
    // The first day of a warm-up; on later ones nobody is expected to get anything.
    const start = owed && { day: localDate(now(), rhythm.zone), place: 0 };
    const reader = importedSubscriber(newcomer, keys, start, { now: now(), courses: courses() });
    await table.put({ ...keyOf(reader), ...toAttributes(reader) });
    readers.imported(reader, now());
  };
}
