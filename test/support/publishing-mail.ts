import { allow, arnOf, httpApi, probe } from './cloud.ts';
import type { Json } from './tiny-assembly.ts';

const service = (Service: string, Action: string, Resource: unknown) => ({
  ...allow(Action, Resource),
  Principal: { Service },
});
const Topic = { Ref: 'Topic' };
const ALL_TYPES = ['send', 'delivery', 'bounce', 'complaint', 'reject', 'deliveryDelay'];

/**
 * A configuration set that tells a queue what becomes of mails, and a function that sends them.
 *
 * @param types of which events
 */
export const publishingMail = (types: readonly string[] = ALL_TYPES): Json => ({
  Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
  Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'set' } },
  Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
  TopicPolicy: {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [Topic],
      PolicyDocument: { Statement: [service('ses.amazonaws.com', 'sns:Publish', Topic)] },
    },
  },
  Events: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'events' } },
  EventsPolicy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'Events' }],
      PolicyDocument: {
        Statement: [
          {
            ...service('sns.amazonaws.com', 'sqs:SendMessage', arnOf('Events')),
            Condition: { ArnEquals: { 'aws:SourceArn': Topic } },
          },
        ],
      },
    },
  },
  Subscription: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: Topic, Protocol: 'sqs', Endpoint: arnOf('Events') },
  },
  Destination: {
    Type: 'AWS::SES::ConfigurationSetEventDestination',
    Properties: {
      ConfigurationSetName: { Ref: 'Set' },
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: types,
        SnsDestination: { TopicARN: Topic },
      },
    },
  },
  ...probe('WebFunction', [allow('ses:SendRawEmail', '*')]),
  ...httpApi('WebFunction'),
});
