import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { NAMESPACE, VITAL_SIGNS, type VitalSign } from '../functions/core/sending/vital-signs.ts';

/** What to read when one of the figures that the doors write is above nought. */
const ARTICLES: Readonly<Record<VitalSign, string>> = {
  Overdue: 'lessons-are-late',
  OnHold: 'nothing-is-being-sent',
  InDoubt: 'a-letter-may-have-been-sent-twice',
  Refused: 'a-letter-was-refused',
  Unreadable: 'an-item-cannot-be-read',
};

/** Where the runbook's articles are, one for each alarm. */
const RUNBOOK = 'docs/runbook.md';

/** Alarms that reach the author by mail, each with the runbook article that says what to do. */
export class Alarms extends Construct {
  private readonly action: SnsAction;

  constructor(scope: Construct, id: string, address: string) {
    super(scope, id);
    const topic = new Topic(this, 'Topic', { displayName: 'Kindling', enforceSSL: true });
    topic.addSubscription(new EmailSubscription(address));
    this.action = new SnsAction(topic);
    for (const sign of VITAL_SIGNS) {
      const period = Duration.minutes(5);
      const metric = new Metric({
        namespace: NAMESPACE,
        metricName: sign,
        statistic: 'Sum',
        period,
      });
      this.on(sign, metric, ARTICLES[sign]);
    }
  }

  /** An alarm as soon as the figure is above zero. */
  on(id: string, metric: IMetric, article: string): void {
    this.add(id, article, {
      metric,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** An alarm when a door that is called every minute was not called for a quarter of an hour. */
  onSilence(id: string, door: LambdaFunction, article: string): void {
    this.add(id, article, {
      metric: door.metricInvocations({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
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
      alarmDescription: `What to do: ${RUNBOOK}#${article}`,
    });
    alarm.addAlarmAction(this.action);
  }
}
