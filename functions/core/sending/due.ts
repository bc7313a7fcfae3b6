import { type Instant, parseInstant, plusSeconds } from '../time.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';
import type { Figures, StopCause } from './reputation.ts';
import { OVERDUE_SECONDS } from './vital-signs.ts';

/** One entry of the `due` index: who, and which due moment. */
export interface Due {
  readonly id: SubscriberId;
  readonly dueAt: Instant;
  /** Of a request, which lies beside whoever is known by its address. */
  readonly request?: true;
}

/**
 * What may stand behind a due moment in a queue message.
 * - `request`: it is a request's;
 * - `issues`: it is the newsletter's, which may be paused;
 * - `probe`: sent while all others rest, to see whether the provider takes mail again.
 */
const MARKS = ['request', 'issues', 'probe'] as const;
type Mark = (typeof MARKS)[number];

/** One due moment as it stands on the queue. */
export type DueMessage = Due & { readonly [mark in Mark]?: true };

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
  /** Too many letters came back: none go, until the author says so. */
  readonly stopped?: Stopped;
  /** When the author last said so. */
  readonly releasedAt?: Instant;
}

/** Letters are stopped: since when, why, and by which figures. */
export interface Stopped {
  readonly since: Instant;
  readonly because: StopCause;
  readonly figures: Figures;
  /** How far the ticks since then have looked through the index for requests. */
  readonly requests: Progress;
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

/** An entry without the place where it was found. */
export const dueOf = ({ shard: _, ...due }: Found): Due => due;

/** Progress after these entries, earliest first within their shard, were put on the queue. */
export function advanced(progress: Progress, entries: readonly Found[]): Progress {
  const last = entries.map((entry) => [entry.shard, dueOf(entry)] as const);
  return { ...progress, shards: { ...progress.shards, ...Object.fromEntries(last) } };
}

/** Entries that wait for too long already. */
export function overdue(entries: readonly Due[], now: Instant): number {
  const limit = plusSeconds(now, -OVERDUE_SECONDS);
  return entries.filter(({ dueAt }) => dueAt < limit).length;
}

/**
 * Reads a queue message: a due moment a line. Anything else is a poison message and belongs in the
 * dead-letter queue, whole: what it says beside that may be half of something.
 */
export function parseDues(body: string): readonly DueMessage[] | undefined {
  const dues = body.split('\n').map(dueIn);
  return dues.some((due) => due === undefined)
    ? undefined
    : dues.filter((due) => due !== undefined);
}

function dueIn(line: string): DueMessage | undefined {
  const [subscriber = '', moment = '', ...words] = line.split(' ');
  const id = parseSubscriberId(subscriber);
  const dueAt = parseInstant(moment);
  const marks = words.map((word) => MARKS.find((mark) => mark === word));
  if (id === undefined || dueAt === undefined || marks.includes(undefined)) return undefined;
  return { id, dueAt, ...Object.fromEntries(marks.map((mark) => [mark, true])) };
}

/** Writes a queue message. */
export const duesMessage = (dues: readonly DueMessage[]): string => dues.map(lineOf).join('\n');

const lineOf = (due: DueMessage): string =>
  [due.id, due.dueAt, ...MARKS.filter((mark) => due[mark])].join(' ');
