import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { allow, arnOf, cloudOf, httpApi, probe, trust } from '../support/cloud.ts';
import { assemblyOf } from '../support/tiny-assembly.ts';

const key = (name: string, KeyType: string) => ({ AttributeName: name, KeyType });
const resources = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'people',
      KeySchema: [key('pk', 'HASH')],
      AttributeDefinitions: ['pk', 'dueShard', 'dueAt'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      GlobalSecondaryIndexes: [
        {
          IndexName: 'due',
          KeySchema: [key('dueShard', 'HASH'), key('dueAt', 'RANGE')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    },
  },
  ...probe('TickFunction'),
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(1 minute)',
      Target: {
        Arn: arnOf('TickFunction'),
        RoleArn: arnOf('ScheduleRole'),
        Input: '"<aws.scheduler.scheduled-time>"',
      },
    },
  },
  ScheduleRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
      Policies: [
        { PolicyDocument: { Statement: [allow('lambda:InvokeFunction', arnOf('TickFunction'))] } },
      ],
    },
  },
  ...probe('WebFunction', [allow('dynamodb:PutItem', arnOf('Table'))]),
  ...httpApi('WebFunction'),
};

const put = (pk: string, more: Readonly<Record<string, unknown>>) =>
  [
    'dynamodb',
    'PutItem',
    { TableName: 'people', Item: { pk: { S: pk }, dueShard: { S: '0' }, ...more } },
  ] as const;

test('minutes in which nothing is due are jumped over; from the due one on, each has its tick', async () => {
  const cloud = await cloudOf(resources);
  await cloud.ask(...put('ann', { dueAt: { S: '2026-11-26T08:00:30Z' } }));
  await cloud.post('/_local/clock', { to: '2026-11-26T08:03:00Z' });
  const ticks = await cloud.seen<string>();
  expect(ticks.slice(-3)).toEqual([
    '2026-11-26T08:01:00.000Z',
    '2026-11-26T08:02:00.000Z',
    '2026-11-26T08:03:00.000Z',
  ]);
  expect(ticks.length).toBeLessThan(15);
});

test('while nothing is due a tick a week shows that it stays so, and one when the move ends', async () => {
  const cloud = await cloudOf(resources);
  await cloud.advance('P28D');
  expect((await cloud.seen<string>()).map((tick) => tick.slice(0, 16))).toEqual([
    '2026-11-26T00:00',
    '2026-12-03T00:00',
    '2026-12-10T00:00',
    '2026-12-17T00:00',
    '2026-12-21T09:00',
  ]);
});

test('what is due and stays due does not keep the clock from moving on', async () => {
  const cloud = await cloudOf(resources);
  await cloud.ask(...put('ann', { dueAt: { S: '2026-11-23T10:00:00Z' } }));
  await cloud.advance('P2D');
  const ticks = await cloud.seen();
  expect(ticks.length).toBeGreaterThan(60);
  expect(ticks.length).toBeLessThan(150);
});

test('an item is gone when its time to live is over, and that costs nothing', async () => {
  const cloud = await cloudOf(resources);
  const expiresAt = { N: String(Date.parse('2026-11-30T09:00:00Z') / 1000) };
  await cloud.ask(...put('ann', { expiresAt, dueAt: { S: '2027-01-01T00:00:00Z' } }));
  await cloud.ask(...put('ben', { expiresAt: { N: '99999999999' } }));
  const names = async () => {
    const { items } = await cloud.get<{ items: readonly { pk: string }[] }>('/_local/table');
    return items.map(({ pk }) => pk).sort();
  };
  const { capacity } = await cloud.figures();
  await cloud.advance('P6D');
  expect(await names()).toEqual(['ann', 'ben']);
  await cloud.advance('P2D');
  expect(await names()).toEqual(['ben']);
  expect((await cloud.figures()).capacity).toEqual(capacity);
});

test.each([[{ to: '2020-01-01T00:00:00Z' }], [{ advance: 'soon' }], ['x']])(
  'the clock refuses %j and stays where it is',
  async (wish) => {
    const cloud = await cloudOf(resources);
    const response = await cloud.post('/_local/clock', wish);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ]);
    const { now } = await cloud.get<{ now: string }>('/_local/clock');
    expect(now).toMatch(/^2026-11-23T09:00/);
  },
);

test('a new version runs with what is stored, and a broken one changes nothing', async () => {
  const cloud = await cloudOf(resources);
  await cloud.ask(...put('ann', {}));
  const version = (VERSION: string, more: object = {}) => {
    const directory = assemblyOf({
      ...resources,
      ...probe('WebFunction', [], { Environment: { Variables: { VERSION } } }),
      ...more,
    });
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    return directory;
  };
  const running = async () =>
    (await cloud.get<Readonly<Record<string, string>>>('/environment'))['VERSION'];
  expect(await running()).toBeUndefined();
  await cloud.deploy(version('2'));
  expect(await running()).toBe('2');
  const { error } = await cloud.ask(...put('ben', {}));
  expect(error?.name, 'the role changed too').toBe('AccessDeniedException');
  const odd = { Odd: { Type: 'AWS::Kinesis::Stream', Properties: {} } };
  await expect(cloud.deploy(version('3', odd))).rejects.toThrow(/Kinesis/);
  expect(await running()).toBe('2');
  const { items } = await cloud.get<{ items: readonly unknown[] }>('/_local/table');
  expect(items).toHaveLength(1);
});

test.for([
  ['a failed condition, in the table’s own answer', 'ConditionalCheckFailedException', undefined],
  ['a fault', 'ProvisionedThroughputExceededException', 'throttle'],
] as const)(
  '%s tells a function the time that it has: by another, the SDK takes it for worth a repeat',
  async ([, name, kind]) => {
    const cloud = await cloudOf(resources);
    const [service, action, input] = put('ann', {});
    const once = { ...input, ConditionExpression: 'attribute_not_exists(pk)' };
    await cloud.ask(service, action, once);
    await cloud.post('/_local/clock', { advance: 'P3D' });
    if (kind) await cloud.post('/_local/faults', { service, kind, function: 'web' });
    const { error, now } = await cloud.ask(service, action, once);
    expect(error?.name).toBe(name);
    const apart = Math.abs(Date.parse(error?.date ?? '') - (now ?? 0));
    // The SDK makes allowance for four minutes.
    expect(apart).toBeLessThan(240_000);
  },
);
