import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import {
  CreateConfigurationSetCommand,
  SESClient,
  VerifyDomainIdentityCommand,
} from '@aws-sdk/client-ses';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sesAccount } from '../../functions/adapters/account.ts';
import { inboxIn } from '../../functions/adapters/inbox.ts';
import { sesMailer } from '../../functions/adapters/mailer.ts';
import { sendQueueAt } from '../../functions/adapters/send-queue.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { DueMessage } from '../../functions/core/sending/due.ts';
import type { Together } from '../../functions/core/sending/pace.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { at } from '../support/builders.ts';
import { assemblyOf } from '../support/tiny-assembly.ts';

/**
 * What the adapters of queue, bucket and mail rely on: kept by the local cloud, and by another
 * emulator whose address `KINDLING_EMULATOR` gives (docs/emulators.md).
 */
const NAMES = { queue: 'letters', bucket: 'mails', domain: 'example.com', set: 'set' };
const NOW = at('2026-11-22T08:00:00Z');

interface Services {
  readonly config: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly queueUrl: string;
  stop(): Promise<void>;
}

const configOf = (endpoint: string): Services['config'] => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

async function ours(): Promise<Services> {
  const cloud = await startCloud({
    port: 0,
    now: NOW,
    assemblyDir: assemblyOf({
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: NAMES.queue } },
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: NAMES.bucket } },
      Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: NAMES.domain } },
      Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: NAMES.set } },
    }),
  });
  return {
    config: configOf(cloud.endpoint),
    queueUrl: `${cloud.endpoint}/000000000000/${NAMES.queue}`,
    stop: () => cloud.stop(),
  };
}

async function another(endpoint: string): Promise<Services> {
  const config = configOf(endpoint);
  await new S3Client({ ...config, forcePathStyle: true }).send(
    new CreateBucketCommand({ Bucket: NAMES.bucket }),
  );
  const ses = new SESClient(config);
  await ses.send(new VerifyDomainIdentityCommand({ Domain: NAMES.domain }));
  await ses.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: NAMES.set } }));
  const { QueueUrl = '' } = await new SQSClient(config).send(
    new CreateQueueCommand({ QueueName: NAMES.queue }),
  );
  return { config, queueUrl: QueueUrl, stop: async () => {} };
}

let services: Services;
beforeAll(async () => {
  const { KINDLING_EMULATOR: address } = process.env;
  services = await (address === undefined ? ours() : another(address));
});
afterAll(() => services.stop());

const due = (delaySeconds: number): Together<DueMessage> => ({
  dues: [{ id: 'abcdefghijklmnop' as SubscriberId, dueAt: NOW }],
  delaySeconds,
});

test('the queue takes more than one call’s worth, and counts what is ready and what is delayed', async () => {
  const queue = sendQueueAt(services.queueUrl, services.config);
  expect(await queue.waiting()).toBe(0);
  await queue.put([...Array.from({ length: 11 }, () => due(0)), due(900)]);
  expect(await queue.waiting()).toBe(12);
});

test('the inbox reads no further than it is told, and a short mail whole', async () => {
  const s3 = new S3Client({ ...services.config, forcePathStyle: true });
  const put = { Bucket: NAMES.bucket, Key: 'inbound/one', Body: 'Subject: hello' };
  await s3.send(new PutObjectCommand(put));
  const inbox = inboxIn(NAMES.bucket, 'inbound/', services.config);
  const text = async (bytes: number) => new TextDecoder().decode(await inbox.read('one', bytes));
  expect(await text(7)).toBe('Subject');
  expect(await text(1000)).toBe('Subject: hello');
  await expect(inbox.read('two', 1000)).rejects.toThrow();
});

test('the account tells its limits', async () => {
  const { perDay, perSecond, sentToday } = await sesAccount(services.config).quota();
  expect(perDay).toBeGreaterThan(0);
  expect(perSecond).toBeGreaterThan(0);
  expect(sentToday).toBe(0);
});

describe('the mailer', () => {
  const send = (from: string, set: string = NAMES.set) =>
    sesMailer(set, () => NOW, services.config).send({
      from: from as EmailAddress,
      to: 'ann@example.net' as EmailAddress,
      raw: `From: ${from}\r\nTo: ann@example.net\r\nSubject: x\r\n\r\nx`,
      tags: { subscriber: 'abcdefghijklmnop' },
      stream: 'letters' as const,
    });

  test('is told the id of what it sent', async () => {
    expect(await send('letters@example.com')).toEqual({
      is: 'sent',
      messageId: expect.stringMatching(/./),
    });
  });

  test('may send from a name below a verified domain', async () => {
    expect(await send('letters@news.example.com')).toMatchObject({ is: 'sent' });
  });

  test.for([
    ['a sender that nobody verified', 'letters@elsewhere.org', NAMES.set],
    ['a configuration set that is not there', 'letters@example.com', 'none'],
  ] as const)('holds all sending over %s', async ([, from, set]) => {
    const outcome = await send(from, set);
    expect(outcome.is === 'not-sent' ? outcome.then : outcome.is).toBe('hold');
  });
});
