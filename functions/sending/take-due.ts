import type { Account } from '../adapters/account.ts';
import type { Broadcasts } from '../adapters/broadcasts.ts';
import type { AskedDue, DueIndex } from '../adapters/due-index.ts';
import { ISSUE_SHARDS, SHARDS } from '../adapters/item.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import { isNewsletterPaused } from '../core/sending/broadcast.ts';
import {
  advanced,
  askOf,
  dueOf,
  type Found,
  freshStart,
  latest,
  onHold,
  overdue,
  type Progress,
  progressFor,
  type Resting,
  type Stopped,
  taken,
} from '../core/sending/due.ts';
import {
  issuesThisTick,
  mostInMessage,
  type Quota,
  spread,
  takeThisTick,
} from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';
import type { Figures, Signs } from '../runtime/log.ts';

/** What a tick asks of the index, and notes in it. */
type AskedIndex = Pick<DueIndex, 'state' | 'due' | 'saveProgress' | 'saveProbes' | 'saveRequests'>;

/** All that a tick touches. */
export interface TickWorld {
  readonly dueIndex: AskedIndex;
  readonly queue: SendQueue;
  readonly broadcasts: Pick<Broadcasts, 'all'>;
  readonly account: Pick<Account, 'quota'>;
  now(): Instant;
}

/** What a tick came to; a quiet one is not worth a line. */
export type Ticked =
  | { readonly is: 'quiet' }
  | {
      readonly is: 'tick' | 'tick-full' | 'tick-on-hold' | 'tick-stopped' | 'tick-resting';
      readonly figures: Figures;
      readonly signs: Signs;
    };

/**
 * Asks the index who is due and puts no more of them on the queue than the account may send in a
 * minute, spread so that the senders keep the rate without knowing it.
 */
export async function takeDue(world: TickWorld): Promise<Ticked> {
  const { dueIndex, queue, account } = world;
  const now = world.now();
  const [state, messages, quota] = await Promise.all([
    dueIndex.state(),
    queue.waiting(),
    account.quota(),
  ]);
  const waiting = messages * mostInMessage(quota);
  if (onHold(state, now)) return { is: 'tick-on-hold', figures: { waiting }, signs: { OnHold: 1 } };
  if (state.stopped !== undefined) {
    const room = state.resting ? 'probe' : takeThisTick(quota, waiting);
    return requestsOnly(world, state.stopped, { waiting, quota, now, room });
  }
  if (state.resting !== undefined) return probe(world, state.resting, waiting, now);
  const take = takeThisTick(quota, waiting);
  const progress = progressFor(state, waiting, now);
  // Also a tick that may take nothing looks: somebody has to notice that lessons don't go out.
  const ask = askOf(Math.max(1, take), SHARDS.length);
  const { found, unreadable } = await dueIn(dueIndex, SHARDS, progress, { now, limit: ask });
  const late = overdue(found.flat(), now);
  const letters = taken(found, take);
  const room = issuesThisTick(take - letters.length, quota, waiting + letters.length);
  const ofIssues = room > 0 ? await issuesDue(world, progress, { now, limit: room }) : NONE;
  const { issues } = ofIssues;
  const unread = unreadable + ofIssues.unreadable;
  const signs: Signs = { ...(late > 0 && { Overdue: late }), ...unreadableIn(unread) };
  const due = [...letters, ...issues];
  if (due.length === 0) {
    const full = take === 0 && found.some((entries) => entries.length > 0);
    if (full) return { is: 'tick-full', figures: { waiting }, signs };
    return unread > 0 ? { is: 'tick', figures: { waiting }, signs } : { is: 'quiet' };
  }
  const dues = [...letters.map(dueOf), ...issues.map((one) => ({ ...dueOf(one), ...OF_ISSUES }))];
  await queue.put(spread(dues, waiting, quota));
  await dueIndex.saveProgress(advanced(progress, due));
  const taking = { taken: due.length, ...(issues.length > 0 && { issues: issues.length }) };
  return { is: 'tick', figures: { ...taking, waiting }, signs };
}

const OF_ISSUES = { issues: true } as const;

/** What of the newsletter is due, in what the letters of this minute leave, and while it is not paused. */
async function issuesDue(
  { dueIndex, broadcasts }: TickWorld,
  progress: Progress,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<{ readonly issues: readonly Found[]; readonly unreadable: number }> {
  const ask = askOf(limit, ISSUE_SHARDS.length);
  const { found, unreadable } = await dueIn(dueIndex, ISSUE_SHARDS, progress, { now, limit: ask });
  const issues = taken(found, limit);
  const isHeld = issues.length > 0 && isNewsletterPaused(await broadcasts.all());
  return { issues: isHeld ? [] : issues, unreadable };
}

const NONE = { issues: [], unreadable: 0 } as const;

/** What shards have behind what was taken before, and how many entries nobody can read. */
async function dueIn(
  dueIndex: AskedIndex,
  of: readonly string[],
  { shards }: Progress,
  asked: Omit<AskedDue, 'shard' | 'behind'>,
): Promise<{ readonly found: readonly (readonly Found[])[]; readonly unreadable: number }> {
  const answers = await Promise.all(
    of.map((shard) => dueIndex.due({ ...asked, shard, behind: shards[shard] })),
  );
  return {
    found: of.map((shard, place) =>
      (answers[place]?.due ?? []).map((entry) => ({ ...entry, shard })),
    ),
    unreadable: answers.reduce((sum, each) => sum + each.unreadable, 0),
  };
}

/** So much of each shard a tick looks through while letters are stopped. */
const LOOKED_THROUGH = 200;

/**
 * While letters are stopped: confirmations, which somebody asked for this minute and which are weighed
 * by themselves (reputation.ts). Most are put on the queue by the form, and come here when SES was too
 * busy for them. They lie among letters that wait, so each tick looks behind what the last one saw, and
 * not behind a request that it had no room for. While sending rests, too, one a minute goes, as a probe.
 */
async function requestsOnly(
  { dueIndex, queue }: TickWorld,
  stopped: Stopped,
  {
    waiting,
    quota,
    now,
    room,
  }: {
    readonly waiting: number;
    readonly quota: Quota;
    readonly now: Instant;
    readonly room: number | 'probe';
  },
): Promise<Ticked> {
  const { requests } = stopped;
  const { found, unreadable } = await dueIn(dueIndex, SHARDS, requests, {
    now,
    limit: LOOKED_THROUGH,
  });
  const asked = found.map((entries) => entries.filter(({ request }) => request));
  const isProbe = room === 'probe';
  const due = taken(asked, isProbe ? 1 : room);
  const dues = due.map((one) => ({ ...dueOf(one), ...(isProbe && { probe: true as const }) }));
  if (dues.length > 0) await queue.put(spread(dues, isProbe ? 0 : waiting, quota));
  const isDone = (one: Found) => !one.request || due.includes(one);
  const passed = found.flatMap((entries) => {
    const cut = entries.findIndex((one) => !isDone(one));
    return cut === -1 ? entries : entries.slice(0, cut);
  });
  const nothing = found.every((entries) => entries.length === 0);
  const next = nothing ? freshStart(now) : advanced(requests, passed);
  await dueIndex.saveRequests({ ...stopped, requests: next });
  return {
    is: 'tick-stopped',
    figures: { taken: dues.length, waiting },
    signs: {
      Stopped: 1,
      ...(isProbe && dues.length > 0 && { OnHold: 1 }),
      ...unreadableIn(unreadable),
    },
  };
}

/** Entries of which nobody can say whose they are ring, whatever else a tick may do. */
const unreadableIn = (unreadable: number): Signs =>
  unreadable > 0 ? { Unreadable: unreadable } : {};

/**
 * While SES gives no answers: one mail, and another the next minute. The latest due come first, so
 * that a probe is none of the letters whose doubt began the rest; at the end of the list it begins
 * anew.
 */
async function probe(
  { dueIndex, broadcasts, queue }: TickWorld,
  { since, probes }: Resting,
  waiting: number,
  now: Instant,
): Promise<Ticked> {
  const asked = { now, limit: 1, latestFirst: true } as const;
  // A probe that is not sent finds out nothing.
  const isPaused = isNewsletterPaused(await broadcasts.all());
  const shards = isPaused ? SHARDS : [...SHARDS, ...ISSUE_SHARDS];
  const { found, unreadable } = await dueIn(dueIndex, shards, probes, asked);
  const one = latest(found.flat());
  await queue.put(
    one.map((found) => ({ dues: [{ ...dueOf(found), probe: true }], delaySeconds: 0 })),
  );
  const next = one.length > 0 ? advanced(probes, one) : freshStart(now);
  await dueIndex.saveProbes({ since, probes: next });
  return {
    is: 'tick-resting',
    figures: { probes: one.length, waiting },
    signs: { ...(one.length > 0 && { OnHold: 1 }), ...unreadableIn(unreadable) },
  };
}
