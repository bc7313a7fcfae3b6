import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { capacityFor } from '../../infra/capacity.ts';
import { accountConfig } from '../support/account-config.ts';
import { VARIANTS } from '../support/stack-variants.ts';
import { ACCOUNT_RULES } from './account-rules.ts';
import { broken } from './broken.ts';
import { templateOf, VARIANT_NAMES } from './variants.ts';

type Name = keyof typeof ACCOUNT_RULES;
/** A property of every resource of a kind set to this, and the resource that the rule then names. */
type Break = readonly [kind: string, path: string, value: unknown, named: string];

const STAGE = 'AWS::ApiGatewayV2::Stage';
const MAPPING = 'AWS::Lambda::EventSourceMapping';
const INVOKE = 'AWS::Lambda::EventInvokeConfig';
const ALARM = 'AWS::CloudWatch::Alarm';
const STATEMENT = 'Properties.PolicyDocument.Statement';
const TRUST = 'Properties.AssumeRolePolicyDocument.Statement';

const DENY = { Effect: 'Deny', Action: 'sns:Publish', Principal: { AWS: '*' } };
const ANY_ALARM = {
  Effect: 'Allow',
  Action: 'sns:Publish',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
};
const ANY_SENDER = { Effect: 'Allow', Action: ['ses:SendRawEmail'], Resource: '*' };
const ANY_SCHEDULE = { Effect: 'Allow', Principal: { Service: 'scheduler.amazonaws.com' } };
const ANY_MAIL = {
  Effect: 'Allow',
  Action: 's3:PutObject',
  Principal: { Service: 'ses.amazonaws.com' },
};

const BREAKS: { readonly [name in Name]: readonly Break[] } = {
  'an access log tells requests apart by their id': [
    [STAGE, 'Properties.AccessLogSettings.Format', '$context.status', 'ApiStage'],
    [STAGE, 'Properties.AccessLogSettings', undefined, 'ApiStage'],
  ],
  'limits are for routes that are there before them': [
    [STAGE, 'DependsOn', undefined, 'ApiStage'],
    [STAGE, 'Properties.RouteSettings', { 'GET /': {} }, 'ApiStage'],
  ],
  'an alarm may publish to each topic that it calls': [
    ['AWS::SNS::TopicPolicy', STATEMENT, [DENY], 'AlarmsTickSilent'],
  ],
  'what may send may do so in one name only': [
    ['AWS::IAM::Policy', STATEMENT, [ANY_SENDER], 'SendingSendRole'],
  ],
  'a managed policy is no larger than IAM takes': [
    ['AWS::IAM::ManagedPolicy', STATEMENT, [{ Resource: 'x'.repeat(6144) }], 'DeskRightsActing'],
  ],
  'an identity has its keys in DNS, or in what is printed': [
    ['AWS::Route53::RecordSet', 'Properties', {}, 'IdentityDomain'],
  ],
  'bounces are events and no mails': [
    ['AWS::SES::EmailIdentity', 'Properties.FeedbackAttributes', undefined, 'IdentityDomain'],
  ],
  'a role that a service takes on, it takes on for this account': [
    ['AWS::IAM::Role', TRUST, [ANY_SCHEDULE], 'ScheduleRole'],
  ],
  'a service calls a function for this account only': [
    ['AWS::Lambda::Permission', 'Properties.SourceAccount', undefined, 'AllowSes'],
  ],
  'a service writes to a topic for this account only': [
    ['AWS::SNS::TopicPolicy', STATEMENT, [ANY_ALARM], 'AlarmsTopicPolicy'],
  ],
  'a service writes to a queue for this account only': [
    ['AWS::SQS::QueuePolicy', STATEMENT, [ANY_MAIL], 'FeedbackQueuePolicy'],
  ],
  'a service writes to a bucket for this account only': [
    ['AWS::S3::BucketPolicy', STATEMENT, [ANY_MAIL], 'RepliesMailPolicy'],
  ],
  'what nobody waits for is called within the hour it is of, or not': [
    [INVOKE, 'Properties.MaximumEventAgeInSeconds', 3600, 'SendingTick'],
    [INVOKE, 'Properties.MaximumEventAgeInSeconds', undefined, 'RepliesDoor'],
  ],
  'what a schedule calls says how old a call may be': [
    [INVOKE, 'Properties.FunctionName', 'another', 'EveryMinute'],
    ['AWS::Scheduler::Schedule', 'Properties.Target.RetryPolicy', undefined, 'EveryMinute'],
  ],
  'a queue has a ceiling': [[MAPPING, 'Properties.ScalingConfig', undefined, 'FeedbackDoor']],
  'an empty bucket goes with a first try that failed, and no other': [
    ['AWS::S3::Bucket', 'DeletionPolicy', 'Retain', 'RepliesMail'],
    ['AWS::S3::Bucket', 'UpdateReplacePolicy', 'Delete', 'RepliesMail'],
  ],
  'an error page is heard of': [
    [ALARM, 'Properties.MetricName', '4xx', 'ApiHttp'],
    [ALARM, 'Properties.Dimensions', undefined, 'ApiHttp'],
  ],
  'figures of two stacks in one account ring their own alarms': [
    [ALARM, 'Properties.Dimensions', undefined, 'AlarmsOverdue'],
    ['AWS::Lambda::Function', 'Properties.Environment.Variables', {}, 'AlarmsOverdue'],
  ],
  'nothing has a name that is taken once': [
    ['AWS::SQS::Queue', 'Properties.QueueName', 'letters', 'SendQueue'],
    [ALARM, 'Properties.AlarmName', 'late', 'AlarmsOverdue'],
  ],
};

const names = Object.keys(ACCOUNT_RULES) as Name[];

describe.for(VARIANT_NAMES)('in an account that is %s', (variant) => {
  test.for(names)('%s', (name) => {
    expect(ACCOUNT_RULES[name](Template.fromJSON(templateOf(variant)))).toEqual([]);
  });
});

const breaks = names.flatMap((name) => BREAKS[name].map((one) => [name, ...one] as const));

test.for(breaks)('“%s” would notice %s with %s = %o', ([name, kind, path, value, named]) => {
  const template = broken(templateOf('zone'), kind, path, value);
  expect(ACCOUNT_RULES[name](template).join(' ')).toContain(named);
});

test('an identity whose keys are printed nowhere is noticed where DNS is elsewhere', () => {
  const template = Template.fromJSON({ ...templateOf('plain'), Outputs: {} });
  const rule = ACCOUNT_RULES['an identity has its keys in DNS, or in what is printed'];
  expect(rule(template).join(' ')).toContain('IdentityDomain');
});

test.for(VARIANT_NAMES)('sending is made for what an account may that is %s', (variant) => {
  const { senders, feedback, senderMemory, tickMemory } = capacityFor(
    accountConfig(VARIANTS[variant]),
  );
  const template = Template.fromJSON(templateOf(variant));
  const atOnce = Object.values(template.findResources(MAPPING)).map(
    ({ Properties }): number => Properties.ScalingConfig.MaximumConcurrency,
  );
  expect(atOnce.toSorted((a, b) => b - a)).toEqual([senders, feedback]);
  const memories = Object.entries(template.findResources('AWS::Lambda::Function')).flatMap(
    ([id, { Properties }]) =>
      /^Sending(Send|Tick)/.test(id) ? [Number(Properties.MemorySize)] : [],
  );
  expect(memories.toSorted()).toEqual([senderMemory, tickMemory].toSorted());
});
