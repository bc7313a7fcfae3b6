import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextLetterInWords, slotValues } from '../../../functions/core/mail/compose.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { plusSeconds, type Zone } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';
import { ENGLISH } from '../../support/words.ts';

const now = at('2026-11-22T09:00:00Z');
const UTC = 'UTC' as Zone;
const values = (fields: Partial<Subscriber>) =>
  slotValues(reader({ zone: UTC, ...fields }), {
    course: course(['one']),
    webUrl: 'https://letters.example',
    words: ENGLISH,
  });
const nextLetter = (fields: Partial<Subscriber>) =>
  nextLetterInWords(reader({ zone: UTC, ...fields }), {
    words: ENGLISH,
    now,
    courses: [course(['one'])],
  });

describe('the next letter, as a mail names it', () => {
  test.for([
    ['the one that is due', at('2026-11-23T08:00:00Z'), 'Monday, November 23, 2026, at 08:00'],
    ['one put off', at('2026-12-06T08:00:00Z'), 'Sunday, December 6, 2026, at 08:00'],
    ['the one after it, when one is late', at('2026-11-22T08:00:00Z'), 'Monday, November 23'],
    ['the one after it, when one is due right now', now, 'Monday, November 23'],
    ['the reader’s next hour, when none is due', undefined, 'Monday, November 23'],
  ] as const)('%s', ([, dueAt, words]) => {
    expect(nextLetter({ ...(dueAt && { dueAt }) })).toContain(words);
  });

  test('is always still to come', () => {
    const days = 86_400 * 30;
    fc.assert(
      fc.property(fc.integer({ min: -days, max: days }), (seconds) => {
        const words = nextLetter({ dueAt: plusSeconds(now, seconds) });
        const [, day, time] = /^\w+, (.+), at (.+)$/.exec(words) ?? [];
        const endOfItsMinute = Date.parse(`${day} ${time} UTC`) + 60_000;
        expect(endOfItsMinute).toBeGreaterThan(Date.parse(now));
      }),
    );
  });
});

test.for([
  [[], '0 letters'],
  [['one'], 'one letter'],
  [['one', 'two'], '2 letters'],
] as const)('%o in words: %s', ([had, words]) => {
  const enrollments = [enrollment({ received: received(...had) })];
  expect(values({ enrollments }).lettersReceivedInWords).toBe(words);
});
