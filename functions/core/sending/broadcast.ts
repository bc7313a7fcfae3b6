import type { IssueId, IssuePlan } from '../newsletter.ts';
import { type Instant, localDate, plusSeconds, type Zone } from '../time.ts';
import type { SubscriberId } from '../token.ts';

/**
 * Where an issue is on its way:
 * - `scheduled`: it is known, and its day is to come;
 * - `archive`: its day was over when it was first deployed, or nobody has adopted it: it is never sent;
 * - `running`: whoever takes the newsletter is being told that it waits for them;
 * - `sent`: all of them know. Who has had it, each reader's item says;
 * - `cancelled`: nobody gets it any more.
 */
export const STAGES = ['scheduled', 'archive', 'running', 'sent', 'cancelled'] as const;
export type Stage = (typeof STAGES)[number];

/** What is kept of an issue from its start on: its words may change in the package, or be gone. */
export interface Started extends IssuePlan {
  readonly title: string;
  readonly preheader: string;
  readonly startedAt: Instant;
  readonly walk: Walk;
}

/** One issue on its way to readers. */
export interface Broadcast {
  readonly id: IssueId;
  readonly stage: Stage;
  /** Nothing of the newsletter goes while one that is on its way is paused. */
  readonly paused?: true;
  /** When there is something to do for it next: to begin it, or to tell its readers. */
  readonly next?: Instant;
  readonly started?: Started;
}

/**
 * How far everybody who takes the newsletter was gone through: twice, since whoever takes it between the two
 * may stand where the first pass had been.
 */
export interface Walk {
  /** How many passes are over. */
  readonly passes: number;
  /** Of this one: how many shards are over, and the last entry of the one that is not. */
  readonly shards: number;
  readonly behind?: NewsletterEntry;
}

/** One entry of the newsletter index. */
export interface NewsletterEntry {
  readonly id: SubscriberId;
  readonly zone: Zone;
}

export const FRESH_WALK: Walk = { passes: 0, shards: 0 };
const PASSES = 2;

const HOUR = 3600;

/** The furthest a zone is before UTC, and behind it, in seconds. */
const EAST = 14 * HOUR;
const WEST = 12 * HOUR;

/** Before anybody's hour can come, in seconds: a million readers are gone through in a third of it. */
const LEAD = HOUR;

/** When an issue's words are kept as they are, and the first readers are told. */
export const startsAt = ({ date, at }: IssuePlan): Instant =>
  plusSeconds(at ?? beginOf(date, EAST), -LEAD);

/** When the second pass begins: its day has come everywhere. */
export const secondPassAt = ({ date, at }: IssuePlan): Instant => at ?? beginOf(date, -WEST);

/** The beginning of a day in a zone so many seconds before UTC. */
const beginOf = (date: IssuePlan['date'], east: number): Instant =>
  plusSeconds(`${date}T00:00:00Z` as Instant, -east);

/** What an issue is to be when it is first seen in a package: one that is past is never sent. */
export function firstStage({ date, at }: IssuePlan, now: Instant, zone: Zone): Stage {
  const isPast = at === undefined ? date < localDate(now, zone) : at < now;
  return isPast ? 'archive' : 'scheduled';
}

/** Whether an issue that waits for its day is to begin. */
export const begins = (
  issue: IssuePlan,
  broadcast: Pick<Broadcast, 'stage' | 'paused'>,
  now: Instant,
): boolean =>
  broadcast.stage === 'scheduled' && broadcast.paused === undefined && startsAt(issue) <= now;

/** Whether there is something to go through now. */
export function isWalking({ stage, paused, started }: Broadcast, now: Instant): boolean {
  if (stage !== 'running' || paused || started === undefined) return false;
  return started.walk.passes === 0 || secondPassAt(started) <= now;
}

/** The walk after a page of a shard. @param behind its last entry; undefined when the shard is over */
export function walkedOn(
  { passes, shards }: Walk,
  behind: NewsletterEntry | undefined,
  shardCount: number,
): Walk {
  if (behind !== undefined) return { passes, shards, behind };
  const isOver = shards + 1 >= shardCount;
  return isOver ? { passes: passes + 1, shards: 0 } : { passes, shards: shards + 1 };
}

/** When there is something to do for one that runs; undefined once everybody has been told. */
export const nextOf = (started: Started, now: Instant): Instant | undefined => {
  const { passes, shards, behind } = started.walk;
  if (passes >= PASSES) return undefined;
  const isBetween = passes > 0 && shards === 0 && behind === undefined;
  return isBetween ? secondPassAt(started) : now;
};

/** The issues that readers may get now: those of which one is paused wait. */
export const sendingOf = (broadcasts: readonly Broadcast[]): readonly Started[] =>
  broadcasts.flatMap(({ stage, started }) =>
    (stage === 'running' || stage === 'sent') && started !== undefined ? [started] : [],
  );

/** Whether all of the newsletter waits. */
export const isNewsletterPaused = (broadcasts: readonly Broadcast[]): boolean =>
  broadcasts.some(
    ({ stage, paused }) => paused === true && (stage === 'running' || stage === 'sent'),
  );
