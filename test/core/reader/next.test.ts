import { expect, test } from 'vitest';
import { comesNext } from '../../../functions/core/reader/next.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const dueAt = at('2026-11-23T07:00:00Z');
const courses = [course(['one', 'two'])];
const reading = (fields: Partial<Subscriber>) =>
  reader({ enrollments: [enrollment({ received: received('one') })], ...fields });
const HAD_ALL = [enrollment({ received: received('one', 'two') })];
const STOPPED = [enrollment({ received: received('one'), stopped: true })];
const STOPPED_AT_THE_END = [enrollment({ received: received('one', 'two'), stopped: true })];
const paused = { is: 'paused', since: now } as const;

test.for<[why: string, Partial<Subscriber>, is: string]>([
  ['a letter is due', { dueAt }, 'on'],
  ['it is on its way', { dueAt: now }, 'soon'],
  ['they had all of them', { enrollments: HAD_ALL }, 'all-read'],
  ['they have stopped it, with letters to come', { enrollments: STOPPED }, 'stopped'],
  ['they have stopped it behind its last letter', { enrollments: STOPPED_AT_THE_END }, 'all-read'],
  ['there was one, and the course lost it since', { enrollments: HAD_ALL, dueAt }, 'all-read'],
  ['an open pause behind the last letter', { enrollments: HAD_ALL, standing: paused }, 'all-read'],
  ['an open pause', { standing: paused }, 'waiting'],
  [
    'a pause with an end',
    { standing: { ...paused, until: '2026-11-23' as LocalDate }, dueAt },
    'on',
  ],
  [
    'an open pause that is still to come',
    { standing: { ...paused, from: '2026-12-01' as LocalDate }, dueAt },
    'on',
  ],
  ['they have left', { standing: { is: 'left', at: now, by: 'page' } }, 'nothing'],
  ['they have not confirmed', { standing: { is: 'pending', since: now }, dueAt }, 'nothing'],
])('%s: %o is %s', ([, fields, is]) => {
  expect(comesNext(reading(fields), { now, courses }).is).toBe(is);
});
