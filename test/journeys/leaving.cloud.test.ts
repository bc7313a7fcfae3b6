import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { tableOf } from '../../local/bench/happy-path.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { rawItemsIn } from '../support/both-tables.ts';
import { ofNewerMajor } from '../support/stored-items.ts';
import { addressIn, headerOf, linkIn, person, type World, world } from '../support/visitor.ts';

/**
 * An upgrade was taken back: a reader's item is of a newer major version than the code that runs.
 * Nothing is sent to them and nothing else is done to the item, but whoever wants to leave leaves.
 */

let cloud: Cloud;
let outside: World;
let items: ReturnType<typeof rawItemsIn>;
let endpoint: { readonly endpoint: string; readonly region: string };
let readers = 0;
let ann: ReturnType<typeof person>;
let newer: Attributes;

beforeAll(async () => {
  const assemblyDir = inject('assembly');
  cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
  outside = world(cloud.url);
  const { name, config } = tableOf(cloud, assemblyDir);
  items = rawItemsIn({ name, config, stop: async () => {} });
  endpoint = config;
});
afterAll(() => cloud.stop());

const stored = async (): Promise<Attributes> => {
  const { pk, sk } = newer;
  return (await items.get({ pk: String(pk), sk: String(sk) })) ?? {};
};

/** Each test has a reader of its own, who had a letter before their item became a newer one. */
beforeEach(async () => {
  readers += 1;
  ann = person(outside, `ann${readers}@example.net`);
  await ann.joins({ name: 'Ann', zone: 'Europe/Berlin', hour: 8, newsletter: true });
  await outside.advance('P1D');
  const { item } = await outside.json<{ item: Attributes }>(`/_local/subscribers/${ann.address}`);
  newer = ofNewerMajor(item);
  expect(newer['dueAt']).toBeDefined();
  await items.put(newer);
});

/** Whoever is still there is due every minute, and found by every tick of the next test. */
afterEach(async () => {
  const { dueAt: _, dueShard: __, ...rest } = await stored();
  await items.put(rest);
});

/** What leaving changes, and nothing else. */
async function expectEnded(standing: object, mails: number): Promise<void> {
  const { dueAt: _, dueShard: __, newsletterShard: ___, ...rest } = newer;
  const revision = Number(newer['revision']) + 1;
  const expected = { ...rest, standing: expect.objectContaining(standing), revision };
  expect(await stored()).toEqual(expected);
  await outside.advance('P1D');
  expect(await stored(), 'nobody finds them any more').toEqual(expected);
  expect(await ann.mails()).toHaveLength(mails);
}

const form = (url: string, body: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });

describe('on the web', () => {
  test('by one click of their mail program', async () => {
    const mails = (await ann.mails()).length;
    const [, url = ''] =
      /<(https?:[^>]+)>/.exec(headerOf(await ann.latest(), 'List-Unsubscribe') ?? '') ?? [];
    expect((await form(url, 'List-Unsubscribe=One-Click')).status).toBe(200);
    await expectEnded({ is: 'left', by: 'one-click' }, mails);
  });

  test('by the button of the page', async () => {
    const mails = (await ann.mails()).length;
    const link = linkIn(await ann.latest(), 'unsubscribe');
    expect(await (await fetch(link)).text()).toContain('Yes, stop the letters');
    expect(await (await form(link, '')).text()).toContain('Your letters have stopped');
    await expectEnded({ is: 'left', by: 'page' }, mails);
  });
});

/** A mail to us, and the letter-box it is for. */
async function write(to: string, text: string): Promise<string | undefined> {
  const { messageId } = await outside.json<{ messageId: string }>('/_local/inbound', {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', 'x-envelope-to': to },
    body: [`From: ${ann.address}`, 'Subject: Re: your letter', '', text].join('\r\n'),
  });
  await outside.settle();
  return (await outside.replies()).find((one) => one.messageId === messageId)?.outcome;
}

describe('by mail', () => {
  const ways: readonly [how: string, to: () => Promise<string>, by: string][] = [
    ['an answer to a letter', async () => addressIn((await ann.latest()).replyTo), 'reply'],
    ['a mail of their own', async () => 'hello@reply.example.com', 'reply'],
    [
      'the mailto of List-Unsubscribe',
      async () => {
        const header = headerOf(await ann.latest(), 'List-Unsubscribe') ?? '';
        return /mailto:([^?>]+)/.exec(header)?.[1] ?? '';
      },
      'mailto',
    ],
  ];
  test.for(ways)('%s', async ([, to, by]) => {
    const mails = (await ann.mails()).length;
    expect(await write(await to(), 'stop')).toBe('applied');
    await expectEnded({ is: 'left', by }, mails);
  });

  test('any other wish waits for code that can read them, and an alarm rings', async () => {
    const before = await lines();
    expect(
      await write(addressIn((await ann.latest()).replyTo), 'pause for a week'),
    ).toBeUndefined();
    expect(await stored()).toEqual(newer);
    const log = (await lines()).slice(before.length);
    expect(log).toContain('NewerItem.subscriber');
    expect(log).toContain('"Unreadable":1');
    expect(log).not.toContain(ann.address);
  });

  test('nobody else makes them leave', async () => {
    await outside.json('/_local/inbound', {
      method: 'POST',
      headers: {
        'content-type': 'message/rfc822',
        'x-envelope-to': 'hello@reply.example.com',
        'x-verdict-dmarc': 'FAIL',
      },
      body: [`From: ${ann.address}`, 'Subject: hello', '', 'stop'].join('\r\n'),
    });
    await outside.settle();
    expect(await stored()).toEqual(newer);
  });
});

async function lines(): Promise<string> {
  const logs = await outside.json<readonly { readonly text: string }[]>('/_local/logs');
  return logs.map(({ text }) => text).join('\n');
}

describe('by what SES tells', () => {
  test.for([
    ['complaint', { complaint: { complaintFeedbackType: 'abuse' } }, 'complaint'],
    ['bounce', { bounce: { bounceType: 'Permanent' } }, 'hard-bounce'],
  ] as const)(
    'a %s, also beside news that nobody can make sense of',
    async ([type, event, because]) => {
      const mails = (await ann.mails()).length;
      const id = String(newer['pk']).slice('subscriber#'.length);
      const tags = { subscriber: [id], attempt: ['x'], kind: ['welcome'], course: ['closer'] };
      await publish({ eventType: 'Delivery', mail: { tags }, delivery: {} });
      const eventType = type === 'bounce' ? 'Bounce' : 'Complaint';
      await publish({ eventType, mail: { tags }, ...event });
      await outside.advance('PT1M');
      await expectEnded({ is: 'suppressed', because }, mails);
    },
  );
});

/** An event as it lies in the feedback door's queue. */
async function publish(event: object): Promise<void> {
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const client = new SQSClient({ ...endpoint, credentials });
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const QueueUrl = QueueUrls.find((url) => /Feedback/.test(url) && !/DeadLetters/.test(url));
  const MessageBody = JSON.stringify({ Message: JSON.stringify(event) });
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
}
