import { describe, expect, test } from 'vitest';
import { owedMail } from '../../../functions/core/reader/owed.ts';
import { completed } from '../../../functions/core/reader/restore.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { at, enrollment, received } from '../../support/builders.ts';
import { ann, COURSES, loss } from '../../support/losses.ts';

const NOON = at('2026-11-25T12:00:00Z');
const present = loss();

describe('a course that was begun again', () => {
  type Side = Partial<Parameters<typeof enrollment>[0]>;
  const taking = (fields: Side) => ann({ enrollments: [enrollment(fields)] });
  const stand = (one: Subscriber | undefined) => {
    const [closer] = one?.enrollments ?? [];
    return closer && [closer.again, closer.received.join(' '), closer.earlier?.join(' ')];
  };
  test.for<readonly [reason: string, live: Side, copy: Side, becomes: ReturnType<typeof stand>]>([
    [
      'since the copy: the new time goes on, and what the copy knows is what they had before',
      { received: received('one'), again: 1 },
      { received: received('one', 'two', 'three') },
      [1, 'one', 'two three'],
    ],
    [
      'since the copy, and all of that is known: nothing was lost',
      { received: received('one'), earlier: received('two', 'three'), again: 1 },
      { received: received('one', 'two', 'three') },
      undefined,
    ],
    [
      'before the copy, of which the loss took even the press: they asked for that time',
      { received: received('one', 'two', 'three') },
      { received: received('one'), earlier: received('two'), again: 1 },
      [1, 'one', 'two three'],
    ],
    [
      'before the copy and not after: letters of this time and of before are united, each in its own',
      { received: received('two'), again: 1 },
      { received: received('one'), earlier: received('two', 'four'), again: 1 },
      [1, 'one two', 'four'],
    ],
    [
      'and again since: letters of two times before are had, and come again',
      { received: received(), again: 2 },
      { received: received('two'), earlier: received('one'), again: 1 },
      [2, '', 'two one'],
    ],
  ])('%s', ([, live, copy, becomes]) => {
    expect(stand(completed(taking(live), taking(copy), present))).toEqual(becomes);
  });

  test('is sent from its beginning, not from where the copy was', () => {
    const live = taking({ received: received(), again: 1 });
    const { last: _, ...unknown } = live;
    const whole = completed(unknown, taking({ received: received('one', 'two') }), present);
    expect(whole && owedMail(whole, COURSES)).toMatchObject({ lesson: 'one', again: '1' });
  });

  test('since the copy: letters of the time before are none that went out since', () => {
    const other = enrollment({ course: 'other' as never, received: received('uno') });
    const live = taking({ received: received('one'), again: 1 });
    const copy = ann({ enrollments: [enrollment({ received: received('one') }), other] });
    const whole = completed(live, copy, loss({ lostAt: NOON }));
    expect(stand(whole)).toEqual([1, 'one', undefined]);
  });

  test('since it was stopped: it stays as they live', () => {
    const live = taking({ received: received(), again: 1 });
    const copy = taking({ received: received('one'), stopped: true });
    expect(completed(live, copy, present)?.enrollments[0]?.stopped).toBeUndefined();
  });

  test('by the copy alone, just before it: its letters went out all the same', () => {
    const { last: _, ...unknown } = taking({ received: received('one') });
    const copy = taking({ received: received(), earlier: received('one'), again: 1 });
    const whole = completed(unknown, copy, loss({ lostAt: at('2026-11-24T12:00:00Z') }));
    expect(stand(whole)).toEqual([1, 'one', undefined]);
  });

  test('by the copy: its letters that were due until the loss went out, of that time', () => {
    const live = { ...taking({ received: received('one', 'two') }) };
    const { last: _, ...unknown } = live;
    const copy = taking({ received: received('one'), earlier: received('two'), again: 1 });
    expect(stand(completed(unknown, copy, loss({ lostAt: NOON })))).toEqual([
      1,
      'one two three',
      undefined,
    ]);
  });
});
