import { describe, expect, test } from 'vitest';
import {
  type Care,
  careAfter,
  isCareful,
  isSlow,
  placeInLine,
  roomAt,
  type SignUpFigures,
  signUpsFrom,
} from '../../../functions/core/sending/care.ts';
import { plusSeconds } from '../../../functions/core/time.ts';
import { at } from '../../support/builders.ts';

/** How the form stands to strangers, by what came of the mails that it sent. */

const NOW = at('2026-11-26T08:30:00Z');
const HOUR = at('2026-11-26T09:30:00Z');
const of = (confirmations: number, returned: number): SignUpFigures => ({
  confirmations,
  returned,
});
const MANY = of(40, 20);

describe('the form is careful', () => {
  test.each<[why: string, confirmations: number, returned: number, careful: boolean]>([
    ['nobody signed up', 0, 0, false],
    ['a typo', 3, 1, false],
    ['nine typos on a slow day', 9, 9, false],
    ['a day on which many join: one in twenty has a typo', 1000, 50, false],
    ['one in ten are made up', 100, 10, true],
    ['almost one in ten', 101, 10, false],
    ['ten that returned, of a number that was lost', 0, 10, true],
  ])('%s: of %i, %i', (_, confirmations, returned, careful) => {
    const lately = of(confirmations, returned);
    const care = careAfter(undefined, { lately, since: lately }, NOW);
    expect(care).toEqual(careful ? { since: NOW, until: HOUR } : undefined);
    expect(isCareful(care, NOW)).toBe(careful);
  });

  test('six hours are this one and five before it', () => {
    expect(signUpsFrom(NOW)).toBe('2026-11-26T03:00:00Z');
  });
});

describe('and slow', () => {
  const since = at('2026-11-26T08:20:00Z');
  const care: Care = { since, until: at('2026-11-26T09:20:00Z') };
  const slowUntil = at('2026-11-26T09:00:00Z');
  test.for<[why: string, before: Care | undefined, since: SignUpFigures, after: Partial<Care>]>([
    ['what came back was sent before', care, of(10, 9), { since, until: HOUR }],
    ['mails sent since come back', care, MANY, { since, until: HOUR, slowUntil: HOUR }],
    ['few of many do: typing errors among a crowd', care, of(200, 12), { since, until: HOUR }],
    [
      'it was, and what comes back now is of before',
      { ...care, slowUntil },
      of(3, 2),
      { since, until: HOUR, slowUntil },
    ],
    ['it had ended: all begins anew', { since, until: NOW }, MANY, { since: NOW, until: HOUR }],
  ])('%s', ([, before, sent, after]) => {
    expect(careAfter(before, { lately: MANY, since: sent }, NOW)).toEqual(after);
  });

  test('it ends by itself an hour after the last that came back', () => {
    const slow = careAfter(care, { lately: MANY, since: MANY }, NOW);
    expect([isSlow(slow, plusSeconds(HOUR, -1)), isSlow(slow, HOUR)]).toEqual([true, false]);
    expect(careAfter(slow, { lately: of(90, 8), since: MANY }, NOW), 'no more than errors').toBe(
      undefined,
    );
  });
});

describe('the line', () => {
  test('has a place every ten minutes, and whoever comes first has the first', () => {
    const places: string[] = [];
    let next: Care['next'];
    for (let one = 0; one < 3; one += 1) {
      const taken = placeInLine(next, NOW);
      places.push(taken.place.slice(11, 16));
      next = taken.next;
    }
    expect(places).toEqual(['08:30', '08:40', '08:50']);
    expect(placeInLine(next, at('2026-11-26T12:00:00Z')).place, 'it is empty by then').toBe(
      '2026-11-26T12:00:00Z',
    );
  });

  test('is a day long: whoever was let in is mailed within it', () => {
    const line = (next: Care['next']) =>
      roomAt({ since: NOW, until: HOUR, ...(next && { next }) }, NOW);
    expect(line(undefined)).toBeUndefined();
    expect(line(at('2026-11-27T08:30:00Z'))).toBeUndefined();
    expect(line(at('2026-11-27T08:40:00Z'))).toBe('2026-11-26T08:40:00Z');
  });
});
