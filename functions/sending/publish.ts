import type { Broadcasts } from '../adapters/broadcasts.ts';
import { SHARDS } from '../adapters/item.ts';
import type { Library } from '../adapters/library.ts';
import { UnreadableItem } from '../adapters/stored.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { reads } from '../core/reader/subscriber.ts';
import { toldOf } from '../core/reader/telling.ts';
import {
  type Broadcast,
  begins,
  firstStage,
  isWalking,
  type NewsletterEntry,
  nextOf,
  type Started,
  startsAt,
  walkedOn,
} from '../core/sending/broadcast.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import { logError } from '../runtime/log.ts';

/** All that bringing out issues touches. */
export interface PublishingWorld {
  readonly broadcasts: Broadcasts;
  readonly subscribers: Pick<Subscribers, 'load' | 'save'>;
  readonly library: Pick<Library, 'newsletters' | 'courses' | 'publication'>;
  now(): Instant;
}

/** What a call came to; a quiet one is not worth a line. */
export interface Published {
  readonly started: number;
  /** Readers who were looked at, and of them those for whom something changed. */
  readonly seen: number;
  readonly told: number;
  readonly failed: number;
}

/** A call works for so long, in seconds, and leaves the rest to the next one. */
const WORKING_SECONDS = 40;

/** So many readers at a time. */
const ABREAST = 25;

/**
 * Every minute: notes issues that are new in the package, begins those whose day comes, and lets everybody
 * who takes the newsletter know that one waits for them. That is all: when it is due, whether it still is for
 * them and that it goes once is the engine's, as for letters.
 */
export async function publishIssues(world: PublishingWorld): Promise<Published> {
  const { broadcasts, library, now } = world;
  const issues = library.newsletters.filter(({ sample }) => !sample);
  const known = new Map((await broadcasts.all()).map((one) => [one.id, one]));
  for (const issue of issues) {
    const before = known.get(issue.id);
    const stage = before?.stage ?? firstStage(issue, now(), library.publication.defaults.zone);
    const next = stage === 'scheduled' && !before?.paused ? startsAt(issue) : undefined;
    if (before !== undefined && (next === undefined || next === before.next)) continue;
    await broadcasts.note(issue.id, stage, next);
    known.set(issue.id, { id: issue.id, stage });
  }
  const starting = issues.filter((issue) => {
    const broadcast = known.get(issue.id);
    return broadcast !== undefined && begins(issue, broadcast, now());
  });
  for (const issue of starting) await broadcasts.start(issue, now());
  const running = starting.length === 0 ? [...known.values()] : await broadcasts.all();
  return { started: starting.length, ...(await tellAll(world, running)) };
}

type Told = Omit<Published, 'started'>;

/** One issue after another, page by page, for as long as a call may take. */
async function tellAll(world: PublishingWorld, running: readonly Broadcast[]): Promise<Told> {
  const { broadcasts, now } = world;
  const end = plusSeconds(now(), WORKING_SECONDS);
  const sum = { seen: 0, told: 0, failed: 0 };
  for (const broadcast of running) {
    const { id, started } = broadcast;
    if (started === undefined) continue;
    let { walk } = started;
    while (now() < end && isWalking({ ...broadcast, started: { ...started, walk } }, now())) {
      const { entries, behind } = await broadcasts.page(walk.shards, walk.behind);
      const page = await tellPage(world, started, entries);
      sum.seen += entries.length;
      sum.told += page.told;
      sum.failed += page.failed;
      walk = walkedOn(walk, behind, SHARDS.length);
      const next = nextOf({ ...started, walk }, now());
      const goesOn = await broadcasts.saveWalk(id, walk, next);
      if (!goesOn || next === undefined) break;
    }
  }
  return sum;
}

async function tellPage(
  world: PublishingWorld,
  issue: Started,
  entries: readonly NewsletterEntry[],
): Promise<{ readonly told: number; readonly failed: number }> {
  let told = 0;
  let failed = 0;
  for (let at = 0; at < entries.length; at += ABREAST) {
    const some = entries.slice(at, at + ABREAST);
    const done = await Promise.all(some.map(({ id }) => tell(world, issue, id)));
    told += done.filter((one) => one === 'told').length;
    failed += done.filter((one) => one === 'failed').length;
  }
  return { told, failed };
}

/** A reader may change something at the same moment; as often as this in a row, nobody does. */
const TRIES = 5;

/** One reader. One who can't be read, or is always overtaken, stands in nobody's way: the second pass comes. */
async function tell(
  { subscribers, library, now }: PublishingWorld,
  issue: Started,
  id: NewsletterEntry['id'],
): Promise<'told' | 'nothing' | 'failed'> {
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const reader = await subscribers.load(id);
      if (reader === undefined || !reads(reader)) return 'nothing';
      const next = toldOf(reader, issue, library.courses, now());
      if (next === reader) return 'nothing';
      if ((await subscribers.save(next)) === 'saved') return 'told';
    }
    return 'failed';
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    logError('publish-unreadable', error);
    return 'failed';
  }
}
