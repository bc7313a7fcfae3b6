import { describe, expect, test } from 'vitest';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { done } from '../../../functions/core/replies/deeds.ts';
import type { Wish } from '../../../functions/core/replies/understanding.ts';
import { undoOf } from '../../../functions/core/replies/undo.ts';
import { actIn, codeOf } from '../../../functions/core/replies/wish-code.ts';
import {
  ALL,
  BOTH,
  day,
  ISSUES,
  inShort,
  LETTERS,
  MARCH,
  NEWSLETTER,
  ON,
  paused,
  WHO,
  type Who,
} from '../../support/pauses-of-lists.ts';
import { now, present } from '../../support/readers-of-lists.ts';

/** What a pause of one list leaves to a skip, to the way back, and to a link. */

describe('a skip', () => {
  const skipping = (who: Who) => {
    const one = { ...WHO[who], dueAt: now };
    const { subscriber } = done([{ is: 'skip', count: 1 }], one, { ...present, by: 'reply' });
    return inShort(subscriber);
  };
  test('is of the letters', () => expect(skipping('both')).toBe('letters until 2026-11-24'));
  test('in a pause of everything is of everything', () => {
    const held = { ...BOTH, ...paused({ until: day('2026-11-25') }), dueAt: now };
    const { subscriber } = done([{ is: 'skip', count: 1 }], held, { ...present, by: 'reply' });
    expect(inShort(subscriber)).toMatch(/^both until/);
  });
  test('of who has only issues is of them', () => {
    const waits = { ...WHO['all read'], issues: ISSUES, dueAt: now, dueOf: 'issues' as const };
    const { subscriber } = done([{ is: 'skip', count: 1 }], waits, { ...present, by: 'reply' });
    expect(inShort(subscriber)).toMatch(/^newsletter until/);
  });
});

describe('what takes it back', () => {
  const RHYTHM: Wish = { is: 'discreet', on: true };
  const rows = Object.keys(WHO).flatMap((who) =>
    (
      [
        NEWSLETTER,
        { ...NEWSLETTER, ...MARCH },
        LETTERS,
        { ...ALL, ...MARCH },
        { is: 'resume' },
        ON,
        { is: 'newsletter', on: false },
        RHYTHM,
      ] as const
    ).map((wish) => [who as Who, wish] as const),
  );
  /** All that a pause is; when it was asked for is another moment afterwards. */
  const told = (one: Subscriber) => [inShort(one), one.newsletter, one.discreet];
  test.for(rows)('%s: %o', ([who, wish]) => {
    const setting = { ...present, by: 'page' } as const;
    const before: Subscriber = WHO[who];
    const { subscriber } = done([wish], before, setting);
    const back = done(undoOf(before, subscriber, present), subscriber, setting);
    expect(told(back.subscriber)).toEqual(told(before));
    expect(undoOf(before, subscriber, present).map(codeOf).map(actIn)).toEqual(
      undoOf(before, subscriber, present),
    );
  });
});

test('a link names the list; one of before held everything', () => {
  expect(codeOf({ ...NEWSLETTER, ...MARCH })).toBe('p.20270301..n');
  expect(actIn('p.20270301')).toEqual({ is: 'pause', ...MARCH });
  expect(actIn('p...x')).toBeUndefined();
  const { subscriber } = done([{ is: 'pause', ...MARCH }], BOTH, { ...present, by: 'page' });
  expect(inShort(subscriber)).toBe('both until 2027-03-01');
});
