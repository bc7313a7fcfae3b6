import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';

/** Alarms on what all the account shares, and loses together. */
export function watchAccount(alarms: Alarms): void {
  // SES reviews an account from 5 % bounces or 0.1 % complaints on, and may pause it from 10 % and
  // 0.5 % on (SES developer guide, "Sending review process FAQs"). These leave time to act.
  alarms.on('Bounces', reputation('BounceRate'), 'too-many-letters-bounce', 0.04);
  alarms.on('Complaints', reputation('ComplaintRate'), 'too-many-readers-complain', 0.0008);
  // Of every function: they share the account's room, and who takes it may be none of ours.
  alarms.on('Throttled', lambdaThrottles(), 'lambdas-have-to-wait');
}

const reputation = (rate: 'BounceRate' | 'ComplaintRate') =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${rate}`,
    statistic: 'Average',
    period: Duration.hours(1),
  });

const lambdaThrottles = () =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName: 'Throttles',
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
