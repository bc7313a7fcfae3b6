import { describe, expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { misplaced } from '../../emails/content/order.ts';
import { type Changes, mistakes } from './mistakes-of.ts';
import { COURSE, lesson, tinyContent } from './tiny-content.ts';

const LESSONS = 'courses/tiny/lessons';
const NONE: Changes = {
  [`${LESSONS}/01-first.md`]: undefined,
  [`${LESSONS}/02-second.md`]: undefined,
};

/** Files named so, each with the letter of its name's end, and an order if one is said. */
function course(names: readonly string[], order?: string): Changes {
  const letters = names.map((name) => [
    `${LESSONS}/${name}.md`,
    lesson(name.replace(/^\d+-/, ''), 'Words.\n'),
  ]);
  const list =
    order === undefined ? {} : { 'courses/tiny/course.yaml': `${COURSE}order: ${order}\n` };
  return { ...NONE, ...Object.fromEntries(letters), ...list };
}
const read = (changes: Changes): string =>
  loadContent(tinyContent(changes))
    .courses.flatMap(({ lessons }) => lessons.map(({ id }) => id))
    .join(' ');

describe('the order of letters', () => {
  test.for<
    readonly [reason: string, names: readonly string[], order: string | undefined, ids: string]
  >([
    ['numbers', ['02-b', '01-a', '10-c'], undefined, 'a b c'],
    ['two and a half', ['02-b', '025-tea', '03-c'], undefined, 'b tea c'],
    ['two and a quarter', ['02-b', '0225-x', '025-tea'], undefined, 'b x tea'],
    ['gaps', ['10-a', '20-b', '15-c'], undefined, 'a c b'],
    ['a list', ['a', 'b', 'c'], '[c, a, b]', 'c a b'],
    ['a list, and numbers that fit it', ['01-a', '02-b', 'c'], '[a, c, b]', 'a c b'],
  ])('%s', ([, names, order, ids]) => {
    expect(read(course(names, order))).toBe(ids);
  });

  test('a retired letter need not be in the list', () => {
    const retired = { [`${LESSONS}/c.md`]: lesson('c', 'Words.\n', 'retired: true') };
    expect(read({ ...course(['a', 'b'], '[b, a]'), ...retired })).toBe('b a c');
  });

  test.for<readonly [reason: string, Changes, says: string]>([
    [
      'a number that lists of files put elsewhere',
      course(['9-a', '10-b']),
      'lessons/10-b.md: found the file name "10-b.md", expected numbers as long as each other, such as 09- and 10-, since lists of files put 10- before 9-',
    ],
    [
      'a number that the list contradicts',
      course(['01-a', '02-b', '03-c'], '[b, c, a]'),
      'lessons/01-a.md: found the file name "01-a.md", expected no number, or one that fits the order in course.yaml',
    ],
    [
      'a letter that the list lacks',
      course(['a', 'b'], '[a]'),
      'course.yaml:10 order: found no "b", expected every letter that is not retired',
    ],
    [
      'a letter that nobody wrote',
      course(['a'], '[a, x]'),
      'course.yaml:10 order: found "x", expected the id of a letter of this course',
    ],
    [
      'a letter twice',
      course(['a'], '[a, a]'),
      'course.yaml:10 order: found "a", expected each letter once',
    ],
    [
      'no list',
      course(['a'], 'a'),
      'course.yaml:10 order: found "a", expected a list of letters by their ids: [one, two]',
    ],
  ])('a mistake: %s', ([, changes, says]) => {
    expect(mistakes(changes)).toEqual([`content/courses/tiny/${says}`]);
  });
});

test.for<readonly [reason: string, names: readonly string[], wrong: readonly string[]]>([
  ['all of a length', ['01-a', '02-b', '10-c'], []],
  ['put in between', ['02-a', '025-b', '03-c'], []],
  ['put in among two-digit numbers', ['10-a', '105-b', '11-c'], []],
  ['a hundredth letter', ['10-a', '99-b', '100-c'], ['100-c']],
  ['longer, and in its place all the same', ['01-a', '100-b'], []],
  ['one without its zero', ['02-b', '03-c', '1-a'], ['02-b', '03-c']],
  ['by threes', ['3-a', '6-b', '12-c'], ['12-c']],
])('names whose number says something else than their place: %s', ([, names, wrong]) => {
  expect(misplaced(names)).toEqual(wrong);
});
