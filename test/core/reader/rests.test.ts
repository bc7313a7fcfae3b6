import { describe, expect, test } from 'vitest';
import type { CourseOutline, CourseSlug } from '../../../functions/core/course.ts';
import { pause, reschedule } from '../../../functions/core/reader/lifecycle.ts';
import { comesNext, nextLetterAt } from '../../../functions/core/reader/next.ts';
import { afterSending, arranged, owedNow, woken } from '../../../functions/core/reader/owed.ts';
import { putOff } from '../../../functions/core/reader/put-off.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { dayWithoutRest, type Rest } from '../../../functions/core/rest.ts';
import type { Instant, LocalDate, Zone } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const rest = (from: string, until: string): Rest => ({
  from: from as LocalDate,
  until: until as LocalDate,
});
const CHRISTMAS = rest('2026-12-20', '2027-01-06');
const LESSONS = Array.from({ length: 400 }, (_, place) => `letter-${place}`);

/** A long course, resting on those days. */
const resting = (rests: readonly Rest[], slug = 'closer'): CourseOutline => ({
  ...course(LESSONS),
  slug: slug as CourseSlug,
  rests,
});
const courses = [resting([CHRISTMAS])];
/** The day before it, in Berlin, at noon: that day's letter has gone. */
const EVE = at('2026-12-19T11:00:00Z');
const last = { at: at('2026-12-19T07:00:00Z'), on: '2026-12-19' as LocalDate };
const had = (fields: Partial<Subscriber> = {}): Subscriber =>
  reader({ enrollments: [enrollment({ received: received('letter-0') })], last, ...fields });

describe('days', () => {
  test.for<readonly [reason: string, rests: readonly Rest[], day: string, open: string]>([
    ['the day before it', [CHRISTMAS], '2026-12-19', '2026-12-19'],
    ['its first day', [CHRISTMAS], '2026-12-20', '2027-01-07'],
    ['its last day', [CHRISTMAS], '2027-01-06', '2027-01-07'],
    ['the day after it', [CHRISTMAS], '2027-01-07', '2027-01-07'],
    ['none', [], '2026-12-20', '2026-12-20'],
    [
      'one that begins where another ends',
      [rest('2027-01-07', '2027-01-08'), CHRISTMAS],
      '2026-12-24',
      '2027-01-09',
    ],
    [
      'one within another',
      [CHRISTMAS, rest('2026-12-24', '2026-12-26')],
      '2026-12-24',
      '2027-01-07',
    ],
  ])('%s', ([, rests, day, open]) => {
    expect(dayWithoutRest(rests, day as LocalDate)).toBe(open);
  });
});

describe('the next letter comes', () => {
  const paused = { is: 'paused', since: EVE } as const;
  test.for<readonly [reason: string, fields: Partial<Subscriber>, dueAt: string | undefined]>([
    ['at their hour on the day after it', {}, '2027-01-07T07:00:00Z'],
    ['on the first of their days after it', { days: '67' as Days }, '2027-01-09T07:00:00Z'],
    ['by their own calendar', { zone: 'Pacific/Auckland' as Zone }, '2027-01-06T19:00:00Z'],
    [
      'when a pause within it ends, none the sooner',
      { standing: { ...paused, until: '2026-12-28' as LocalDate } },
      '2027-01-07T07:00:00Z',
    ],
    [
      'when a pause ends that is longer',
      { standing: { ...paused, until: '2027-01-20' as LocalDate } },
      '2027-01-20T07:00:00Z',
    ],
    [
      'behind a pause that begins when it ends',
      {
        standing: { ...paused, from: '2027-01-07' as LocalDate, until: '2027-01-10' as LocalDate },
      },
      '2027-01-10T07:00:00Z',
    ],
    ['not at all in an open pause', { standing: paused }, undefined],
    [
      'behind it, if it was put off',
      { notBefore: '2026-12-22' as LocalDate },
      '2027-01-07T07:00:00Z',
    ],
    ['at once, if it is the welcome', { enrollments: [enrollment({ welcomed: false })] }, EVE],
  ])('%s', ([, fields, dueAt]) => {
    expect(arranged(had(fields), courses, EVE).dueAt).toBe(dueAt);
  });

  test('and a welcome goes within it too', () => {
    const within = at('2026-12-24T09:00:00Z');
    const asked = reader({ enrollments: [enrollment({ welcomed: false })] });
    expect(arranged(asked, courses, within).dueAt).toBe(within);
    expect(owedNow(asked, courses, within)?.kind).toBe('welcome');
    expect(nextLetterAt(arranged(asked, courses, within), { now: within, courses })).toBe(
      '2027-01-07T07:00:00Z',
    );
  });

  test('where they live now, at the hour they want now', () => {
    const wish = { zone: 'Australia/Adelaide' as Zone, hour: 6 as Hour, days: '1234567' as Days };
    const moved = reschedule(had(), wish, { now: EVE, courses });
    expect(moved.is === 'changed' && moved.subscriber.dueAt).toBe('2027-01-06T19:30:00Z');
  });
});

describe('a rest that nobody knew of when the due moment was set', () => {
  const due = had({ dueAt: at('2026-12-21T07:00:00Z') });
  const now = at('2026-12-21T07:00:10Z');

  test('nothing is sent, and they are put behind it', () => {
    expect(owedNow(due, courses, now)).toBeUndefined();
    const next = arranged(due, courses, now);
    expect(next.dueAt).toBe('2027-01-07T07:00:00Z');
    expect(next.enrollments).toEqual(due.enrollments);
  });

  test.for<readonly [reason: string, moment: Instant]>([
    ['before that day', EVE],
    ['on that day, until it is put behind it', now],
  ])('the true day is named %s', ([, moment]) => {
    expect(comesNext(due, { now: moment, courses })).toEqual({
      is: 'on',
      at: '2027-01-07T07:00:00Z',
    });
  });

  test('a letter of the day before it that is late comes behind it', () => {
    const late = had({ dueAt: at('2026-12-19T22:30:00Z') });
    expect(owedNow(late, courses, at('2026-12-19T22:59:00Z'))?.kind).toBe('lesson');
    expect(owedNow(late, courses, at('2026-12-19T23:01:00Z'))).toBeUndefined();
  });

  test('one that was claimed before it, and went, is none of those to come', () => {
    const lesson = owedNow(due, [resting([])], now);
    if (lesson?.kind !== 'lesson') throw new Error('no letter is owed');
    const after = afterSending(due, lesson, courses, now);
    expect(after.dueAt).toBe('2027-01-07T07:00:00Z');
    expect(after.enrollments[0]?.received).toEqual(['letter-0', 'letter-1']);
  });

  test('one that SES refuses on its eve is put off behind it', () => {
    expect(putOff(had({ dueAt: EVE }), courses, EVE).dueAt).toBe('2027-01-07T07:00:00Z');
  });
});

describe('a rest that is taken away', () => {
  const now = at('2026-12-28T12:00:00Z');
  const waiting = had({ dueAt: at('2027-01-07T07:00:00Z') });
  test.for<
    readonly [reason: string, rests: readonly Rest[], fields: Partial<Subscriber>, due?: string]
  >([
    ['they go on at their hour', [], {}, '2026-12-29T07:00:00Z'],
    ['it is shorter', [rest('2026-12-20', '2027-01-02')], {}, '2027-01-03T07:00:00Z'],
    ['it is as it was', [CHRISTMAS], {}],
    ['it is longer: the sender will see', [rest('2026-12-20', '2027-01-31')], {}],
    [
      'but their own pause stays',
      [],
      { standing: { is: 'paused', since: EVE, until: '2027-01-07' as LocalDate } },
    ],
    ['and what SES refused until then', [], { notBefore: '2027-01-07' as LocalDate }],
    ['whoever left stays away', [], { standing: { is: 'left', at: EVE, by: 'page' } }],
  ])('%s', ([, rests, fields, due]) => {
    expect(woken({ ...waiting, ...fields }, [resting(rests)], now)?.dueAt).toBe(due);
  });
});

describe('several courses', () => {
  const both = [resting([CHRISTMAS]), resting([], 'other')];
  const enrollments = [
    enrollment({ received: received('letter-0') }),
    enrollment({ course: 'other' as CourseSlug }),
  ];
  const tomorrow = at('2026-12-20T07:00:00Z');

  test('by turns: one rests, and the other has each day', () => {
    const turns = had({ enrollments, byTurns: true, last: { ...last, course: 'other' as never } });
    expect(arranged(turns, both, EVE).dueAt).toBe(tomorrow);
    expect(owedNow(turns, both, tomorrow)).toMatchObject({ course: 'other' });
    expect(owedNow(turns, both, EVE)).toMatchObject({ course: 'closer' });
  });

  test('by turns: both rest, and the first to be back has its turn', () => {
    const turns = had({ enrollments, byTurns: true });
    const rests = [resting([CHRISTMAS]), resting([rest('2026-12-20', '2026-12-27')], 'other')];
    expect(arranged(turns, rests, EVE).dueAt).toBe('2026-12-28T07:00:00Z');
  });

  test('one after another: the second waits for the first, which rests', () => {
    expect(arranged(had({ enrollments }), both, EVE).dueAt).toBe('2027-01-07T07:00:00Z');
    expect(owedNow(had({ enrollments }), both, tomorrow)).toBeUndefined();
  });
});

test('a pause that is asked for within it ends as it was said', () => {
  const now = at('2026-12-24T09:00:00Z');
  const asked = pause(
    had({ dueAt: at('2027-01-07T07:00:00Z') }),
    { until: '2027-01-08' as LocalDate },
    {
      now,
      courses,
    },
  );
  expect(asked.is === 'changed' && asked.subscriber.dueAt).toBe('2027-01-08T07:00:00Z');
});
