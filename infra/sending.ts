import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Capacity } from './capacity.ts';
import { deadLetters } from './dead-letters.ts';
import { accept, Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import type { Proofs } from './proofs.ts';
import { callEvery } from './schedule.ts';
import type { SubscriberTable } from './subscriber-table.ts';
import { visibilityFor } from './visibility.ts';

/** The send door finishes a message of thirteen mails in half a second; SES may be slow. */
const SEND_TIMEOUT = Duration.seconds(30);

/** The queue between those who know that something is due and the one door that sends it. */
export class SendQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, alarms: Alarms) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibilityFor(SEND_TIMEOUT, Duration.seconds(0)),
      // A due moment that nobody handled in a day has been queued anew long ago.
      retentionPeriod: Duration.days(1),
      deadLetterQueue: {
        queue: deadLetters(this, alarms, {
          alarm: 'SendDeadLetters',
          article: 'a-lesson-is-in-the-dead-letter-queue',
        }),
        maxReceiveCount: 5,
      },
    });
  }
}

export interface SendingProps {
  readonly code: { readonly tick: string; readonly send: string };
  readonly queue: Queue;
  readonly table: SubscriberTable;
  readonly identity: MailIdentity;
  readonly proofs: Proofs;
  readonly alarms: Alarms;
  readonly webUrl: string;
  readonly replyDomain: string;
  readonly capacity: Capacity;
}

/** The heart: a tick finds who is due, the queue spreads it, the send door sends it. */
export class Sending extends Construct {
  readonly tick: Door<'tick'>;
  readonly send: Door<'send'>;

  constructor(scope: Construct, id: string, props: SendingProps) {
    super(scope, id);
    this.tick = this.tickEveryMinute(props);
    this.send = this.sendFromQueue(props);
    props.alarms.onSilence('TickSilent', this.tick.function, 'the-clock-stands-still');
  }

  private tickEveryMinute({ code, queue, table, capacity }: SendingProps): Door<'tick'> {
    const tick = new Door(this, 'Tick', {
      door: 'tick',
      code: code.tick,
      environment: { TABLE_NAME: table.name, SEND_QUEUE_URL: queue.queueUrl },
      memorySize: capacity.tickMemory,
      timeout: Duration.seconds(50),
      description: 'Every minute: who is due, and how many of them the account may send',
    });
    tick.allow(['dynamodb:Query'], [table.dueIndexArn]);
    // Its place in the index is all it may read or write in the table itself.
    tick.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [table.arn], {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['dispatch'] },
    });
    // Whether the newsletter is paused.
    tick.allow(['dynamodb:Query'], [table.arn], OF_NEWSLETTER);
    tick.allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]);
    tick.allow(['ses:GetSendQuota'], ['*']);
    accept(
      tick,
      'AwsSolutions-IAM5[Resource::*]',
      'GetSendQuota knows no resources (SES service authorization reference)',
    );
    callEvery(this, 'EveryMinute', Duration.minutes(1), tick);
    return tick;
  }

  private sendFromQueue(props: SendingProps): Door<'send'> {
    const { code, queue, table, identity, proofs, capacity } = props;
    const send = new Door(this, 'Send', {
      door: 'send',
      code: code.send,
      environment: {
        TABLE_NAME: table.name,
        WEB_URL: props.webUrl,
        REPLY_DOMAIN: props.replyDomain,
        CONFIGURATION_SET: identity.configurationSet.configurationSetName,
        ...proofs.environment,
      },
      memorySize: capacity.senderMemory,
      timeout: SEND_TIMEOUT,
      description: 'Claims, sends and finalizes what is due',
    });
    // The claim returns the item that it changed. What is read is an item whose claim somebody else
    // has ended, and all that is stored under an address that SES can never deliver to.
    send.allow(['dynamodb:UpdateItem', 'dynamodb:GetItem'], [table.arn]);
    send.allow(['dynamodb:Query'], [table.arn], OF_NEWSLETTER);
    identity.allowSending(send);
    proofs.allowLooking(send);
    send.function.addEventSource(
      new SqsEventSource(queue, {
        // A message is a batch already: it holds what the account may send in a second, also where
        // several pollers share a trickle, and nobody waits for it to fill.
        batchSize: 1,
        maxConcurrency: capacity.senders,
        reportBatchItemFailures: true,
      }),
    );
    return send;
  }
}

/** The issues on their way, of all that the table holds. */
export const OF_NEWSLETTER = {
  'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['newsletter'] },
} as const;
