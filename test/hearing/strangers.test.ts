import { expect, test } from 'vitest';
import { isCareful } from '../../functions/core/sending/care.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at, course, enrollment, reader, request } from '../support/builders.ts';
import { fakeHearingWorld } from '../support/fake-hearing-world.ts';

/** Whose mail comes back: that of readers stops the letters, that of strangers never. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const idOf = (number: number, last: string) =>
  `${[0, 1, 2].map((place) => ALPHABET[(number >> (5 * place)) % 32]).join('')}${last.repeat(13)}` as SubscriberId;

const START = at('2026-11-23T06:30:00Z');
const READERS = 200;
/** Three mornings of an hour and a half. */
const DAYS = 3;
const MINUTES = 90;

/** Letters at eight in Berlin, and strangers who type what does not exist, so many a minute. */
async function mornings(strangersAMinute: number, deadReaders: (place: number) => boolean) {
  const world = fakeHearingWorld(START, ({ tags }) => {
    const dead = tags['kind'] === 'confirmation' || deadIds.has(tags['subscriber'] ?? '');
    return dead ? 'gone' : undefined;
  });
  world.deploy([course(['a', 'b', 'c', 'd'])]);
  const deadIds = new Set<string>();
  for (let place = 0; place < READERS; place += 1) {
    const id = idOf(place, 'a');
    if (deadReaders(place)) deadIds.add(id);
    const dueAt = at('2026-11-23T07:00:00Z');
    world.table.seed(reader({ id, dueAt, enrollments: [enrollment()] }));
  }
  let strangers = 0;
  let careful = 0;
  const ended: string[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    for (let minute = 0; minute < MINUTES; minute += 1) {
      const now = world.now();
      for (let each = 0; each < strangersAMinute; each += 1) {
        const id = idOf(strangers, 'b');
        strangers += 1;
        const asked = { at: now, details: {} };
        const made = request({ id, dueAt: now, asked, revision: 0 });
        // They come at once, or by the tick, as it happens.
        if (await world.table.requests.make(made)) {
          const due = { id, dueAt: now, request: true } as const;
          if (each % 2 === 0) await world.queue.put([{ dues: [due], delaySeconds: 0 }]);
        }
      }
      ended.push(await world.minute());
      const told = world.take();
      await world.hearAll([...told, ...told.slice(0, 3)]);
      if (isCareful(await world.signUps.care(), now)) careful += 1;
      world.pass(60);
    }
    world.pass(86_400 - MINUTES * 60);
  }
  return { world, strangers, careful, ended, deadIds };
}

const lettersOf = ({ sent }: ReturnType<typeof fakeHearingWorld>) =>
  sent.filter(({ mail }) => mail.tags['kind'] === 'lesson');

test('ten thousand made-up addresses that bounce don’t stop a letter', async () => {
  const { world, strangers, careful, ended } = await mornings(38, () => false);
  expect(strangers).toBeGreaterThan(10_000);
  expect(lettersOf(world)).toHaveLength(READERS * DAYS);
  const late = lettersOf(world).filter(({ at: sentAt }) => sentAt.slice(11, 16) > '07:15');
  expect(late, 'and each goes in its quarter of an hour').toEqual([]);
  expect((await world.dueIndex.state()).stopped).toBeUndefined();
  expect(ended).not.toContain('tick-stopped');
  // Here the form does not heed it: it would have answered 429 all the while.
  expect(careful).toBeGreaterThan(DAYS * MINUTES - 5);
  const confirmations = world.sent.length - READERS * DAYS;
  expect(await world.returns.since('sign-ups', START)).toBe(confirmations);
  expect(await world.returns.since('bounces', START)).toBe(0);
}, 180_000);

test('readers who can’t be reached do, also among the crowd, and only letters stop', async () => {
  const { world, ended } = await mornings(5, (place) => place < 12);
  const { stopped } = await world.dueIndex.state();
  expect(stopped).toMatchObject({
    because: 'bounces',
    figures: { letters: READERS, bounces: 12, complaints: 0 },
  });
  expect(lettersOf(world), 'of the first morning').toHaveLength(READERS);
  expect(ended.filter((one) => one === 'tick-stopped').length).toBeGreaterThan(MINUTES);
  const unconfirmed = world.table.dues().filter((due) => due.request);
  expect(unconfirmed.length, 'confirmations go on, by the tick too').toBeLessThan(10);

  const released = world.now();
  await world.dueIndex.release(released);
  for (let minute = 0; minute < 5; minute += 1) {
    await world.minute();
    await world.hearAll(world.take());
    world.pass(60);
  }
  expect(lettersOf(world), 'one each, and none for those who are gone').toHaveLength(
    READERS + READERS - 12,
  );
  expect((await world.dueIndex.state()).stopped, 'what came back before does not count').toBe(
    undefined,
  );
}, 180_000);

test('a list of which one in a hundred bounces goes on, in its first minutes too', async () => {
  const { world } = await mornings(0, (place) => place % 100 === 0);
  expect((await world.dueIndex.state()).stopped).toBeUndefined();
});

test('news that was weighed before a release does not stop letters after it', async () => {
  const { world } = await mornings(0, () => false);
  const { releasedAt } = await world.dueIndex.state();
  await world.dueIndex.release(world.now());
  const requests = { startedAt: START, shards: {} };
  const figures = { letters: 1, bounces: 10, complaints: 0 };
  const stop = {
    since: plusSeconds(world.now(), 1),
    because: 'bounces',
    figures,
    requests,
  } as const;
  await world.dueIndex.stop(stop, releasedAt);
  expect((await world.dueIndex.state()).stopped).toBeUndefined();
});
