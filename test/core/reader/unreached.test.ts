import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CourseSlug, LessonId } from '../../../functions/core/course.ts';
import { type Returned, unreached } from '../../../functions/core/reader/unreached.ts';
import { at, enrollment, reader, received } from '../../support/builders.ts';

const NOW = at('2026-11-26T18:00:00Z');
const LESSONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** One letter a day at seven, the last of so many this morning. */
const day = (place: number, of: number) =>
  at(`2026-11-${String(26 - of + place + 1).padStart(2, '0')}T07:00:00Z`);

/** Which letters of so many came back. */
const returned = (of: number, ...which: readonly string[]): readonly Returned[] =>
  which.map((lesson) => ({
    at: day(LESSONS.indexOf(lesson), of),
    course: 'closer' as CourseSlug,
    lesson: lesson as LessonId,
  }));

const had = (of: number, fields: object = {}) =>
  reader({
    dueAt: at('2026-11-27T07:00:00Z'),
    last: { at: at('2026-11-26T07:00:00Z'), on: '2026-11-26' as never },
    enrollments: [enrollment({ received: received(...LESSONS.slice(0, of)) })],
    ...fields,
  });

test.each<[why: string, of: number, which: string, waits: boolean]>([
  ['one may be a vacation note', 8, 'h', false],
  ['four days', 8, 'efgh', false],
  ['six days in a row: not a week yet', 8, 'cdefgh', false],
  ['seven days in a row', 8, 'bcdefgh', true],
  ['all there were', 8, 'abcdefgh', true],
  ['one arrived between', 8, 'abcdfgh', false],
  ['long ago, and then they arrived', 10, 'abcdefg', false],
  ['the last one says nothing yet: its news may come tomorrow', 8, 'abcdefg', true],
  ['the two last arrived', 9, 'abcdefg', false],
  ['every other one', 10, 'acegi', false],
])('%s: of %i letters, %s', (_, of, which, waits) => {
  const decided = unreached(had(of), returned(of, ...which), NOW);
  expect(decided.is).toBe(waits ? 'changed' : 'unchanged');
});

test.each<[why: string, again: number | undefined, of: string | undefined, waits: boolean]>([
  ['those of the time before they began again', 1, undefined, false],
  ['those of two times before', 2, '1', false],
  ['those of this time', 1, '1', true],
])('%s', (_, again, of, waits) => {
  const time = of === undefined ? {} : { again: of };
  const told = returned(8, ...'abcdefgh').map((one) => ({ ...one, ...time }));
  const letters = received(...LESSONS.slice(0, 8));
  const enrollments = [enrollment({ received: letters, ...(again !== undefined && { again }) })];
  expect(unreached(had(8, { enrollments }), told, NOW).is).toBe(waits ? 'changed' : 'unchanged');
});

test('letters wait for thirty days, and one tries then', () => {
  const decided = unreached(had(8), returned(8, ...'bcdefgh'), NOW);
  expect(decided).toMatchObject({
    subscriber: {
      standing: { is: 'paused', since: NOW, until: '2026-12-26', absent: true },
      dueAt: '2026-12-26T07:00:00Z',
    },
  });
});

test('the one that tries and returns is enough: nothing between them arrived', () => {
  const late = { ...returned(8, 'h')[0], at: at('2026-12-26T07:00:00Z') } as Returned;
  const now = at('2026-12-26T20:00:00Z');
  const decided = unreached(had(8), [...returned(8, ...'abcdefg'), late], now);
  expect(decided).toMatchObject({ subscriber: { standing: { until: '2027-01-25' } } });
});

test('a letter a week: five of them', () => {
  const weekly = (count: number) =>
    ['2026-10-29', '2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26']
      .slice(-count)
      .map((on, place) => ({
        at: at(`${on}T07:00:00Z`),
        course: 'closer' as CourseSlug,
        lesson: LESSONS[5 - count + place] as LessonId,
      }));
  expect(unreached(had(5, { days: '4' }), weekly(4), NOW).is).toBe('unchanged');
  expect(unreached(had(5, { days: '4' }), weekly(5), NOW).is).toBe('changed');
});

test.each<[why: string, fields: object]>([
  [
    'who paused gets nothing, and keeps the end that they chose',
    {
      standing: { is: 'paused', since: NOW },
    },
  ],
  ['who left', { standing: { is: 'left', at: NOW, by: 'page' } }],
  ['who can’t be mailed', { standing: { is: 'suppressed', at: NOW, because: 'complaint' } }],
  ['who has finished is owed nothing', { dueAt: undefined }],
  ['of another course', { enrollments: [enrollment({ course: 'other' as CourseSlug })] }],
])('%s stays as they are', (_, fields) => {
  const { dueAt, ...rest } = { ...had(8), ...fields };
  const one = dueAt === undefined ? rest : { ...rest, dueAt };
  expect(unreached(one, returned(8, ...'abcdefgh'), NOW).is).toBe('unchanged');
});

test('in any order, and twice: the last that is told decides the same', () => {
  const all = returned(8, ...'abcdefgh');
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 16 }), (told) => {
      const kept = [...new Map(told.map((one) => [one.lesson, one])).values()];
      expect(unreached(had(8), kept, NOW)).toEqual(unreached(had(8), all, NOW));
    }),
  );
});
