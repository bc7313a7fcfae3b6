import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { allow, arnOf, cloudOf, httpApi, permission, probe, under } from '../support/cloud.ts';

const resources = {
  ReplyDomain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'r.example.com' } },
  Mail: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'mail' } },
  MailPolicy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Mail' },
      PolicyDocument: {
        Statement: [
          {
            ...allow('s3:PutObject', 'arn:aws:s3:::mail/in/*'),
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    },
  },
  RuleSet: { Type: 'AWS::SES::ReceiptRuleSet', Properties: {} },
  Rule: {
    Type: 'AWS::SES::ReceiptRule',
    Properties: {
      RuleSetName: { Ref: 'RuleSet' },
      Rule: {
        Enabled: true,
        ScanEnabled: true,
        Recipients: ['r.example.com'],
        Actions: [
          { S3Action: { BucketName: { Ref: 'Mail' }, ObjectKeyPrefix: 'in/' } },
          { LambdaAction: { FunctionArn: arnOf('ReplyFunction'), InvocationType: 'Event' } },
        ],
      },
    },
  },
  SesPermission: permission('ReplyFunction', 'ses.amazonaws.com'),
  ...probe('ReplyFunction'),
  ...probe('WebFunction', [allow('s3:GetObject', under('Mail', '/*'))]),
  ...httpApi('WebFunction'),
};
const mail =
  'From: Ann <ann@example.net>\r\nTo: <x+1@r.example.com>\r\nSubject: Re: y\r\n\r\nstop\r\n';

async function started(options: Parameters<typeof cloudOf>[1] = {}, more: object = {}) {
  const cloud = await cloudOf({ ...resources, ...more }, options);
  return {
    ...cloud,
    receive: (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${cloud.url}/_local/inbound`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', ...headers },
        body: body as string,
      }),
  };
}
const idOf = async (response: Response) =>
  ((await response.json()) as { messageId: string }).messageId;

test('is stored as SES stores it, then handed to the function as SES hands it', async () => {
  const cloud = await started();
  const response = await cloud.receive(mail, {
    'x-verdict-dmarc': 'FAIL',
    'x-verdict-spam': 'gray',
  });
  expect(response.status).toBe(202);
  const messageId = await idOf(response);
  await cloud.advance('PT0S');
  const [event] = await cloud.seen<{ readonly Records: readonly object[] }>();
  expect(event?.Records).toMatchObject([
    {
      eventSource: 'aws:ses',
      ses: {
        mail: {
          messageId,
          source: 'ann@example.net',
          destination: ['x+1@r.example.com'],
          headersTruncated: false,
          commonHeaders: { subject: 'Re: y', from: ['Ann <ann@example.net>'] },
        },
        receipt: {
          recipients: ['x+1@r.example.com'],
          spamVerdict: { status: 'GRAY' },
          virusVerdict: { status: 'PASS' },
          dmarcVerdict: { status: 'FAIL' },
          dmarcPolicy: 'none',
          action: { type: 'Lambda', invocationType: 'Event' },
        },
      },
    },
  ]);
  const stored = await cloud.ask('s3', 'GetObject', { Bucket: 'mail', Key: `in/${messageId}` });
  const body = String(stored.output?.['Body']);
  expect(body).toMatch(/^Return-Path: <ann@example.net>\r\nReceived: /);
  expect(body.endsWith(mail)).toBe(true);
});

test.each([
  ['the envelope decides, not the header', { 'x-envelope-to': 'other@r.example.com' }, 202],
  ['nobody we receive for', { 'x-envelope-to': 'ann@elsewhere.org' }, 422],
  ['a subdomain is another domain', { 'x-envelope-to': 'a@deep.r.example.com' }, 422],
  ['no such verdict', { 'x-verdict-spf': 'MAYBE' }, 422],
])('%s', async (_, headers, status) => {
  const cloud = await started();
  const response = await cloud.receive(mail, headers as unknown as Record<string, string>);
  expect(response.status).toBe(status);
  if (status === 202) return;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  await cloud.advance('PT0S');
  expect(await cloud.seen()).toEqual([]);
});

test('empty mail, noise and large mail are handed over; above 40 MB SES refuses', async () => {
  const cloud = await started();
  const to = { 'x-envelope-to': 'x@r.example.com' };
  expect((await cloud.receive('', to)).status).toBe(202);
  expect((await cloud.receive(Buffer.from([0, 255, 10, 13, 0, 1]), to)).status).toBe(202);
  expect((await cloud.receive(mail + 'x\r\n'.repeat(400_000), to)).status).toBe(202);
  await cloud.advance('PT0S');
  expect(await cloud.seen()).toHaveLength(3);
  expect((await cloud.receive(Buffer.alloc(40 * 1024 * 1024 + 1), to)).status).toBe(413);
});

test('without the bucket’s policy nothing is stored, and that is seen', async () => {
  const statement = { ...allow('s3:GetObject', 'arn:aws:s3:::mail/*'), Principal: '*' };
  const cloud = await started(
    {},
    {
      MailPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Mail' }, PolicyDocument: { Statement: [statement] } },
      },
    },
  );
  expect((await cloud.receive(mail)).status).toBe(202);
  expect((await cloud.figures()).denied).toMatchObject([
    { function: 'ses.amazonaws.com', action: 's3:PutObject' },
  ]);
});

test('what was received, and the clock, are there after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const first = await started({ dataDir });
  const messageId = await idOf(await first.receive(mail));
  await first.advance('P10D');
  await first.stop();

  const { now: _, ...options } = { now: '', dataDir };
  const second = await cloudOf(resources, { ...options, now: undefined as never });
  const { now } = await second.get<{ now: string }>('/_local/clock');
  expect(now).toMatch(/^2026-12-03T09:/);
  const stored = await second.ask('s3', 'GetObject', { Bucket: 'mail', Key: `in/${messageId}` });
  expect(String(stored.output?.['Body'])).toContain('stop');
});
