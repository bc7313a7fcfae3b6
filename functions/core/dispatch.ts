import { type Instant, parseInstant, plusSeconds } from './time.ts';
import { parseSubscriberId, type SubscriberId } from './token.ts';

/** One entry of the `due` index: who, and which due moment. It is also the queue's message. */
export interface Due {
  readonly id: SubscriberId;
  readonly dueAt: Instant;
}

/** How far each shard of the index has been put on the queue since the last fresh start. */
export interface Progress {
  readonly startedAt: Instant;
  readonly shards: Readonly<Record<string, Due>>;
}

/** What a tick remembers from one minute to the next. */
export interface DispatchState {
  readonly progress?: Progress;
  /** Nothing may be sent before this moment: SES refused the whole account. */
  readonly holdUntil?: Instant;
}

/** A fresh start at the latest after this many seconds, whatever still waits in the queue. */
const FRESH_START_SECONDS = 5 * 60;

/**
 * Where this tick goes on in the index. While the queue holds work, behind what was put there
 * before, so that nobody is queued twice; once it is empty (or after five minutes) from the
 * beginning, where those are found that could not be sent. A repeat costs one refused claim.
 */
export function progressFor(state: DispatchState, waiting: number, now: Instant): Progress {
  const { progress } = state;
  const stale =
    progress === undefined ||
    waiting === 0 ||
    progress.startedAt <= plusSeconds(now, -FRESH_START_SECONDS);
  return stale ? { startedAt: now, shards: {} } : progress;
}

/** Whether sending rests. */
export const onHold = ({ holdUntil }: DispatchState, now: Instant): boolean =>
  holdUntil !== undefined && holdUntil > now;

/** Progress after these entries, earliest first within their shard, were put on the queue. */
export function advanced(
  progress: Progress,
  found: Readonly<Record<string, readonly Due[]>>,
): Progress {
  const shards = { ...progress.shards };
  for (const [shard, due] of Object.entries(found)) {
    const last = due.at(-1);
    if (last !== undefined) shards[shard] = last;
  }
  return { ...progress, shards };
}

/** Reads a queue message. Anything else is a poison message and belongs in the dead-letter queue. */
export function parseDue(body: string): Due | undefined {
  const match = /^(\S+) (\S+)$/.exec(body);
  const id = parseSubscriberId(match?.[1] ?? '');
  const dueAt = parseInstant(match?.[2] ?? '');
  return id && dueAt && { id, dueAt };
}

/** Writes a queue message. */
export const dueMessage = ({ id, dueAt }: Due): string => `${id} ${dueAt}`;
