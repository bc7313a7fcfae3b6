import { expect, test } from 'vitest';
import { allow, arnOf, cloudOf, httpApi, permission, probe, trust } from '../support/cloud.ts';

const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
const queue = {
  Jobs: {
    Type: 'AWS::SQS::Queue',
    Properties: {
      QueueName: 'jobs',
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: arnOf('Dead'), maxReceiveCount: 3 },
    },
  },
  Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
};
const mapping = {
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
};
const resources = {
  ...queue,
  ...mapping,
  ...probe('WorkFunction', [allow(consume, arnOf('Jobs'))]),
  ...probe('WebFunction', [allow('sqs:SendMessage', arnOf('Jobs'))]),
  ...httpApi('WebFunction'),
};

interface SqsEvent {
  readonly Records: readonly {
    readonly body: string;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
}
type Queues = readonly { name: string; ready: number; delayed: number; inflight: number }[];

async function started(more: object = {}) {
  const cloud = await cloudOf({ ...resources, ...more });
  const QueueUrl = `${cloud.endpoint}/000000000000/jobs`;
  return {
    ...cloud,
    put: (bodies: readonly string[], DelaySeconds = 0) =>
      cloud.ask('sqs', 'SendMessageBatch', {
        QueueUrl,
        Entries: bodies.map((MessageBody, index) => ({
          Id: String(index),
          MessageBody,
          DelaySeconds,
        })),
      }),
    bodies: async () =>
      (await cloud.seen<SqsEvent>()).map(({ Records }) => Records.map(({ body }) => body)),
    queue: async (name: string) =>
      (await cloud.get<Queues>('/_local/queues')).find((one) => one.name === name),
  };
}

test('a batch goes to the function whole, and is gone once it is done', async () => {
  const cloud = await started();
  await cloud.put(['a', 'b', 'c']);
  await cloud.advance('PT0S');
  expect(await cloud.bodies()).toEqual([['a', 'b', 'c']]);
  expect(await cloud.queue('jobs')).toMatchObject({ ready: 0, delayed: 0, inflight: 0 });
});

test('a delayed message waits for its time on the clock of the cloud', async () => {
  const cloud = await started();
  await cloud.put(['later'], 600);
  await cloud.advance('PT9M');
  expect(await cloud.bodies()).toEqual([]);
  await cloud.advance('PT1M');
  expect(await cloud.bodies()).toEqual([['later']]);
});

test.each([
  ['a failed item comes back alone', 'fail', [['ok', 'fail'], ['fail'], ['fail']]],
  ['a crash brings back the whole batch', 'crash', []],
])('%s, after its time-out, and ends in the dead-letter queue', async (_, bad, expected) => {
  const cloud = await started();
  await cloud.put(['ok', bad]);
  await cloud.advance('PT59S');
  const { invocations } = await cloud.figures();
  expect(invocations['work'], 'not before the visibility time-out').toBe(1);
  await cloud.advance('PT10M');
  if (expected.length > 0) expect(await cloud.bodies()).toEqual(expected);
  expect((await cloud.figures()).invocations['work']).toBe(3);
  expect(await cloud.queue('dead')).toMatchObject({ ready: bad === 'fail' ? 1 : 2 });
});

test('without the right to receive, nothing is received, and that is seen', async () => {
  const cloud = await started(probe('WorkFunction'));
  await cloud.put(['a']);
  await cloud.advance('PT1M');
  expect(await cloud.bodies()).toEqual([]);
  const { denied } = await cloud.figures();
  expect(denied.map(({ action }) => action)).toEqual(consume);
});

const scheduled = {
  ...probe('TickFunction', [allow('sqs:SendMessage', arnOf('Dead'))]),
  ...queue,
  Schedule: {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: arnOf('TickFunction'), RoleArn: arnOf('ScheduleRole'), Input: '{"tick":1}' },
    },
  },
  ScheduleRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
      Policies: [
        {
          PolicyName: 'p',
          PolicyDocument: { Statement: [allow('lambda:InvokeFunction', arnOf('TickFunction'))] },
        },
      ],
    },
  },
};

test('a schedule fires on every minute that passes', async () => {
  const cloud = await cloudOf(scheduled);
  await cloud.advance('PT1H');
  expect((await cloud.figures()).invocations).toEqual({ tick: 60 });
});

test('a failing event is tried again after one minute and two, then kept', async () => {
  const cloud = await cloudOf({
    ...scheduled,
    Schedule: {
      ...scheduled.Schedule,
      Properties: {
        ...scheduled.Schedule.Properties,
        ScheduleExpression: 'rate(1 day)',
        Target: { ...scheduled.Schedule.Properties.Target, Input: '"please fail"' },
      },
    },
    InvokeConfig: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'TickFunction' },
        Qualifier: '$LATEST',
        DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
      },
    },
    Unused: permission('TickFunction', 'events.amazonaws.com'),
  });
  const failures = async () => (await cloud.figures()).failures['tick'];
  await cloud.post('/_local/clock', { to: '2026-11-24T00:00:00Z' });
  expect(await failures()).toBe(1);
  await cloud.advance('PT65S');
  expect(await failures()).toBe(2);
  await cloud.advance('PT125S');
  expect(await failures()).toBe(3);
  const [dead] = (
    await cloud.get<readonly { name: string; bodies: readonly string[] }[]>('/_local/queues')
  ).filter(({ name }) => name === 'dead');
  expect(JSON.parse(dead?.bodies[0] ?? '')).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: 'please fail',
    responsePayload: { errorType: 'Error', errorMessage: 'failed as asked' },
  });
});
