import { createHash } from 'node:crypto';
import type { Correspondence } from '../adapters/correspondence.ts';
import type { Inbox } from '../adapters/inbox.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import { type Memory, openQuestion } from '../adapters/memory.ts';
import type { Probes } from '../adapters/probe.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Wordings } from '../adapters/wordings.ts';
import type { Sender } from '../core/mail/compose.ts';
import { consentIn } from '../core/reader/consent.ts';
import { byReader, type Fact } from '../core/reader/fact.ts';
import { left } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { allowed, speaks } from '../core/replies/allowed.ts';
import {
  CARE,
  isRepeated,
  isReplayed,
  remembered,
  type Seen,
  seenAfter,
} from '../core/replies/answering.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import type { Outcome, ReplyDecision } from '../core/replies/intents.ts';
import { type InboundMail, readMail } from '../core/replies/read-mail.ts';
import { strip } from '../core/replies/strip.ts';
import { likelyUndo, undoOf } from '../core/replies/undo.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Instant } from '../core/time.ts';
import type { IdKey, SubscriberId } from '../core/token.ts';
import { change, recorded, untilSaved } from '../runtime/change.ts';
import { endAll } from '../runtime/leaving.ts';
import { askingAt, sayYes } from '../runtime/say-yes.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { type Worded, wordingOf } from '../runtime/wording.ts';
import { type Became, finish } from './finish.ts';
import { type Arrival, DROPPED, decisionOn } from './judge.ts';
import { letLeave } from './let-leave.ts';
import { answering } from './mails.ts';
import { type UnreadableWriter, type Writer, whoWrote } from './who-wrote.ts';

/** All that handling a reply touches. */
export interface RepliesWorld {
  readonly subscribers: Subscribers;
  readonly correspondence: Correspondence;
  readonly inbox: Inbox;
  readonly probes: Pick<Probes, 'current'>;
  readonly queue: Pick<SendQueue, 'put'>;
  readonly mailer: Mailer;
  readonly wordings: Wordings;
  readonly library: Library;
  readonly sender: Sender;
  idKey(): Promise<IdKey>;
  now(): Instant;
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
  if (writer !== undefined) await correspondence.attribute(messageId, idOf(writer), now());
  if (writer !== undefined && 'leaver' in writer) return letLeave(world, arrival, mail, writer);
  if (writer !== undefined) return ofReader(world, arrival, mail, writer);
  return finish(world, messageId, { decided: decisionOn(world, arrival, mail, undefined), mail });
}

const idOf = (writer: Writer | UnreadableWriter): SubscriberId =>
  'leaver' in writer ? writer.leaver.id : writer.subscriber.id;

/** A subscriber's mail: read once, and against what they were asked. */
async function ofReader(
  world: RepliesWorld,
  arrival: Arrival,
  mail: InboundMail,
  writer: Writer,
): Promise<Became> {
  const { correspondence, now } = world;
  const memory = await correspondence.memory(writer.subscriber.id);
  const one = seenIn(mail, arrival);
  if (one !== undefined && isReplayed(memory.seen, one)) return ignored(world, arrival, 'none');
  const open = openQuestion(memory, now());
  const decided = decisionOn(world, arrival, mail, writer, open);
  const seen = one === undefined ? memory.seen : seenAfter(memory.seen, one);
  return carryOut(world, arrival, { decided, mail, writer, memory: { ...memory, seen } });
}

/** What was decided on a subscriber's mail, and what is known of them. */
interface Decided {
  readonly decided: ReplyDecision;
  readonly mail: InboundMail;
  readonly writer: Writer;
  readonly memory: Memory;
}

/** What takes it back, also when the change was made before a fault and is not made again. */
function wayBack(
  done: readonly Act[],
  before: Subscriber,
  after: Subscriber,
  { courses }: Library,
): readonly Act[] {
  const found = undoOf(before, after, { courses });
  return found.length > 0 ? found : likelyUndo(done, after);
}

/** At most one answer to the same words, and few answers at all. */
async function carryOut(
  world: RepliesWorld,
  arrival: Arrival,
  { decided, mail, writer, memory }: Decided,
): Promise<Became> {
  const { correspondence, library, now } = world;
  const { id } = writer.subscriber;
  const words = hashOf(strip(mail.text, library.ownWords));
  const isCry = decided.distress !== undefined;
  // Whoever left and came back by a link says it anew.
  const cameBack = leaves(decided) && writer.subscriber.standing.is !== 'left';
  if (!isCry && !cameBack && speaks(decided) && isRepeated(memory.answers, words, now())) {
    if (leaves(decided)) await changed(world, writer.subscriber, decided, mail);
    return ignored(world, arrival, decided.intent);
  }
  const granted = allowed(decided, library.publication, memory.answers, words, now());
  const { before, after } =
    granted.yes === undefined
      ? await changed(world, writer.subscriber, granted, mail)
      : await confirmed(world, writer.subscriber, granted.yes);
  const undo = before && after ? wayBack(granted.done ?? [], before, after, library) : [];
  const became = await finish(world, arrival.messageId, {
    decided: granted,
    mail,
    ...(after && { subscriber: after }),
    undo,
  });
  if (IS_NOTHING.has(granted.outcome)) return became;
  await correspondence.remember(id, memoryAfter(memory, granted, words, now()), now());
  return became;
}

/** What these mails do may be done again: nothing. */
const IS_NOTHING: ReadonlySet<Outcome> = new Set(['dropped', 'ignored-automatic'] as const);

/** A question is open until something else was done or asked. */
function memoryAfter(
  { asked, ...memory }: Memory,
  decided: ReplyDecision,
  words: string,
  at: Instant,
): Memory {
  const { intent, outcome, question, settled } = decided;
  const isOver = outcome === 'applied' || settled === true;
  const still = question ? { options: question.options, at } : isOver ? undefined : asked;
  return {
    ...memory,
    answers: speaks(decided)
      ? remembered(memory.answers, { intent: decided.distress ? CARE : intent, at, words })
      : memory.answers,
    ...(still && { asked: still }),
  };
}

async function ignored(
  { correspondence }: RepliesWorld,
  { messageId }: Arrival,
  intent: ReplyDecision['intent'],
): Promise<Became> {
  const duplicate = { intent, outcome: 'ignored-duplicate' } as const;
  await correspondence.reach(messageId, 'done', duplicate);
  return duplicate;
}

/** Saves what was decided, and keeps the record of what they agreed to or took back. */
async function changed(
  world: RepliesWorld,
  reader: Subscriber,
  decided: ReplyDecision,
  mail: InboundMail,
): Promise<{ readonly before?: Subscriber; readonly after?: Subscriber }> {
  const { subscribers, now } = world;
  const { id, asked } = reader;
  const said = answering(world.library, mail, reader);
  const worded = await wordingOf(world, decided.done ?? [], said);
  let before: Subscriber | undefined;
  const load = asked === undefined ? subscribers.load : subscribers.requests.load;
  const result = await change<Subscriber, Subscriber>({ ...subscribers, load }, id, (stored) => {
    before = stored;
    return recorded(decided.change?.(stored) ?? { is: 'unchanged' }, (after) =>
      consentOf(stored, after, worded, now()),
    );
  });
  // Whoever leaves wants nothing of what was asked for anew, either: also who left before.
  if (leaves(decided)) await endAll(subscribers, id, { end: (one) => left(one, 'reply', now()) });
  return result.is === 'unknown' || before === undefined ? {} : { before, after: result.after };
}

/** What the mail's button does. The welcome that follows is the answer, also while letters are stopped. */
async function confirmed(
  world: RepliesWorld,
  { id }: Subscriber,
  to: NonNullable<ReplyDecision['yes']>,
): Promise<{ readonly before?: Subscriber; readonly after?: Subscriber }> {
  const addition = to === 'all' ? undefined : to;
  const { known, became } = await untilSaved(async () =>
    sayYes(world, await askingAt(world, id), addition, byReader('reply')),
  );
  if (became) await sendSoon(world, became);
  return known ? { after: known } : {};
}

const leaves = ({ done = [], undone = [] }: ReplyDecision): boolean =>
  [...done, ...undone].some(({ is }) => is === 'leave');

/** Who only asked has nothing to withdraw. */
function consentOf(
  before: Subscriber,
  after: Subscriber,
  worded: Worded | undefined,
  now: Instant,
): Fact | undefined {
  if (after.asked !== undefined) return undefined;
  const by = after.standing.is === 'left' ? after.standing.by : 'reply';
  return consentIn(before, after, { ...byReader(by), ...worded }, now);
}

/** The mail as its sender named it; a mail without a name can't be known again. */
const seenIn = ({ messageId }: InboundMail, arrival: Arrival): Seen | undefined =>
  messageId === undefined ? undefined : { mail: hashOf(messageId), as: arrival.messageId };

/** Enough to tell words apart, and nothing to read them from. */
const hashOf = (words: string): string =>
  createHash('sha256').update(words.toLowerCase()).digest('base64url').slice(0, 16);
