import { expect, test } from 'vitest';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { at, course, enrollment, reader, received, request } from '../support/builders.ts';
import { FATES, fakeHearingWorld } from '../support/fake-hearing-world.ts';
import { notSent } from '../support/fake-sending-world.ts';

/** The record that stays beside a reader when the mail provider's word changes how they stand. */

const START = at('2026-11-27T07:00:00Z');
const LESSONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const someone = () => {
  const world = fakeHearingWorld(START, () => undefined);
  world.deploy([course([...LESSONS, 'i'])]);
  const enrollments = [enrollment({ received: received(...LESSONS) })];
  world.table.seed(reader({ dueAt: START, enrollments }));
  return world;
};
const newsOf = (fate: object, lesson: string, day: number) =>
  JSON.stringify({
    ...fate,
    mail: {
      messageId: `m-${lesson}`,
      timestamp: `2026-11-${20 + day}T07:00:00Z`,
      tags: {
        subscriber: [reader().id],
        attempt: ['a1'],
        kind: ['lesson'],
        course: ['closer'],
        lesson: [lesson],
      },
    },
  });
const FEEDBACK = { by: 'provider', channel: 'feedback' };

test.for<[why: string, news: readonly string[], fact: object]>([
  [
    'a bounce, told twice',
    [newsOf(FATES.gone, 'h', 7), newsOf(FATES.gone, 'h', 7)],
    { kind: 'suppressed', details: { ...FEEDBACK, because: 'hard-bounce' } },
  ],
  [
    'a complaint',
    [newsOf(FATES.complaint, 'h', 7)],
    { kind: 'suppressed', details: { ...FEEDBACK, because: 'complaint' } },
  ],
  [
    'a week of a full mailbox',
    LESSONS.map((one, day) => newsOf(FATES.full, one, day)),
    { kind: 'paused', details: { ...FEEDBACK, until: '2026-12-27', absent: 'yes' } },
  ],
])('%s', async ([, news, fact]) => {
  const world = someone();
  await world.hearAll(news);
  expect(world.table.factsOf(reader().id)).toEqual([{ at: START, ...fact }]);
});

test('an address that it refuses', async () => {
  const world = someone();
  const mailer = { send: async () => notSent('suppress') };
  await sendDue({ ...world, mailer }, { id: reader().id, dueAt: START });
  expect(world.table.factsOf(reader().id)).toEqual([
    { kind: 'suppressed', at: START, details: { ...FEEDBACK, because: 'refused' } },
  ]);
});

test('of who never confirmed nothing is recorded: they have nothing to take back', async () => {
  const world = someone();
  const asked = request({ id: 'baaaaaaaaaaaaaaa' as Subscriber['id'] });
  world.table.seed(asked);
  await world.hearAll([newsOf(FATES.gone, 'h', 7).replace(reader().id, asked.id)]);
  expect(world.table.factsOf(asked.id)).toEqual([]);
});
