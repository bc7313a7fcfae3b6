import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Trust } from '../../../functions/core/replies/trust.ts';
import type { Understanding, Wish } from '../../../functions/core/replies/understanding.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const present = { now: at('2026-11-22T09:00:00Z'), courses: [course(['one', 'two', 'three'])] };
const reading = () => reader({ enrollments: [enrollment({ received: received('one', 'two') })] });
const PERSONAL: Understanding = { wishes: [], personal: true };
const PAUSE: Wish = { is: 'pause', until: '2026-12-06' as LocalDate };
const distressed = (...wishes: readonly Wish[]): Understanding => ({
  wishes,
  distress: 'alone',
  personal: true,
});

describe('somebody in distress meets a person', () => {
  test.for<
    [why: string, Understanding, Trust, outcome: string, change: string, answer: string | undefined]
  >([
    [
      'and nothing happens to them',
      { ...PERSONAL, distress: 'alone' },
      1,
      'forwarded',
      'unchanged',
      'care',
    ],
    [
      'nothing is written where somebody else reads',
      { ...PERSONAL, distress: 'watched' },
      1,
      'forwarded',
      'unchanged',
      undefined,
    ],
    [
      'nor on the word of somebody who may be another',
      { ...PERSONAL, distress: 'alone' },
      4,
      'forwarded',
      'unchanged',
      undefined,
    ],
    [
      'who leaves has left, and gets no goodbye',
      distressed({ is: 'leave' }),
      1,
      'applied',
      'changed',
      undefined,
    ],
    [
      'who is left by somebody else has not',
      distressed({ is: 'leave' }),
      4,
      'forwarded',
      'unchanged',
      undefined,
    ],
    ['no other wish counts', distressed(PAUSE), 1, 'forwarded', 'unchanged', 'care'],
  ])('%s', ([, understood, trust, outcome, change, answer]) => {
    const decided = decide(understood, trust, reading(), present);
    expect(decided).toMatchObject({ outcome, toAuthor: true, distress: understood.distress });
    expect(decided.answer, 'a note at most: no menu, no goodbye').toBe(answer);
    expect(decided.question).toBeUndefined();
    expect(decided.change?.(reading()).is ?? 'unchanged').toBe(change);
  });
});

describe('in distress ends what they say, and nothing else', () => {
  const BOTH = { ...reading(), newsletter: true };
  const lists = ({ standing, newsletter, enrollments }: Subscriber) => [
    standing.is,
    enrollments.some(({ stopped }) => stopped !== true),
    newsletter,
  ];
  test.for<
    [
      why: string,
      Wish,
      Subscriber,
      after: readonly [string, letters: boolean, newsletter: boolean],
      answer: string | undefined,
      outcome: string,
    ]
  >([
    [
      'the newsletter ends, and the note is written to who reads on',
      { is: 'leave', of: 'newsletter' },
      BOTH,
      ['active', true, false],
      'care',
      'applied',
    ],
    [
      'the letters that they answer end; the newsletter is not asked about',
      { is: 'leave' },
      BOTH,
      ['active', false, true],
      undefined,
      'applied',
    ],
    [
      'all of it, where they say so',
      { is: 'leave', of: 'all' },
      BOTH,
      ['left', true, true],
      undefined,
      'applied',
    ],
    [
      'what is in doubt is no menu',
      { is: 'leave', of: 'either' },
      BOTH,
      ['active', true, true],
      'care',
      'forwarded',
    ],
    [
      'who gets letters alone has left',
      { is: 'leave', of: 'newsletter' },
      reading(),
      ['left', true, false],
      undefined,
      'applied',
    ],
  ])('%s', ([, wish, who, after, answer, outcome]) => {
    const decided = decide(distressed(wish), 1, who, present);
    expect(decided).toMatchObject({ outcome, toAuthor: true, distress: 'alone' });
    expect([decided.answer, decided.question]).toEqual([answer, undefined]);
    const changed = decided.change?.(who);
    expect(lists(changed?.is === 'changed' ? changed.subscriber : who)).toEqual(after);
  });
});
