import { expect, test } from 'vitest';
import { allow, arnOf, cloudOf, httpApi, probe, type TestCloud } from '../support/cloud.ts';

const service = (Service: string, Action: string, Resource: unknown) => ({
  ...allow(Action, Resource),
  Principal: { Service },
});
const Topic = { Ref: 'Topic' };
/** SES tells a topic, and a queue keeps what it told. */
const resources = {
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
        Statement: [service('sns.amazonaws.com', 'sqs:SendMessage', arnOf('Events'))],
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
        MatchingEventTypes: ['delivery', 'bounce', 'complaint'],
        SnsDestination: { TopicARN: Topic },
      },
    },
  },
  ...probe('WebFunction', [allow('ses:SendRawEmail', '*')]),
  ...httpApi('WebFunction'),
};

/** What SES told so far of each mail, by the numbers in the addresses. */
async function told({ get }: TestCloud): Promise<readonly string[]> {
  const queues = await get<readonly { readonly bodies: readonly string[] }[]>('/_local/queues');
  return queues
    .flatMap(({ bodies }) =>
      bodies.map((body) => (JSON.parse(body) as { Message: string }).Message),
    )
    .filter((message) => message.startsWith('{'))
    .map((message) => {
      const { eventType, mail } = JSON.parse(message) as {
        readonly eventType: string;
        readonly mail: { readonly destination: readonly string[] };
      };
      return `${eventType} ${/\d+/.exec(mail.destination.join())?.[0]}`;
    });
}

test('in late weather, events come up to a day late, in any order, and some twice', async () => {
  const cloud = await cloudOf(resources, { weather: { seed: 7, kinds: ['late-events'] } });
  const mails = Array.from({ length: 12 }, (_, number) => number);
  for (const number of mails) {
    await cloud.ask('ses', 'SendRawEmail', {
      ConfigurationSetName: 'set',
      RawMessage: {
        Data: `From: a@example.com\r\nTo: complaint+${number}@simulator.amazonses.com\r\n\r\nx\r\n`,
      },
    });
  }
  await cloud.advance('PT0S');
  expect((await told(cloud)).length, 'whoever waits for them waits long').toBeLessThan(12);
  await cloud.advance('P1D');
  const all = await told(cloud);
  expect(all.length, 'a delivery and a complaint each, and some again').toBeGreaterThan(24);
  expect(new Set(all).size, 'none is lost').toBe(24);
  const complainedFirst = mails.filter(
    (number) => all.indexOf(`Complaint ${number}`) < all.indexOf(`Delivery ${number}`),
  );
  expect(complainedFirst.length, 'whoever counts on an order is wrong').toBeGreaterThan(0);
});
