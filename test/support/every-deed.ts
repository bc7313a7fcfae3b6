import type { CourseSlug } from '../../functions/core/course.ts';
import type { Act } from '../../functions/core/replies/wish-code.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { at } from './builders.ts';

export const DAYS = { from: '2026-12-01' as LocalDate, until: '2026-12-07' as LocalDate };

/** A course that is not there any more: no title of an author's. */
export const GONE = 'gone' as CourseSlug;

/** What was done, to readers of whom other things are true. */
export const DEEDS: readonly (readonly [reader: string, readonly Act[]])[] = [
  ['active', [{ is: 'schedule' }, { is: 'resend' }]],
  ['active', [{ is: 'resume' }, { is: 'rejoin', of: at('2026-11-22T10:00:00Z') }]],
  ['discreet', [{ is: 'discreet', on: true }]],
  ['active', [{ is: 'newsletter', on: true }, { is: 'letters-off' }, { is: 'address' }]],
  [
    'active',
    [
      { is: 'newsletter', on: false },
      { is: 'take', of: GONE },
    ],
  ],
  [
    'active',
    [
      { is: 'stop-course', of: GONE },
      { is: 'again-course', of: GONE },
    ],
  ],
  [
    'active',
    [
      { is: 'discreet', on: false },
      { is: 'track', to: 'friends' },
    ],
  ],
  ['with a letter on its way', [{ is: 'schedule' }]],
  ['with all letters', [{ is: 'schedule' }]],
  ['paused', [{ is: 'pause' }]],
  ['paused', [{ is: 'pause', of: 'letters' }]],
  ['paused', [{ is: 'pause', of: 'all' }]],
  ['paused until a day', [{ is: 'resume', on: DAYS.until }]],
  ['paused between days', [{ is: 'pause', from: DAYS.from, until: DAYS.until }]],
];
