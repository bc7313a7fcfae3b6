import { ACCOUNT, arn, REGION } from './names.ts';

/** What a resource is known by once it exists. */
export interface Named {
  readonly logicalId: string;
  /** The physical name: the template's, or the logical id when it gives none. */
  readonly name: string;
  /** Where the cloud is reached by browsers, and by SDK clients. */
  readonly url: string;
  readonly endpoint: string;
}

interface ResourceType {
  /** The property that gives the physical name. */
  readonly nameProperty?: string;
  readonly ref?: (resource: Named) => string;
  readonly attributes?: Readonly<Record<string, (resource: Named) => string>>;
}

const dkim = Object.fromEntries(
  [1, 2, 3].flatMap((n) => [
    [`DkimDNSTokenName${n}`, ({ name }: Named) => `local${n}._domainkey.${name}`],
    [`DkimDNSTokenValue${n}`, () => `local${n}.dkim.amazonses.com`],
  ]),
);

const queueUrl = ({ endpoint, name }: Named) => `${endpoint}/${ACCOUNT}/${name}`;
const policyArn = ({ name }: Named) => `arn:aws:iam::${ACCOUNT}:policy/${name}`;
const topicArn = ({ name }: Named) => arn('sns', name);

/**
 * Every resource type that the local cloud understands (or may leave alone: alarms, DNS, log
 * groups). A template with another type does not start: it would run here and differ there.
 */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::ApiGatewayV2::Api': {
    attributes: { ApiEndpoint: ({ url }) => url, ApiId: ({ name }) => name },
  },
  'AWS::ApiGatewayV2::ApiMapping': {},
  'AWS::ApiGatewayV2::DomainName': {
    nameProperty: 'DomainName',
    attributes: {
      RegionalDomainName: ({ name }) => `${name}.local-target`,
      RegionalHostedZoneId: () => 'ZLOCAL',
    },
  },
  'AWS::ApiGatewayV2::Integration': {},
  'AWS::ApiGatewayV2::Route': {},
  'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName' },
  'AWS::Budgets::Budget': {},
  'AWS::CDK::Metadata': {},
  'AWS::CertificateManager::Certificate': {},
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    attributes: { Arn: ({ name }) => arn('cloudwatch', `alarm:${name}`) },
  },
  'AWS::CloudWatch::Dashboard': { nameProperty: 'DashboardName' },
  'AWS::DynamoDB::Table': {
    nameProperty: 'TableName',
    attributes: { Arn: ({ name }) => arn('dynamodb', `table/${name}`) },
  },
  'AWS::IAM::ManagedPolicy': { nameProperty: 'ManagedPolicyName', ref: policyArn },
  'AWS::IAM::Policy': { nameProperty: 'PolicyName' },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    attributes: {
      Arn: ({ name }) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
      RoleId: ({ name }) => `AROA${name}`,
    },
  },
  'AWS::KinesisFirehose::DeliveryStream': {
    nameProperty: 'DeliveryStreamName',
    attributes: { Arn: ({ name }) => arn('firehose', `deliverystream/${name}`) },
  },
  'AWS::Lambda::EventInvokeConfig': {},
  'AWS::Lambda::EventSourceMapping': {},
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    attributes: { Arn: ({ name }) => arn('lambda', `function:${name}`) },
  },
  'AWS::Lambda::Permission': {},
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    attributes: { Arn: ({ name }) => arn('logs', `log-group:${name}:*`) },
  },
  'AWS::Logs::MetricFilter': {},
  'AWS::Route53::RecordSet': { nameProperty: 'Name' },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    attributes: {
      Arn: ({ name }) => `arn:aws:s3:::${name}`,
      DomainName: ({ name }) => `${name}.s3.amazonaws.com`,
      RegionalDomainName: ({ name }) => `${name}.s3.${REGION}.amazonaws.com`,
    },
  },
  'AWS::S3::BucketPolicy': {},
  'AWS::SES::ConfigurationSet': { nameProperty: 'Name' },
  'AWS::SES::ConfigurationSetEventDestination': {},
  'AWS::SES::EmailIdentity': { nameProperty: 'EmailIdentity', attributes: dkim },
  'AWS::SES::ReceiptRule': {},
  'AWS::SES::ReceiptRuleSet': { nameProperty: 'RuleSetName' },
  'AWS::SNS::Subscription': {},
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: ({ name }) => name },
  },
  'AWS::SNS::TopicPolicy': {},
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: queueUrl,
    attributes: {
      Arn: ({ name }) => arn('sqs', name),
      QueueName: ({ name }) => name,
      QueueUrl: queueUrl,
    },
  },
  'AWS::SQS::QueuePolicy': {},
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    attributes: { Arn: ({ name }) => arn('scheduler', `schedule/default/${name}`) },
  },
};
