import { expect, test } from 'vitest';
import { comesNext } from '../../../functions/core/reader/next.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, reader } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const dueAt = at('2026-11-23T07:00:00Z');
const paused = { is: 'paused', since: now } as const;

test.for<[why: string, Partial<Subscriber>, is: string]>([
  ['a letter is due', { dueAt }, 'on'],
  ['it is on its way', { dueAt: now }, 'soon'],
  ['nothing is due to who reads', {}, 'all-read'],
  ['an open pause', { standing: paused }, 'waiting'],
  [
    'a pause with an end',
    { standing: { ...paused, until: '2026-11-23' as LocalDate }, dueAt },
    'on',
  ],
  [
    'a pause with an end, and nothing after it',
    { standing: { ...paused, until: '2026-11-23' as LocalDate } },
    'all-read',
  ],
  [
    'an open pause that is still to come',
    { standing: { ...paused, from: '2026-12-01' as LocalDate }, dueAt },
    'on',
  ],
  ['they have left', { standing: { is: 'left', at: now, by: 'page' } }, 'nothing'],
  ['they have not confirmed', { standing: { is: 'pending', since: now }, dueAt }, 'nothing'],
])('%s: %o is %s', ([, fields, is]) => {
  expect(comesNext(reader(fields), now).is).toBe(is);
});
