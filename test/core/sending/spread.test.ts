import { describe, expect, test } from 'vitest';
import { mostInMessage, type Quota, spread } from '../../../functions/core/sending/pace.ts';

/** How due moments lie in messages, and messages in seconds. */

const quota = (perSecond: number): Quota => ({ perDay: -1, sentToday: 0, perSecond });
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const shape = (count: number, waiting: number, perSecond: number) =>
  spread(numbers(count), waiting, quota(perSecond)).map(
    ({ dues, delaySeconds }) => `${delaySeconds}s:${dues.length}`,
  );

test.for<[reason: string, count: number, waiting: number, perSecond: number, shape: string]>([
  ['the sandbox: one by one, nine in ten seconds', 4, 9, 1, '10s:1 11s:1 12s:1 13s:1'],
  ['out of the sandbox: a second’s worth', 30, 0, 14, '0s:13 1s:13 2s:4'],
  ['behind what waits', 13, 126, 14, '10s:13'],
  [
    'as even as can be, where a second’s worth is too many',
    90,
    0,
    50,
    '0s:11 0s:12 0s:11 0s:11 1s:11 1s:12 1s:11 1s:11',
  ],
  ['a few: one message', 5, 0, 200, '0s:5'],
  ['nobody: none', 0, 0, 14, ''],
])('%s', ([, count, waiting, perSecond, expected]) => {
  expect(shape(count, waiting, perSecond).join(' ')).toBe(expected);
});

describe.each([1, 2, 5, 10, 14, 20, 50, 200, 1000])('at %i a second', (perSecond) => {
  const minute = Math.floor(perSecond * 0.9 * 60);
  const all = spread(numbers(minute), 0, quota(perSecond));

  test('everybody is in one message, in order', () => {
    expect(all.flatMap(({ dues }) => dues)).toEqual(numbers(minute));
  });

  test('no second holds more than the account may send in one, nor any message', () => {
    const seconds = new Map<number, number>();
    for (const { dues, delaySeconds } of all) {
      seconds.set(delaySeconds, (seconds.get(delaySeconds) ?? 0) + dues.length);
      expect(dues.length).toBeLessThanOrEqual(mostInMessage(quota(perSecond)));
    }
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(perSecond);
    expect(Math.max(...seconds.keys())).toBeLessThan(60);
  });

  test('a message is full, nearly always, and never larger than thirteen', () => {
    const most = mostInMessage(quota(perSecond));
    expect(most).toBeLessThanOrEqual(Math.min(13, perSecond));
    expect(minute / all.length).toBeGreaterThan(0.75 * most);
  });
});

test('nothing is delayed by more than SQS can', () => {
  expect(spread([1, 2], 1e9, quota(14))).toEqual([{ dues: [1, 2], delaySeconds: 900 }]);
});
