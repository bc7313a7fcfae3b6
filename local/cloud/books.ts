import { Metrics } from './aws/metrics.ts';
import type { Clock } from './clock.ts';
import { Access } from './iam/access.ts';
import { GrantUse } from './iam/grants.ts';
import type { Stack } from './template/stack.ts';

/** A line (or a few, of one call) that a function printed, or that the cloud has to say. */
export interface LogLine {
  readonly at: string;
  /** Its short name; `(cloud)` for the cloud itself. */
  readonly function: string;
  readonly text: string;
}

/** All that is written down about what happens: figures, decisions on access, logs. */
export interface Books {
  readonly metrics: Metrics;
  readonly grants: GrantUse;
  readonly access: Access;
  /** The latest lines. */
  readonly logs: readonly LogLine[];
  log(line: LogLine): void;
  /** Takes note of a fault in the cloud itself. */
  failed(error: unknown): void;
}

const MAX_LOG_LINES = 1000;

export function openBooks(stack: () => Stack, clock: Clock, also?: Books['log']): Books {
  const metrics = new Metrics(clock.iso());
  const grants = new GrantUse();
  const logs: LogLine[] = [];
  const log = (line: LogLine) => {
    logs.push(line);
    if (logs.length > MAX_LOG_LINES) logs.shift();
    also?.(line);
  };
  const access = new Access(stack, {
    decided(principal, request, decision) {
      grants.note(principal, request, decision);
      metrics.denied(principal, request, decision);
    },
  });
  const failed = (error: unknown) =>
    log({
      at: clock.iso(),
      function: '(cloud)',
      text: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  return { metrics, grants, access, logs, log, failed };
}
