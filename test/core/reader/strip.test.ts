import { describe, expect, test } from 'vitest';
import type { CourseSlug, LessonOutline, TrackId } from '../../../functions/core/course.ts';
import type { Draft, KeptCourse } from '../../../functions/core/outline.ts';
import { type Harm, stripOf } from '../../../functions/core/reader/strip.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, lesson, reader, received } from '../../support/builders.ts';

type Lessons = readonly (string | LessonOutline)[];

function draft(lessons: Lessons, tracks: readonly string[] = []): Draft {
  const outline = course(lessons);
  return { outline, kept: keptOf(outline.lessons, tracks) };
}
const keptOf = (lessons: readonly LessonOutline[], tracks: readonly string[] = []): KeptCourse => ({
  slug: 'closer' as CourseSlug,
  tracks: tracks as unknown as readonly TrackId[],
  lessons: lessons.map(({ id, subject }) => ({ id, subject })),
});
const reading = (...ids: string[]): Subscriber =>
  reader({ enrollments: [enrollment({ received: received(...ids) })] });

/** `a: 2 had, 1 next` of each row, with what is nought left out. */
function rows(before: Lessons | undefined, now: Lessons, readers: readonly Subscriber[]) {
  const kept = before && draft(before).kept;
  return stripOf(readers, draft(now), kept).rows.map((row) => {
    const counts = (['had', 'next', 'later', 'never', 'lost', 'again'] as const)
      .filter((name) => row[name] > 0)
      .map((name) => `${row[name]} ${name}`);
    return `${row.lesson}: ${counts.join(', ')}`;
  });
}

describe('who stands where', () => {
  test.for<
    readonly [string, Lessons | undefined, Lessons, readonly Subscriber[], readonly string[]]
  >([
    [
      'each reader once in each row',
      undefined,
      ['a', 'b', 'c'],
      [reading(), reading('a'), reading('a', 'b', 'c')],
      ['a: 2 had, 1 next', 'b: 1 had, 1 next, 1 later', 'c: 1 had, 2 later'],
    ],
    [
      'a new letter, for those past its place',
      ['a', 'b'],
      ['a', 'new', 'b'],
      [reading('a', 'b')],
      ['a: 1 had', 'new: 1 never', 'b: 1 had'],
    ],
    [
      'unless it says otherwise',
      ['a', 'b'],
      ['a', lesson('new', { forThosePast: 'at-the-end' }), 'b', 'c'],
      [reading('a', 'b')],
      ['a: 1 had', 'new: 1 later', 'b: 1 had', 'c: 1 next'],
    ],
    [
      'moved to before where somebody stands: they lose it',
      ['a', 'b', 'c', 'rain'],
      ['a', 'rain', 'b', 'c'],
      [reading('a'), reading('a', 'b')],
      ['a: 2 had', 'rain: 1 next, 1 never, 1 lost', 'b: 1 had, 1 later', 'c: 1 next, 1 later'],
    ],
    [
      'the last one they had moved on: they lose what lies between',
      ['a', 'b', 'c', 'd'],
      ['a', 'c', 'b', 'd'],
      [reading('a', 'b')],
      ['a: 1 had', 'c: 1 never, 1 lost', 'b: 1 had', 'd: 1 next'],
    ],
    [
      'removed: who has had it, and who was to',
      ['a', 'b', 'c'],
      ['a', 'c'],
      [reading('a', 'b'), reading('a'), reading('a', 'c')],
      ['a: 3 had', 'b: 1 had, 2 never, 1 lost', 'c: 1 had, 2 next'],
    ],
    [
      'renamed: who has had it is at it again, or past it',
      ['a', 'bread', 'c'],
      ['a', 'loaf', 'c'],
      [reading('a', 'bread'), reading('a', 'bread', 'c')],
      ['a: 2 had', 'bread: 2 had, 1 again', 'loaf: 1 next, 1 never', 'c: 1 had, 1 later'],
    ],
    [
      'who left or stopped stands nowhere',
      undefined,
      ['a'],
      [
        { ...reading('a'), standing: { is: 'left', at: at('2026-11-22T09:00:00Z'), by: 'page' } },
        reader({ enrollments: [enrollment({ received: received('a'), stopped: true })] }),
      ],
      ['a: '],
    ],
  ])('%s', ([, before, now, readers, expected]) => {
    expect(rows(before, now, readers)).toEqual(expected);
  });
});

describe('what needs a yes', () => {
  const harms = (before: Lessons, now: Draft, readers: readonly Subscriber[]) =>
    stripOf(readers, now, draft(before).kept).harms.map(inShort);
  const inShort = (harm: Harm) =>
    'lesson' in harm
      ? `${harm.is} ${harm.lesson}: ${harm.had} ${harm.lost} ${harm.again}`
      : `${harm.is}: ${harm.readers}`;
  const retired = (...ids: string[]): Draft => ({
    ...draft(['a']),
    kept: {
      ...draft(['a']).kept,
      lessons: ['a', ...ids].map((id) => ({ ...lesson(id), ...(id !== 'a' && { retired: true }) })),
    },
  });
  const onTrack = (track: string | undefined) =>
    reader({ enrollments: [enrollment(track === undefined ? {} : { track: track as TrackId })] });

  test.for<readonly [string, Lessons, Draft, readonly Subscriber[], readonly string[]]>([
    ['nothing has changed', ['a', 'b'], draft(['a', 'b']), [reading('a')], []],
    ['removed, and nobody reads', ['a', 'b'], draft(['a']), [], []],
    ['removed, and had', ['a', 'b'], draft(['a']), [reading('a', 'b')], ['removed b: 1 0 0']],
    ['removed, and to come', ['a', 'b'], draft(['a']), [reading('a')], ['removed b: 0 1 0']],
    ['removed, and all are past it anyway', ['b', 'a'], draft(['a']), [reading('a')], []],
    ['renamed', ['a', 'b'], draft(['a', 'x']), [reading('a', 'b')], ['renamed b: 1 0 1']],
    ['moved away', ['a', 'b', 'c'], draft(['c', 'a', 'b']), [reading('a')], ['skipped c: 0 1 0']],
    [
      'moved on, and some had it: what lies between is behind them',
      ['a', 'b', 'c', 'd'],
      draft(['a', 'c', 'd', 'b']),
      [reading('a', 'b'), reading('a', 'b', 'c'), reading('a')],
      ['overtaken: 2'],
    ],
    ['moved, and nobody loses it', ['a', 'b', 'c'], draft(['a', 'c', 'b']), [reading('a')], []],
    ['put in: it says itself for whom', ['a', 'b'], draft(['new', 'a', 'b']), [reading('a')], []],
    ['retired: it says so itself', ['a', 'b'], retired('b'), [reading('a')], []],
    [
      'a track that is gone',
      ['a'],
      draft(['a'], ['partner']),
      [onTrack('friend'), onTrack('partner')],
      ['track-gone: 1'],
    ],
    [
      'tracks, and none before',
      ['a'],
      draft(['a'], ['x']),
      [onTrack(undefined)],
      ['track-gone: 1'],
    ],
  ])('%s', ([, before, now, readers, expected]) => {
    expect(harms(before, now, readers)).toEqual(expected);
  });
});

test('many readers cost what a few do: each history is looked at once', () => {
  const now = draft(['a', 'b', 'c']);
  let walks = 0;
  const lessons = new Proxy(now.outline.lessons, {
    get: (all, key, self) => {
      // Whatever goes through all letters begins by asking for one of these.
      if (key === 'map' || key === 'findLastIndex' || key === 'slice') walks += 1;
      return Reflect.get(all, key, self);
    },
  });
  const counted = { ...now, outline: { ...now.outline, lessons } };
  const walksFor = (readers: readonly Subscriber[]) => {
    walks = 0;
    stripOf(readers, counted, now.kept);
    return walks;
  };
  const few = [reading(), reading('a'), reading('a', 'b')];
  const many = Array.from({ length: 300 }, () => few).flat();
  expect(walksFor(few)).toBeGreaterThan(few.length);
  expect(walksFor(many)).toBe(walksFor(few));
  expect(stripOf(many, counted, now.kept).rows.map(({ had }) => had)).toEqual([600, 300, 0]);
});
