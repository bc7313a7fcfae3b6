import { expect, test } from 'vitest';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import {
  areSame,
  type KeptCourse,
  longestRise,
  type Row,
  rowsBetween,
} from '../../functions/core/outline.ts';

/** A course as a line of ids: `(b)` is retired, and `c=tea` has another's subject. */
function kept(line: string): KeptCourse {
  const lessons = line.split(' ').filter(Boolean);
  return {
    slug: 'closer' as CourseSlug,
    tracks: [],
    lessons: lessons.map((word) => {
      const [id = '', subject] = word.replace(/[()]/g, '').split('=');
      return {
        id: id as LessonId,
        subject: `Subject of ${subject ?? id}`,
        ...(word.startsWith('(') && { retired: true as const }),
      };
    }),
  };
}

/** `+new` `>moved` `-gone` `(retired)` `~a/b` for a that is b now, and what stays without a sign. */
const SIGNS: Readonly<Record<Row['change'], (row: Row) => string>> = {
  same: ({ lesson }) => lesson,
  added: ({ lesson }) => `+${lesson}`,
  back: ({ lesson }) => `^${lesson}`,
  moved: ({ lesson }) => `>${lesson}`,
  retired: ({ lesson }) => `(${lesson})`,
  removed: ({ lesson }) => `-${lesson}`,
  renamed: ({ lesson, to }) => `~${lesson}/${to}`,
};
const drawn = (rows: readonly Row[]) => rows.map((row) => SIGNS[row.change](row)).join(' ');

test.for<readonly [reason: string, before: string, now: string, rows: string]>([
  ['nothing', 'a b c', 'a b c', 'a b c'],
  ['one put in', 'a b', 'a new b', 'a +new b'],
  ['one moved forward: the others kept their order', 'a b c d', 'a c d b', 'a c d >b'],
  ['one moved back', 'a b c d', 'd a b c', '>d a b c'],
  ['two changed places: the one that comes earlier now', 'a b c', 'a c b', 'a >c b'],
  ['one put in moves nobody', 'a b c', 'new a b c', '+new a b c'],
  ['taken out: it stands where it was', 'a b c', 'a c', 'a -b c'],
  ['the first taken out', 'a b', 'b', '-a b'],
  ['all taken out', 'a b', '', '-a -b'],
  ['retired: it is still in the folder', 'a b c', 'a (b) c', 'a (b) c'],
  ['retired long since', 'a (b) c', 'a (b) c', 'a c'],
  ['retired long since, and taken out now', 'a (b) c', 'a c', 'a -b c'],
  ['comes back', 'a (b) c', 'a b c', 'a ^b c'],
  ['another id in the same place', 'a bread c', 'a loaf c', 'a ~bread/loaf +loaf c'],
  [
    'another id with the same subject, in another place',
    'a bread c d',
    'a c d loaf=bread',
    'a ~bread/loaf c d +loaf',
  ],
  ['two renamed between the same letters', 'a b c d', 'a x y d', 'a ~b/x ~c/y +x +y d'],
  ['of two that came, nobody knows which is the old one', 'a b c', 'a x y c', 'a -b +x +y c'],
  ['unless one has its subject', 'a b c', 'a x y=b c', 'a ~b/y +x +y c'],
  ['one gone here and one put in there', 'a b c d', 'a c new d', 'a -b c +new d'],
])('%s', ([, before, now, rows]) => {
  expect(drawn(rowsBetween(kept(before), kept(now)))).toBe(rows);
});

test('places are counted without those that nobody gets', () => {
  const rows = rowsBetween(kept('a (b) c d'), kept('a (b) d c'));
  expect(rows.map(({ lesson, place, was }) => [lesson, place, was])).toEqual([
    ['a', 1, 1],
    ['d', 2, 3],
    ['c', 3, 2],
  ]);
});

test('where nothing is remembered, nothing is said to have changed', () => {
  expect(drawn(rowsBetween(undefined, kept('a (b) c')))).toBe('a c');
});

test.for<readonly [numbers: readonly number[], stays: readonly number[]]>([
  [[], []],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [1, 3, 4, 2],
    [1, 3, 4],
  ],
  [
    [4, 1, 2, 3],
    [1, 2, 3],
  ],
  [
    [3, 1, 4, 2, 5],
    [1, 2, 5],
  ],
])('the longest rise in %j', ([numbers, stays]) => {
  const indexes = [...longestRise(numbers)].sort((a, b) => a - b);
  expect(indexes.map((index) => numbers[index])).toEqual(stays);
});

test.for<readonly [reason: string, before: string, now: string, same: boolean]>([
  ['the same letters', 'a (b)', 'a (b)', true],
  ['another subject is no other place', 'a b', 'a b=tea', true],
  ['another order', 'a b', 'b a', false],
  ['one retired', 'a b', 'a (b)', false],
])('whether readers have to be looked at: %s', ([, before, now, same]) => {
  expect(areSame([kept(before)], [kept(now)])).toBe(same);
});

test('a holiday that comes, goes or changes is one that readers have to be looked at for', () => {
  const rest = (until: string) => [{ from: '2026-12-20', until }] as never;
  const course = kept('a b');
  const until = (day: string) => [{ ...course, rests: rest(day) }];
  expect(areSame(until('2027-01-06'), until('2027-01-06'))).toBe(true);
  expect(areSame(until('2027-01-06'), until('2027-01-05'))).toBe(false);
  expect(areSame([course], until('2027-01-06'))).toBe(false);
  expect(areSame([{ ...course, rests: [] }], [course])).toBe(true);
});
