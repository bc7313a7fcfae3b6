import { describe, expect, test } from 'vitest';
import { type DispatchState, freshStart, type Stopped } from '../../functions/core/sending/due.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, enrollment, reader, request } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';

/** What one tick after another puts on the queue. */

const SEVEN = at('2026-11-27T07:00:00Z');
/** One of each shard: an id's first letter tells it. */
const IDS = [...'abcdefghijklmnop'].map((letter) => `${letter}aaaaaaaaaaaaaaa` as SubscriberId);

const STOPPED: Stopped = {
  since: SEVEN,
  because: 'bounces',
  figures: { letters: 100, bounces: 10, complaints: 0 },
  requests: freshStart(SEVEN),
};

function morning(ids: readonly SubscriberId[] = IDS, perSecond = 14) {
  const world = fakeSendingWorld(SEVEN, { claiming: () => {}, taken: () => {} });
  world.deploy([course(['a', 'b'])]);
  for (const id of ids) {
    world.table.seed(reader({ id, dueAt: SEVEN, enrollments: [enrollment()] }));
  }
  const queued: SubscriberId[][] = [];
  const quota = { perDay: -1, sentToday: 0, perSecond };
  const ticking = {
    ...world,
    account: { quota: async () => quota },
    queue: {
      ...world.queue,
      async put(messages: Parameters<typeof world.queue.put>[0]) {
        queued.push(messages.flatMap(({ dues }) => dues.map(({ id }) => id)));
        await world.queue.put(messages);
      },
    },
  };
  return { world, ticking, queued, tick: () => takeDue(ticking) };
}

test('a tick finds whoever is due, in each shard', async () => {
  const { tick, queued } = morning();
  expect(await tick()).toMatchObject({ is: 'tick', figures: { taken: IDS.length } });
  expect(queued.flat().sort()).toEqual(IDS);
});

test('nobody is queued twice while the queue holds work, nor forgotten', async () => {
  const { tick, queued } = morning();
  await tick();
  expect((await tick()).is, 'all wait already').toBe('quiet');
  expect(queued).toHaveLength(1);
});

test('the next tick goes on where the rate ended the last one', async () => {
  // In the sandbox: 54 a minute, and 60 are due.
  const all = Array.from(
    { length: 60 },
    (_, n) => `${'abcdefgh'[n % 8]}${'abcdefgh'[n >> 3]}aaaaaaaaaaaaaa` as SubscriberId,
  );
  const { world, tick, queued } = morning(all, 1);
  await tick();
  world.pass(60);
  world.delete(world.receive().slice(1), false);
  await tick();
  expect(queued.map((ids) => ids.length)).toEqual([54, 6]);
  expect(new Set(queued.flat()).size).toBe(60);
});

test('a tick that may take nothing sees who is late', async () => {
  const { world, tick } = morning(IDS, 0);
  world.pass(2 * 3600 + 1);
  expect(await tick()).toMatchObject({ is: 'tick-full', signs: { Overdue: 8 } });
});

test('what could not be queued is looked for again: a place is noted afterwards', async () => {
  const { world, ticking } = morning();
  const queue = {
    ...world.queue,
    put: async () => {
      throw new Error('SQS is away');
    },
  };
  await expect(takeDue({ ...ticking, queue })).rejects.toThrow('SQS is away');
  expect((await world.dueIndex.state()).progress).toBeUndefined();
});

test('while sending rests each tick probes one reader, and another the next minute', async () => {
  const [first, second] = IDS.slice(0, 2);
  const { world, tick, queued } = morning(IDS.slice(0, 2));
  await world.dueIndex.rest(SEVEN);
  for (let minute = 0; minute < 4; minute += 1) {
    expect(await tick()).toMatchObject({ is: 'tick-resting' });
  }
  expect(queued, 'the latest first; at the end of the list a minute of none, and anew').toEqual([
    [second],
    [first],
    [],
    [second],
  ]);
  expect(
    world.receive().every(({ probe }) => probe),
    'senders that rest have to know',
  ).toBe(true);
});

test.for<[why: string, given: DispatchState]>([
  ['they go', {}],
  ['they are stopped', { stopped: STOPPED }],
  ['sending rests', { resting: { since: SEVEN, probes: freshStart(SEVEN) } }],
])('a tick is one moment: %s', async ([, given]) => {
  const { world, ticking } = morning();
  let asked = 0;
  const now = () => {
    asked += 1;
    return world.now();
  };
  await takeDue({ ...ticking, now, dueIndex: { ...world.dueIndex, state: async () => given } });
  expect(asked).toBe(1);
});

describe('while letters are stopped', () => {
  const stopped = STOPPED;
  /** Of one shard, so many that a tick does not see the end of them. */
  const many = Array.from({ length: 250 }, (_, number) => {
    const [first, second] = ['abcdefghijklmnop'[number % 16], 'abcdefghijklmnop'[number >> 4]];
    return `a${first}${second}aaaaaaaaaaaaa` as SubscriberId;
  });
  const asks = 'abbbbbbbbbbbbbbb' as SubscriberId;

  function morningOfMany() {
    const made = morning(many);
    made.world.pass(60);
    const dueAt = made.world.now();
    made.world.table.seed(
      request({ id: asks, dueAt, standing: { is: 'pending', since: dueAt }, revision: 1 }),
    );
    return made;
  }

  test('a tick takes requests only, and finds them behind all letters', async () => {
    const { world, tick, queued } = morningOfMany();
    await world.dueIndex.stop(stopped, undefined);
    expect(await tick()).toEqual({
      is: 'tick-stopped',
      figures: { taken: 0, waiting: 0 },
      signs: { Stopped: 1 },
    });
    expect(await tick()).toMatchObject({ figures: { taken: 1 } });
    expect(queued).toEqual([[asks]]);
    await tick();
    await tick();
    expect(queued, 'from the beginning, and it is still due').toHaveLength(1);
    await tick();
    expect(queued).toEqual([[asks], [asks]]);
  });

  test('and sending rests, one request a minute goes as a probe, and no letter', async () => {
    const { world, tick, queued } = morningOfMany();
    const standing = { is: 'pending', since: SEVEN } as const;
    const second = 'bbbbbbbbbbbbbbbb' as SubscriberId;
    world.table.seed(request({ id: second, dueAt: world.now(), standing, revision: 1 }));
    await world.dueIndex.rest(SEVEN);
    await world.dueIndex.stop(stopped, undefined);
    const ticks = [await tick(), await tick(), await tick()];
    expect(ticks.map(({ is }) => is)).toEqual(ticks.map(() => 'tick-stopped'));
    expect(queued).toEqual([[second], [asks]]);
    expect(world.receive().map(({ probe }) => probe)).toEqual([true, true]);
    expect(ticks[0]).toMatchObject({ signs: { Stopped: 1, OnHold: 1 } });
  });

  test('a hold holds those as well', async () => {
    const { world, tick, queued } = morningOfMany();
    await world.dueIndex.stop(stopped, undefined);
    await world.dueIndex.hold(at('2026-11-27T09:00:00Z'));
    expect((await tick()).is).toBe('tick-on-hold');
    expect(queued).toEqual([]);
  });

  test('a request that a tick had no room for is taken by the next one', async () => {
    const asking = Array.from(
      { length: 60 },
      (_, n) => `${'abcdefgh'[n % 8]}${'abcdefgh'[n >> 3]}aaaaaaaaaaaaaa` as SubscriberId,
    );
    const { world, tick, queued } = morning([], 1);
    const standing = { is: 'pending', since: SEVEN } as const;
    for (const id of asking) world.table.seed(request({ id, dueAt: SEVEN, standing, revision: 1 }));
    await world.dueIndex.stop(stopped, undefined);
    await tick();
    world.pass(60);
    world.delete(world.receive().slice(1), false);
    await tick();
    expect(queued.map((ids) => ids.length)).toEqual([54, 6]);
    expect(new Set(queued.flat()).size).toBe(60);
  });

  test('a tick with no room at all stays where it is', async () => {
    const { world, tick, queued, ticking } = morningOfMany();
    await world.dueIndex.stop(stopped, undefined);
    await tick();
    const full = { quota: async () => ({ perDay: -1, sentToday: 0, perSecond: 0 }) };
    await takeDue({ ...ticking, account: full });
    expect(queued).toEqual([]);
    await tick();
    expect(queued).toEqual([[asks]]);
  });

  test('released, all of them go on', async () => {
    const { world, tick, queued } = morningOfMany();
    await world.dueIndex.stop(stopped, undefined);
    await tick();
    await world.dueIndex.release(world.now());
    await tick();
    await tick();
    expect(queued.flat()).toHaveLength(many.length + 1);
  });
});
