import type { ReturnKind } from '../adapters/returns.ts';
import { careAfter, isCareful, isSlow, signUpsFrom } from '../core/sending/care.ts';
import { freshStart } from '../core/sending/due.ts';
import { countedFrom, type Figures, lettersIn, stopFor } from '../core/sending/reputation.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import type { HearingWorld } from './hear.ts';

/** What weighing touches. */
type WeighingWorld = Pick<HearingWorld, 'returns' | 'signUps' | 'dueIndex' | 'account' | 'now'>;

/** What was decided anew. */
export type Weighed = 'letters-stopped' | 'form-careful' | 'form-slow';

/**
 * Whether too many mails have come back, once for all that were heard of together: those of readers stop
 * the letters, those of strangers make the form careful and then slow, and neither does the other.
 */
export async function weigh(
  world: WeighingWorld,
  heard: ReadonlySet<ReturnKind>,
): Promise<readonly Weighed[]> {
  const done: Weighed[] = [];
  if (heard.has('sign-ups')) done.push(...(await weighSignUps(world)));
  const ofReaders = heard.has('bounces') || heard.has('complaints');
  if (ofReaders && (await weighLetters(world))) done.push('letters-stopped');
  return done;
}

/** How the form is to be. It rings once, when its mails begin to go slowly. */
async function weighSignUps({ returns, signUps, now }: WeighingWorld): Promise<Weighed[]> {
  const at = now();
  const from = signUpsFrom(at);
  const figuresFrom = async (moment: Instant) => {
    const [confirmations, returned] = await Promise.all([
      signUps.sentSince(moment),
      returns.since('sign-ups', moment),
    ]);
    return { confirmations, returned };
  };
  const [before, lately] = await Promise.all([signUps.care(), figuresFrom(from)]);
  const late = isCareful(before, at) && before.since > from;
  const care = careAfter(
    before,
    { lately, since: late ? await figuresFrom(before.since) : lately },
    at,
  );
  if (care === undefined) return [];
  await signUps.beCareful(care);
  return isSlow(care, at) && !isSlow(before, at) ? ['form-careful', 'form-slow'] : ['form-careful'];
}

async function weighLetters(world: WeighingWorld): Promise<boolean> {
  const { dueIndex, now } = world;
  const { stopped, releasedAt } = await dueIndex.state();
  if (stopped !== undefined) return false;
  const since = now();
  const returned = await returnedSince(world.returns, countedFrom(since, releasedAt));
  // SES answers such questions once a second, to the whole account: it is asked when it matters.
  if (stopFor({ letters: 0, ...returned }) === undefined) return false;
  const figures = { letters: await lettersSent(world, releasedAt), ...returned };
  const because = stopFor(figures);
  if (because === undefined) return false;
  // Refused to whoever was slower, and after a release: that was no decision of ours.
  return dueIndex.stop({ since, because, figures, requests: freshStart(since) }, releasedAt);
}

/** What the figures of letters are read from. */
type FiguresWorld = Omit<WeighingWorld, 'dueIndex'>;

/** How it stands with letters now, since the last release. */
export async function figuresOf(
  world: FiguresWorld,
  releasedAt: Instant | undefined,
): Promise<Figures> {
  const [returned, letters] = await Promise.all([
    returnedSince(world.returns, countedFrom(world.now(), releasedAt)),
    lettersSent(world, releasedAt),
  ]);
  return { letters, ...returned };
}

/** How many mails went to readers since the last release. */
async function lettersSent(
  { signUps, account, now }: FiguresWorld,
  releasedAt: Instant | undefined,
): Promise<number> {
  const from = countedFrom(now(), releasedAt);
  const yesterday = plusSeconds(now(), -86_400);
  const [days, ofDays, { sentToday: day }, ofDay] = await Promise.all([
    account.sentSince(from),
    signUps.sentSince(from),
    account.quota(),
    signUps.sentSince(yesterday),
  ]);
  return lettersIn({ days, day, confirmations: { days: ofDays, day: ofDay } });
}

async function returnedSince(returns: WeighingWorld['returns'], from: Instant) {
  const [bounces, complaints] = await Promise.all([
    returns.since('bounces', from),
    returns.since('complaints', from),
  ]);
  return { bounces, complaints };
}
