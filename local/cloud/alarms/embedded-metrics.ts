import * as z from 'zod';
import type { Moment } from '../clock.ts';
import type { MetricId } from './metric-store.ts';

const line = z.looseObject({
  _aws: z.object({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())).default([[]]),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** A figure that stood in a log. */
export interface Embedded {
  readonly id: MetricId;
  readonly value: number;
  readonly at: Moment;
}

/**
 * The figures in what a function printed (CloudWatch's embedded metric format). A line has to be
 * JSON as a whole: after Lambda's own prefix, which is not there in our logs.
 */
export function embeddedIn(text: string): readonly Embedded[] {
  if (!text.includes('"_aws"')) return [];
  return text.split('\n').flatMap((one) => {
    const parsed = line.safeParse(jsonOf(one));
    return parsed.success ? figuresOf(parsed.data) : [];
  });
}

function figuresOf(given: z.infer<typeof line>): readonly Embedded[] {
  const { Timestamp: at, CloudWatchMetrics } = given._aws;
  return CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name: name }) =>
      Dimensions.flatMap((names) => {
        const dimensions = Object.fromEntries(names.map((one) => [one, String(given[one])]));
        const value = given[name];
        return typeof value === 'number'
          ? [{ id: { namespace, name, dimensions }, value, at }]
          : [];
      }),
    ),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
