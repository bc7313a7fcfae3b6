import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../../functions/core/course.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { Option, Wish } from '../../../functions/core/replies/understanding.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const MORNINGS = 'mornings' as CourseSlug;
const CLOSER = 'closer' as CourseSlug;
const mornings = { ...course(['window', 'second']), slug: MORNINGS, title: 'Quiet mornings' };
const present = { now, courses: [course(['one', 'two', 'three']), mornings] };

const closer = enrollment({ received: received('one', 'two') });
const taken = enrollment({ course: MORNINGS, received: received('window') });
const READERS = {
  letters: reader({ enrollments: [closer] }),
  both: reader({ enrollments: [closer], newsletter: true }),
  'newsletter alone': reader({ enrollments: [{ ...closer, stopped: true }], newsletter: true }),
  'two courses': reader({ enrollments: [closer, taken] }),
} as const;
type Who = keyof typeof READERS;

const decided = (wishes: readonly Wish[], who: Who, trust: Trust = 1, about?: CourseSlug) =>
  decide({ wishes, personal: false }, trust, READERS[who], { ...present, about });

/** Who somebody is by a reply. */
function becoming(
  wishes: readonly Wish[],
  who: Who,
  trust: Trust = 1,
  about?: CourseSlug,
): Subscriber {
  const changed = decided(wishes, who, trust, about).change?.(READERS[who]);
  return changed?.is === 'changed' ? changed.subscriber : READERS[who];
}

const LEAVE: Wish = { is: 'leave' };
const OFF: Wish = { is: 'newsletter', on: false };
const ON: Wish = { is: 'newsletter', on: true };

describe('more mail than they get', () => {
  test.for<[why: string, Trust, outcome: string, newsletter: boolean]>([
    ['their own mail', 1, 'applied', true],
    ['a letter’s token alone is asked about', 2, 'confirm-asked', false],
    ['their address, with DMARC’s word', 3, 'applied', true],
    ['somebody else is asked about', 4, 'confirm-asked', false],
  ])('the newsletter by a reply: %s', ([, trust, outcome, newsletter]) => {
    expect(decided([ON], 'letters', trust).outcome).toBe(outcome);
    expect(becoming([ON], 'letters', trust).newsletter).toBe(newsletter);
  });

  test.for<[why: string, Wish, Who, options: readonly Option[] | undefined]>([
    ['what else there is', { is: 'course' }, 'letters', [[{ is: 'take', of: MORNINGS }]]],
    [
      'the one that they name',
      { is: 'course', of: MORNINGS },
      'both',
      [[{ is: 'take', of: MORNINGS }]],
    ],
    ['nothing, where they take all', { is: 'course' }, 'two courses', undefined],
  ])('another course is a button in a mail of its own: %s', ([, wish, who, options]) => {
    const { besides, question, offers, outcome } = decided([wish], who);
    expect(becoming([wish], who)).toEqual(READERS[who]);
    expect(question).toBeUndefined();
    expect(offers).toEqual(options);
    expect([besides, outcome]).toEqual(
      options ? [['courses'], 'confirm-asked'] : [undefined, 'forwarded'],
    );
  });

  test('what could be had is no part of what goes on: each mail has its own buttons', () => {
    const { answer, question, besides, offers } = decided([LEAVE, { is: 'course' }], 'both');
    expect([answer, question?.options]).toEqual(['in-part', [[OFF]]]);
    expect([besides, offers]).toEqual([['courses'], [[{ is: 'take', of: MORNINGS }]]]);
  });

  test('to begin again is asked about, since nothing leads back', () => {
    const { question, outcome } = decided([{ is: 'course', again: true }], 'letters');
    expect(question?.options).toEqual([[{ is: 'again-course', of: CLOSER, time: 1 }]]);
    expect(outcome).toBe('clarify-asked');
  });

  test('never one that its author has ended: a person hears of it', () => {
    const ended = [{ ...course([]), retired: true as const }, mornings];
    const wish: Wish = { is: 'course', again: true, of: CLOSER };
    const understood = { wishes: [wish], personal: false };
    const { question, offers, toAuthor } = decide(understood, 1, READERS['two courses'], {
      now,
      courses: ended,
    });
    expect([question, offers, toAuthor]).toEqual([undefined, undefined, true]);
  });
});
