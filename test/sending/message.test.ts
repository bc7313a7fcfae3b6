import type { SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseDues } from '../../functions/core/sending/due.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { eachPart } from '../../functions/runtime/batch.ts';
import { SIGNS, sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, course, enrollment, reader } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';
import { itemOf, ofNewerMajor } from '../support/stored-items.ts';

/** Several due moments in one queue message: each is sent for itself, and a message comes back whole. */

const START = at('2026-11-27T07:00:00Z');
const IDS = ['aaaaaaaaaaaaaaaa', 'baaaaaaaaaaaaaaa', 'iaaaaaaaaaaaaaaa'] as SubscriberId[];

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line));
  }
});
afterEach(() => vi.restoreAllMocks());

function three() {
  const mails: string[] = [];
  const world = fakeSendingWorld(START, {
    claiming: () => {},
    taken: ({ id }) => void mails.push(id),
  });
  world.deploy([course(['a', 'b'])]);
  for (const id of IDS) {
    world.table.seed(reader({ id, dueAt: START, enrollments: [enrollment()] }));
  }
  return { world, mails };
}

const body = IDS.map((id) => `${id} ${START}`).join('\n');
const record = { messageId: 'one', body } as SQSRecord;

type World = ReturnType<typeof three>['world'];
const sendAll = (world: World) =>
  eachPart(
    'send',
    [record],
    (one) => parseDues(one.body) ?? [],
    (due) => sendDue(world, due),
    SIGNS,
  );

test('each of a message gets their mail, and the line tells how many', async () => {
  const { world, mails } = three();
  expect(await sendAll(world)).toEqual({ batchItemFailures: [] });
  expect(mails.sort()).toEqual(IDS);
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ event: 'send', sent: 3 }]);
});

test('one that fails holds up nobody; the message comes back, and nobody gets a second mail', async () => {
  const { world, mails } = three();
  const [broken, ...others] = IDS as [SubscriberId, ...SubscriberId[]];
  const item = itemOf(reader({ id: broken, dueAt: START, enrollments: [enrollment()] }));
  await world.table.put(ofNewerMajor(item));
  expect(await sendAll(world)).toEqual({ batchItemFailures: [{ itemIdentifier: 'one' }] });
  expect(mails.sort()).toEqual(others);

  await world.table.put(item);
  expect(await sendAll(world)).toEqual({ batchItemFailures: [] });
  expect(mails.sort(), 'the others’ due moment has passed').toEqual(IDS);
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ event: 'send', sent: 1, 'not-due': 2 });
});

test('a message that is none of ours comes back, and ends in the dead-letter queue', async () => {
  const strange = { ...record, body: 'hello' };
  const readable = (one: SQSRecord) => {
    const dues = parseDues(one.body);
    if (dues === undefined) throw new TypeError('no due moments');
    return dues;
  };
  const { world, mails } = three();
  const answer = await eachPart(
    'send',
    [strange, { ...record, messageId: 'two' }],
    readable,
    (due) => sendDue(world, due),
  );
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'one' }] });
  expect(mails.sort(), 'the others are handled').toEqual(IDS);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'send-failed', error: 'TypeError' });
});

test('an ending that an alarm waits for is a metric, by the number of due moments', async () => {
  const { world } = three();
  world.answer(['put-off', 'put-off', 'sent']);
  await sendAll(world);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    event: 'send',
    sent: 1,
    'put-off': 2,
    Refused: 2,
    _aws: { CloudWatchMetrics: [{ Metrics: [{ Name: 'Refused' }] }] },
  });
});

test('what waits counts as full messages, so that no minute gets more than the account may send', async () => {
  const { world } = three();
  const put: number[] = [];
  const tick = (waiting: number) =>
    takeDue({
      ...world,
      account: { quota: async () => ({ perDay: -1, sentToday: 0, perSecond: 14 }) },
      queue: {
        waiting: async () => waiting,
        put: async (messages) => void put.push(...messages.map(({ dues }) => dues.length)),
      },
    });
  expect(await tick(58)).toMatchObject({ is: 'tick', figures: { taken: 2, waiting: 754 } });
  expect(put).toEqual([2]);
  expect(await tick(59)).toMatchObject({ is: 'tick-full', figures: { waiting: 767 } });
});
