import { UnreadableItem } from '../adapters/stored.ts';
import { DIMENSION, NAMESPACE, type VitalSign } from '../core/sending/vital-signs.ts';
import { traceOf } from './trace.ts';

/** Counts and names only. There is no parameter that could carry an address, a name or a token. */
export type Figures = Readonly<Record<string, number>>;

/** Vital signs that are above nought. */
export type Signs = Readonly<Partial<Record<VitalSign, number>>>;

/** Whose figures these are; nobody reads those of a test. */
const STACK = process.env['STACK_NAME'] ?? 'none';

/**
 * One line a batch, as JSON (a line a lesson would cost more than the Lambda, sending.md §5).
 *
 * @param event what happened, as a constant of the code
 * @param signs become CloudWatch metrics, which the alarms read (embedded metric format)
 */
export function logFigures(event: string, figures: Figures, signs: Signs = {}): void {
  console.log(JSON.stringify({ event, ...figures, ...signs, ...metricsOf(signs, STACK) }));
}

/** CloudWatch takes the named members of the line as metrics ("Embedded metric format"). */
export function metricsOf(signs: Signs, stack: string): Readonly<Record<string, unknown>> {
  const names = Object.keys(signs);
  if (names.length === 0) return {};
  const metrics = {
    Namespace: NAMESPACE,
    Dimensions: [[DIMENSION]],
    Metrics: names.map((Name) => ({ Name })),
  };
  return { [DIMENSION]: stack, _aws: { Timestamp: Date.now(), CloudWatchMetrics: [metrics] } };
}

/**
 * An error that somebody has to look at: its name and its positions in the bundle, which
 * `npm run where` turns into lines of ours. One that no retry mends rings at once.
 */
export function logError(event: string, error: unknown): void {
  console.error(JSON.stringify({ event, ...traceOf(error) }));
  if (error instanceof UnreadableItem) logFigures('unreadable', {}, { Unreadable: 1 });
}
