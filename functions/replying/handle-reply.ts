import { createHash } from 'node:crypto';
import type { CheckIns } from '../adapters/check-ins.ts';
import type { Correspondence } from '../adapters/correspondence.ts';
import type { Inbox } from '../adapters/inbox.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Probes } from '../adapters/probe.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Sender } from '../core/mail/compose.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isRepeated, mayAnswer, remembered } from '../core/replies/answering.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import type { Outcome, ReplyDecision } from '../core/replies/intents.ts';
import { type InboundMail, readMail } from '../core/replies/read-mail.ts';
import { strip } from '../core/replies/strip.ts';
import type { Reason } from '../core/replies/understand.ts';
import type { Instant } from '../core/time.ts';
import type { IdKey, SubscriberId } from '../core/token.ts';
import { change } from '../runtime/change.ts';
import { type Arrival, DROPPED, decisionOn } from './judge.ts';
import { letLeave } from './let-leave.ts';
import { mailsFor, sendAll } from './mails.ts';
import { type Writer, whoWrote } from './who-wrote.ts';

/** All that handling a reply touches. */
export interface RepliesWorld {
  readonly subscribers: Subscribers;
  readonly correspondence: Correspondence;
  readonly checkIns: Pick<CheckIns, 'load'>;
  readonly inbox: Inbox;
  readonly probes: Pick<Probes, 'current'>;
  readonly mailer: Mailer;
  readonly library: Library;
  readonly sender: Sender;
  idKey(): Promise<IdKey>;
  now(): Instant;
}

/** What became of a mail, for the log: words of ours only. */
export interface Became {
  readonly outcome: Outcome | 'redelivered';
  readonly because?: Reason;
}

/**
 * Handles one inbound mail: read, sort out, understand, decide, save, answer. A second delivery of
 * a mail that is done changes nothing; after a crash the change is made again, which is harmless,
 * and mails are not sent again once they may have gone.
 *
 * @returns the words for what became of it
 * @throws when a temporary fault is in the way; Lambda delivers the event again
 */
export async function handleReply(world: RepliesWorld, arrival: Arrival): Promise<Became> {
  const { correspondence, inbox, now } = world;
  const { messageId } = arrival;
  if ((await correspondence.begin(messageId, now())) !== 'open') return { outcome: 'redelivered' };
  const mail = await readMail(await inbox.read(messageId, MAX_OBJECT_BYTES + 1));
  if (mail.kind === 'unreadable') {
    await correspondence.reach(messageId, 'done', DROPPED);
    return DROPPED;
  }
  const writer = await whoWrote(world, arrival, mail);
  if (writer !== undefined && 'leaver' in writer) return letLeave(world, arrival, mail, writer);
  const decided = decisionOn(world, arrival, mail, writer);
  return writer === undefined
    ? finish(world, messageId, decided, mail, undefined)
    : carryOut(world, messageId, decided, mail, writer);
}

/** A subscriber's mail: at most one answer to the same words, and few answers at all. */
async function carryOut(
  world: RepliesWorld,
  messageId: string,
  decided: ReplyDecision,
  mail: InboundMail,
  { subscriber: { id } }: Writer,
): Promise<Became> {
  const { correspondence, library, now } = world;
  const earlier = await correspondence.answers(id);
  const words = hashOf(strip(mail.text, library.ownWords));
  if (speaks(decided) && isRepeated(earlier, words, now())) {
    const duplicate = { intent: decided.intent, outcome: 'ignored-duplicate' } as const;
    await correspondence.reach(messageId, 'done', duplicate);
    return duplicate;
  }
  const subscriber = await changed(world, id, decided);
  const { answer: _, again: __, ...silent } = decided;
  const allowed = mayAnswer(earlier, decided.intent, now()) ? decided : silent;
  const became = await finish(world, messageId, allowed, mail, subscriber);
  if (speaks(allowed)) {
    const { intent } = allowed;
    await correspondence.remember(id, remembered(earlier, { intent, at: now(), words }));
  }
  return became;
}

/** Saves what was decided, and keeps the record of a withdrawal. */
async function changed(
  { subscribers }: RepliesWorld,
  id: SubscriberId,
  decided: ReplyDecision,
): Promise<Subscriber | undefined> {
  const result = await change(subscribers, id, decided.change ?? (() => ({ is: 'unchanged' })));
  if (result.is === 'unknown') return undefined;
  const { after } = result;
  if (result.is === 'changed' && after.standing.is === 'left') {
    const { at, by } = after.standing;
    await subscribers.record(id, { kind: 'left', at, details: { by } });
  }
  return after;
}

/** Writes to whom the decision says, once, and puts the mail away. */
async function finish(
  world: RepliesWorld,
  messageId: string,
  decided: ReplyDecision,
  mail: InboundMail,
  subscriber: Subscriber | undefined,
): Promise<Became> {
  const { correspondence } = world;
  const mails = await mailsFor(world, decided, mail, subscriber);
  await correspondence.reach(messageId, 'decided', decided);
  const sent = await sendAll(world.mailer, mails);
  if (sent.is === 'not-sent') {
    await correspondence.reach(messageId, 'open', decided);
    throw new Error(`answer not sent: ${sent.why}`);
  }
  await correspondence.reach(messageId, 'done', decided);
  return decided;
}

const speaks = ({ answer, again }: ReplyDecision): boolean =>
  answer !== undefined || again !== undefined;

/** Enough to tell words apart, and nothing to read them from. */
const hashOf = (words: string): string =>
  createHash('sha256').update(words.toLowerCase()).digest('base64url').slice(0, 16);
