import type { ReturnKind } from '../adapters/returns.ts';
import { freshStart } from '../core/sending/due.ts';
import {
  carefulUntil,
  countedFrom,
  type Figures,
  lettersIn,
  signUpsFrom,
  stopFor,
} from '../core/sending/reputation.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import type { HearingWorld } from './hear.ts';

/** What weighing touches. */
type WeighingWorld = Pick<HearingWorld, 'returns' | 'signUps' | 'dueIndex' | 'account' | 'now'>;

/** What was decided anew. */
export type Weighed = 'letters-stopped' | 'form-careful';

/**
 * Whether too many mails have come back, once for all that were heard of together: those of readers stop
 * the letters, those of strangers make the form careful, and neither does the other.
 */
export async function weigh(
  world: WeighingWorld,
  heard: ReadonlySet<ReturnKind>,
): Promise<readonly Weighed[]> {
  const done: Weighed[] = [];
  if (heard.has('sign-ups') && (await weighSignUps(world))) done.push('form-careful');
  const ofReaders = heard.has('bounces') || heard.has('complaints');
  if (ofReaders && (await weighLetters(world))) done.push('letters-stopped');
  return done;
}

async function weighSignUps({ returns, signUps, now }: WeighingWorld): Promise<boolean> {
  const from = signUpsFrom(now());
  const [confirmations, returned] = await Promise.all([
    signUps.sentSince(from),
    returns.since('sign-ups', from),
  ]);
  const until = carefulUntil({ confirmations, returned }, now());
  if (until !== undefined) await signUps.beCareful(until);
  return until !== undefined;
}

async function weighLetters(world: WeighingWorld): Promise<boolean> {
  const { dueIndex, now } = world;
  const { stopped, releasedAt } = await dueIndex.state();
  if (stopped !== undefined) return false;
  const returned = await returnedSince(world.returns, countedFrom(now(), releasedAt));
  // SES answers such questions once a second, to the whole account: it is asked when it matters.
  if (stopFor({ letters: 0, ...returned }) === undefined) return false;
  const figures = await figuresOf(world, releasedAt);
  const because = stopFor(figures);
  if (because === undefined) return false;
  const since = now();
  await dueIndex.stop({ since, because, figures, requests: freshStart(since) }, releasedAt);
  return true;
}

/** How it stands with letters now, since the last release. */
export async function figuresOf(
  { returns, signUps, account, now }: Omit<WeighingWorld, 'dueIndex'>,
  releasedAt: Instant | undefined,
): Promise<Figures> {
  const from = countedFrom(now(), releasedAt);
  const yesterday = plusSeconds(now(), -86_400);
  const [returned, days, ofDays, { sentToday: day }, ofDay] = await Promise.all([
    returnedSince(returns, from),
    account.sentSince(from),
    signUps.sentSince(from),
    account.quota(),
    signUps.sentSince(yesterday),
  ]);
  const letters = lettersIn({ days, day, confirmations: { days: ofDays, day: ofDay } });
  return { letters, ...returned };
}

async function returnedSince(returns: WeighingWorld['returns'], from: Instant) {
  const [bounces, complaints] = await Promise.all([
    returns.since('bounces', from),
    returns.since('complaints', from),
  ]);
  return { bounces, complaints };
}
