import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';
import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { type AccountState, established } from '../../local/cloud/account/state.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { cloudOf, conversation, httpApi, probe, type TestCloud } from '../support/cloud.ts';
import { authorOf } from '../support/local-account.ts';

const TopicArn = 'arn:aws:sns:us-east-1:000000000000:Topic';

const topic = (statements: readonly object[]) => ({
  Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
  TopicPolicy: {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: statements } },
  },
  Mail: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email', Endpoint: 'ann@example.org' },
  },
});
const letsCloudWatch = {
  Effect: 'Allow',
  Action: 'sns:Publish',
  Resource: '*',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
};
const deniesPlain = {
  Effect: 'Deny',
  Action: 'sns:Publish',
  Resource: '*',
  Principal: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const alarm = (properties: object) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmActions: [{ Ref: 'Topic' }],
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    ...properties,
  },
});
const webFails = alarm({
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'WebFunction' } }],
});

interface Rung {
  readonly alarms: readonly { readonly name: string; readonly state: string }[];
  readonly mails: readonly { readonly to: string; readonly subject: string }[];
}

async function withAlarm(
  statements: readonly object[] = [letsCloudWatch, deniesPlain],
  account: AccountState = established(),
  more: object = { WebFails: webFails },
) {
  const cloud = await cloudOf(
    { ...probe('WebFunction'), ...httpApi('WebFunction'), ...topic(statements), ...more },
    { account },
  );
  const stateOf = async (name: string) => {
    const { alarms } = await cloud.get<Rung>('/_local/alarms');
    return alarms.find((one) => one.name === name)?.state;
  };
  const mails = async () =>
    (await cloud.get<Rung>('/_local/alarms')).mails.map(({ to, subject }) => `${to}: ${subject}`);
  return { cloud, stateOf, mails, watch: new CloudWatchClient(authorOf(cloud)) };
}

const fails = (cloud: TestCloud) => cloud.post('/throw', {});
const lookAgain = (cloud: TestCloud) => cloud.advance('PT1S');

describe('an alarm', () => {
  test('rings when its figure crosses, mails who has confirmed, and is well again later', async () => {
    const { cloud, stateOf, mails } = await withAlarm();
    await lookAgain(cloud);
    expect(await stateOf('WebFails')).toBe('OK');
    await fails(cloud);
    await lookAgain(cloud);
    expect(await stateOf('WebFails')).toBe('ALARM');
    expect(await mails()).toEqual(['ann@example.org: ALARM: "WebFails"']);
    await cloud.advance('PT6M');
    expect(await stateOf('WebFails')).toBe('OK');
    expect(await mails(), 'nobody asked to be told that all is well').toHaveLength(1);
  });

  test.for([
    {
      why: 'a topic’s own policy that lets nobody publish replaces the default one',
      statements: [deniesPlain],
      account: established(),
      told: /Failed to execute action .*not authorized to perform: SNS:Publish/,
    },
    {
      why: 'a subscription that nobody has confirmed gets nothing, and the action still succeeds',
      statements: [letsCloudWatch],
      account: established({ alarmMails: 'pending' }),
      told: /Successfully executed action/,
    },
  ])('stays mute: $why', async ({ statements, account, told }) => {
    const { cloud, stateOf, mails, watch } = await withAlarm(statements, account);
    await fails(cloud);
    await lookAgain(cloud);
    expect(await stateOf('WebFails')).toBe('ALARM');
    expect(await mails()).toEqual([]);
    const { AlarmHistoryItems = [] } = await watch.send(
      new DescribeAlarmHistoryCommand({ AlarmName: 'WebFails', HistoryItemType: 'Action' }),
    );
    expect(AlarmHistoryItems[0]?.HistorySummary).toMatch(told);
  });

  test('is set by hand, and described', async () => {
    const { mails, watch } = await withAlarm();
    await watch.send(
      new SetAlarmStateCommand({ AlarmName: 'WebFails', StateValue: 'ALARM', StateReason: 'Test' }),
    );
    expect(await mails()).toEqual(['ann@example.org: ALARM: "WebFails"']);
    const { MetricAlarms } = await watch.send(new DescribeAlarmsCommand({ StateValue: 'ALARM' }));
    expect(MetricAlarms).toMatchObject([
      { AlarmName: 'WebFails', StateReason: 'Test', MetricName: 'Errors', Period: 300 },
    ]);
  });
});

test('figures: a function’s own, its account’s, and the API’s', async () => {
  const { cloud, watch } = await withAlarm();
  await fails(cloud);
  const StartTime = new Date('2026-11-23T08:00:00Z');
  const EndTime = new Date('2026-11-23T10:00:00Z');
  const sums = async (Namespace: string, MetricName: string, Dimensions = [] as Dimension[]) => {
    const { Datapoints = [] } = await watch.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName,
        Dimensions,
        StartTime,
        EndTime,
        Period: 3600,
        Statistics: ['Sum'],
      }),
    );
    return Datapoints.map(({ Sum }) => Sum);
  };
  const own = [{ Name: 'FunctionName', Value: 'WebFunction' }];
  expect(await sums('AWS/Lambda', 'Errors', own)).toEqual([1]);
  expect(await sums('AWS/Lambda', 'Invocations')).toEqual([1]);
  expect(await sums('AWS/Lambda', 'Throttles')).toEqual([]);
  const { MetricDataResults } = await watch.send(
    new GetMetricDataCommand({
      StartTime,
      EndTime,
      MetricDataQueries: [
        {
          Id: 'broken',
          MetricStat: {
            Metric: {
              Namespace: 'AWS/ApiGateway',
              MetricName: '5xx',
              Dimensions: [{ Name: 'ApiId', Value: 'Api' }],
            },
            Period: 300,
            Stat: 'Sum',
          },
        },
      ],
    }),
  );
  expect(MetricDataResults?.[0]?.Values).toEqual([1]);
});

test('each alarm of the stack reaches whom it is to reach', async () => {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  onTestFinished(() => cloud.stop());
  const { get } = conversation(cloud.url);
  const client = new CloudFormationClient(authorOf(cloud));
  const { StackResources = [] } = await client.send(
    new DescribeStackResourcesCommand({ StackName: 'Kindling' }),
  );
  const declared = StackResources.filter(
    ({ ResourceType }) => ResourceType === 'AWS::CloudWatch::Alarm',
  );
  const watch = new CloudWatchClient(authorOf(cloud));
  for (const { PhysicalResourceId: AlarmName } of declared) {
    const test = { AlarmName, StateValue: 'ALARM', StateReason: 'Test' } as const;
    await watch.send(new SetAlarmStateCommand(test));
  }
  const { mails } = await get<Rung>('/_local/alarms');
  const told = declared.map(({ PhysicalResourceId: name }) => `ALARM: "${name}"`);
  expect(mails.map(({ subject }) => subject)).toEqual(told);
  expect(told.length).toBeGreaterThan(10);
});

interface Dimension {
  Name: string;
  Value: string;
}

test.for([
  ['confirmed', 'false', /^arn:/],
  ['pending', 'true', /^pending confirmation$/],
] as const)('a subscription is %s', async ([alarmMails, pending, again]) => {
  const { cloud } = await withAlarm(undefined, established({ alarmMails }));
  const client = new SNSClient(authorOf(cloud));
  const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn }));
  expect(Attributes?.['SubscriptionsPending']).toBe(pending === 'true' ? '1' : '0');
  expect(JSON.parse(Attributes?.['Policy'] ?? '{}')).toMatchObject({
    Statement: [{ Principal: { Service: ['cloudwatch.amazonaws.com'] } }, { Effect: 'Deny' }],
  });
  const { Subscriptions } = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  const { SubscriptionArn } = Subscriptions?.[0] ?? {};
  if (pending === 'true') expect(SubscriptionArn).toBe('PendingConfirmation');
  else {
    const asked = new GetSubscriptionAttributesCommand({ SubscriptionArn });
    const told = (await client.send(asked)).Attributes;
    expect(told).toMatchObject({ PendingConfirmation: 'false', Endpoint: 'ann@example.org' });
  }
  const { SubscriptionArn: answer } = await client.send(
    new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'ann@example.org' }),
  );
  expect(answer).toMatch(again);
});
