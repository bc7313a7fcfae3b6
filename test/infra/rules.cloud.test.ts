import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, inject, test } from 'vitest';
import { broken } from './broken.ts';
import { RULES } from './template-rules.ts';

type Name = keyof typeof RULES;
/** A property of every resource of a kind set to this, and the resource that the rule then names. */
type Break = readonly [kind: string, path: string, value: unknown, named: string];

const RULE = 'AWS::SES::ReceiptRule';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const TABLE = 'AWS::DynamoDB::Table';
const SET = 'AWS::SES::ConfigurationSet';
const IDENTITY = 'AWS::SES::EmailIdentity';
const STAGE = 'AWS::ApiGatewayV2::Stage';
const ALARM = 'AWS::CloudWatch::Alarm';
const QUEUE = 'AWS::SQS::Queue';
const SCHEDULE = 'AWS::Scheduler::Schedule';
const POLICY = 'AWS::IAM::Policy';
const MANAGED = 'AWS::IAM::ManagedPolicy';
const STATEMENT = 'Properties.PolicyDocument.Statement';
/** A statement that lets somebody read by names, but for what is said. */
const reading = (change: object) => ({
  Action: 'dynamodb:GetItem',
  Condition: {
    'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk'] },
    StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    ...change,
  },
});
const ANY_ITEM = {
  Action: 'dynamodb:GetItem',
  Resource: { 'Fn::GetAtt': ['SubscribersTable75BE339A', 'Arn'] },
};

const BREAKS: { readonly [name in Name]: readonly Break[] } = {
  'mail to us is scanned, and is ours': [
    [RULE, 'Properties.Rule.ScanEnabled', false, 'RepliesRuleSetLetters'],
    [RULE, 'Properties.Rule.ScanEnabled', undefined, 'RepliesRuleSetLetters'],
    [RULE, 'Properties.Rule.Enabled', false, 'RepliesRuleSetLetters'],
    [RULE, 'Properties.Rule.Recipients', undefined, 'RepliesRuleSetLetters'],
  ],
  'no batch is seen twice while it waits or is tried again': [
    [QUEUE, 'Properties.VisibilityTimeout', undefined, 'SendFunction'],
    [QUEUE, 'Properties.VisibilityTimeout', 180, 'FeedbackDoor'],
    ['AWS::Lambda::Function', 'Properties.Timeout', 60, 'SendFunction'],
    [MAPPING, 'Properties.MaximumBatchingWindowInSeconds', 300, 'SendFunction'],
  ],
  'one bad message does not bring its whole batch back': [
    [MAPPING, 'Properties.FunctionResponseTypes', undefined, 'SendFunction'],
  ],
  'no table goes with its stack, and any second of it comes back': [
    [TABLE, 'DeletionPolicy', 'Delete', 'SubscribersTable'],
    [TABLE, 'UpdateReplacePolicy', undefined, 'SubscribersTable'],
    [TABLE, 'Properties.DeletionProtectionEnabled', undefined, 'SubscribersTable'],
    [TABLE, 'Properties.PointInTimeRecoverySpecification', undefined, 'SubscribersTable'],
  ],
  'SES spares who bounced and who complained': [
    [SET, 'Properties.SuppressionOptions.SuppressedReasons', ['BOUNCE'], 'ConfigurationSet'],
    [SET, 'Properties.SuppressionOptions.SuppressedReasons', ['COMPLAINT'], 'ConfigurationSet'],
    [SET, 'Properties.SuppressionOptions', undefined, 'ConfigurationSet'],
  ],
  'a domain that sends has its own MAIL FROM and a configuration set': [
    [IDENTITY, 'Properties.MailFromAttributes', undefined, 'IdentityDomain'],
    [IDENTITY, 'Properties.ConfigurationSetAttributes', undefined, 'IdentityDomain'],
  ],
  'who looks at the table names what they want, and no secret': [
    [MANAGED, STATEMENT, [{ Action: 'dynamodb:Scan' }], 'DeskRightsReading'],
    [MANAGED, STATEMENT, [reading({ StringEquals: undefined })], 'DeskRightsReading'],
    [MANAGED, STATEMENT, [reading({ 'ForAllValues:StringEquals': {} })], 'DeskRightsReading'],
    ...['secret', 'secretKey', 'answer'].map((name): Break => {
      const named = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', name] } };
      return [MANAGED, STATEMENT, [reading(named)], 'DeskRightsReading'];
    }),
    [MANAGED, STATEMENT, [{ ...reading({}), Action: 'dynamodb:UpdateItem' }], 'DeskRightsActing'],
  ],
  'a flood costs no more than a hundred requests a second, on any route': [
    [STAGE, 'Properties.DefaultRouteSettings.ThrottlingRateLimit', 50_000, 'ApiStage'],
    [STAGE, 'Properties.DefaultRouteSettings.ThrottlingBurstLimit', 1000, 'ApiStage'],
    [STAGE, 'Properties.DefaultRouteSettings', undefined, 'ApiStage'],
    [STAGE, 'Properties.RouteSettings', { 'ANY /': { ThrottlingRateLimit: 500 } }, 'ApiStage'],
  ],
  'a request leaves nothing in a log that tells who it was about': [
    [STAGE, 'Properties.AccessLogSettings.Format', '$context.path', 'ApiStage'],
    [STAGE, 'Properties.AccessLogSettings.Format', '$context.identity.sourceIp', 'ApiStage'],
  ],
  'where no data is bad news, it is news within half an hour': [
    [ALARM, 'Properties.Period', 3600, 'TickSilent'],
    [ALARM, 'Properties.EvaluationPeriods', 30, 'TickSilent'],
  ],
  'what a schedule calls has an alarm on its silence': [
    [ALARM, 'Properties.TreatMissingData', 'notBreaching', 'EveryMinute'],
    [ALARM, 'Properties.ComparisonOperator', 'GreaterThanThreshold', 'EveryMinute'],
    [ALARM, 'Properties.Threshold', 0, 'EveryMinute'],
    [ALARM, 'Properties.MetricName', 'Errors', 'EveryMinute'],
    [SCHEDULE, 'Properties.ScheduleExpression', 'rate(1 hour)', 'EveryMinute'],
    [SCHEDULE, 'Properties.ScheduleExpression', 'rate(10 minutes)', 'EveryMinute'],
  ],
  'what a schedule calls touches no item of a reader, save to tell of an issue': [
    [POLICY, 'Properties.PolicyDocument.Statement', [ANY_ITEM], 'EveryMinute'],
  ],
  'what has a place for its failures is tried again before': [
    ['AWS::Lambda::EventInvokeConfig', 'Properties.MaximumRetryAttempts', 0, 'RepliesDoor'],
  ],
  'a function that throws is heard of': [
    [ALARM, 'Properties.Threshold', 5, 'WebDoor'],
    [ALARM, 'Properties.EvaluationPeriods', 3, 'RepliesDoor'],
    [ALARM, 'Properties.Dimensions', undefined, 'SendingTick'],
    [ALARM, 'Properties.MetricName', 'Invocations', 'FeedbackDoor'],
  ],
  'every alarm calls somebody': [
    [ALARM, 'Properties.AlarmActions', undefined, 'Overdue'],
    [ALARM, 'Properties.ActionsEnabled', false, 'TickSilent'],
  ],
  'what could not be handled waits for a person, and calls one': [
    [QUEUE, 'Properties.MessageRetentionPeriod', 86_400, 'SendQueueDeadLetters'],
    [QUEUE, 'Properties.RedrivePolicy', undefined, 'FeedbackQueue'],
    [ALARM, 'Properties.Dimensions', undefined, 'FeedbackDeadLetters'],
    [ALARM, 'Properties.MetricName', 'NumberOfMessagesSent', 'RepliesDeadLetters'],
  ],
};

const today = JSON.parse(readFileSync(join(inject('assembly'), 'Kindling.template.json'), 'utf8'));
const names = Object.keys(RULES) as Name[];

test.for(names)('%s', (name) => {
  expect(RULES[name](Template.fromJSON(today))).toEqual([]);
});

const breaks = names.flatMap((name) => BREAKS[name].map((one) => [name, ...one] as const));

test.for(breaks)('“%s” would notice %s with %s = %o', ([name, kind, path, value, named]) => {
  expect(RULES[name](broken(today, kind, path, value)).join(' ')).toContain(named);
});
