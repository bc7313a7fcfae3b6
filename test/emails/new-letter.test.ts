import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { newLetter, numberBetween } from '../../emails/letter-file.ts';
import { lint } from '../../emails/lint/lint.ts';
import { COURSE, lesson, PUBLICATION, tinyContent } from './tiny-content.ts';

const ids = (dir: string) => loadContent(dir).courses[0]?.lessons.map(({ id }) => String(id));
const ORDERED = {
  'courses/tiny/lessons/01-first.md': undefined,
  'courses/tiny/lessons/02-second.md': undefined,
  'courses/tiny/lessons/a.md': lesson('a', 'Words.\n'),
  'courses/tiny/lessons/b.md': lesson('b', 'Words.\n'),
};
const ordered = (order: string) => ({
  ...ORDERED,
  'courses/tiny/course.yaml': `${COURSE}${order}`,
});

test.for<
  readonly [reason: string, after: string | undefined, file: string, order: readonly string[]]
>([
  ['behind one', 'first', '015-tea.md', ['first', 'tea', 'second']],
  ['behind the last', 'second', '03-tea.md', ['first', 'second', 'tea']],
  ['at the end, if nothing is said', undefined, '03-tea.md', ['first', 'second', 'tea']],
])('a letter is made in its place: %s', ([, after, file, order]) => {
  const dir = tinyContent();
  expect(newLetter(dir, { title: 'Tea', after })).toEqual({
    made: true,
    file: `content/courses/tiny/lessons/${file}`,
    id: 'tea',
  });
  expect(ids(dir)).toEqual(order);
});

test('and before all others', () => {
  const dir = tinyContent();
  newLetter(dir, { title: 'Tea', first: true });
  expect(ids(dir)).toEqual(['tea', 'first', 'second']);
});

test('ten letters behind one and the same', () => {
  const dir = tinyContent();
  for (let count = 0; count < 10; count += 1) {
    expect(newLetter(dir, { title: `Tea ${count}`, after: 'first' }).made).toBe(true);
  }
  expect(ids(dir)?.slice(0, 3)).toEqual(['first', 'tea-9', 'tea-8']);
});

test.for<readonly [reason: string, order: string, written: string]>([
  ['in a row', 'order: [a, b] # as told\n', 'order: [a, tea, b] # as told\n'],
  ['line by line', 'order:\n  - a # first\n  - b\n', 'order:\n  - a\n  - tea # first\n  - b\n'],
])('the list of a course that has one gets it too: %s', ([, order, written]) => {
  const dir = tinyContent(ordered(order));
  expect(newLetter(dir, { title: 'Tea', after: 'a' })).toMatchObject({
    file: 'content/courses/tiny/lessons/tea.md',
  });
  expect(ids(dir)).toEqual(['a', 'tea', 'b']);
  expect(readFileSync(join(dir, 'courses/tiny/course.yaml'), 'utf8')).toBe(COURSE + written);
});

test('behind the last one means the last of those in the order, whatever is retired beside it', () => {
  const retired = { 'courses/tiny/lessons/c.md': lesson('c', 'Words.\n', 'retired: true') };
  const dir = tinyContent({ ...ordered('order: [a, b]\n'), ...retired });
  newLetter(dir, { title: 'Tea' });
  expect(ids(dir)).toEqual(['a', 'b', 'tea', 'c']);
});

test('it has bones for every track, and the check knows that it is not written', async () => {
  const dir = tinyContent();
  newLetter(dir, { title: 'Tea: "a beginning"' });
  const made = loadContent(dir).courses[0]?.lessons.at(-1);
  expect(made).toMatchObject({ subject: 'Tea: "a beginning"', forThosePast: 'never' });
  const { findings } = await lint(dir);
  const wrong = findings.filter(({ level, file }) => level === 'error' && file === made?.file);
  expect(wrong.length).toBeGreaterThan(0);
});

test.for<readonly [reason: string, wish: Parameters<typeof newLetter>[1], why: RegExp]>([
  ['no title', { title: '' }, /^it needs a title.* For example: npm run new:letter/],
  ['a title without letters', { title: '?!' }, /^it needs a title/],
  [
    'a course that is not there',
    { title: 'Tea', course: 'x' },
    /^there is no course "x", but tiny\.$/,
  ],
  [
    'no such letter',
    { title: 'Tea', after: 'x' },
    /^there is no letter "x" in tiny, but first, sec/,
  ],
  ['an id that is taken', { title: 'First' }, /^the course has a letter "first" already/],
])('refuses %s, and makes nothing', ([, wish, why]) => {
  const dir = tinyContent();
  const before = readdirSync(join(dir, 'courses/tiny/lessons'));
  const outcome = newLetter(dir, wish);
  expect(outcome.made ? '' : outcome.why).toMatch(why);
  expect(readdirSync(join(dir, 'courses/tiny/lessons'))).toEqual(before);
});

test('refuses content with mistakes: where a letter stands is not known there', () => {
  const dir = tinyContent({ 'publication.yaml': PUBLICATION.replace('name:', 'nme:') });
  expect(newLetter(dir, { title: 'Tea' })).toMatchObject({ made: false });
});

test.for<readonly [low: string, high: string, between: string | undefined]>([
  ['02', '03', '025'],
  ['02', '025', '022'],
  ['025', '03', '027'],
  ['10', '20', '15'],
  ['', '01', '00'],
  ['', '10', '04'],
  ['28', '', '29'],
  ['99', '', '995'],
  ['', '', '01'],
  ['02', '02', undefined],
])('between "%s" and "%s" there is %s', ([low, high, between]) => {
  expect(numberBetween(low, high)).toBe(between);
});
