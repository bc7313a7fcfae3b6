import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { sendQueueAt } from '../../functions/adapters/send-queue.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at } from '../support/builders.ts';

/** The queue's client, and an SQS that answers as each test says (SQS API reference, JSON protocol). */

beforeAll(() => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
});

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly DelaySeconds: number;
}

async function sqsThat(answers: (entries: readonly Entry[]) => object) {
  const calls: (readonly Entry[])[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      const { Entries = [] } = JSON.parse(body) as { readonly Entries?: readonly Entry[] };
      calls.push(Entries);
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(answers(Entries)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  // The SDK compares SQS's checksums with its own; here nobody makes any.
  const queue = sendQueueAt(`${endpoint}/1/q`, {
    endpoint,
    region: 'us-east-1',
    credentials,
    md5: false,
  });
  return { queue, calls };
}

const due = (letter: string) => ({
  id: `${letter}aaaaaaaaaaaaaaa` as SubscriberId,
  dueAt: at('2026-11-22T08:00:00Z'),
});
const ok = (entries: readonly Entry[]) => ({
  Successful: entries.map(({ Id }) => ({ Id, MessageId: Id })),
  Failed: [],
});

test('a message holds its due moments and its delay', async () => {
  const { queue, calls } = await sqsThat(ok);
  await queue.put([{ dues: [due('a'), { ...due('b'), probe: true }], delaySeconds: 7 }]);
  expect(calls).toEqual([
    [
      {
        Id: '0',
        MessageBody:
          'aaaaaaaaaaaaaaaa 2026-11-22T08:00:00Z\nbaaaaaaaaaaaaaaa 2026-11-22T08:00:00Z probe',
        DelaySeconds: 7,
      },
    ],
  ]);
});

test('what SQS takes a part of is put once more: the refused part, and nothing twice', async () => {
  let refuses = true;
  const { queue, calls } = await sqsThat(([first, ...others]) => {
    const answer = refuses
      ? { ...ok(others), Failed: [{ Id: first?.Id, Code: 'InternalError', SenderFault: false }] }
      : ok([first as Entry, ...others]);
    refuses = false;
    return answer;
  });
  await queue.put(['a', 'b'].map((letter) => ({ dues: [due(letter)], delaySeconds: 0 })));
  expect(calls.map((entries) => entries.map(({ MessageBody }) => MessageBody.charAt(0)))).toEqual([
    ['a', 'b'],
    ['a'],
  ]);
});

test('what it refuses again is known as not put: nobody is noted as queued who is not', async () => {
  const { queue } = await sqsThat(([first, ...others]) => ({
    ...ok(others),
    Failed: [{ Id: first?.Id, Code: 'InternalError', SenderFault: false }],
  }));
  const messages = ['a', 'b'].map((letter) => ({ dues: [due(letter)], delaySeconds: 0 }));
  await expect(queue.put(messages)).rejects.toThrow('SQS refused 1 of 1: InternalError');
});

test('what is ready, delayed and in flight waits', async () => {
  const { queue } = await sqsThat(() => ({
    Attributes: {
      ApproximateNumberOfMessages: '1',
      ApproximateNumberOfMessagesDelayed: '20',
      ApproximateNumberOfMessagesNotVisible: '300',
    },
  }));
  expect(await queue.waiting()).toBe(321);
});
