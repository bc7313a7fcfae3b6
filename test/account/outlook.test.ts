import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CourseOutline, CourseSlug, LessonOutline } from '../../functions/core/course.ts';
import type { Draft, KeptCourse } from '../../functions/core/outline.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Rest } from '../../functions/core/rest.ts';
import { drawn, scaled } from '../../local/account/outline/draw.ts';
import { outlookOf } from '../../local/account/outline/outlook.ts';
import { harmInWords, outlookInWords } from '../../local/account/outline/words.ts';
import { at, course, enrollment, lesson, reader, received } from '../support/builders.ts';
import { terminalSvg } from '../support/terminal-svg.ts';

const NOW = at('2026-11-22T09:00:00Z');
const PLAIN = { color: false, marks: 12 };
const WIDE = { color: false, marks: 40 };

const keptOf = ({ slug, lessons }: CourseOutline): KeptCourse => ({
  slug,
  tracks: [],
  lessons: lessons.map(({ id, subject }) => ({ id, subject })),
});
const draft = (...lessons: (string | LessonOutline)[]): Draft => {
  const outline = course(lessons);
  return { outline, kept: keptOf(outline) };
};
const deployed = (...lessons: string[]) => [keptOf(course(lessons))];
/** So many who read on, having had those. */
const reading = (count: number, ...ids: string[]): readonly Subscriber[] =>
  Array.from({ length: count }, () =>
    reader({ enrollments: [enrollment({ received: received(...ids) })], dueAt: NOW }),
  );
const finished = (...ids: string[]): Subscriber =>
  reader({ enrollments: [enrollment({ received: received(...ids) })] });

function says(
  kept: readonly KeptCourse[],
  now: readonly Draft[],
  readers: readonly Subscriber[],
  canvas = PLAIN,
) {
  const outlook = outlookOf(readers, now, kept, NOW);
  return [...outlookInWords(outlook, canvas), ...outlook.harms.map(harmInWords)];
}

test('a course as a strip: a row a letter, a mark a reader', () => {
  const all = ['window', 'tea', 'rain', 'stove'];
  const readers = [
    ...reading(2, 'window'),
    ...reading(3, 'window', 'tea', 'rain'),
    finished(...all),
  ];
  const put = lesson('new', { forThosePast: 'next-day' });
  const now = draft('window', put, 'rain', 'tea', lesson('bus', { subject: 'Subject of stove' }));
  expect(says(deployed(...all), [now], readers)).toEqual([
    'closer: 6 readers   ■ had it  ► is next  · comes later  × never',
    '    1  window  ■■■■■■',
    '+   2  new     ►►►►►►  new',
    '>   3  rain    ■■■■··  moved',
    '~      stove   ■×××××  now bus',
    '    4  tea     ■■■■··',
    '+   5  bus     ······  new',
    '',
    'closer/new: 3 are past it (it is their next one), 1 have finished',
    'closer/bus: 1 have finished',
    '1 have finished and are owed something: the deployment gives it to them.',
    'closer/stove is bus now, which is another letter to its readers: 1 have had it, and their copies on ' +
      'the web would be gone; 1 would get it a second time. Give it back its id: stove.',
  ]);
});

test('the guide shows what is printed', () => {
  const readers = [
    ...reading(6, 'window'),
    ...reading(2, 'window', 'bread'),
    ...reading(4, 'window', 'bread', 'doors'),
  ];
  const now = draft('window', 'tea', 'rain', 'doors', 'lake');
  const guide = readFileSync('docs/writing-a-course.md', 'utf8');
  const lines = says(deployed('window', 'bread', 'doors', 'lake', 'rain'), [now], readers);
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((line) => !guide.includes(line))).toEqual([]);
});

/** If it is drawn otherwise now: `npx vitest run test/account/outlook -u` draws it anew. */
test('the picture in the guide shows a course that many read', async () => {
  const all = ['window', 'bread', 'doors', 'lake', 'letters', 'stairs', 'coats', 'night', 'rain'];
  const readers = all.flatMap((_, had) => reading(900 - 75 * had, ...all.slice(0, had)));
  const now = draft('window', 'bread', 'rain', 'doors', 'tea', 'lake', 'letters', 'coats', 'night');
  const lines = says(deployed(...all), [now], readers, WIDE);
  const strip = lines.slice(0, lines.indexOf(''));
  const svg = terminalSvg('A course that 5,400 people read, as npm run plan draws it', strip);
  await expect(svg).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/pictures/plan.svg'));
});

test('a letter is told of by its course: another may have one of that name', () => {
  const slug = 'mornings' as CourseSlug;
  const morning = (...ids: string[]) => ({ ...course(ids), slug });
  const tea = draft('window', 'tea', 'rain');
  const other = {
    outline: morning('bread', 'tea', 'lake'),
    kept: keptOf(morning('bread', 'tea', 'lake')),
  };
  const readers = [
    ...reading(1, 'window', 'tea', 'rain'),
    reader({
      enrollments: [enrollment({ course: slug, received: received('bread', 'lake') })],
      dueAt: NOW,
    }),
  ];
  const kept = [...deployed('window', 'tea', 'rain'), keptOf(morning('bread', 'lake'))];
  expect(says(kept, [tea, other], readers).at(-1)).toBe('mornings/tea: 1 are past it (never)');
});

test.for<readonly [reason: string, readers: readonly Subscriber[], says: string]>([
  [
    'one day',
    reading(2, 'a'),
    'closer rests from 2026-12-20 until 2027-01-06: 2 readers have their next letter on 2027-01-07.',
  ],
  [
    'by each reader’s own days',
    [
      ...reading(1, 'a'),
      ...['6', '1', '2', '3'].map((days) => reader({ days: days as Days, dueAt: NOW })),
    ],
    'closer rests from 2026-12-20 until 2027-01-06: 1 reader has their next letter on 2027-01-07, ' +
      '1 on 2027-01-09, 1 on 2027-01-11, 2 later.',
  ],
  [
    'who is done, or pauses, has none',
    [...reading(1, 'a', 'b'), reader({ standing: { is: 'paused', since: NOW } })],
    'closer rests from 2026-12-20 until 2027-01-06: nobody is to have a letter after it.',
  ],
])('a holiday, and when whose letters go on: %s', ([, readers, line]) => {
  const rests = [...OVER_SINCE_SPRING, { from: '2026-12-20', until: '2027-01-06' } as Rest];
  const { outline, kept } = draft('a', 'b');
  const now = { outline: { ...outline, rests }, kept: { ...kept, rests } };
  const said = says([now.kept], [now], readers);
  expect(said.at(-1)).toBe(line);
  expect(said.at(-2)).toBe('Everybody gets every lesson in its place.');
});

test('a holiday names only those whose letters it holds up: not who reads another course before', () => {
  const { outline, kept } = draft('a', 'b');
  const rests = [{ from: '2026-12-20', until: '2027-01-06' } as Rest];
  const now = { outline: { ...outline, rests }, kept: { ...kept, rests } };
  const first = { ...course(['bread', 'lake']), slug: 'morning' as CourseSlug };
  const before = { outline: first, kept: keptOf(first) };
  const waits = reader({
    enrollments: [enrollment({ course: first.slug }), enrollment({ course: outline.slug })],
    dueAt: NOW,
  });
  expect(says([now.kept, before.kept], [now, before], [...reading(1, 'a'), waits]).at(-1)).toBe(
    'closer rests from 2026-12-20 until 2027-01-06: 1 reader has their next letter on 2027-01-07.',
  );
});

const OVER_SINCE_SPRING = [{ from: '2026-04-01', until: '2026-04-08' } as Rest];

test('a holiday that is taken away lets those go on who wait for its end', () => {
  const waiting = reading(3, 'a').map((one) => ({ ...one, dueAt: at('2027-01-07T07:00:00Z') }));
  expect(says(deployed('a', 'b'), [draft('a', 'b')], waiting).at(-1)).toBe(
    '3 wait for the end of a rest that is none any more: npm run plan -- --wake',
  );
});

test('on a terminal it has colors, and elsewhere none', () => {
  const strips = outlookOf(reading(2, 'a'), [draft('a', 'new')], deployed('a'), NOW).strips;
  const last = (color: boolean) =>
    strips.flatMap((strip) => drawn(strip, { ...PLAIN, color })).at(-1);
  const [esc, plain] = ['\u001b', '+   2  new  ►►  new'];
  expect(last(true)?.startsWith(`${esc}[32m+   2  new${esc}[39m`)).toBe(true);
  expect(last(false)).toBe(plain);
});

test.for<readonly [reason: string, counts: readonly number[], marks: readonly number[]]>([
  ['few are themselves', [3, 1, 0, 2], [3, 1, 0, 2]],
  ['many are shares', [600, 300, 300, 0], [5, 3, 2, 0]],
  ['nobody is left out', [99_999, 1, 0, 0], [9, 1, 0, 0]],
  ['also of several', [99_997, 1, 1, 1], [7, 1, 1, 1]],
])('marks for many readers: %s', ([, counts, marks]) => {
  expect(scaled(counts, 10)).toEqual(marks);
});

test.for<
  readonly [
    reason: string,
    kept: readonly KeptCourse[],
    now: readonly Draft[],
    readers: readonly Subscriber[],
    last: string,
  ]
>([
  [
    'nothing is new',
    deployed('a', 'b'),
    [draft('a', 'b')],
    reading(1, 'a'),
    'Everybody gets every lesson in its place.',
  ],
  [
    'nobody reads',
    deployed('a', 'b'),
    [draft('b')],
    [],
    'Everybody gets every lesson in its place.',
  ],
  [
    'what was told with the last deployment is not told again',
    deployed('a', 'new', 'b'),
    [draft('a', 'new', 'b')],
    reading(1, 'a', 'b'),
    'Everybody gets every lesson in its place.',
  ],
  [
    'nothing is remembered: what can be known is told',
    [],
    [draft('a', 'new', 'b')],
    reading(1, 'a', 'b'),
    'closer/new: 1 are past it (never)',
  ],
  [
    'the course is gone',
    deployed('a'),
    [],
    reading(5, 'a'),
    'closer is not in content/courses, and 5 readers would get nothing of it until it is back. ' +
      'If it is over, name it under retired-courses in content/publication.yaml.',
  ],
  [
    'the course is gone, and who had finished it is owed nothing of it',
    deployed('a'),
    [],
    [finished('a')],
    'closer is not in content/courses, and 1 reader would get nothing of it until it is back. ' +
      'If it is over, name it under retired-courses in content/publication.yaml.',
  ],
  [
    'the author ended it',
    deployed('a'),
    [
      {
        outline: { ...course([]), retired: true },
        kept: { ...keptOf(course([])), retired: true },
      },
    ],
    reading(1, 'a'),
    'closer is over: 1 reader will be done with it.',
  ],
  [
    'removed',
    deployed('a', 'b'),
    [draft('a')],
    [...reading(2, 'a', 'b'), ...reading(3, 'a')],
    'closer/b is gone: 2 have had it, and their copies on the web would be gone; 3 would never get it. ' +
      'Set retired: true in its file instead.',
  ],
  [
    'renamed',
    deployed('a', 'bread'),
    [draft('a', 'loaf')],
    reading(2, 'a', 'bread'),
    'closer/bread is loaf now, which is another letter to its readers: 2 have had it, and their copies on ' +
      'the web would be gone; 2 would get it a second time. Give it back its id: bread.',
  ],
  [
    'moved away from those who were to get it',
    deployed('a', 'b', 'rain'),
    [draft('rain', 'a', 'b')],
    reading(4, 'a'),
    'closer/rain: 4 were to get it, and would be past it. Say for-those-past: next-day or at-the-end in ' +
      'its file, or put it further on.',
  ],
  [
    'a letter that they had moved on',
    deployed('a', 'b', 'c', 'd', 'e'),
    [draft('a', 'c', 'd', 'e', 'b')],
    reading(4, 'a', 'b'),
    'closer: 4 readers would be past c and 2 more, since a letter that they have had comes after that ' +
      'now. Put it back to where it was.',
  ],
  [
    'finished, and what is owed is deployed already',
    deployed('a', 'b'),
    [draft('a', 'b')],
    [finished('a')],
    '1 have finished and are owed something: npm run plan -- --wake',
  ],
])('in words: %s', ([, kept, now, readers, last]) => {
  expect(says(kept, now, readers).at(-1)).toBe(last);
});
