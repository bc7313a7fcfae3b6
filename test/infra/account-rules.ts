import { every, ofKind, type Resource, type Resources, type Rule, target } from './rule.ts';

/**
 * What AWS refuses at the first deployment, or takes and then stays mute about: no linter knows it,
 * and a laptop does not show it. Sources: decision 020.
 */
export const ACCOUNT_RULES = {
  /** API Gateway takes no format without one (`AWS::ApiGatewayV2::Stage`, AccessLogSettings). */
  'an access log tells requests apart by their id': every(
    'AWS::ApiGatewayV2::Stage',
    ({ Properties: { AccessLogSettings } }) =>
      /\$context\.(requestId|extendedRequestId)\b/.test(AccessLogSettings?.Format),
  ),

  'limits are for routes that are there before them': every(
    'AWS::ApiGatewayV2::Stage',
    ({ Properties: { RouteSettings = {} }, DependsOn = [] }, all) => {
      const there = [DependsOn].flat().map((id: string) => all[id]?.['Properties'].RouteKey);
      return Object.keys(RouteSettings).every((key) => there.includes(key));
    },
  ),

  /** A topic's own policy replaces SNS's default, which is what lets CloudWatch publish. */
  'an alarm may publish to each topic that it calls': every(
    'AWS::CloudWatch::Alarm',
    ({ Properties: { AlarmActions } }, all) =>
      AlarmActions.every((action: Resource) =>
        policiesOf(all, 'AWS::SNS::TopicPolicy', target(action)).some(
          (statement) =>
            statement['Effect'] === 'Allow' &&
            statement['Action'] === 'sns:Publish' &&
            statement['Principal'].Service === 'cloudwatch.amazonaws.com',
        ),
      ),
  ),

  /** In the sandbox SES asks for the recipient's identity, so it is the sender that is confined. */
  'what may send may do so in one name only': every('AWS::IAM::Policy', ({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Action }: Resource) =>
      [Action].flat().some((action: string) => /^ses:Send/.test(action)),
    ).every(
      ({ Condition }: Resource) => Condition?.StringEquals?.['ses:FromAddress'] !== undefined,
    ),
  ),

  /** IAM counts no spaces (IAM user guide, "IAM and AWS STS quotas"); a name that is filled in is as long as this one. */
  'a managed policy is no larger than IAM takes': every(
    'AWS::IAM::ManagedPolicy',
    ({ Properties: { PolicyDocument } }) =>
      JSON.stringify(PolicyDocument).replaceAll(/\s/g, '').length <= 6144,
  ),

  /** Else it stays pending, fails after 72 hours, and takes no mail. */
  'an identity has its keys in DNS, or in what is printed': (template) => {
    const { Resources, Outputs = {} } = template.toJSON();
    const told = JSON.stringify([ofKind(Resources, 'AWS::Route53::RecordSet'), Outputs]);
    const lacks = every(
      'AWS::SES::EmailIdentity',
      (_, __, id) =>
        [1, 2, 3].every((key) => told.includes(`["${id}","DkimDNSTokenValue${key}"]`)) &&
        told.includes('feedback-smtp.'),
    );
    return lacks(template);
  },

  /** Events tell of bounces; as mails they go to an address that may have no mailbox. */
  'bounces are events and no mails': every(
    'AWS::SES::EmailIdentity',
    ({ Properties }) => Properties.FeedbackAttributes?.EmailForwardingEnabled === false,
  ),

  /** Nobody else's account may have a service do it (IAM user guide, "The confused deputy"). */
  'a role that a service takes on, it takes on for this account': every(
    'AWS::IAM::Role',
    ({ Properties }) =>
      Properties.AssumeRolePolicyDocument.Statement.every(
        ({ Principal, Condition }: Resource) =>
          Principal.Service === 'lambda.amazonaws.com' || isForUs(Condition),
      ),
  ),

  'a service calls a function for this account only': every(
    'AWS::Lambda::Permission',
    ({ Properties: { SourceAccount, SourceArn } }) => (SourceAccount ?? SourceArn) !== undefined,
  ),

  'a service writes to a topic for this account only': servesUsOnly('AWS::SNS::TopicPolicy'),
  'a service writes to a queue for this account only': servesUsOnly('AWS::SQS::QueuePolicy'),
  'a service writes to a bucket for this account only': servesUsOnly('AWS::S3::BucketPolicy'),

  /** Lambda waits six hours for room, and then lets all that has waited run at once. */
  'what nobody waits for is called within the hour it is of, or not': every(
    'AWS::Lambda::EventInvokeConfig',
    ({ Properties: { FunctionName, MaximumEventAgeInSeconds } }, all) =>
      isScheduled(all, target(FunctionName))
        ? MaximumEventAgeInSeconds <= 60
        : MaximumEventAgeInSeconds !== undefined,
  ),
  'what a schedule calls says how old a call may be': every(
    'AWS::Scheduler::Schedule',
    ({ Properties: { Target } }, all) =>
      Target.RetryPolicy?.MaximumEventAgeInSeconds <= 60 &&
      ofKind(all, 'AWS::Lambda::EventInvokeConfig').some(
        ({ Properties }) => target(Properties.FunctionName) === target(Target.Arn),
      ),
  ),

  /** A new account runs ten at once; where more are said to be there, this one leaves half too. */
  'a queue has a ceiling': every(
    'AWS::Lambda::EventSourceMapping',
    ({ Properties }) => Properties.ScalingConfig?.MaximumConcurrency >= 2,
  ),

  'an empty bucket goes with a first try that failed, and no other': every(
    'AWS::S3::Bucket',
    ({ DeletionPolicy, UpdateReplacePolicy }) =>
      DeletionPolicy === 'RetainExceptOnCreate' && UpdateReplacePolicy === 'Retain',
  ),

  /** Lambda counts a page that says 500 as a success. */
  'an error page is heard of': every('AWS::ApiGatewayV2::Api', (_, all, id) =>
    ofKind(all, 'AWS::CloudWatch::Alarm').some(
      ({ Properties: { MetricName, Dimensions } }) =>
        MetricName === '5xx' && target(Dimensions?.[0]?.Value) === id,
    ),
  ),

  'figures of two stacks in one account ring their own alarms': every(
    'AWS::CloudWatch::Alarm',
    ({ Properties: { Namespace, Dimensions } }, all) =>
      Namespace !== 'Kindling' ||
      ofKind(all, 'AWS::Lambda::Function').every(
        ({ Properties }) =>
          Dimensions?.[0]?.Name === 'Stack' &&
          Properties.Environment.Variables.STACK_NAME === Dimensions[0].Value,
      ),
  ),

  /** A second stack would find it taken, and so would the replacement of the first. */
  'nothing has a name that is taken once': (template) =>
    Object.entries(template.toJSON()['Resources'] as Resources)
      .filter(([, { Type, Properties }]) => Properties?.[NAME_OF[Type] ?? ''] !== undefined)
      .map(([id]) => id),
} satisfies Readonly<Record<string, Rule>>;

/** The property that names a resource of a kind, for good and for the whole account or region. */
const NAME_OF: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::ReceiptRuleSet': 'RuleSetName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
};

function isForUs(condition: Resource | undefined): boolean {
  const keys = Object.values(condition ?? {}).flatMap((part: Resource) => Object.keys(part));
  return keys.some((key) => /^aws:source(account|arn)$/i.test(key));
}

function servesUsOnly(kind: string): Rule {
  return every(kind, ({ Properties }) =>
    Properties.PolicyDocument.Statement.every(
      ({ Effect, Principal, Condition }: Resource) =>
        Effect === 'Deny' || Principal.Service === undefined || isForUs(Condition),
    ),
  );
}

/** The statements of a resource's own policies. */
function policiesOf(all: Resources, kind: string, id: string): readonly Resource[] {
  return ofKind(all, kind)
    .filter(({ Properties }) => Properties.Topics.some((one: Resource) => target(one) === id))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

const isScheduled = (all: Resources, id: string): boolean =>
  ofKind(all, 'AWS::Scheduler::Schedule').some(
    ({ Properties }) => target(Properties.Target.Arn) === id,
  );
