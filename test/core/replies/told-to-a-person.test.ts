import { describe, expect, test } from 'vitest';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import { decide } from '../../../functions/core/replies/decide.ts';
import type { Wish } from '../../../functions/core/replies/understanding.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T09:00:00Z');
const present = { now, courses: [course(['one', 'two', 'three'])] };
const reading = (fields = {}) =>
  reader({ enrollments: [enrollment({ received: received('one', 'two') })], ...fields });
const wishing = (...wishes: readonly Wish[]) => ({ wishes, personal: false });

describe('what nobody could be told is told to a person', () => {
  const LEFT: Standing = { is: 'left', at: now, by: 'page' };
  const PENDING: Standing = { is: 'pending', since: now };
  test.for<[why: string, Wish, Standing]>([
    ['another address, by who left', { is: 'address' }, LEFT],
    ['another address, by who has not confirmed', { is: 'address' }, PENDING],
    ['what else there is, by who left', { is: 'course' }, LEFT],
    ['how things stand, by who left', { is: 'status' }, LEFT],
    ['what can be said, by who has not confirmed', { is: 'help' }, PENDING],
    ['a letter again, by who left', { is: 'resend' }, LEFT],
  ])('%s', ([, wish, standing]) => {
    const decided = decide(wishing(wish), 1, reading({ standing }), present);
    expect(decided).toMatchObject({ outcome: 'forwarded', toAuthor: true });
    expect([decided.answer, decided.again, decided.besides]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('but who asks and leaves in one mail has left, and nobody has to read it', () => {
    const decided = decide(wishing({ is: 'leave' }, { is: 'status' }), 1, reading(), present);
    expect(decided).toMatchObject({ outcome: 'applied', answer: 'goodbye' });
    expect([decided.undone, decided.toAuthor]).toEqual([undefined, undefined]);
  });
});
