import { expect, test } from 'vitest';
import type { LessonOutline } from '../../functions/core/course.ts';
import { woken } from '../../functions/core/reader/owed.ts';
import { missingFrom, planInWords, planOf } from '../../functions/core/reader/plan.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { at, course, enrollment, lesson, reader, received } from '../support/builders.ts';

const NOW = at('2026-11-22T09:00:00Z');
const reading = (...ids: string[]): Subscriber =>
  reader({ enrollments: [enrollment({ received: received(...ids) })], dueAt: NOW });
const finished = (...ids: string[]): Subscriber =>
  reader({ enrollments: [enrollment({ received: received(...ids) })] });
const left = (...ids: string[]): Subscriber => ({
  ...finished(...ids),
  standing: { is: 'left', at: NOW, by: 'page' },
});
/** Somebody with no letter to come, whose pause ends on a day, or when they say so. */
const held = (until: string | undefined, ...ids: string[]): Subscriber => ({
  ...finished(...ids),
  standing: { is: 'paused', since: NOW, ...(until && { until: until as LocalDate }) },
});

/** Somebody with no letter to come, for whom an issue waits. */
const waitingForIssues = (due: string): Subscriber => ({
  ...finished('a'),
  newsletter: true,
  issues: { from: '2026-11-20' as LocalDate, waits: [{ date: '2026-11-25' as LocalDate }] },
  dueAt: at(due),
  dueOf: 'issues',
});

type Row = readonly [
  reason: string,
  lessons: readonly (string | LessonOutline)[],
  readers: readonly Subscriber[],
  words: readonly string[],
];
const ROWS: readonly Row[] = [
  ['nothing changed', ['a', 'b'], [reading('a'), finished('a', 'b')], []],
  ['added ahead of all', ['a', 'b', 'new'], [reading('a')], []],
  [
    'put in behind some',
    ['a', 'new', 'b', 'c'],
    [reading('a'), reading('a', 'b'), finished('a', 'b', 'c')],
    ['closer/new: 1 are past it (never), 1 have finished'],
  ],
  [
    'put in, to be read next',
    [lesson('new', { forThosePast: 'next-day' }), 'a', 'b'],
    [reading('a')],
    ['closer/new: 1 are past it (it is their next one)'],
  ],
  [
    'put in, to be read at the end',
    [lesson('new', { forThosePast: 'at-the-end' }), 'a', 'b'],
    [reading('a')],
    ['closer/new: 1 are past it (after their last one)'],
  ],
  [
    'moved: who had what was moved on is past what lies between, and is told so',
    ['a', 'c', 'd', 'b'],
    [reading('a', 'b')],
    ['closer/c: 1 are past it (never)', 'closer/d: 1 are past it (never)'],
  ],
  ['retired', ['a', 'c'], [reading('a', 'b'), reading('a')], []],
  [
    'added after some had finished',
    ['a', 'b', 'new'],
    [finished('a', 'b')],
    ['closer/new: 1 have finished'],
  ],
  [
    'added after some had finished and gone on holiday',
    ['a', 'b', 'new'],
    [held('2026-11-10', 'a', 'b')],
    ['closer/new: 1 have finished'],
  ],
  [
    'whoever pauses without an end has nothing due, and has not finished',
    ['a', 'new', 'b'],
    [held(undefined, 'a', 'b')],
    ['closer/new: 1 are past it (never)'],
  ],
  [
    'a course that somebody stopped is read by them no more',
    ['a', 'new', 'b'],
    [reader({ enrollments: [enrollment({ received: received('a', 'b'), stopped: true })] })],
    [],
  ],
  ['whoever left is asked about no more', ['a', 'new', 'b'], [left('a', 'b')], []],
];

test.each(ROWS)('%s', (_, lessons, readers, words) => {
  expect(planInWords(planOf(readers, [course(lessons)]))).toEqual(words);
});

test('a course that is missing, and who reads it', () => {
  const readers = [reading('a'), finished('a'), left('a')];
  expect([...missingFrom(readers, [])]).toEqual([['closer', 2]]);
  expect(missingFrom(readers, [{ ...course([]), retired: true }])).toEqual(new Map());
});

test.each<[string, readonly (string | LessonOutline)[], Subscriber, string | undefined]>([
  ['finished, and there is more now', ['a', 'b'], finished('a'), '2026-11-23T07:00:00Z'],
  ['finished, and still so', ['a'], finished('a'), undefined],
  ['finished, and past what is new', ['new', 'a'], finished('a'), undefined],
  ['who reads needs no waking', ['a', 'b'], reading('a'), undefined],
  ['who left stays asleep', ['a', 'b'], left('a'), undefined],
  [
    'held by a vacation note at the end of the course, and back since',
    ['a', 'b'],
    held('2026-11-10', 'a'),
    '2026-11-23T07:00:00Z',
  ],
  [
    'held until a day to come: the letter waits for it',
    ['a', 'b'],
    held('2026-12-07', 'a'),
    '2026-12-07T07:00:00Z',
  ],
  ['paused until they say so', ['a', 'b'], held(undefined, 'a'), undefined],
  [
    'waits for an issue, and there is a letter before it now',
    ['a', 'b'],
    waitingForIssues('2026-11-25T07:00:00Z'),
    '2026-11-23T07:00:00Z',
  ],
  [
    'waits for an issue of that very hour: a pause of the newsletter would hold their letter',
    ['a', 'b'],
    waitingForIssues('2026-11-23T07:00:00Z'),
    '2026-11-23T07:00:00Z',
  ],
  [
    'an issue is due this minute, and stays so',
    ['a', 'b'],
    waitingForIssues('2026-11-22T08:59:00Z'),
    '2026-11-22T08:59:00Z',
  ],
  [
    'an issue was due days ago, and is held by a pause of the newsletter: the letter has its own hour',
    ['a', 'b'],
    waitingForIssues('2026-11-16T07:00:00Z'),
    '2026-11-23T07:00:00Z',
  ],
  [
    'waits for an issue, and no letter is to come',
    ['a'],
    waitingForIssues('2026-11-25T07:00:00Z'),
    undefined,
  ],
])('waking: %s', (_, lessons, subscriber, dueAt) => {
  const awake = woken(subscriber, [course(lessons)], NOW);
  expect(awake?.dueAt).toBe(dueAt);
  expect(awake?.dueOf).toBeUndefined();
});
