import { expect, test } from 'vitest';
import type { Counters } from '../../functions/adapters/counter-items.ts';
import { COUNTERS, type Counted, type Counter } from '../../functions/core/counting.ts';
import { summaryOf } from '../../local/account/counting/summary.ts';
import { summaryInWords } from '../../local/account/counting/words.ts';
import { course, issue } from '../support/builders.ts';

/** What was counted, as `npm run counts` sums it up and says it. */

const counter = (of: object, some: Partial<Record<Counter, number>>, month?: string): Counters => ({
  of: of as Counted,
  ...(month !== undefined && { month }),
  counts: { ...noughts, ...some },
});
const noughts = Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Counters['counts'];
const letter = (lesson: string, of = 'closer') => ({ is: 'letter', course: of, lesson });

const ALL: readonly Counters[] = [
  counter(letter('c'), { accepted: 5, bounced: 1 }, '2026-11'),
  counter(letter('a'), { accepted: 10, refused: 2, leftAfter: 1 }, '2026-10'),
  counter(letter('a'), { accepted: 7, replied: 3 }, '2026-11'),
  counter(letter('old'), { accepted: 4 }, '2026-10'),
  counter(letter('dawn', 'ended'), { accepted: 1 }, '2026-10'),
  counter({ is: 'issue', on: '2026-11-20' }, { accepted: 8 }),
  counter({ is: 'issue', on: '2026-10-20' }, { accepted: 6, complained: 1 }),
  counter({ is: 'digest', on: '2026-11-20' }, { accepted: 2 }),
];
const content = {
  courses: [course(['a', 'b', 'c'])],
  issues: [issue('rituals', '2026-11-20'), issue('friends', '2026-12-20')],
};
const summary = summaryOf(ALL, content);

test('letters stand in the order of their course, then those that it has no more', () => {
  expect(
    summary.courses.map(({ course: slug, letters }) => [slug, letters.map((one) => one.letter)]),
  ).toEqual([
    ['closer', ['a', 'b', 'c', 'old']],
    ['ended', ['dawn']],
  ]);
});

test('months are summed up, and due is what SES was asked to take', () => {
  expect(summary.courses[0]?.letters[0]).toEqual({
    ...noughts,
    letter: 'a',
    due: 19,
    accepted: 17,
    refused: 2,
    replied: 3,
    leftAfter: 1,
  });
});

test('finished has who got the last letter; of a course that is gone nobody knows which that was', () => {
  expect(summary.courses.map(({ finished }) => finished)).toEqual([4, 0]);
});

test('issues stand by their days, under their names where they are known', () => {
  expect(summary.issues.map(({ issue: name, on, accepted }) => [name, on, accepted])).toEqual([
    ['2026-10-20', '2026-10-20', 6],
    ['rituals', '2026-11-20', 8],
  ]);
  expect(summary.digests).toMatchObject([{ on: '2026-11-20', accepted: 2, due: 2 }]);
});

test('it is a table of a row each', () => {
  expect(summaryInWords({ ...summary, courses: summary.courses.slice(0, 1) })).toEqual([
    'closer: 4 finished',
    '              due  accepted  refused  bounced   spam  replied  paused   left',
    'a              19        17        2        0      0        3       0      1',
    'b               0         0        0        0      0        0       0      0',
    'c               5         5        0        1      0        0       0      0',
    'old             4         4        0        0      0        0       0      0',
    '',
    'Issues',
    '              due  accepted  refused  bounced   spam  replied  paused   left',
    '2026-10-20      6         6        0        0      1        0       0      0',
    'rituals         8         8        0        0      0        0       0      0',
    '',
    'Digests, by the day of their last issue',
    '              due  accepted  refused  bounced   spam  replied  paused   left',
    '2026-11-20      2         2        0        0      0        0       0      0',
    '',
  ]);
});
