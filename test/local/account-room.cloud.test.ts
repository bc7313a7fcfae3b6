import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  CreateBackupCommand,
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  ListBackupsCommand,
  PutItemCommand,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import {
  GetAccountSettingsCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { GetScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, test } from 'vitest';
import { brandNew, established } from '../../local/cloud/account/state.ts';
import { allow, arnOf, cloudOf, httpApi, probe, type TestCloud, trust } from '../support/cloud.ts';
import { authorOf } from '../support/local-account.ts';

const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const work = {
  Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', VisibilityTimeout: 60 } },
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'WorkFunction' },
      EventSourceArn: arnOf('Jobs'),
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  },
  ...probe('WorkFunction', [allow(consume, arnOf('Jobs'))]),
  ...probe('WebFunction', [allow('sqs:SendMessage', arnOf('Jobs'))], { Timeout: 3 }),
  ...httpApi('WebFunction'),
};
const everyMinute = (Name: string) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    Name,
    ScheduleExpression: 'rate(1 minute)',
    Target: { Arn: arnOf('WorkFunction'), RoleArn: arnOf('TickRole') },
  },
});
const schedule = {
  Tick: everyMinute('tick'),
  TickRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: { Statement: [allow('lambda:InvokeFunction', arnOf('WorkFunction'))] },
        },
      ],
    },
  },
};

const twoAtOnce = { ...schedule, Tock: everyMinute('tock') };

describe('an account with room for one', () => {
  const narrow = (more: object = {}) =>
    cloudOf({ ...work, ...more }, { account: established({ concurrency: 1 }) });
  const put = (cloud: TestCloud, MessageBody: string) =>
    cloud.ask('sqs', 'SendMessage', {
      QueueUrl: `${cloud.endpoint}/000000000000/jobs`,
      MessageBody,
    });

  test('answers 503 to the second of two requests', async () => {
    const cloud = await narrow();
    const { second, first } = await held(cloud);
    expect(second).toBe(503);
    await first;
    expect((await cloud.post('/', {})).status, 'and works again').toBe(200);
  });

  test('lets one of two scheduled events wait, and calls it when there is room', async () => {
    const cloud = await narrow(twoAtOnce);
    await cloud.advance('PT65S');
    expect(await cloud.seen()).toHaveLength(2);
    const { Datapoints = [] } = await new CloudWatchClient(authorOf(cloud)).send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/Lambda',
        MetricName: 'Throttles',
        StartTime: new Date('2026-11-23T09:00:00Z'),
        EndTime: new Date('2026-11-23T10:00:00Z'),
        Period: 3600,
        Statistics: ['Sum'],
      }),
    );
    expect(Datapoints.map(({ Sum }) => Sum)).toEqual([1]);
  });

  test('lets a poller try again until there is room', async () => {
    const cloud = await narrow();
    const { first } = await held(cloud);
    // The author puts it there: the web's own function is what holds the room.
    await new SQSClient(authorOf(cloud)).send(
      new SendMessageCommand({
        QueueUrl: `${cloud.endpoint}/000000000000/jobs`,
        MessageBody: 'waits',
      }),
    );
    await first;
    expect(await cloud.seen()).toEqual([]);
    await cloud.advance('PT61S');
    expect(await cloud.seen()).toHaveLength(1);
  });

  test('with room for many, nobody is refused', async () => {
    const cloud = await cloudOf(work, { account: established() });
    const all = await Promise.all(Array.from({ length: 12 }, () => cloud.post('/', {})));
    expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect((await put(cloud, 'works')).error).toBeUndefined();
  });
});

/** Lets one request hold the room for three seconds, and another find it taken. */
async function held(
  cloud: TestCloud,
): Promise<{ readonly first: Promise<unknown>; readonly second: number }> {
  for (;;) {
    const first = cloud.post('/hang', {});
    const { status } = await cloud.post('/', {});
    if (status !== 200) return { first, second: status };
    // They overtook each other.
    await first;
  }
}

test('room is told, and more can be asked for once', async () => {
  const cloud = await cloudOf({ ...work, ...schedule }, { account: brandNew() });
  const lambda = new LambdaClient(authorOf(cloud));
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  expect(AccountLimit?.ConcurrentExecutions).toBe(10);
  const { EventSourceMappings } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName: 'WorkFunction' }),
  );
  expect(EventSourceMappings).toMatchObject([
    { State: 'Enabled', BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } },
  ]);
  const scheduler = new SchedulerClient(authorOf(cloud));
  expect(await scheduler.send(new GetScheduleCommand({ Name: 'tick' }))).toMatchObject({
    State: 'ENABLED',
    ScheduleExpression: 'rate(1 minute)',
  });
  await expect(scheduler.send(new GetScheduleCommand({ Name: 'none' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  const quotas = new ServiceQuotasClient(authorOf(cloud));
  const request = new RequestServiceQuotaIncreaseCommand({
    ServiceCode: 'lambda',
    QuotaCode: 'L-B99A9384',
    DesiredValue: 100,
  });
  expect((await quotas.send(request)).RequestedQuota?.Status).toBe('PENDING');
  await expect(quotas.send(request)).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
  });
});

test('a queue tells how much waits in it', async () => {
  const cloud = await cloudOf({
    Idle: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'idle' } },
  });
  const { Attributes } = await new SQSClient(authorOf(cloud)).send(
    new GetQueueAttributesCommand({
      QueueUrl: `${cloud.endpoint}/000000000000/idle`,
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  );
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: '0' });
});

describe('backups of a table', () => {
  const table = (PointInTimeRecoveryEnabled: boolean) => ({
    Readers: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'readers',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled },
      },
    },
  });
  const TableName = 'readers';

  test('a copy holds what was there, and neither is changed by the other', async () => {
    const cloud = await cloudOf(table(true));
    const client = new DynamoDBClient(authorOf(cloud));
    const add = (pk: string) =>
      client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } }));
    const keys = async (name: string) =>
      (await client.send(new ScanCommand({ TableName: name }))).Items?.map(
        ({ pk }) => pk?.S,
      ).sort();
    await add('ann');
    const { BackupDetails } = await client.send(
      new CreateBackupCommand({ TableName, BackupName: 'before' }),
    );
    await add('ben');
    const BackupArn = BackupDetails?.BackupArn;
    await client.send(
      new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'from-backup' }),
    );
    const latest = new RestoreTableToPointInTimeCommand({
      SourceTableName: TableName,
      TargetTableName: 'latest',
      UseLatestRestorableTime: true,
    });
    await client.send(latest);
    await add('cem');
    expect(await keys('from-backup')).toEqual(['ann']);
    expect(await keys('latest')).toEqual(['ann', 'ben']);
    expect(await keys(TableName)).toEqual(['ann', 'ben', 'cem']);
    await expect(client.send(latest)).rejects.toMatchObject({
      name: 'TableAlreadyExistsException',
    });
    const { BackupSummaries } = await client.send(new ListBackupsCommand({ TableName }));
    expect(BackupSummaries?.map(({ BackupName }) => BackupName)).toEqual(['before']);
  });

  test.for([
    [true, 'ENABLED'],
    [false, 'DISABLED'],
  ] as const)('whether time is kept: %s', async ([on, told]) => {
    const client = new DynamoDBClient(authorOf(await cloudOf(table(on))));
    const { ContinuousBackupsDescription } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    expect(
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus,
    ).toBe(told);
  });
});
