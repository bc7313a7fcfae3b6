import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { SOURCE_MAPS } from '../../infra/source-maps.ts';
import { answerTo } from '../../local/where/answer.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { person } from '../support/visitor.ts';

/**
 * A real fault in each door of the deployed template: its log line leads to the line of ours where
 * it happened, and nothing in the whole log tells what the error said.
 */
const { cloud, outside } = shippedCloud('2026-11-23T09:00:00Z');
beforeAll(async () => {
  await ann().joins({ zone: 'Europe/Berlin', hour: 8 });
  await outside.advance('P1D');
});
afterEach(async () => {
  await fetch(`${outside.url}/_local/faults`, { method: 'DELETE' });
});

const ann = () => person(outside, 'ann@example.net');

interface Line {
  readonly function: string;
  readonly text: string;
}
const logs = () => outside.json<readonly Line[]>('/_local/logs');

interface Row {
  readonly door: string;
  readonly happens: string;
  /** Makes it go wrong. */
  readonly act: () => Promise<unknown>;
  readonly event: string;
  readonly error: string;
  /** What the error says, and the log must not. */
  readonly message: string;
  /** Files that the line leads to, innermost first, and what stands in the line there. */
  readonly leadsTo: readonly (readonly [string, RegExp])[];
}

/** More calls than the SDK tries. */
const failing = (service: string, door: string, action?: string) =>
  outside.fault({ service, kind: '500', function: door, action, count: 9 });

const ROWS: readonly Row[] = [
  {
    door: 'tick',
    happens: 'the table fails',
    async act() {
      await failing('dynamodb', 'tick');
      await outside.advance('PT1M');
    },
    event: 'tick-failed',
    error: 'InternalFailure',
    message: 'Internal failure.',
    leadsTo: [
      ['functions/adapters/due-index.ts', /client\.send\(/],
      ['functions/sending/take-due.ts', /dueIndex|Promise\.all/],
      ['functions/tick.ts', /await takeDue\(world\)/],
    ],
  },
  {
    door: 'send',
    happens: 'a message that is none, with an address in it',
    async act() {
      const client = new SQSClient({
        endpoint: cloud().endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      });
      const queues = await outside.json<readonly { readonly name: string }[]>('/_local/queues');
      const QueueName = queues.find(({ name }) => /send/i.test(name) && !/dead/i.test(name))?.name;
      const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'ann@example.net today' }));
      await outside.settle();
    },
    event: 'send-failed',
    error: 'TypeError',
    message: 'no due moments',
    leadsTo: [['functions/send.ts', /throw new TypeError\('no due moments'\)/]],
  },
  {
    door: 'replies',
    happens: 'the mail can’t be read',
    async act() {
      await failing('s3', 'replies');
      await ann().replies('Thank you, a lovely letter');
    },
    event: 'reply-failed',
    error: 'InternalFailure',
    message: 'Internal failure.',
    leadsTo: [
      ['functions/adapters/inbox.ts', /client\.send\(/],
      ['functions/replying/handle-reply.ts', /inbox\.read/],
      ['functions/replies.ts', /await handleReply\(/],
    ],
  },
  {
    door: 'feedback',
    happens: 'the table fails when a mail has bounced',
    async act() {
      await failing('dynamodb', 'feedback');
      await person(outside, 'bounce@simulator.amazonses.com').signUp();
      await outside.advance('PT10M');
    },
    event: 'feedback-failed',
    error: 'InternalFailure',
    message: 'Internal failure.',
    leadsTo: [
      ['functions/adapters/subscriber-items.ts', /client\.send/],
      ['functions/runtime/change.ts', /await store\.load/],
      ['functions/runtime/leaving.ts', /await change\(/],
      ['functions/hearing/hear.ts', /await endAll\(/],
    ],
  },
  {
    door: 'web',
    happens: 'the table fails under a page',
    async act() {
      await failing('dynamodb', 'web');
      expect((await ann().signUp()).status).toBe(500);
    },
    event: 'web-failed',
    error: 'InternalFailure',
    message: 'Internal failure.',
    leadsTo: [
      ['functions/adapters/sign-ups.ts', /client\.send/],
      ['functions/web/sign-up.ts', /await/],
    ],
  },
];

/** Every place of ours in an answer, and the line that stands there today. */
function placesIn(words: string): readonly (readonly [string, string])[] {
  return [...words.matchAll(/ {2}(functions\/\S+):(\d+):\d+$/gm)].map(
    ([, file = '', line = '']) =>
      [file, readFileSync(file, 'utf8').split('\n')[Number(line) - 1] ?? ''] as const,
  );
}

test.for(ROWS)('$door: $happens', async ({ door, act, event, error, message, leadsTo }) => {
  const before = (await logs()).length;
  await act();
  const since = (await logs()).slice(before);
  const told = since.find(({ text }) => text.startsWith(`{"event":"${event}"`));
  expect(told).toMatchObject({
    function: door,
    text: expect.stringContaining(`"error":"${error}"`),
  });

  const { complete, words } = answerTo(told?.text ?? '', SOURCE_MAPS);
  expect(complete, words).toBe(true);
  const places = placesIn(words);
  for (const [file, line] of leadsTo) {
    expect(places).toContainEqual([file, expect.stringMatching(line)]);
    expect(words).toMatch(new RegExp(`> +\\d+ \\| .*${line.source}`, 'm'));
  }
  expect(places[0]?.[0], 'innermost first').toBe(leadsTo[0]?.[0]);

  const everything = JSON.stringify(since);
  expect(everything).not.toContain(message);
  expect(everything).not.toContain('ann@example.net');
});

test('npm run where takes the line as it was pasted', async () => {
  const line = (await logs()).find(({ text }) => text.startsWith('{"event":"send-failed"'));
  const asked = spawnSync(process.execPath, ['--import', 'tsx', 'local/where.ts'], {
    input: `2026-11-24T07:00:00.000Z\t1b7d9f5e-0000\tERROR\t${line?.text}`,
    encoding: 'utf8',
  });
  expect(asked.stdout).toMatch(/> \d+ \| .*throw new TypeError\('no due moments'\)/);
  expect(asked.status).toBe(0);
});

test('a refusal by SES leaves its name, and nothing of what it said', async () => {
  await outside.fault({ service: 'ses', kind: 'reject', function: 'send', action: 'SendRawEmail' });
  await outside.advance('P1D');
  const lines = (await logs()).map(({ text }) => text);
  expect(lines).toContain('{"event":"send-refused","MessageRejected":1}');
  expect(lines.join()).not.toContain('rejected by the local cloud');
});
