import type { DueIndex } from '../adapters/due-index.ts';
import type { Mailer, RawMail } from '../adapters/mailer.ts';
import type { SignUps } from '../adapters/sign-ups.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { countedOf, countsOf } from '../core/counting.ts';
import type { Sender } from '../core/mail/compose.ts';
import { type OutgoingMail, writeMail } from '../core/mail/write.ts';
import { suppressedFact } from '../core/reader/fact.ts';
import { isEarly } from '../core/reader/instead.ts';
import { suppressed } from '../core/reader/lifecycle.ts';
import {
  afterSending,
  arranged,
  type Courses,
  missingCourses,
  type OwedMail,
  owedMail,
  owedNow,
} from '../core/reader/owed.ts';
import { putOff, putOffFor } from '../core/reader/put-off.ts';
import type { AttemptId, Leaver, Subscriber } from '../core/reader/subscriber.ts';
import { remembered } from '../core/remembered.ts';
import type { Claimed } from '../core/sending/doubt.ts';
import type { DueMessage } from '../core/sending/due.ts';
import { showsHealth } from '../core/sending/health.ts';
import {
  BROKEN_SECONDS,
  HOLD_SECONDS,
  type NotSentThen,
  type SendOutcome,
  UNVERIFIED_SECONDS,
} from '../core/sending/pace.ts';
import { tagsOf } from '../core/sending/proof.ts';
import type { Stream } from '../core/sending/stream.ts';
import type { VitalSign } from '../core/sending/vital-signs.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import { countStranger } from '../runtime/count-stranger.ts';
import { endAll } from '../runtime/leaving.ts';
import { logError, logFigures } from '../runtime/log.ts';
import { type OwedMailWorld, owedMailFor } from '../runtime/owed-mail.ts';
import { noteSent, settle } from '../runtime/settle.ts';
import type { Brake, Seen } from './brake.ts';
import { type Cleared, clearDoubt, type DoubtWorld } from './clear-doubt.ts';
import { type IssueWorld, lookForIssues, type Newsletter, NotTold } from './issues.ts';

/** All that sending touches. */
export interface SendingWorld extends DoubtWorld {
  readonly subscribers: DoubtWorld['subscribers'] &
    Pick<Subscribers, 'claim' | 'release' | 'leavers'>;
  readonly dueIndex: Pick<DueIndex, 'hold' | 'rest' | 'goOn'>;
  readonly brake: Brake;
  readonly signUps: Pick<SignUps, 'sent'>;
  readonly mailer: Mailer;
  readonly library: OwedMailWorld['library'] & IssueWorld['library'];
  readonly sender: Sender;
  readonly newsletter: Newsletter;
  attempt(): AttemptId;
}

/**
 * How one due moment ended, for the log's tally. `sent-again` is a mail whose first sending nobody
 * heard the end of, and which had not gone; `broken` is one that could not be written,
 * `course-missing` a reader whose course is in no package.
 */
export type Ended =
  | 'sent'
  | 'sent-again'
  | 'not-due'
  | 'open'
  | 'nothing-owed'
  | 'course-missing'
  | 'in-doubt'
  | 'broken'
  | 'resting'
  | Cleared['is']
  | NotSentThen;

/** Endings that somebody has to hear of. */
export const SIGNS = {
  'proofs-late': 'ProofsLate',
  'put-off': 'Refused',
  broken: 'Refused',
  'course-missing': 'CourseMissing',
} as const satisfies { readonly [ended in Ended]?: VitalSign };

/**
 * Sends what is owed to one subscriber, if it still is: claim, clear up what an earlier claim left in
 * doubt, send, finalise. Whatever happens after the claim and before an answer leaves the claim
 * standing, which is what makes the doubt visible; only a refusal gives it back.
 */
export async function sendDue(world: SendingWorld, due: DueMessage): Promise<Ended> {
  const { subscribers, mailer, brake } = world;
  // The due index still has it: it comes back when sending goes on.
  if (brake.rests(world.now()) && !due.probe) return 'resting';
  if (due.issues && (await world.newsletter.sending()) === undefined) return 'resting';
  const attempt = world.attempt();
  const claimed = await subscribers.claim(due, attempt, world.now());
  if (claimed.is !== 'claimed') return claimed.is;
  const cleared = await clearDoubt(world, claimed);
  if ('outcome' in cleared && cleared.outcome) {
    await heed(world, due, brake.saw(cleared.outcome, world.now()));
  }
  if (cleared.is !== 'send' && cleared.is !== 'send-again') return cleared.is;
  const { subscriber } = claimed;
  const prepared = await prepare(world, subscriber);
  if (prepared.is === 'not-told') {
    await subscribers.release(subscriber, attempt);
    throw prepared.cause;
  }
  if (prepared.is !== 'mail') {
    await settle(world, subscriber, attempt, prepared.next);
    return prepared.is;
  }
  const told = await mailer.send(prepared.mail);
  const seen = brake.saw(told, world.now());
  const ended = await settled(world, subscriber, prepared, seen.outcome);
  await heed(world, due, seen);
  return ended === 'sent' && cleared.is === 'send-again' ? 'sent-again' : ended;
}

/** What SES answered, or that it did not, made true in the table. */
async function settled(
  world: SendingWorld,
  subscriber: Claimed['subscriber'],
  { owed, becomes }: Pick<PreparedMail, 'owed' | 'becomes'>,
  outcome: SendOutcome,
): Promise<Ended> {
  switch (outcome.is) {
    case 'sent':
      await noteSent(world, owed, { subscriber, becomes });
      if (STREAMS[owed.kind] === 'sign-ups') await countStranger(world);
      return 'sent';
    case 'in-doubt':
      // The claim stands: whoever comes after its lease looks for the proof.
      return 'in-doubt';
    case 'not-sent':
      await notSent(world, subscriber, owed, outcome.then);
      return outcome.then;
  }
}

/**
 * Back-pressure by health: whoever gets no answers stops, and stops the tick; a probe that is answered
 * lets both go on.
 */
async function heed({ dueIndex, now }: SendingWorld, { probe }: DueMessage, seen: Seen) {
  const { outcome, stopped } = seen;
  if (stopped) await dueIndex.rest(now());
  if (probe && showsHealth(outcome)) await dueIndex.goOn();
}

type Next = (latest: Subscriber, now: Instant) => Subscriber;

interface PreparedMail {
  readonly is: 'mail';
  readonly owed: OwedMail;
  readonly mail: RawMail;
  /** What its reader is once it has gone. */
  readonly becomes: Subscriber;
}

/** A mail in wire form, or why there is none, and what becomes of its reader after that. */
type Prepared =
  | PreparedMail
  /** Nobody knows, and nothing was sent: it is due still. */
  | { readonly is: 'not-told'; readonly cause: unknown }
  | { readonly is: 'nothing-owed' | 'course-missing' | 'broken'; readonly next: Next };

/**
 * Everything that can be wrong with a mail goes wrong here, before it is sent: also what its
 * reader becomes by it, which could otherwise never be saved and would send it again and again.
 * A broken one is put off, so that it is in nobody's way.
 */
async function prepare(world: SendingWorld, subscriber: Claimed['subscriber']): Promise<Prepared> {
  const { library, now } = world;
  const { courses } = library;
  try {
    const letter = owedNow(subscriber, courses, now());
    const greets = letter !== undefined && letter.kind !== 'lesson';
    const look = greets ? undefined : await lookForIssues(world, subscriber);
    if (look?.is === 'mail') return ready(world, subscriber, look);
    const reader = look?.reader ?? subscriber;
    // The course became shorter or ended, or a pause has begun, since the due moment was set.
    if (letter === undefined || isEarly(letter, reader, now())) {
      return {
        is: isMissing(reader, courses) ? 'course-missing' : 'nothing-owed',
        next: look?.next ?? ((latest, at) => arranged(latest, courses, at)),
      };
    }
    const becomes = afterSending(reader, letter, courses, now());
    return ready(world, reader, {
      owed: letter,
      mail: owedMailFor(world, reader, letter),
      becomes,
    });
  } catch (error) {
    if (error instanceof NotTold) return { is: 'not-told', cause: error.cause };
    logError('send-broken', error);
    return { is: 'broken', next: soon(world) };
  }
}

/** A mail in wire form, with the tags that its proof will bear. */
function ready(
  { sender }: SendingWorld,
  { id, address, claim }: Claimed['subscriber'],
  { owed, mail, becomes }: { readonly mail: OutgoingMail } & Pick<PreparedMail, 'owed' | 'becomes'>,
): PreparedMail {
  const tags = tagsOf({ id, attempt: claim.attempt, owed });
  const { fromAddress: from } = sender;
  const raw = writeMail(mail);
  return {
    is: 'mail',
    owed,
    becomes,
    mail: { from, to: address, raw, tags, stream: STREAMS[owed.kind] },
  };
}

/** Whether all that is left to somebody is a course that is missing; says which in the log. */
function isMissing(subscriber: Subscriber, courses: Courses): boolean {
  if (owedMail(subscriber, courses) !== undefined) return false;
  const missing = missingCourses(subscriber, courses);
  for (const slug of missing) toldMissing(slug);
  return missing.length > 0;
}

/** A line a course, and not a line a reader. */
const toldMissing = remembered((slug: string) => logFigures('course-missing', { [slug]: 1 }));

const STREAMS: Readonly<Record<OwedMail['kind'], Stream>> = {
  confirmation: 'sign-ups',
  welcome: 'notices',
  lesson: 'letters',
  issue: 'newsletter',
  digest: 'newsletter',
};

/** The same mail, on another of the reader's days. */
const another =
  ({ library }: Pick<SendingWorld, 'library'>): Next =>
  (latest, now) =>
    putOff(latest, library.courses, now);

/** The same mail a while later, where the reader's day goes on so long. */
const later =
  ({ library }: Pick<SendingWorld, 'library'>, seconds: number): Next =>
  (latest, now) =>
    putOffFor(latest, seconds, library.courses, now);

/** Somebody may have mended by then what is broken: the words, or the rhythm that a slot is reckoned from. */
const soon =
  (world: Pick<SendingWorld, 'library'>): Next =>
  (latest, now) => {
    try {
      return later(world, BROKEN_SECONDS)(latest, now);
    } catch {
      return { ...latest, dueAt: plusSeconds(now, BROKEN_SECONDS) };
    }
  };

async function notSent(
  world: SendingWorld,
  subscriber: Claimed['subscriber'],
  owed: OwedMail,
  then: NotSentThen,
): Promise<void> {
  const { subscribers, dueIndex } = world;
  const { attempt } = subscriber.claim;
  switch (then) {
    case 'retry':
      return subscribers.release(subscriber, attempt);
    case 'hold':
      await subscribers.release(subscriber, attempt);
      return dueIndex.hold(plusSeconds(world.now(), HOLD_SECONDS));
    case 'put-off':
      await settle(world, subscriber, attempt, another(world));
      return;
    case 'wait':
      await settle(world, subscriber, attempt, later(world, UNVERIFIED_SECONDS));
      return;
    case 'suppress':
      return refused(world, subscriber, owed);
  }
}

/** SES can never deliver to the address: true of all that is stored under it. No event will tell of the mail. */
async function refused(
  { subscribers, now }: SendingWorld,
  subscriber: Claimed['subscriber'],
  owed: OwedMail,
): Promise<void> {
  const at = now();
  const end = (one: Leaver) => suppressed(one, 'refused', at);
  const counts = countsOf('refused', countedOf(owed), at);
  const fact = () => suppressedFact('refused', at, counts);
  await endAll(subscribers, subscriber.id, { end, fact });
  await subscribers.release(subscriber, subscriber.claim.attempt);
}
