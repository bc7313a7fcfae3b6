import { type Instant, parseInstant, plusSeconds } from '../time.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';
import { OVERDUE_SECONDS } from './vital-signs.ts';

/** One entry of the `due` index: who, and which due moment. */
export interface Due {
  readonly id: SubscriberId;
  readonly dueAt: Instant;
  /** Of a request, which lies beside whoever is known by its address. */
  readonly request?: true;
}

/** The queue's message. */
export interface DueMessage extends Due {
  /** Sent while all others rest, to see whether the provider takes mail again. */
  readonly probe?: true;
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
  /** SES gave no answers: one probe a minute, and nothing else, until one of them is answered. */
  readonly resting?: Resting;
}

export interface Resting {
  readonly since: Instant;
  /** How far the probes have come: from the latest back, away from those who were in doubt first. */
  readonly probes: Progress;
}

/** From the beginning of every shard. */
export const freshStart = (startedAt: Instant): Progress => ({ startedAt, shards: {} });

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
  return stale ? freshStart(now) : progress;
}

/** Whether all sending is held. */
export const onHold = ({ holdUntil }: DispatchState, now: Instant): boolean =>
  holdUntil !== undefined && holdUntil > now;

/** A due entry and the shard of the index that it was found in. */
export interface Found extends Due {
  readonly shard: string;
}

/**
 * How many entries to ask each shard for. Twice an even part, so that a tick is full also when the
 * shards are not, and when all but one are empty that one still drains.
 */
export const askOf = (take: number, shards: number): number =>
  Math.min(take, 2 * Math.ceil(take / shards) + 8);

/**
 * The entries that this tick takes: the longest due first, and of those due at the same moment as
 * many from each shard, so that no shard is left to drain alone.
 *
 * @param found by shard, each in the order of the index
 */
export function taken(found: readonly (readonly Found[])[], take: number): readonly Found[] {
  return found
    .flatMap((entries) => entries.map((entry, place) => ({ entry, place })))
    .sort((a, b) => byText(a.entry.dueAt, b.entry.dueAt) || a.place - b.place)
    .slice(0, take)
    .map(({ entry }) => entry);
}

/** The last of all, by due moment and then by id: of every shard in its turn. */
export const latest = (found: readonly Found[]): readonly Found[] =>
  [...found].sort((a, b) => byText(b.dueAt, a.dueAt) || byText(b.id, a.id)).slice(0, 1);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Progress after these entries, earliest first within their shard, were put on the queue. */
export function advanced(progress: Progress, entries: readonly Found[]): Progress {
  const last = entries.map(({ shard, ...due }) => [shard, due] as const);
  return { ...progress, shards: { ...progress.shards, ...Object.fromEntries(last) } };
}

/** Entries that wait for too long already. */
export function overdue(entries: readonly Due[], now: Instant): number {
  const limit = plusSeconds(now, -OVERDUE_SECONDS);
  return entries.filter(({ dueAt }) => dueAt < limit).length;
}

/** Reads a queue message. Anything else is a poison message and belongs in the dead-letter queue. */
export function parseDue(body: string): DueMessage | undefined {
  const match = /^(\S+) (\S+)( request)?( probe)?$/.exec(body);
  const id = parseSubscriberId(match?.[1] ?? '');
  const dueAt = parseInstant(match?.[2] ?? '');
  const request = match?.[3] !== undefined && { request: true as const };
  const probe = match?.[4] !== undefined && { probe: true as const };
  return id && dueAt && { id, dueAt, ...request, ...probe };
}

/** Writes a queue message. */
export const dueMessage = ({ id, dueAt, request, probe }: DueMessage): string =>
  `${id} ${dueAt}${request ? ' request' : ''}${probe ? ' probe' : ''}`;
