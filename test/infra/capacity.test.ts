import { describe, expect, test } from 'vitest';
import { mostInMessage, RATE_SHARE } from '../../functions/core/sending/pace.ts';
import { capacityFor, secondsOfMessage, secondsOfTick } from '../../infra/capacity.ts';

/** Senders and tick fit what the account may run and what SES takes. */

test.for<
  readonly [reason: string, concurrency: number, rate: number, senders: number, memory: number]
>([
  ['a new account: as many as there is room for', 10, 14, 3, 256],
  [
    'one that may run more, at the same rate: no more, so that an outage touches few',
    1000,
    14,
    3,
    256,
  ],
  ['a larger rate: more of them', 1000, 200, 8, 256],
  ['a larger rate in a small account: larger ones', 16, 200, 6, 512],
  ['one where nothing is enough: as many and as large as can be', 10, 500, 3, 1769],
])('%s', ([, concurrency, sendRate, senders, senderMemory]) => {
  expect(capacityFor({ concurrency, sendRate })).toMatchObject({ senders, senderMemory });
});

describe.each([
  [10, 14],
  [20, 50],
  [100, 200],
  [1000, 500],
  [1000, 1000],
  [1000, 2000],
])('of %i Lambdas, at %i a second', (concurrency, sendRate) => {
  const { senders, feedback, senderMemory, tickMemory } = capacityFor({ concurrency, sendRate });

  test('the senders carry what SES takes', () => {
    const message = mostInMessage({ perDay: -1, sentToday: 0, perSecond: sendRate });
    const carried = (senders * message) / secondsOfMessage(message, senderMemory);
    expect(carried).toBeGreaterThanOrEqual(sendRate * RATE_SHARE);
  });

  test('the queues leave half of the account to the web, the tick and replies', () => {
    expect(senders + feedback).toBeLessThanOrEqual(concurrency / 2);
  });

  test('a tick is done long before the next, and before its time-out of 50 s', () => {
    expect(secondsOfTick(sendRate * RATE_SHARE * 60, tickMemory)).toBeLessThanOrEqual(20);
  });
});
