import { describe, expect, test } from 'vitest';
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
