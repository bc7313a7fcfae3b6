import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface DeadLettersProps {
  /** The alarm's id, which stays when the article gets another title. */
  readonly alarm: string;
  readonly article: string;
}

/** Where what could not be handled waits for a person, for as long as SQS keeps anything. */
export function deadLetters(
  scope: Construct,
  alarms: Alarms,
  { alarm, article }: DeadLettersProps,
): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  alarms.on(
    alarm,
    queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    article,
  );
  return queue;
}
