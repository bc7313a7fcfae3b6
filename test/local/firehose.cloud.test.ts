import { gunzipSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import type { WeatherWish } from '../../local/cloud/weather/weather.ts';
import { allow, cloudOf } from '../support/cloud.ts';
import type { Json } from '../support/tiny-assembly.ts';

/** SES's events on their way through a stream into a bucket: buffering, names, roles, faults. */

const Stream = { 'Fn::GetAtt': ['Stream', 'Arn'] };
const Bucket = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const role = (Service: string, ...statements: readonly Json[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }],
    },
    Policies: [{ PolicyName: 'Only', PolicyDocument: { Statement: statements } }],
  },
});
const resources = {
  Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
  Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'set' } },
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'proofs' } },
  Publisher: role('ses.amazonaws.com', allow('firehose:PutRecordBatch', Stream)),
  Writer: role(
    'firehose.amazonaws.com',
    allow('s3:GetBucketLocation', Bucket),
    allow('s3:PutObject', { 'Fn::Join': ['', [Bucket, '/by-minute/*']] }),
  ),
  Stream: {
    Type: 'AWS::KinesisFirehose::DeliveryStream',
    Properties: {
      DeliveryStreamName: 'stream',
      DeliveryStreamType: 'DirectPut',
      ExtendedS3DestinationConfiguration: {
        BucketARN: Bucket,
        RoleARN: { 'Fn::GetAtt': ['Writer', 'Arn'] },
        BufferingHints: { IntervalInSeconds: 60, SizeInMBs: 5 },
        CompressionFormat: 'GZIP',
        Prefix: 'by-minute/!{timestamp:yyyy/MM/dd/HH/mm}/',
      },
    },
  },
  Destination: {
    Type: 'AWS::SES::ConfigurationSetEventDestination',
    Properties: {
      ConfigurationSetName: { Ref: 'Set' },
      EventDestination: {
        MatchingEventTypes: ['send'],
        KinesisFirehoseDestination: {
          DeliveryStreamARN: Stream,
          IAMRoleARN: { 'Fn::GetAtt': ['Publisher', 'Arn'] },
        },
      },
    },
  },
};

async function streaming(given: Json = resources, weather?: WeatherWish) {
  const cloud = await cloudOf(given, weather && { weather });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const config = { endpoint: cloud.endpoint, region: 'us-east-1', credentials };
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const ses = new SESClient(config);
  const send = (to: string) =>
    ses.send(
      new SendRawEmailCommand({
        Source: 'letters@example.com',
        Destinations: [to],
        RawMessage: { Data: Buffer.from(`From: letters@example.com\r\nTo: ${to}\r\n\r\nHello`) },
        ConfigurationSetName: 'set',
      }),
    );
  const keys = async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'proofs' }));
    return Contents.map(({ Key = '' }) => Key);
  };
  const read = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'proofs', Key }));
    return gunzipSync((await Body?.transformToByteArray()) ?? '').toString();
  };
  const fault = (kind: string, count: number) =>
    cloud.post('/_local/faults', { service: 'firehose', kind, count });
  return { ...cloud, send, keys, read, fault };
}

test('a minute of events is one object, by the minute of the oldest, with nothing between them', async () => {
  const { send, keys, read, advance } = await streaming();
  await send('ann@example.net');
  await advance('PT30S');
  expect(await keys(), 'they are still waited with').toEqual([]);
  await send('ben@example.net');
  await advance('PT31S');
  const [key = '', ...others] = await keys();
  expect(others).toEqual([]);
  expect(key).toMatch(
    /^by-minute\/2026\/11\/23\/09\/00\/stream-1-2026-11-23-09-01-\d\d-[0-9a-f-]{36}\.gz$/,
  );
  const events = (await read(key)).split(/(?<=\})(?=\{"eventType")/).map((one) => JSON.parse(one));
  expect(events.map(({ eventType, mail }) => [eventType, mail.destination])).toEqual([
    ['Send', ['ann@example.net']],
    ['Send', ['ben@example.net']],
  ]);
});

test('in late weather each proof has a way of its own, of four minutes at most, and some come twice', async () => {
  const weather = { seed: 7, kinds: ['late-proofs' as const] };
  const { send, keys, read, advance } = await streaming(resources, weather);
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  for (const number of numbers) await send(`a${number}@example.net`);
  const came = async () => {
    const texts = await Promise.all((await keys()).map(read));
    return texts.flatMap((text) =>
      [...text.matchAll(/"destination":\["a(\d+)@/g)].map(([, number]) => Number(number)),
    );
  };
  await advance('PT1M30S');
  expect((await came()).length, 'whoever looks soon finds some').toBeLessThan(20);
  await advance('PT4M');
  const all = await came();
  expect(all.length, 'and some again').toBeGreaterThan(20);
  expect(
    [...new Set(all)].sort((a, b) => a - b),
    'none is lost',
  ).toEqual(numbers);
  expect(all.slice(0, 20), 'whoever counts on an order is wrong').not.toEqual(numbers);
});

test('what can’t be written is tried again, or lost', async () => {
  const { send, keys, advance, fault } = await streaming();
  await fault('late', 2);
  await send('ann@example.net');
  await advance('PT2M30S');
  expect(await keys()).toEqual([]);
  await advance('PT1M');
  expect(await keys()).toHaveLength(1);
  await fault('lost', 1);
  await send('ben@example.net');
  await advance('PT5M');
  expect(await keys()).toHaveLength(1);
});

test.for<[without: string, changed: Json]>([
  ['SES may not put', { Publisher: role('ses.amazonaws.com') }],
  ['SES is not trusted', { Publisher: role('sns.amazonaws.com', allow('firehose:*', '*')) }],
  ['the stream may not write', { Writer: role('firehose.amazonaws.com') }],
  ['the stream is not trusted', { Writer: role('ses.amazonaws.com', allow('s3:*', '*')) }],
])('when %s, nothing is there, and it is told', async ([, changed]) => {
  const { send, keys, advance, figures } = await streaming({ ...resources, ...changed });
  await send('ann@example.net');
  await advance('PT5M');
  expect(await keys()).toEqual([]);
  expect((await figures()).denied).not.toEqual([]);
});
