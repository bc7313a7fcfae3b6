import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { decideAbsence } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two', 'three'])] };
const reading = (fields: Parameters<typeof reader>[0] = {}) =>
  reader({ enrollments: [enrollment({ received: received('one', 'two') })], ...fields });

describe('a vacation note', () => {
  const until = '2026-12-01';
  test('with a day of return holds the letters, unanswered', () => {
    const decided = decideAbsence({ until }, 1, reading(), present);
    expect(decided).toMatchObject({ intent: 'pause', outcome: 'applied', until });
    expect(decided.answer).toBeUndefined();
    expect(decided.change?.(reading())).toMatchObject({
      subscriber: { dueAt: '2026-12-01T07:00:00Z' },
    });
  });

  test.each<[string, string | undefined, Trust, Standing]>([
    ['without a day', undefined, 1, { is: 'active' }],
    ['with a day that has passed', '2026-11-01', 1, { is: 'active' }],
    ['with a day that is today', '2026-11-22', 1, { is: 'active' }],
    ['from anybody', until, 4, { is: 'active' }],
    ['of somebody with a pause of their own', until, 1, { is: 'paused', since: now }],
  ])('%s changes nothing', (_, day, trust, standing) => {
    const decided = decideAbsence(
      day === undefined ? undefined : { until: day },
      trust,
      reading({ standing }),
      present,
    );
    expect(decided).toEqual({ intent: 'none', outcome: 'ignored-automatic' });
  });

  test('that names another day than the last one holds them until then', () => {
    const standing = { is: 'paused', since: now, until: '2026-11-25' as LocalDate } as const;
    const absent = reading({ standing: { ...standing, absent: true } });
    const decided = decideAbsence({ until }, 1, absent, present);
    expect(decided).toMatchObject({ outcome: 'applied', until });
    expect(decided.change?.(absent)).toMatchObject({
      subscriber: { dueAt: '2026-12-01T07:00:00Z' },
    });
  });

  test('months ahead holds from its first day, and not before', () => {
    const summer = { from: '2027-07-10', until: '2027-08-01' };
    const one = reading({ dueAt: at('2026-11-23T07:00:00Z') });
    expect(decideAbsence(summer, 1, one, present).change?.(one)).toMatchObject({
      subscriber: {
        standing: { is: 'paused', from: '2027-07-10', until: '2027-08-01', absent: true },
        dueAt: '2026-11-23T07:00:00Z',
      },
    });
  });
});
