import { createHash } from 'node:crypto';
import type { Correspondence } from '../adapters/correspondence.ts';
import type { Library } from '../adapters/library.ts';
import { type Memory, openQuestion } from '../adapters/memory.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Wordings } from '../adapters/wordings.ts';
import { type Count, countsOf } from '../core/counting.ts';
import type { Sender } from '../core/mail/compose.ts';
import { added } from '../core/reader/addition.ts';
import { consentIn } from '../core/reader/consent.ts';
import { byReader, type Fact } from '../core/reader/fact.ts';
import { left } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { allowed, speaks } from '../core/replies/allowed.ts';
import { isRepeated, isReplayed, type Seen } from '../core/replies/answering.ts';
import type { Decided, Kept, Outcome, ReplyDecision } from '../core/replies/intents.ts';
import { mailAnswered } from '../core/replies/letter-answered.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { strip } from '../core/replies/strip.ts';
import { routeOf } from '../core/replies/trust.ts';
import { undoOf } from '../core/replies/undo.ts';
import type { Instant } from '../core/time.ts';
import { untilSaved } from '../runtime/change.ts';
import { endRequest } from '../runtime/leaving.ts';
import { wordingOf } from '../runtime/wording.ts';
import { type Arrival, decisionOn } from './judge.ts';
import { answering } from './mails.ts';
import type { Writer } from './who-wrote.ts';

interface KeepingWorld {
  readonly subscribers: Pick<Subscribers, 'load' | 'requests'>;
  readonly correspondence: Pick<Correspondence, 'begin' | 'keep'>;
  readonly wordings: Wordings;
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

/** A mail, whose it is, and what is remembered of their mails. */
interface Received {
  readonly mail: InboundMail;
  readonly writer: Writer;
  readonly memory: Memory;
}

/** A decision that holds, and its reader as they are by it. */
interface Held {
  readonly kept: Kept;
  readonly reader: Subscriber;
}

/**
 * Decides on a subscriber's mail, and keeps the decision with the mail in the same write that makes its
 * change and the record of a consent. Whoever finds it kept by another delivery goes on with that one.
 *
 * @returns undefined when another delivery of the mail sends its answers already
 */
export async function keepDecision(
  world: KeepingWorld,
  arrival: Arrival,
  received: Received,
): Promise<Held | undefined> {
  const { subscribers, correspondence, now, library } = world;
  const { messageId } = arrival;
  const { subscriber: reader } = received.writer;
  const at = now();
  const { change: decide, byProgram, ...decision } = decided(world, arrival, received);
  const counts = byProgram ? [] : repliesIn(world, received, decision, at);
  if (leaves(decision)) await withdraw(world, reader, at);
  const worded = await wordingOf(world, decide ? (decision.done ?? []) : [], () =>
    answering(library, received.mail, reader),
  );
  const load = reader.asked === undefined ? subscribers.load : subscribers.requests.load;
  return untilSaved<Held | undefined>(async () => {
    const before = (await load(reader.id)) ?? reader;
    const changed = decide?.(before);
    const after = changed?.is === 'changed' ? changed.subscriber : before;
    const foreseen = adding(before, decision.yes) ?? after;
    const kept: Kept = { decision, undo: undoOf(before, foreseen, library), at };
    const saved = after === before ? undefined : { subscriber: after, fact: factOf(before, after) };
    if ((await correspondence.keep(messageId, kept, saved, counts)) === 'saved')
      return { kept, reader: after };
    const { stage, kept: others } = await correspondence.begin(messageId, at);
    if (stage !== 'open') return undefined;
    return others ? { kept: others, reader: before } : 'changed';
  });

  /** Who they will be by a yes to an addition, which is made as its button makes it. */
  function adding(before: Subscriber, yes: ReplyDecision['yes']): Subscriber | undefined {
    const { request } = received.writer;
    if (yes === undefined || yes === 'all' || request === undefined) return undefined;
    return added(before, request, yes, { courses: library.courses, now: at });
  }

  function factOf(before: Subscriber, after: Subscriber): Fact | undefined {
    const isMailto = routeOf(arrival.recipients).to === 'unsubscribe';
    return consentOf(before, after, { ...byReader(isMailto ? 'mailto' : 'reply'), ...worded }, at);
  }
}

/** What is done about it: at most one answer to the same words, and few answers at all. */
function decided(world: KeepingWorld, arrival: Arrival, received: Received): ReplyDecision {
  const { library, now } = world;
  const { mail, writer, memory } = received;
  const at = now();
  const one = seenIn(mail, arrival);
  if (one !== undefined && isReplayed(memory.seen, one)) return duplicate('none');
  const decision = decisionOn(world, arrival, mail, writer, openQuestion(memory, at));
  const words = saidIn(library, mail);
  const isCry = decision.distress !== undefined;
  // Whoever left and came back by a link says it anew.
  const cameBack = leaves(decision) && writer.subscriber.standing.is !== 'left';
  // "Yes" is said to one mail after another.
  const isAgain =
    decision.yes === undefined && speaks(decision) && isRepeated(memory.answers, words, at);
  if (isCry || cameBack || !isAgain)
    return allowed(decision, library.publication, memory.answers, words, at);
  return duplicate(decision.intent, leaves(decision) ? decision : undefined);
}

/** A person's mail is counted by what it answers; a yes to what was asked for answers no letter. */
function repliesIn(
  { library }: KeepingWorld,
  { mail, writer }: Received,
  { outcome, yes }: Decided,
  at: Instant,
): readonly Count[] {
  if (IS_NOTHING.has(outcome) || yes !== undefined) return [];
  return countsOf('replied', mailAnswered(writer.subscriber, library, mail.subject), at);
}

/** What these mails do may be done again: nothing. */
export const IS_NOTHING: ReadonlySet<Outcome> = new Set([
  'dropped',
  'ignored-automatic',
  'ignored-duplicate',
] as const);

/** A mail that came before is not answered; but whoever has left has left. */
const duplicate = (intent: ReplyDecision['intent'], leaving?: ReplyDecision): ReplyDecision => ({
  intent,
  outcome: 'ignored-duplicate',
  ...(leaving?.change && { change: leaving.change }),
  ...(leaving?.done && { done: leaving.done }),
});

/**
 * Whoever leaves wants nothing of what was asked for anew, either: also who left before. It is ended
 * first, so that a repetition after the change was made ends nothing that was asked for since.
 */
async function withdraw(
  { subscribers: { requests } }: KeepingWorld,
  { id, asked }: Subscriber,
  at: Instant,
): Promise<void> {
  if (asked !== undefined) return;
  await endRequest({ requests }, id, (one) => left(one, 'reply', at));
}

const leaves = ({ done = [], undone = [] }: Decided): boolean =>
  [...done, ...undone].some(({ is }) => is === 'leave');

/** Who only asked has nothing to withdraw. */
function consentOf(
  before: Subscriber,
  after: Subscriber,
  source: Fact['details'],
  now: Instant,
): Fact | undefined {
  if (after.asked !== undefined) return undefined;
  const { standing } = after;
  const by = standing.is === 'left' ? byReader(standing.by) : undefined;
  return consentIn(before, after, { ...source, ...by }, now);
}

/** The mail as its sender named it; a mail without a name can't be known again. */
export const seenIn = ({ messageId }: InboundMail, arrival: Arrival): Seen | undefined =>
  messageId === undefined ? undefined : { mail: hashOf(messageId), as: arrival.messageId };

/** What a mail says, to know the same words again. */
export const saidIn = ({ ownWords }: Library, { text }: InboundMail): string =>
  hashOf(strip(text, ownWords));

/** Enough to tell words apart, and nothing to read them from. */
const hashOf = (words: string): string =>
  createHash('sha256').update(words.toLowerCase()).digest('base64url').slice(0, 16);
