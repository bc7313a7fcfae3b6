import * as z from 'zod';
import type { Moment } from '../clock.ts';
import type { ResolvedResource } from '../template/resolved.ts';
import { type MetricId, type MetricStore, statistic } from './metric-store.ts';

export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

const count = z.coerce.number().int().positive();

const properties = z.object({
  AlarmDescription: z.string().optional(),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
  Statistic: z.string().default('Average'),
  /** In seconds. */
  Period: count,
  EvaluationPeriods: count,
  DatapointsToAlarm: count.optional(),
  Threshold: z.coerce.number(),
  ComparisonOperator: z.enum([
    'GreaterThanThreshold',
    'GreaterThanOrEqualToThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).default('missing'),
  ActionsEnabled: z.boolean().default(true),
  AlarmActions: z.array(z.string()).default([]),
  OKActions: z.array(z.string()).default([]),
});

/** An alarm on one metric, as a template declares it. */
export interface Alarm extends z.infer<typeof properties> {
  readonly name: string;
  readonly arn: string;
  readonly metric: MetricId;
}

/** @returns nothing for an alarm on a computed metric, which is not evaluated here */
export function alarmOf(resource: ResolvedResource): Alarm | undefined {
  const parsed = properties.safeParse(resource.properties);
  if (!parsed.success) return undefined;
  const { Namespace: namespace, MetricName, Dimensions } = parsed.data;
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  return {
    ...parsed.data,
    name: resource.name,
    arn: resource.attribute('Arn'),
    metric: { namespace, name: MetricName, dimensions },
  };
}

const MINUTE = 60_000;

/**
 * What an alarm comes to at a moment: as many of its last periods as it says have to breach. They
 * end with the minute that runs (CloudWatch user guide, "Evaluating an alarm").
 */
export function evaluate(
  alarm: Alarm,
  figures: MetricStore,
  now: Moment,
): { readonly state: AlarmState | 'unchanged'; readonly reason: string } {
  const { metric, Period, EvaluationPeriods, TreatMissingData: missing } = alarm;
  const end = (Math.floor(now / MINUTE) + 1) * MINUTE;
  const values = Array.from({ length: EvaluationPeriods }, (_, index) => {
    const until = end - index * Period * 1000;
    const sample = figures.within(metric, until - Period * 1000, until);
    return sample && statistic(alarm.Statistic, sample);
  });
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0 && missing === 'missing') {
    return { state: 'INSUFFICIENT_DATA', reason: 'Insufficient Data: no datapoints were received' };
  }
  if (known.length === 0 && missing === 'ignore') return { state: 'unchanged', reason: '' };
  const breaching = values.filter((value) =>
    value === undefined ? missing === 'breaching' : breaches(alarm, value),
  );
  const needed = alarm.DatapointsToAlarm ?? EvaluationPeriods;
  const crossed = breaching.length >= needed;
  const told = values.map((value) => value ?? 'missing').join(', ');
  return {
    state: crossed ? 'ALARM' : 'OK',
    reason:
      `Threshold ${crossed ? 'Crossed' : 'not crossed'}: datapoints [${told}], ` +
      `${alarm.ComparisonOperator} ${alarm.Threshold}`,
  };
}

function breaches({ ComparisonOperator, Threshold }: Alarm, value: number): boolean {
  switch (ComparisonOperator) {
    case 'GreaterThanThreshold':
      return value > Threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= Threshold;
  }
}
