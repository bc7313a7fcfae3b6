import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

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
  }

  /** An alarm as soon as the figure is above zero. */
  on(id: string, metric: IMetric, article: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      threshold: 0,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `What to do: ${RUNBOOK}#${article}`,
    });
    alarm.addAlarmAction(this.action);
  }

  /** An alarm when a door throws. */
  onErrors(id: string, door: LambdaFunction): void {
    this.on(id, door.metricErrors({ period: Duration.minutes(5) }), 'a-door-fails');
  }
}
