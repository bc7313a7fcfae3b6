import type { Wish } from '../../functions/core/replies/understanding.ts';
import { DAYS, GONE } from './every-deed.ts';

/** Everything that a question can offer. */
export const OPTIONS: readonly (readonly (readonly Wish[])[])[] = [
  [[{ is: 'leave' }]],
  [[{ is: 'pause' }], [{ is: 'pause', until: DAYS.until }], [{ is: 'pause', from: DAYS.from }]],
  [[{ is: 'pause', from: DAYS.from, until: DAYS.until }], [{ is: 'resume' }]],
  [
    [{ is: 'pause', of: 'letters' }],
    [{ is: 'pause', of: 'newsletter' }],
    [{ is: 'pause', of: 'all', until: DAYS.until }],
  ],
  [[{ is: 'discreet', on: true }], [{ is: 'discreet', on: false }]],
  [[{ is: 'track', to: 'friends' }]],
  [[{ is: 'resume', on: DAYS.until }], [{ is: 'schedule', minutes: 450 }]],
  [[{ is: 'skip', count: 1 }], [{ is: 'skip', count: 2 }], [{ is: 'export' }, { is: 'erase' }]],
];

/** What is offered beside a deed. */
export const OFFERED = {
  because: 'offered',
  options: [
    [{ is: 'newsletter', on: false }],
    [{ is: 'newsletter', on: true }, { is: 'letters-off' }],
    [
      { is: 'take', of: GONE },
      { is: 'stop-course', of: GONE },
      { is: 'again-course', of: GONE },
    ],
  ],
} as const;
