import { describe, expect, test } from 'vitest';
import { type Alarm, evaluate } from '../../local/cloud/alarms/alarm.ts';
import { embeddedIn } from '../../local/cloud/alarms/embedded-metrics.ts';
import { MetricStore } from '../../local/cloud/alarms/metric-store.ts';
import { queryInput } from '../../local/cloud/aws/wire.ts';
import { changesBetween } from '../../local/cloud/cloudformation/changes.ts';

const NOW = Date.parse('2026-11-23T09:00:30Z');
const MINUTE = 60_000;

describe('an alarm', () => {
  const metric = { namespace: 'Kindling', name: 'Overdue', dimensions: {} };
  const alarm = (change: Partial<Alarm>): Alarm => ({
    name: 'Overdue',
    arn: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:Overdue',
    metric,
    AlarmDescription: undefined,
    Namespace: 'Kindling',
    MetricName: 'Overdue',
    Dimensions: [],
    Statistic: 'Sum',
    Period: 300,
    EvaluationPeriods: 1,
    DatapointsToAlarm: undefined,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    ActionsEnabled: true,
    AlarmActions: [],
    OKActions: [],
    ...change,
  });

  test.for([
    { why: 'nothing came, which is good', figures: [], change: {}, state: 'OK' },
    { why: 'one, a minute ago', figures: [[1, 1]], change: {}, state: 'ALARM' },
    { why: 'one, but before the period', figures: [[1, 6]], change: {}, state: 'OK' },
    {
      why: 'nothing came, which is bad',
      figures: [],
      change: { TreatMissingData: 'breaching' },
      state: 'ALARM',
    },
    {
      why: 'nothing came, and nobody knows',
      figures: [],
      change: { TreatMissingData: 'missing' },
      state: 'INSUFFICIENT_DATA',
    },
    {
      why: 'nothing came, so nothing changes',
      figures: [],
      change: { TreatMissingData: 'ignore' },
      state: 'unchanged',
    },
    {
      why: 'silent in two of three periods',
      figures: [[1, 12]],
      change: {
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        EvaluationPeriods: 3,
        TreatMissingData: 'breaching',
      },
      state: 'OK',
    },
    {
      why: 'silent in all three',
      figures: [[1, 16]],
      change: {
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        EvaluationPeriods: 3,
        TreatMissingData: 'breaching',
      },
      state: 'ALARM',
    },
    {
      why: 'two of three are enough where two are asked for',
      figures: [
        [1, 12],
        [1, 1],
      ],
      change: { EvaluationPeriods: 3, DatapointsToAlarm: 2 },
      state: 'ALARM',
    },
    {
      why: 'on the average it is less',
      figures: [
        [3, 2],
        [1, 1],
      ],
      change: { Statistic: 'Average', Threshold: 2 },
      state: 'OK',
    },
  ] as const)('$why: $state', ({ figures, change, state }) => {
    const store = new MetricStore();
    for (const [value, minutes] of figures) store.put(metric, value, NOW - minutes * MINUTE);
    expect(evaluate(alarm(change), store, NOW).state).toBe(state);
  });
});

describe('figures in a log', () => {
  const line = (more: object) =>
    JSON.stringify({
      Overdue: 3,
      Stack: 'Kindling',
      _aws: {
        Timestamp: NOW,
        CloudWatchMetrics: [
          { Namespace: 'Kindling', Dimensions: [['Stack']], Metrics: [{ Name: 'Overdue' }] },
        ],
      },
      ...more,
    });

  test('are read with their dimensions, from among other lines', () => {
    expect(embeddedIn(`hello\n${line({})}\n`)).toEqual([
      {
        id: { namespace: 'Kindling', name: 'Overdue', dimensions: { Stack: 'Kindling' } },
        value: 3,
        at: NOW,
      },
    ]);
  });

  test.for([
    ['a figure that is none', line({ Overdue: 'many' })],
    ['a line that is cut off', line({}).slice(0, -5)],
    ['a line that begins with something else', `INFO ${line({})}`],
  ])('are none in %s', ([, text]) => {
    expect(embeddedIn(text ?? '')).toEqual([]);
  });
});

describe('a change set', () => {
  const table = (properties: object) => ({
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { ...properties } },
  });
  const key = (AttributeName: string) => ({ KeySchema: [{ AttributeName }] });
  test.for([
    ['adds', {}, table({}), { Action: 'Add' }],
    ['removes', table({}), {}, { Action: 'Remove' }],
    [
      'changes in place',
      table({}),
      table({ Tags: [] }),
      { Action: 'Modify', Replacement: 'False' },
    ],
    ['replaces', table(key('a')), table(key('b')), { Action: 'Modify', Replacement: 'True' }],
  ] as const)('%s', ([, before, after, change]) => {
    expect(changesBetween(before, after)).toMatchObject([
      { ResourceChange: { LogicalResourceId: 'Table', ...change } },
    ]);
  });

  test('leaves alone what is the same', () => {
    expect(changesBetween(table(key('a')), table(key('a')))).toEqual([]);
  });
});

test('the Query protocol’s lists and structures', () => {
  const body = Buffer.from(
    'Action=CreateReceiptRule&Rule.Name=letters&Rule.Recipients.member.1=a&' +
      'Rule.Recipients.member.2=b&Rule.Actions.member.1.S3Action.BucketName=mail&Tags=',
  );
  expect(queryInput({ method: 'POST', path: '/', headers: {}, body })).toEqual({
    Action: 'CreateReceiptRule',
    Rule: {
      Name: 'letters',
      Recipients: ['a', 'b'],
      Actions: [{ S3Action: { BucketName: 'mail' } }],
    },
    Tags: '',
  });
});
