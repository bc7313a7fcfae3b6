import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DispatchState, freshStart } from '../../functions/core/sending/due.ts';
import type { Instant } from '../../functions/core/time.ts';
import { sendSoon } from '../../functions/runtime/send-soon.ts';
import { at, reader } from '../support/builders.ts';

/** Which mails go on the queue by the hand that made them due, and which are left to the tick. */

const NOW = at('2026-11-27T07:00:00Z');
const RESTING: DispatchState = { resting: { since: NOW, probes: freshStart(NOW) } };

async function queuedBy(state: () => Promise<DispatchState>, dueAt: Instant | undefined = NOW) {
  const bodies: unknown[] = [];
  const queue = { put: async (messages: unknown) => void bodies.push(messages) };
  const { id } = reader();
  await sendSoon({ dueIndex: { state }, queue, now: () => NOW }, { id, dueAt });
  return bodies.length;
}

test.for<readonly [why: string, state: DispatchState, queued: number]>([
  ['all is well', {}, 1],
  ['a hold has ended', { holdUntil: NOW }, 1],
  [
    'the account is refused: the tick finds it when that is over',
    { holdUntil: at('2026-11-27T07:05:00Z') },
    0,
  ],
  ['nobody answers: it is the next probe, as the latest due', RESTING, 0],
])('%s', async ([, state, queued]) => {
  expect(await queuedBy(async () => state)).toBe(queued);
});

test('what is not due yet waits, and asks nobody', async () => {
  const state = vi.fn(async (): Promise<DispatchState> => ({}));
  expect(await queuedBy(state, at('2026-11-27T07:00:01Z'))).toBe(0);
  expect(state).not.toHaveBeenCalled();
});

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test('whoever pressed a button does not read that the table is away', async () => {
  expect(await queuedBy(() => Promise.reject(new Error('away')))).toBe(0);
  expect(console.error).toHaveBeenCalledOnce();
});
