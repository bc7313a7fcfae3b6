import { describe, expect, test } from 'vitest';
import type { WeatherKind, WeatherReport } from '../../local/cloud/weather/weather.ts';
import { allow, arnOf, cloudOf, httpApi, probe, type TestCloud, under } from '../support/cloud.ts';

/** What AWS does by itself: each kind alone, and what meets it that is written as if it were not there. */

const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
const resources = {
  Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', VisibilityTimeout: 60 } },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'WorkFunction' },
      EventSourceArn: arnOf('Jobs'),
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  },
  ...probe('WorkFunction', [allow(consume, arnOf('Jobs'))]),
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'people',
      KeySchema: [key('pk', 'HASH')],
      AttributeDefinitions: ['pk', 'shelf'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-shelf',
          KeySchema: [key('shelf', 'HASH')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    },
  },
  ...probe('WebFunction', [
    allow('sqs:SendMessage', arnOf('Jobs')),
    allow(['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], arnOf('Table')),
    allow('dynamodb:Query', under('Table', '/index/*')),
  ]),
  ...httpApi('WebFunction'),
};

interface SqsEvent {
  readonly Records: readonly { readonly body: string }[];
}
type Failed = readonly { readonly Id: string }[];

const weathered = async (...kinds: readonly WeatherKind[]) => {
  const cloud = await cloudOf(resources, { weather: { seed: 7, kinds: [...kinds] } });
  return { ...cloud, struck: () => struckIn(cloud) };
};
const struckIn = async ({ get }: Pick<TestCloud, 'get'>) =>
  (await get<WeatherReport>('/_local/weather')).struck;

/** Puts messages that are numbered from nought. */
const put = (cloud: TestCloud, first: number, count: number, DelaySeconds = 0) =>
  cloud.ask('sqs', 'SendMessageBatch', {
    QueueUrl: `${cloud.endpoint}/000000000000/jobs`,
    Entries: Array.from({ length: count }, (_, index) => ({
      Id: String(index),
      MessageBody: String(first + index),
      DelaySeconds,
    })),
  });
const batches = async (cloud: TestCloud) =>
  (await cloud.seen<SqsEvent>()).map(({ Records }) => Records.map(({ body }) => Number(body)));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const inOrder = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

test('it is fair until somebody says otherwise, and again once they say so', async () => {
  const cloud = await cloudOf(resources);
  expect(await cloud.get('/_local/weather')).toEqual({ kinds: [], struck: {} });
  const begun = await cloud.post('/_local/weather', { seed: 7 });
  expect(await begun.json()).toMatchObject({ seed: 7, struck: {} });
  expect((await cloud.post('/_local/weather', { seed: 7, kinds: ['hail'] })).status).toBe(422);
  await fetch(`${cloud.url}/_local/weather`, { method: 'DELETE' });
  expect(await cloud.get('/_local/weather')).toEqual({ kinds: [], struck: {} });
});

describe('SQS', () => {
  test('takes some entries of a batch and not others', async () => {
    const cloud = await weathered('refused-entries');
    const refused: number[] = [];
    for (const first of upTo(8)) {
      const { output } = await put(cloud, first * 10, 10);
      const failed = (output?.['Failed'] ?? []) as Failed;
      refused.push(...failed.map(({ Id }) => first * 10 + Number(Id)));
    }
    await cloud.advance('PT0S');
    const came = (await batches(cloud)).flat();
    expect(refused.length, 'whoever looks at the status alone loses these').toBeGreaterThan(0);
    expect(inOrder([...came, ...refused])).toEqual(upTo(80));
    expect(await cloud.struck()).toEqual({ 'refused-entries': refused.length });
  });

  test('brings some messages twice, at once or after they were deleted', async () => {
    const cloud = await weathered('repeats');
    for (const first of upTo(5)) await put(cloud, first * 10, 10);
    await cloud.advance('PT0S');
    const atOnce = (await batches(cloud)).flat();
    await cloud.advance('PT61S');
    const later = (await batches(cloud)).flat();
    expect(new Set(atOnce).size, 'none is lost').toBe(50);
    expect(atOnce.length, 'whoever counts what comes counts too many').toBeGreaterThan(50);
    expect(later.length).toBeGreaterThan(atOnce.length);
  });

  test('keeps no order', async () => {
    const cloud = await weathered('disorder');
    for (const first of upTo(3)) await put(cloud, first * 10, 10);
    await cloud.advance('PT0S');
    const came = (await batches(cloud)).flat();
    expect(came).not.toEqual(upTo(30));
    expect(inOrder(came)).toEqual(upTo(30));
  });

  test('is polled by five, which share a trickle', async () => {
    const cloud = await weathered('trickle');
    for (const second of upTo(4)) await put(cloud, second * 10, 10, second + 1);
    await cloud.advance('PT6S');
    const sizes = (await batches(cloud)).map(({ length }) => length);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(40);
    expect(Math.max(...sizes), 'and not four batches of ten').toBeLessThanOrEqual(2);
  });
});

describe('the table', () => {
  const item = (pk: string) => ({ pk: { S: pk }, shelf: { S: '0' } });
  const found = async (cloud: TestCloud) => {
    const { output } = await cloud.ask('dynamodb', 'Query', {
      TableName: 'people',
      IndexName: 'by-shelf',
      KeyConditionExpression: 'shelf = :shelf',
      ExpressionAttributeValues: { ':shelf': { S: '0' } },
    });
    return ((output?.['Items'] ?? []) as readonly { pk: { S: string } }[]).map(({ pk }) => pk.S);
  };

  test('has indexes that follow within a minute, with what was written and what was deleted', async () => {
    const cloud = await weathered('index-lag');
    const names = upTo(9).map(String);
    for (const pk of names) {
      await cloud.ask('dynamodb', 'PutItem', { TableName: 'people', Item: item(pk) });
    }
    expect((await found(cloud)).length, 'whoever asks at once misses some').toBeLessThan(9);
    await cloud.advance('PT1M');
    expect([...(await found(cloud))].sort()).toEqual(names);
    for (const pk of names) {
      const Key = { pk: { S: pk } };
      await cloud.ask('dynamodb', 'DeleteItem', { TableName: 'people', Key });
    }
    expect((await found(cloud)).length, 'and is told of some that are gone').toBeGreaterThan(0);
    await cloud.advance('PT1M');
    expect(await found(cloud)).toEqual([]);
  });

  test('has exact indexes again when the weather is over', async () => {
    const cloud = await weathered('index-lag');
    await cloud.ask('dynamodb', 'PutItem', { TableName: 'people', Item: item('ann') });
    await fetch(`${cloud.url}/_local/weather`, { method: 'DELETE' });
    expect(await found(cloud)).toEqual(['ann']);
  });

  test('refuses some writes because of an index, and none that leave its entries alone', async () => {
    const cloud = await weathered('throttled-writes');
    const errors: unknown[] = [];
    for (const pk of upTo(60)) {
      const { error } = await cloud.ask('dynamodb', 'PutItem', {
        TableName: 'people',
        Item: item(String(pk)),
      });
      if (error !== undefined) errors.push(error.name);
    }
    expect(new Set(errors)).toEqual(new Set(['ThrottlingException']));
    expect((await found(cloud)).length, 'not carried out').toBe(60 - errors.length);
    for (const pk of upTo(30)) {
      const { error } = await cloud.ask('dynamodb', 'UpdateItem', {
        TableName: 'people',
        Key: { pk: { S: String(pk) } },
        // It reads a key of the index, and writes none.
        UpdateExpression: 'SET note = :note, kept = if_not_exists(shelf, :note)',
        ExpressionAttributeValues: { ':note': { S: 'x' } },
      });
      expect(error).toBeUndefined();
    }
  });
});

test('a connection of a function that idled may be dead; one that is in use is not', async () => {
  const cloud = await weathered('stale-connections');
  const write = async () =>
    (
      await cloud.ask('dynamodb', 'PutItem', {
        TableName: 'people',
        Item: { pk: { S: 'ann' } },
      })
    ).error?.name;
  for (const _ of upTo(5)) expect(await write()).toBeUndefined();
  const outcomes: (string | undefined)[] = [];
  for (const _ of upTo(8)) {
    await cloud.advance('PT6M');
    outcomes.push(await write());
  }
  expect(new Set(outcomes), 'without a second try: ECONNRESET').toEqual(
    new Set([undefined, 'TimeoutError']),
  );
});

test('ten Lambdas at once are all there are, and others use some of them', async () => {
  const cloud = await weathered('few-lambdas');
  const statuses = async () => {
    const answers = await Promise.all(upTo(12).map(() => cloud.post('/', {})));
    return answers.map(({ status }) => status).filter((status) => status !== 200);
  };
  const refused: number[] = [];
  for (const _ of upTo(4)) {
    refused.push(...(await statuses()));
    await cloud.advance('PT1M');
  }
  expect(new Set(refused)).toEqual(new Set([503]));
});
