import { expect, test } from 'vitest';
import type { ReturnKind } from '../../functions/adapters/returns.ts';
import { weigh } from '../../functions/hearing/weigh.ts';
import { at } from '../support/builders.ts';
import { fakeHearingWorld } from '../support/fake-hearing-world.ts';

/** What the feedback door says that it has decided. */

const NOW = at('2026-11-27T12:00:00Z');
const HEARD: ReadonlySet<ReturnKind> = new Set<ReturnKind>(['bounces']);

async function tooMany() {
  const world = fakeHearingWorld(NOW, () => undefined);
  for (let number = 0; number < 10; number += 1) {
    await world.returns.note('bounces', { to: 'reader', messageId: `m-${number}`, at: NOW });
  }
  return world;
}

test('letters are stopped by the one who stopped them', async () => {
  const world = await tooMany();
  expect(await weigh(world, HEARD)).toEqual(['letters-stopped']);
  expect((await world.dueIndex.state()).stopped).toMatchObject({ because: 'bounces' });
  expect(await weigh(world, HEARD), 'they are stopped already').toEqual([]);
});

test('and not where the author has released them since it was looked up', async () => {
  const world = await tooMany();
  const state = await world.dueIndex.state();
  await world.dueIndex.release(NOW);
  const dueIndex = { ...world.dueIndex, state: async () => state };
  expect(await weigh({ ...world, dueIndex }, HEARD)).toEqual([]);
  expect((await world.dueIndex.state()).stopped).toBeUndefined();
});

test('what came back is counted once', async () => {
  const world = await tooMany();
  const counted: string[] = [];
  const returns = {
    ...world.returns,
    since: async (...given: Parameters<typeof world.returns.since>) => {
      counted.push(given[0]);
      return world.returns.since(...given);
    },
  };
  await weigh({ ...world, returns }, HEARD);
  expect(counted).toEqual(['bounces', 'complaints']);
});

test('the form is careful, then slow, which is said once', async () => {
  const world = fakeHearingWorld(NOW, () => undefined);
  const strangers = new Set<ReturnKind>(['sign-ups']);
  const told: (readonly string[])[] = [];
  for (let number = 0; number < 22; number += 1) {
    const mail = { to: 'stranger', messageId: `m-${number}`, at: world.now() } as const;
    await world.returns.note('sign-ups', mail);
    const said = await weigh(world, strangers);
    if (said.join() !== told.at(-1)?.join()) told.push(said);
    world.pass(1);
  }
  expect(told).toEqual([[], ['form-careful'], ['form-careful', 'form-slow'], ['form-careful']]);
  expect((await world.dueIndex.state()).stopped, 'and no letter waits').toBeUndefined();
});
