import { rmSync } from 'node:fs';
import {
  GetSendStatisticsCommand,
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailRequest,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { conversation } from '../support/cloud.ts';
import { publishingMail } from '../support/publishing-mail.ts';
import { assemblyOf } from '../support/tiny-assembly.ts';

let cloud: Cloud;
let ses: SESClient;
let talk: ReturnType<typeof conversation>;
const assemblyDir = assemblyOf(publishingMail());
beforeAll(async () => {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
  talk = conversation(cloud.url);
  ses = new SESClient({
    region: 'us-east-1',
    endpoint: cloud.endpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(assemblyDir, { recursive: true, force: true });
});

const HEAD = 'From: Closer <hello@example.com>\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n';
const raw = (to: string, more = '', body = 'hello') =>
  `${HEAD}To: ${to}\r\nDate: Thu, 1 Jan 1970 00:00:00 +0000\r\n${more}\r\n${body}\r\n`;
const send = (input: Partial<SendRawEmailRequest> & { data?: string } = {}) => {
  const { data = raw('ann@example.net'), ...rest } = input;
  return ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(data) }, ...rest }));
};

test('a mail it takes lies in the mailbox as its reader sees it, its bytes as given', async () => {
  const data = raw('ann@example.net', 'Reply-To: <r@reply.example.com>\r\nBcc: x@example.net\r\n');
  const { MessageId } = await send({ data, Destinations: ['Ann@example.net'] });
  const [mail] = await talk.get<readonly Record<string, unknown>[]>(
    '/_local/messages?to=ann@example.net',
  );
  expect(mail).toMatchObject({
    id: MessageId,
    from: 'Closer <hello@example.com>',
    to: 'Ann@example.net',
    replyTo: 'r@reply.example.com',
    subject: 'Grüße',
    text: 'hello\n',
    headers: expect.arrayContaining([
      ['Message-ID', `<${MessageId}@email.amazonses.com>`],
      ['Date', expect.stringMatching(/^Mon, 23 Nov 2026 09:0\d:\d\d \+0000$/)],
    ]),
  });
  expect(JSON.stringify(mail)).not.toContain('Bcc');
  const bytes = await fetch(`${cloud.url}/_local/messages/${MessageId}/raw`);
  expect(await bytes.text()).toBe(data);
});

const tag = (Name: string, Value: string) => ({ Tags: [{ Name, Value }] });
test.each<[string, Parameters<typeof send>[0], string, RegExp]>([
  [
    'a From that is not verified',
    { data: 'From: a@elsewhere.org\r\nTo: b@example.net\r\n\r\nx' },
    'MessageRejected',
    /not verified.*US-EAST-1: a@elsewhere.org/,
  ],
  [
    'a Subject twice',
    { data: raw('a@example.net', 'subject: again\r\n') },
    'InvalidParameterValue',
    /Duplicate header 'Subject'/,
  ],
  [
    'a line of 1001',
    { data: raw('a@example.net', '', 'x'.repeat(999)) },
    'InvalidParameterValue',
    /Line length/,
  ],
  [
    'more than 10 MB',
    { data: raw('a@example.net', '', `${'x'.repeat(70)}\r\n`.repeat(150_000)) },
    'InvalidParameterValue',
    /Message length is more than 10485760/,
  ],
  ['no domain', { Destinations: ['ann'] }, 'InvalidParameterValue', /Missing final '@domain'/],
  ['ünïcode', { Destinations: ['jörg@example.net'] }, 'InvalidParameterValue', /non-ASCII/],
  [
    '51 recipients',
    { Destinations: Array.from({ length: 51 }, (_, index) => `r${index}@example.net`) },
    'InvalidParameterValue',
    /Recipient count exceeds 50/,
  ],
  ['an address as a tag', tag('who', 'a@b.c'), 'InvalidParameterValue', /Invalid tag value/],
  [
    'an unknown configuration set',
    { ConfigurationSetName: 'other' },
    'ConfigurationSetDoesNotExistException',
    /<other> does not exist/,
  ],
])('refuses %s', async (_, input, name, message) => {
  const before = (await talk.get<unknown[]>('/_local/messages')).length;
  await expect(send(input)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(message),
  });
  expect(await talk.get<unknown[]>('/_local/messages')).toHaveLength(before);
});

interface SesEvent {
  readonly eventType: string;
  readonly mail: {
    readonly messageId: string;
    readonly tags: Readonly<Record<string, readonly string[]>>;
  };
  readonly bounce?: { readonly bounceType: string; readonly bounceSubType: string };
}
/** All that was published so far. */
const published = async (): Promise<readonly string[]> => {
  await talk.advance('PT0S');
  const queues =
    await talk.get<readonly { readonly bodies: readonly string[] }[]>('/_local/queues');
  return queues
    .flatMap(({ bodies }) => bodies)
    .map((body) => (JSON.parse(body) as { Message: string }).Message);
};
const eventsOf = async (id: string | undefined): Promise<readonly SesEvent[]> =>
  (await published())
    .filter((message) => message.startsWith('{'))
    .map((message) => JSON.parse(message) as SesEvent)
    .filter(({ mail }) => mail.messageId === id);

test('a new event destination is tried with a notice in plain text, once', async () => {
  await cloud.deploy(assemblyDir);
  const notices = (await published()).filter((message) => !message.startsWith('{'));
  expect(notices).toEqual(['Successfully validated SNS topic for Amazon SES event publishing.']);
});

test.each([
  ['success@simulator.amazonses.com', 'Send Delivery', undefined],
  ['bounce+x@simulator.amazonses.com', 'Send Bounce', 'Permanent General'],
  ['suppressionlist@simulator.amazonses.com', 'Send Bounce', 'Permanent Suppressed'],
  ['ooto@simulator.amazonses.com', 'Send Delivery Bounce', 'Transient General'],
  ['complaint@simulator.amazonses.com', 'Send Delivery Complaint', undefined],
])('%s: %s', async (to, types, bounced) => {
  const { MessageId } = await send({
    data: raw(to),
    ConfigurationSetName: 'set',
    ...tag('attempt', 'a-1'),
  });
  const events = await eventsOf(MessageId);
  expect(events.map(({ eventType }) => eventType).join(' ')).toBe(types);
  const bounce = events.find((event) => event.bounce !== undefined)?.bounce;
  expect(bounce && `${bounce.bounceType} ${bounce.bounceSubType}`).toBe(bounced);
  expect(events[0]?.mail.tags).toMatchObject({
    attempt: ['a-1'],
    'ses:configuration-set': ['set'],
    'ses:from-domain': ['example.com'],
  });
});

test('what was sent is told in quarters of an hour', async () => {
  const before = await ses.send(new GetSendStatisticsCommand({}));
  const sum = (points = before.SendDataPoints) =>
    (points ?? []).reduce((all, { DeliveryAttempts = 0 }) => all + DeliveryAttempts, 0);
  await send({ data: raw('success@simulator.amazonses.com') });
  await send();
  await talk.advance('PT15M');
  await send();
  const { SendDataPoints = [] } = await ses.send(new GetSendStatisticsCommand({}));
  expect(sum(SendDataPoints) - sum(), 'the simulator’s don’t count').toBe(2);
  const quarters = SendDataPoints.map(({ Timestamp }) => Timestamp?.getTime() ?? 0);
  expect(quarters.filter((at) => at % 900_000 !== 0)).toEqual([]);
  expect(new Set(quarters).size).toBe(quarters.length);
});

describe('limits', () => {
  test('the day’s quota and the rate share a code and differ in their words', async () => {
    const { maxSendRate } = (await (
      await talk.post('/_local/ses', { max24HourSend: 0 })
    ).json()) as {
      maxSendRate: number;
    };
    expect(maxSendRate).toBe(14);
    await expect(send()).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Daily message quota exceeded.',
    });
    await talk.post('/_local/ses', { max24HourSend: -1, maxSendRate: 1, enforceRate: true });
    await talk.advance('PT2S');
    await send();
    await expect(send()).rejects.toMatchObject({
      name: 'Throttling',
      message: 'Maximum sending rate exceeded.',
    });
    await talk.post('/_local/ses', { sendingPaused: true });
    await expect(send()).rejects.toMatchObject({ name: 'AccountSendingPausedException' });
    await talk.post('/_local/ses', {
      max24HourSend: 50_000,
      maxSendRate: 14,
      enforceRate: false,
      sendingPaused: false,
    });
    await send();
  });
});

describe('faults', () => {
  const fault = async (body: object) => (await talk.post('/_local/faults', body)).status;
  const count = async () => (await talk.get<unknown[]>('/_local/messages')).length;

  test.each([
    ['throttle', 'Throttling', 0],
    ['quota', 'Throttling', 0],
    ['reject', 'MessageRejected', 0],
    ['500', 'InternalFailure', 0],
    ['reset', 'TimeoutError', 0],
    ['lost-answer', 'TimeoutError', 1],
  ])('%s: the caller sees %s, SES took %d', async (kind, name, taken) => {
    const before = await count();
    expect(await fault({ service: 'ses', kind })).toBe(201);
    await expect(send()).rejects.toMatchObject({ name });
    expect((await count()) - before).toBe(taken);
    await send();
    expect(await talk.get('/_local/faults')).toEqual([]);
  });

  test.each([
    ['kill-before', 0],
    ['kill-after', 1],
  ])('%s ends the calling function; SES took %d', async (kind, taken) => {
    const before = await count();
    await fault({ service: 'ses', kind, function: 'web', action: 'SendRawEmail', after: 1 });
    const ask = () =>
      talk.post('/ask', {
        service: 'ses',
        command: 'SendRawEmail',
        input: { RawMessage: { Data: raw('ann@example.net') } },
      });
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(500);
    expect((await count()) - before).toBe(1 + taken);
    expect((await ask()).status).toBe(200);
  });

  test.each([
    ['gone', 'Bounce', { bounceType: 'Permanent', bounceSubType: 'General' }],
    ['listed', 'Bounce', { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' }],
    ['full', 'Bounce', { bounceType: 'Transient', bounceSubType: 'MailboxFull' }],
    ['unclear', 'Bounce', { bounceType: 'Undetermined', bounceSubType: 'Undetermined' }],
    ['delayed', 'DeliveryDelay', { delayType: 'MailboxFull' }],
    ['complaint', 'Complaint', { complaintFeedbackType: 'abuse' }],
    ['not-spam', 'Complaint', { complaintFeedbackType: 'not-spam' }],
    ['virus', 'Reject', { reason: 'Bad content' }],
  ])('a mailbox that is %s is told by %s, and another is not', async (kind, type, details) => {
    await fault({ service: 'mailboxes', kind, containing: 'ann@example.net' });
    const other = await send({ data: raw('bob@example.net'), ConfigurationSetName: 'set' });
    expect((await eventsOf(other.MessageId)).at(-1)).toMatchObject({ eventType: 'Delivery' });
    const { MessageId } = await send({ data: raw('ann@example.net'), ConfigurationSetName: 'set' });
    const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const told = (await eventsOf(MessageId)).find(({ eventType }) => eventType === type);
    expect(told).toMatchObject({ [name]: details });
    expect(await talk.get('/_local/faults')).toEqual([]);
  });

  test('events can be lost, or come twice', async () => {
    await fault({ service: 'ses-events', kind: 'lost' });
    await fault({ service: 'ses-events', kind: 'twice' });
    const { MessageId } = await send({ ConfigurationSetName: 'set' });
    const types = (await eventsOf(MessageId)).map(({ eventType }) => eventType);
    expect(types).toEqual(['Delivery', 'Delivery']);
  });

  test.each([
    [{ service: 'ses', kind: 'earthquake' }],
    [{ service: 'mars', kind: 'throttle' }],
    [{ service: 'dynamodb', kind: 'quota' }],
    [{ service: 'ses', kind: 'throttle', count: 0 }],
    ['nonsense'],
  ])('%j is refused', async (wish) => {
    expect(await fault(wish as object)).toBe(422);
    expect(await talk.get('/_local/faults')).toEqual([]);
  });
});
