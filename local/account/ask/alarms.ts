import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetMetricStatisticsCommand,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ClientConfig } from '../account.ts';

export interface AlarmState {
  readonly name: string;
  readonly rings: boolean;
  /**
   * When it has watched for as long as it looks back. One that takes silence for bad news rings at
   * first for what was silent before it was there.
   */
  readonly seasoned: Date | undefined;
  /** Says which article of the runbook to read. */
  readonly description: string;
  readonly actions: readonly string[];
}

export interface TopicSubscription {
  /** `email`, `sqs`, ... */
  readonly protocol: string;
  readonly endpoint: string;
  readonly confirmed: boolean;
}

/** Shares of what was sent, 0 to 1; undefined while there is nothing to tell. */
export interface Reputation {
  readonly bounces: number | undefined;
  readonly complaints: number | undefined;
}

export interface AlarmAnswers {
  alarms(names: readonly string[]): Promise<readonly AlarmState[]>;
  subscriptions(topicArn: string): Promise<readonly TopicSubscription[]>;
  /** How many messages wait in a queue. */
  waiting(queueUrl: string): Promise<number>;
  reputation(now: Date): Promise<Reputation>;
}

/** What DescribeAlarms takes at once. */
const NAMES_AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Asks what watches over the stack. */
export function askAlarms(config: ClientConfig): AlarmAnswers {
  const cloudWatch = new CloudWatchClient(config);
  const [sns, sqs] = [new SNSClient(config), new SQSClient(config)];
  return {
    async alarms(names) {
      if (names.length === 0) return [];
      const AlarmNames = names.slice(0, NAMES_AT_ONCE);
      const { MetricAlarms = [] } = await cloudWatch.send(
        new DescribeAlarmsCommand({ AlarmNames, MaxRecords: NAMES_AT_ONCE }),
      );
      return MetricAlarms.map((one) => ({
        name: one.AlarmName ?? '',
        rings: one.StateValue === 'ALARM',
        seasoned: seasonedAt(one),
        description: one.AlarmDescription ?? '',
        actions: one.AlarmActions ?? [],
      }));
    },
    async subscriptions(TopicArn) {
      const all: TopicSubscription[] = [];
      const pages = paginateListSubscriptionsByTopic({ client: sns }, { TopicArn });
      for await (const { Subscriptions = [] } of pages) {
        for (const { Protocol, Endpoint, SubscriptionArn } of Subscriptions) {
          // Until it is confirmed, it has these words for an ARN (SNS, "PendingConfirmation").
          const confirmed = SubscriptionArn?.startsWith('arn:') ?? false;
          all.push({ protocol: Protocol ?? '', endpoint: Endpoint ?? '', confirmed });
        }
      }
      return all;
    },
    async waiting(QueueUrl) {
      const asked = new GetQueueAttributesCommand({
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages'],
      });
      return Number((await sqs.send(asked)).Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    },
    async reputation(now) {
      const latest = (MetricName: string) => latestOf(cloudWatch, MetricName, now);
      const [bounces, complaints] = await Promise.all([
        latest('Reputation.BounceRate'),
        latest('Reputation.ComplaintRate'),
      ]);
      return { bounces, complaints };
    },
  };
}

function seasonedAt(alarm: MetricAlarm): Date | undefined {
  const { TreatMissingData, AlarmConfigurationUpdatedTimestamp: since } = alarm;
  if (TreatMissingData !== 'breaching' || since === undefined) return undefined;
  const seconds = (alarm.Period ?? 0) * (alarm.EvaluationPeriods ?? 0);
  return new Date(since.getTime() + seconds * 1000);
}

/** SES writes these figures for the whole account a few times a day, while it sends. */
async function latestOf(client: CloudWatchClient, MetricName: string, now: Date) {
  const { Datapoints = [] } = await client.send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/SES',
      MetricName,
      StartTime: new Date(now.getTime() - 3 * DAY_MS),
      EndTime: now,
      Period: 3600,
      Statistics: ['Maximum'],
    }),
  );
  const time = ({ Timestamp }: { Timestamp?: Date | undefined }) => Timestamp?.getTime() ?? 0;
  return [...Datapoints].sort((a, b) => time(b) - time(a))[0]?.Maximum;
}
