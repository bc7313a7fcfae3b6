import { expect, test } from 'vitest';
import { ISSUE_SHARDS, SHARDS } from '../../functions/adapters/item.ts';
import { NewerItem } from '../../functions/adapters/stored.ts';
import { type DispatchState, freshStart, type Stopped } from '../../functions/core/sending/due.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, enrollment, reader } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';

/** Sending, and what it can't read: it stops loudly for that one, and goes on for the others. */

const START = at('2026-11-27T07:00:00Z');
const STOPPED: Stopped = {
  since: START,
  because: 'bounces',
  figures: { letters: 100, bounces: 10, complaints: 0 },
  requests: freshStart(START),
};

function due() {
  const mails: string[] = [];
  const world = fakeSendingWorld(START, {
    claiming: () => {},
    taken: ({ id }) => void mails.push(id),
  });
  world.deploy([course(['a', 'b'])]);
  const one = reader({ dueAt: START, enrollments: [enrollment()] });
  return { world, one, mails };
}

test('nothing is sent to somebody whom only newer code can read, and their item stays as it is', async () => {
  const { world, one, mails } = due();
  const item = ofNewerMajor(itemOf(one));
  await world.table.put(item);
  await expect(sendDue(world, { id: one.id, dueAt: START })).rejects.toBeInstanceOf(NewerItem);
  expect(mails).toEqual([]);
  expect(await world.table.raw(one.id)).toEqual(item);
});

/** One entry in each shard that is asked. */
const ALL = SHARDS.length + ISSUE_SHARDS.length;

test.for<[why: string, given: DispatchState, shards: number]>([
  ['letters are stopped', { stopped: STOPPED }, SHARDS.length],
  [
    'sending rests, when a probe may be an issue as well',
    { resting: { since: START, probes: freshStart(START) } },
    ALL,
  ],
])('entries that nobody can read ring also while %s', async ([, given, shards]) => {
  const { world } = due();
  const dueIndex: typeof world.dueIndex = {
    ...world.dueIndex,
    state: async () => given,
    due: async () => ({ due: [], unreadable: 1 }),
  };
  expect(await takeDue({ ...world, dueIndex })).toMatchObject({ signs: { Unreadable: shards } });
});

test('entries that nobody can read ring, with somebody beside them and without', async () => {
  const { world, one } = due();
  const dueIndex: typeof world.dueIndex = {
    ...world.dueIndex,
    due: async (...asked) => ({ ...(await world.dueIndex.due(...asked)), unreadable: 1 }),
  };
  const alone = await takeDue({ ...world, dueIndex });
  expect(alone).toMatchObject({ is: 'tick', figures: { waiting: 0 }, signs: { Unreadable: ALL } });
  world.table.seed(one);
  const beside = await takeDue({ ...world, dueIndex });
  expect(beside).toMatchObject({ is: 'tick', figures: { taken: 1 }, signs: { Unreadable: ALL } });
});
