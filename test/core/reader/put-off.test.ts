import { describe, expect, test } from 'vitest';
import { afterSending, arranged } from '../../../functions/core/reader/owed.ts';
import { putOff, putOffFor } from '../../../functions/core/reader/put-off.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

/** A mail that SES refuses, or is in doubt twice, comes on another of its reader's own days. */

const COURSES = [course(['a', 'b'])];
/** A Friday, at the hour of the letter: 8 in Berlin. */
const FRIDAY = at('2026-11-27T07:16:00Z');
const due = (fields: Partial<Subscriber> = {}) =>
  reader({ dueAt: at('2026-11-27T07:00:00Z'), ...fields });

test.for<readonly [who: string, fields: Partial<Subscriber>, dueAt: string]>([
  ['a daily reader: the next morning at their hour', {}, '2026-11-28T07:00:00Z'],
  ['a weekday reader: not on a Saturday', { days: '12345' as Days }, '2026-11-30T07:00:00Z'],
  ['a reader of Fridays: a week later', { days: '5' as Days }, '2026-12-04T07:00:00Z'],
  [
    'one whose hour is still to come today: not on the same day either',
    { hour: 20 as Hour },
    '2026-11-28T19:00:00Z',
  ],
  [
    'one for whom it is Thursday still: on their own Friday',
    { zone: 'Pacific/Honolulu' as Zone },
    '2026-11-27T18:00:00Z',
  ],
  [
    'one whose pause ends later: at its end',
    { standing: { is: 'paused', since: FRIDAY, until: '2026-12-07' as LocalDate } },
    '2026-12-07T07:00:00Z',
  ],
  [
    'one whose pause ends today, at an hour still to come: not today',
    {
      hour: 20 as Hour,
      standing: { is: 'paused', since: FRIDAY, until: '2026-11-27' as LocalDate },
    },
    '2026-11-28T19:00:00Z',
  ],
  [
    'a welcome: at the reader’s hour, and no more at once',
    { enrollments: [enrollment({ welcomed: false })] },
    '2026-11-28T07:00:00Z',
  ],
  [
    'a confirmation, whose reader has no rhythm with us yet: a day later',
    { standing: { is: 'pending', since: FRIDAY } },
    '2026-11-28T07:16:00Z',
  ],
])('%s', ([, fields, dueAt]) => {
  expect(putOff(due(fields), COURSES, FRIDAY).dueAt).toBe(dueAt);
});

describe('what is put off', () => {
  const off = putOff(due(), COURSES, FRIDAY);

  test('stays so when the reader asks for another hour meanwhile', () => {
    const later = arranged({ ...off, hour: 20 as Hour }, COURSES, FRIDAY);
    expect(later.dueAt).toBe('2026-11-28T19:00:00Z');
  });

  test('follows a reader who asks for Mondays meanwhile', () => {
    const mondays = arranged({ ...off, days: '1' as Days }, COURSES, FRIDAY);
    expect(mondays.dueAt).toBe('2026-11-30T07:00:00Z');
  });

  test('is forgotten once the mail has gone', () => {
    const lesson = { kind: 'lesson', course: COURSES[0]?.slug, lesson: received('a')[0] } as never;
    const sent = afterSending(off, lesson, COURSES, at('2026-11-28T07:00:00Z'));
    expect(sent.notBefore).toBeUndefined();
    expect(sent.dueAt).toBe('2026-11-29T07:00:00Z');
  });
});

/** One that can't be written now, or that the sandbox does not know yet, is tried again in an hour, or in minutes. */
test.for<readonly [who: string, fields: Partial<Subscriber>, dueAt: string]>([
  ['a letter of the morning', {}, '2026-11-27T08:16:00Z'],
  [
    'a letter of the last hour of the day: at the next slot, and not on the day after at midnight',
    { hour: 23.5 as Hour, zone: 'Asia/Tokyo' as Zone, dueAt: at('2026-11-26T14:30:00Z') },
    '2026-11-28T14:30:00Z',
  ],
  [
    'the same of a weekday reader on a Friday: not on a Saturday',
    { hour: 16 as Hour, zone: 'Asia/Tokyo' as Zone, days: '5' as Days },
    '2026-11-27T08:16:00Z',
  ],
  [
    'of one who has asked for another hour meanwhile: at that one',
    { hour: 20 as Hour, dueAt: at('2026-11-27T19:00:00Z') },
    '2026-11-27T19:00:00Z',
  ],
  [
    'of one who has asked for the next half hour: at that, and not later',
    { hour: 8.5 as Hour, dueAt: at('2026-11-27T07:30:00Z') },
    '2026-11-27T07:30:00Z',
  ],
  [
    'a welcome, which leaves at any hour',
    { hour: 23.5 as Hour, enrollments: [enrollment({ welcomed: false })] },
    '2026-11-27T08:16:00Z',
  ],
  [
    'a confirmation',
    { standing: { is: 'pending', since: FRIDAY }, days: '1' as Days },
    '2026-11-27T08:16:00Z',
  ],
])('tried again in an hour: %s', ([, fields, dueAt]) => {
  expect(putOffFor(due(fields), 3600, COURSES, FRIDAY).dueAt).toBe(dueAt);
});

test('an issue before the letter of that day leaves the letter where it was', () => {
  const moment = at('2026-11-27T05:00:00Z');
  const waits = [{ date: '2026-11-27' as LocalDate, at: moment, during: true as const }];
  const issues = { from: '2026-11-01' as LocalDate, waits };
  const one = due({ hour: 20 as Hour, newsletter: true, issues, dueAt: moment });
  const later = putOffFor(one, 3600, COURSES, at('2026-11-27T05:00:10Z'));
  expect([later.dueAt, later.notBefore]).toEqual(['2026-11-27T06:00:10Z', undefined]);
});

test('whoever is owed nothing has nothing to be put off', () => {
  const { dueAt: _, ...idle } = due();
  expect(putOff(idle, COURSES, FRIDAY)).toEqual(idle);
  expect(putOffFor(idle, 3600, COURSES, FRIDAY)).toEqual(idle);
});
