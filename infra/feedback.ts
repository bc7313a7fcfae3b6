import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { deadLetters } from './dead-letters.ts';
import { accept, Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import type { SubscriberTable } from './subscriber-table.ts';
import { visibilityFor } from './visibility.ts';

export interface FeedbackProps {
  readonly code: string;
  readonly table: SubscriberTable;
  readonly identity: MailIdentity;
  readonly alarms: Alarms;
  /** How many feedback doors there may be at once. */
  readonly atOnce: number;
}

const TIMEOUT = Duration.seconds(30);
/** Nobody waits for an event. */
const WINDOW = Duration.seconds(20);

/** Where what is counted lies (adapters/returns.ts, adapters/sign-ups.ts). */
const COUNTED = ['returned#bounces', 'returned#complaints', 'returned#sign-ups', 'sign-ups'];

/** What became of our mails, as SES tells it: through a topic and a queue to the feedback door. */
export class Feedback extends Construct {
  readonly door: Door<'feedback'>;

  constructor(scope: Construct, id: string, props: FeedbackProps) {
    super(scope, id);
    const { code, table, identity, alarms, atOnce } = props;
    // Not encrypted at rest: SES can publish only under a customer's key, at $12 a year, and events
    // pass through here without being kept.
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    identity.configurationSet.addEventDestination('ToTopic', {
      destination: EventDestination.snsTopic(topic),
      // No opens and no clicks: we don't watch readers. Sends are proofs (proofs.ts).
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibilityFor(TIMEOUT, WINDOW),
      deadLetterQueue: {
        queue: deadLetters(this, alarms, {
          alarm: 'FeedbackDeadLetters',
          article: 'an-event-is-in-the-dead-letter-queue',
        }),
        maxReceiveCount: 5,
      },
    });
    topic.addSubscription(new SqsSubscription(queue));
    this.door = new Door(this, 'Door', {
      door: 'feedback',
      code,
      environment: { TABLE_NAME: table.name },
      memorySize: 256,
      timeout: TIMEOUT,
      description: 'Bounces and complaints stop the sending',
    });
    this.door.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [table.arn]);
    // How many came back is asked of what it noted, and of nobody's items.
    this.door.allow(['dynamodb:Query'], [table.arn], {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': COUNTED },
    });
    this.door.allow(['ses:GetSendQuota', 'ses:GetSendStatistics'], ['*']);
    accept(
      this.door,
      'AwsSolutions-IAM5[Resource::*]',
      'What was sent knows no resources (SES service authorization reference)',
    );
    this.door.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: 100,
        maxBatchingWindow: WINDOW,
        maxConcurrency: atOnce,
        reportBatchItemFailures: true,
      }),
    );
  }
}
