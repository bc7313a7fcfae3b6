import type { Moment } from '../clock.ts';

/** A series of figures in CloudWatch. */
export interface MetricId {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** What came together within one minute, or within a period of them. */
export interface Sample {
  readonly at: Moment;
  readonly count: number;
  readonly sum: number;
  readonly minimum: number;
  readonly maximum: number;
}

const MINUTE = 60_000;
/** CloudWatch keeps minutes for fifteen days. */
const KEPT = 15 * 24 * 60;

/** CloudWatch's figures, minute by minute. */
export class MetricStore {
  readonly #series = new Map<string, { readonly id: MetricId; samples: Sample[] }>();

  put(id: MetricId, value: number, at: Moment): void {
    const key = keyOf(id);
    const series = this.#series.get(key) ?? { id, samples: [] };
    this.#series.set(key, series);
    const minute = Math.floor(at / MINUTE) * MINUTE;
    const last = series.samples.at(-1);
    const sample: Sample = { at: minute, count: 1, sum: value, minimum: value, maximum: value };
    if (last?.at === minute) series.samples[series.samples.length - 1] = joined(last, sample);
    else series.samples.push(sample);
    if (series.samples.length > KEPT) series.samples.shift();
  }

  /** What came from `start` on and before `end`; nothing when nothing did. */
  within(id: MetricId, start: Moment, end: Moment): Sample | undefined {
    let sum: Sample | undefined;
    const samples = this.#series.get(keyOf(id))?.samples ?? [];
    for (let index = samples.length - 1; index >= 0; index -= 1) {
      const sample = samples[index];
      if (sample === undefined || sample.at < start) break;
      if (sample.at < end) sum = sum === undefined ? sample : joined(sample, sum);
    }
    return sum && { ...sum, at: start };
  }

  list(): readonly MetricId[] {
    return [...this.#series.values()].map(({ id }) => id);
  }
}

function keyOf({ namespace, name, dimensions }: MetricId): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort()]);
}

function joined(one: Sample, other: Sample): Sample {
  return {
    at: one.at,
    count: one.count + other.count,
    sum: one.sum + other.sum,
    minimum: Math.min(one.minimum, other.minimum),
    maximum: Math.max(one.maximum, other.maximum),
  };
}

/** A sample as one of CloudWatch's statistics. */
export function statistic(name: string, { count, sum, minimum, maximum }: Sample): number {
  switch (name) {
    case 'SampleCount':
      return count;
    case 'Average':
      return sum / count;
    case 'Minimum':
      return minimum;
    case 'Maximum':
      return maximum;
    default:
      return sum;
  }
}
