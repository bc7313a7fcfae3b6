import { Duration } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { deadLetters } from './dead-letters.ts';
import { accept, Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import type { SubscriberTable } from './subscriber-table.ts';
import { visibilityFor } from './visibility.ts';

/** The send door finishes ten mails in about a second; SES may be slow. */
const SEND_TIMEOUT = Duration.seconds(30);
const SEND_WINDOW = Duration.seconds(1);

/** The queue between those who know that something is due and the one door that sends it. */
export class SendQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, alarms: Alarms) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibilityFor(SEND_TIMEOUT, SEND_WINDOW),
      // A due moment that nobody handled in a day has been queued anew long ago.
      retentionPeriod: Duration.days(1),
      deadLetterQueue: {
        queue: deadLetters(this, 'DeadLetters', alarms, 'a-lesson-is-in-the-dead-letter-queue'),
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
  readonly alarms: Alarms;
  readonly webUrl: string;
  readonly replyDomain: string;
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

  private tickEveryMinute({ code, queue, table }: SendingProps): Door<'tick'> {
    const tick = new Door(this, 'Tick', {
      door: 'tick',
      code: code.tick,
      environment: { TABLE_NAME: table.name, SEND_QUEUE_URL: queue.queueUrl },
      memorySize: 256,
      timeout: Duration.seconds(50),
      description: 'Every minute: who is due, and how many of them the account may send',
    });
    // Scheduler hands the event over asynchronously; a tick that failed is made up for by the next.
    tick.function.configureAsyncInvoke({ retryAttempts: 0 });
    tick.allow(['dynamodb:Query'], [table.dueIndexArn]);
    // Its place in the index is all it may read or write in the table itself.
    tick.allow(['dynamodb:GetItem', 'dynamodb:UpdateItem'], [table.arn], {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['dispatch'] },
    });
    tick.allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], [queue.queueArn]);
    tick.allow(['ses:GetSendQuota'], ['*']);
    accept(
      tick,
      'AwsSolutions-IAM5[Resource::*]',
      'GetSendQuota knows no resources (SES service authorization reference)',
    );
    const role = new Role(this, 'ScheduleRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['lambda:InvokeFunction'],
        resources: [tick.function.functionArn],
      }),
    );
    new CfnSchedule(this, 'EveryMinute', {
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: tick.function.functionArn,
        roleArn: role.roleArn,
        // A tick that failed is made up for by the next one.
        retryPolicy: { maximumRetryAttempts: 0 },
      },
    });
    return tick;
  }

  private sendFromQueue(props: SendingProps): Door<'send'> {
    const { code, queue, table, identity } = props;
    const send = new Door(this, 'Send', {
      door: 'send',
      code: code.send,
      environment: {
        TABLE_NAME: table.name,
        WEB_URL: props.webUrl,
        REPLY_DOMAIN: props.replyDomain,
        CONFIGURATION_SET: identity.configurationSet.configurationSetName,
      },
      memorySize: 256,
      timeout: SEND_TIMEOUT,
      description: 'Claims, sends and finalizes what is due',
    });
    // The claim returns the item that it changed, so nothing is read but the few check-ins that the
    // last letter shows.
    send.allow(['dynamodb:UpdateItem', 'dynamodb:Query'], [table.arn]);
    send.allow(['ses:SendRawEmail'], identity.sendingArns);
    send.function.addEventSource(
      new SqsEventSource(queue, {
        batchSize: 10,
        maxBatchingWindow: SEND_WINDOW,
        // Ten mails at once, five times over, is well above the 14 a second of a new account.
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
    return send;
  }
}
