import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { EmailAddress } from '../functions/core/address.ts';
import {
  DIMENSION,
  NAMESPACE,
  VITAL_SIGNS,
  type VitalSign,
} from '../functions/core/sending/vital-signs.ts';

/** What to read when one of the figures that the doors write is above nought. */
const ARTICLES: Readonly<Record<VitalSign, string>> = {
  Overdue: 'lessons-are-late',
  OnHold: 'nothing-is-being-sent',
  Stopped: 'letters-are-stopped',
  FormSlow: 'the-form-is-slow',
  ProofsLate: 'letters-wait-for-proof',
  Refused: 'a-letter-was-refused',
  CourseMissing: 'a-course-is-missing',
  Unreadable: 'an-item-cannot-be-read',
};

export interface AlarmsProps {
  /** Whom they call. */
  readonly address: EmailAddress;
  /** Where the runbook's articles are, one for each alarm; empty for its place in the source. */
  readonly runbookUrl: string;
}

/** Alarms that reach the author by mail, each with the runbook article that says what to do. */
export class Alarms extends Construct {
  private readonly action: SnsAction;
  private readonly runbook: string;

  constructor(scope: Construct, id: string, { address, runbookUrl }: AlarmsProps) {
    super(scope, id);
    this.runbook = runbookUrl === '' ? 'docs/runbook.md' : runbookUrl;
    this.action = new SnsAction(this.topicTo(address));
    for (const sign of VITAL_SIGNS) {
      const metric = new Metric({
        namespace: NAMESPACE,
        metricName: sign,
        dimensionsMap: { [DIMENSION]: Stack.of(this).stackName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      });
      this.on(sign, metric, ARTICLES[sign]);
    }
  }

  private topicTo(address: EmailAddress): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Kindling', enforceSSL: true });
    // A policy of our own takes the place of SNS's, which is what lets alarms publish (AWS re:Post,
    // "Why didn't I receive an SNS notification for my CloudWatch alarm trigger?").
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(address));
    return topic;
  }

  /**
   * An alarm as soon as the figure is above a threshold.
   *
   * @param id its name in the template, so that an article can get another title
   */
  on(id: string, metric: IMetric, article: string, threshold = 0): void {
    this.add(id, article, {
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /**
   * An alarm when a door was not called that a schedule calls: one that is called every minute, for a quarter of an
   * hour.
   *
   * @param silence that is an alarm, where a schedule calls less often: longer than it is between two calls
   */
  onSilence(id: string, door: LambdaFunction, article: string, silence?: Duration): void {
    this.add(id, article, {
      metric: door.metricInvocations({ period: silence ?? Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: silence === undefined ? 3 : 1,
      // Who is not called at all counts nothing, not nought.
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  /** An alarm when a door throws. */
  onErrors(id: string, door: LambdaFunction): void {
    this.on(id, door.metricErrors({ period: Duration.minutes(5) }), 'a-door-fails');
  }

  private add(id: string, article: string, props: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      ...props,
      alarmDescription: `What to do: ${this.runbook}#${article}`,
    });
    alarm.addAlarmAction(this.action);
  }
}
