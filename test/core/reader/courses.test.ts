import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CourseOutline, CourseSlug, TrackId } from '../../../functions/core/course.ts';
import { beginAgain, stop, take, takeTurns } from '../../../functions/core/reader/courses.ts';
import { afterSending, owedMail } from '../../../functions/core/reader/owed.ts';
import type { Standing, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, reader } from '../../support/builders.ts';
import { inCloser, lettersToCome, made } from '../../support/letters-to-come.ts';

const now = at('2026-11-22T07:00:30Z');
const named = (slug: string, lessons: readonly string[], more = {}): CourseOutline => ({
  ...course(lessons),
  slug: slug as CourseSlug,
  tracks: [],
  ...more,
});
const CLOSER = named('closer', ['a', 'b', 'c']);
const OTHER = named('other', ['x', 'y']);
const courses = [CLOSER, OTHER];
const present = { now, courses };

const letters = (subscriber: Subscriber) => lettersToCome(subscriber, present);

describe('another course', () => {
  test('comes after the one that somebody takes', () => {
    expect(letters(made(take(inCloser('a'), OTHER, present)))).toEqual(['b', 'c', 'x', 'y']);
  });

  test('by turns: a letter of each, until one of them is over', () => {
    const both = made(take(inCloser(), OTHER, present));
    expect(letters(made(takeTurns(both, true, present)))).toEqual(['a', 'x', 'b', 'y', 'c']);
  });

  test('and back to one after another, at any time', () => {
    const both = made(take(inCloser('a'), OTHER, present));
    const turns = made(takeTurns(both, true, present));
    expect(made(takeTurns(turns, false, present)).byTurns).toBeUndefined();
  });

  test('in the wording that they read in, or the first', () => {
    const tracks = ['partner', 'friend'].map((id) => ({ id: id as TrackId, label: id }));
    const two = named('two', ['x'], { tracks });
    const trackOf = (track?: string) => {
      const reads = enrollment(track === undefined ? {} : { track: track as TrackId });
      return made(take(reader({ enrollments: [reads] }), two, present)).enrollments[1]?.track;
    };
    expect(trackOf('friend')).toBe('friend');
    expect(trackOf()).toBe('partner');
    expect(trackOf('nobody')).toBe('partner');
  });

  test('gives who had finished a next letter', () => {
    const finished = inCloser('a', 'b', 'c');
    expect(finished.dueAt).toBeUndefined();
    expect(made(take(finished, OTHER, present)).dueAt).toBeDefined();
  });

  test.for<[string, CourseOutline, string]>([
    ['one that they take', CLOSER, 'unchanged'],
    ['one that is over', named('old', [], { retired: true }), 'refused'],
  ])('%s: nothing changes', ([, which, is]) => {
    expect(take(inCloser(), which, present).is).toBe(is);
  });
});

describe('leaving one course', () => {
  test('ends its letters and keeps its place', () => {
    const both = made(take(inCloser('a'), OTHER, present));
    const less = made(stop(both, CLOSER.slug, present));
    expect(letters(less)).toEqual(['x', 'y']);
    expect(letters(made(take(less, CLOSER, present)))).toEqual(['b', 'c', 'x', 'y']);
  });

  test('of one: nothing comes', () => {
    const none = made(stop(inCloser('a'), CLOSER.slug, present));
    expect(none.dueAt).toBeUndefined();
    expect(stop(none, CLOSER.slug, present)).toEqual({ is: 'unchanged' });
  });

  test('that nobody takes is refused', () => {
    expect(stop(inCloser(), OTHER.slug, present)).toEqual({
      is: 'refused',
      because: 'no-such-course',
    });
  });
});

test.for<[string, Standing]>([
  ['who has not confirmed', { is: 'pending', since: now }],
  ['who left', { is: 'left', at: now, by: 'page' }],
  ['whose address can’t be mailed', { is: 'suppressed', at: now, because: 'hard-bounce' }],
])('nobody can wish for any of it %s', ([, standing]) => {
  const one = reader({ standing });
  const wishes = [
    take(one, OTHER, present),
    stop(one, CLOSER.slug, present),
    beginAgain(one, CLOSER.slug, undefined, present),
    takeTurns(one, true, present),
  ];
  expect(wishes.map(({ is }) => is)).toEqual(Array(4).fill('refused'));
});

test('whatever is wished in between, each letter comes once a time, and each course in its order', () => {
  const wish = fc.constantFrom(
    'take',
    'stop',
    'again',
    'turns',
    'in a row',
    'letter',
    'letter',
    'letter',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(wish, fc.constantFrom(...courses)), { maxLength: 30 }),
      (wishes) => {
        let one = inCloser();
        const came = new Map<string, string[]>();
        for (const [what, which] of wishes) {
          const owed = owedMail(one, courses);
          if (what === 'letter' && owed?.kind === 'lesson') {
            const time = `${owed.course} ${owed.again ?? 0}`;
            came.set(time, [...(came.get(time) ?? []), owed.lesson]);
            one = afterSending(one, owed, courses, now);
            continue;
          }
          const change =
            what === 'take'
              ? take(one, which, present)
              : what === 'stop'
                ? stop(one, which.slug, present)
                : what === 'again'
                  ? beginAgain(one, which.slug, undefined, present)
                  : takeTurns(one, what === 'turns', present);
          if (change.is === 'changed') one = change.subscriber;
        }
        for (const [time, lessons] of came) {
          const all = courses
            .find(({ slug }) => time.startsWith(slug))
            ?.lessons.map(({ id }) => id);
          expect(lessons).toEqual(all?.slice(0, lessons.length));
        }
      },
    ),
    { seed: 26, numRuns: 500 },
  );
});
