import { expect, test } from 'vitest';
import { localDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { newBrake } from '../../functions/sending/brake.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, enrollment, reader } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';

/** SES gives no answers for a while at the hour of many: how many mails that touches, and whom. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const idOf = (number: number) =>
  `${ALPHABET[number % 32]}${ALPHABET[Math.floor(number / 32) % 32]}aaaaaaaaaaaaaa` as SubscriberId;

const SEVEN = at('2026-11-27T07:00:00Z');
const READERS = 300;
/** As deployed: up to five senders, each with a message of thirteen. */
const SENDERS = 5;
const BATCH = 13;

async function morning(outageMinutes: number, answer: 'silent' | 'lost' = 'silent') {
  let calls = 0;
  const got = new Map<SubscriberId, number>();
  const world = fakeSendingWorld(SEVEN, {
    claiming: () => {},
    taken: ({ id }) => got.set(id, (got.get(id) ?? 0) + 1),
  });
  world.deploy([course(['a', 'b', 'c'])]);
  for (let number = 0; number < READERS; number += 1) {
    world.table.seed(reader({ id: idOf(number), dueAt: SEVEN, enrollments: [enrollment()] }));
  }
  const brakes = Array.from({ length: SENDERS }, newBrake);
  for (let minute = 0; minute < 180; minute += 1) {
    const out = minute < outageMinutes;
    await takeDue(world);
    const ready = world.receive();
    for (let first = 0; first < ready.length; first += BATCH) {
      const batch = ready.slice(first, first + BATCH);
      const brake = brakes[(first / BATCH) % SENDERS] ?? newBrake();
      await Promise.all(
        batch.map(async (due) => {
          const mailer = {
            ...world.mailer,
            async send(mail: Parameters<typeof world.mailer.send>[0]) {
              calls += out ? 1 : 0;
              world.answer([out ? answer : 'sent']);
              return world.mailer.send(mail);
            },
          };
          await sendDue({ ...world, mailer, brake }, due);
        }),
      );
      world.delete(batch, false);
    }
    world.pass(60);
  }
  const today = localDate(SEVEN, reader().zone);
  const stored = world.table.everyone();
  return {
    calls,
    hadToday: stored.filter(({ last }) => last?.on === today).length,
    twice: [...got.values()].filter((times) => times > 1).length,
    after: () => takeDue(world),
  };
}

test.for([1, 10, 40, 60, 90])('an outage of %i minutes costs nobody the day', async (minutes) => {
  const { hadToday, twice, calls } = await morning(minutes);
  expect(hadToday).toBe(READERS);
  expect(twice).toBe(0);
  expect(calls, 'a message or two of each sender, and a probe a minute').toBeLessThanOrEqual(
    2 * SENDERS * BATCH + minutes,
  );
});

test('without an outage nobody rests', async () => {
  const { hadToday, calls } = await morning(0);
  expect({ hadToday, calls }).toEqual({ hadToday: READERS, calls: 0 });
});
