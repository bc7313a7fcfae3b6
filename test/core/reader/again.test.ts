import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginAgain, goBack } from '../../../functions/core/reader/courses.ts';
import { had } from '../../../functions/core/reader/had.ts';
import { afterSending, isKnownSent, owedMail } from '../../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';
import { inCloser, lettersToCome, made } from '../../support/letters-to-come.ts';

/** A course that is begun again: what comes, and what they had. */

const now = at('2026-11-22T07:00:30Z');
const CLOSER = course(['a', 'b', 'c']);
const courses = [CLOSER];
const present = { now, courses };

const letters = (subscriber: Subscriber) => lettersToCome(subscriber, present);

describe('beginning again', () => {
  test('brings every letter again, in order', () => {
    expect(
      letters(made(beginAgain(inCloser('a', 'b', 'c'), CLOSER.slug, undefined, present))),
    ).toEqual(['a', 'b', 'c']);
  });

  test('news of a letter of the time before changes nothing but the day it counts for', () => {
    const before = inCloser('a', 'b');
    const onItsWay = owedMail(before, courses);
    if (onItsWay === undefined) throw new Error('c is owed');
    const again = made(beginAgain(before, CLOSER.slug, undefined, present));
    expect(isKnownSent(again, onItsWay)).toBe(false);
    const after = afterSending(again, onItsWay, courses, now);
    expect(isKnownSent(after, onItsWay)).toBe(true);
    expect(after.enrollments[0]).toMatchObject({ received: [], earlier: ['a', 'b', 'c'] });
    expect(after.last?.on).toBe('2026-11-22');
    expect(letters(after)).toEqual(['a', 'b', 'c']);
  });

  test('as the time that was offered, once: a later press is refused', () => {
    const one = inCloser('a', 'b');
    const offered = (who: Subscriber) => beginAgain(who, CLOSER.slug, 1, present);
    const begun = made(offered(one));
    expect(offered(begun)).toEqual({ is: 'refused', because: 'too-late' });
    expect(offered(read(begun))).toEqual({ is: 'refused', because: 'too-late' });
  });

  test('never a course that its author has ended', () => {
    const ended = { now, courses: [{ ...CLOSER, lessons: [], retired: true as const }] };
    const change = beginAgain(inCloser('a'), CLOSER.slug, undefined, ended);
    expect(change).toEqual({ is: 'refused', because: 'no-such-course' });
  });

  test('is a letter of a third time neither', () => {
    const second = made(beginAgain(inCloser('a'), CLOSER.slug, undefined, present));
    const owed = owedMail(second, courses);
    const third = made(beginAgain(second, CLOSER.slug, undefined, present));
    expect(owed && isKnownSent(third, owed)).toBe(true);
    expect(owedMail(third, courses)).toMatchObject({ lesson: 'a', again: '2' });
  });
});

describe('taking it back that they began again', () => {
  const back = (one: Subscriber, had = 2, time = one.enrollments[0]?.again ?? 0) =>
    goBack(one, CLOSER.slug, { had, time }, present);
  const begun = made(beginAgain(inCloser('a', 'b'), CLOSER.slug, undefined, present));

  test('goes on where they were, as one more time', () => {
    const after = made(back(begun));
    expect(after.enrollments[0]).toMatchObject({ received: ['a', 'b'], again: 2 });
    expect(letters(after)).toEqual(['c']);
    expect(owedMail(after, courses)).toMatchObject({ lesson: 'c', again: '2' });
  });

  test('leaves what they had in times before that where it was', () => {
    const twice = made(beginAgain(made(back(begun)), CLOSER.slug, undefined, present));
    const once = enrollment({ again: 3, received: received('a'), earlier: received('b', 'c') });
    const third = made(
      beginAgain(reader({ enrollments: [once] }), CLOSER.slug, undefined, present),
    );
    expect(made(back(twice)).enrollments[0]?.earlier).toBeUndefined();
    expect(made(back(third, 1)).enrollments[0]).toMatchObject({
      received: ['a'],
      earlier: ['b', 'c'],
    });
  });

  test.for<[why: string, one: () => Subscriber, count: number, time?: number]>([
    ['a letter of the new time has come', () => read(begun), 2],
    ['as many letters of earlier times are left, and one has come', () => read(begun), 1],
    ['they never began again', () => inCloser('a', 'b'), 2],
    ['it was done already', () => made(back(begun)), 2],
    ['they had fewer letters', () => begun, 3],
    ['it would be from none on', () => begun, 0],
    ['it is no number', () => begun, Number.NaN],
    ['it is another beginning that was meant', () => begun, 2, 2],
  ])('is refused where %s', ([, one, count, time]) => {
    expect(back(one(), count, time)).toEqual({ is: 'refused', because: 'too-late' });
  });
});

/** With the next letter. */
function read(one: Subscriber): Subscriber {
  const owed = owedMail(one, courses);
  if (owed === undefined) throw new Error('a letter is owed');
  return afterSending(one, owed, courses, now);
}

describe('what they had', () => {
  type Step = 'letter' | 'again';
  const rows: readonly [why: string, steps: readonly Step[], received: string, earlier: string][] =
    [
      ['nothing is thrown away', ['letter', 'letter', 'again'], '', 'ab'],
      [
        'a letter stands once, in the time of which it is',
        ['letter', 'letter', 'again', 'letter'],
        'a',
        'b',
      ],
      [
        'those of the last time stand before those of the time before it',
        ['letter', 'letter', 'letter', 'again', 'letter', 'again'],
        '',
        'abc',
      ],
      [
        'and none of them twice, however often it is begun again',
        [...Array<readonly Step[]>(5).fill(['letter', 'letter', 'again'])].flat(),
        '',
        'ab',
      ],
    ];
  test.for(rows)('%s', ([, steps, now1, before]) => {
    let one = inCloser();
    for (const step of steps) {
      const owed = owedMail(one, courses);
      if (step === 'again') one = made(beginAgain(one, CLOSER.slug, undefined, present));
      else if (owed !== undefined) one = afterSending(one, owed, courses, now);
    }
    const [closer] = one.enrollments;
    expect([closer?.received.join(''), closer?.earlier?.join('') ?? '']).toEqual([now1, before]);
    expect(closer && had(closer)).toEqual([...now1, ...before]);
  });

  test('whatever is done, a letter that came is had, and once', () => {
    const steps = fc.array(fc.constantFrom<Step>('letter', 'letter', 'again'), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (all) => {
        let one = inCloser();
        const came = new Set<string>();
        for (const step of all) {
          const owed = owedMail(one, courses);
          if (step === 'again') one = made(beginAgain(one, CLOSER.slug, undefined, present));
          else if (owed?.kind === 'lesson') {
            came.add(owed.lesson);
            one = afterSending(one, owed, courses, now);
          }
        }
        const { received: is = [], earlier = [] } = one.enrollments[0] ?? {};
        expect([...is, ...earlier].sort()).toEqual([...came].sort());
      }),
      { seed: 26, numRuns: 300 },
    );
  });
});
