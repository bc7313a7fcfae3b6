import type { Correspondence } from '../adapters/correspondence.ts';
import type { DueIndex } from '../adapters/due-index.ts';
import type { Inbox } from '../adapters/inbox.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Memory } from '../adapters/memory.ts';
import type { Probes } from '../adapters/probe.ts';
import type { SendQueue } from '../adapters/send-queue.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Wordings } from '../adapters/wordings.ts';
import type { Sender } from '../core/mail/compose.ts';
import type { AskedLink } from '../core/reader/asked-link.ts';
import { byReader } from '../core/reader/fact.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { speaks } from '../core/replies/allowed.ts';
import { CARE, remembered, seenAfter } from '../core/replies/answering.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import type { Decided, Kept, ReplyDecision } from '../core/replies/intents.ts';
import { mailAnswered } from '../core/replies/letter-answered.ts';
import { type InboundMail, readMail } from '../core/replies/read-mail.ts';
import type { Instant } from '../core/time.ts';
import type { IdKey, SubscriberId } from '../core/token.ts';
import { untilSaved } from '../runtime/change.ts';
import { askingAt, sayYes } from '../runtime/say-yes.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { type Became, type Came, finish } from './finish.ts';
import { type Arrival, DROPPED, decisionOn } from './judge.ts';
import { IS_NOTHING, keepDecision, saidIn, seenIn } from './keep-decision.ts';
import { letLeave } from './let-leave.ts';
import { type UnreadableWriter, type Writer, whoWrote } from './who-wrote.ts';

/** All that handling a reply touches. */
export interface RepliesWorld {
  readonly subscribers: Subscribers;
  readonly correspondence: Correspondence;
  readonly inbox: Inbox;
  readonly probes: Pick<Probes, 'current'>;
  readonly dueIndex: Pick<DueIndex, 'state'>;
  readonly queue: Pick<SendQueue, 'put'>;
  readonly mailer: Mailer;
  readonly wordings: Wordings;
  readonly library: Library;
  readonly sender: Sender;
  idKey(): Promise<IdKey>;
  now(): Instant;
}

const REDELIVERED = { outcome: 'redelivered' } as const;

/**
 * Handles one inbound mail: read, sort out, understand, decide, save, answer. What was decided is kept in
 * the write that makes its change: another delivery of the mail goes on from there, whatever has changed
 * meanwhile, and decides nothing anew. Mails are not sent again once they may have gone.
 *
 * @returns the words for what became of it
 * @throws when a temporary fault is in the way; Lambda delivers the event again
 */
export async function handleReply(world: RepliesWorld, arrival: Arrival): Promise<Became> {
  const { correspondence, inbox, now } = world;
  const { messageId } = arrival;
  const { stage, kept, receivedAt } = await correspondence.begin(messageId, now());
  if (stage !== 'open') return REDELIVERED;
  const mail = await readMail(await inbox.read(messageId, MAX_OBJECT_BYTES + 1));
  if (mail.kind === 'unreadable') {
    await correspondence.reach(messageId, 'done', DROPPED);
    return DROPPED;
  }
  const writer = await whoWrote(world, arrival, mail);
  if (writer !== undefined) await correspondence.attribute(messageId, idOf(writer), receivedAt);
  const came = { mail, receivedAt };
  if (writer !== undefined && 'leaver' in writer) return letLeave(world, arrival, came, writer);
  if (writer !== undefined) return ofReader(world, arrival, came, { writer, kept });
  const decided = decisionOn(world, arrival, mail, undefined);
  return finish(world, messageId, { decided, ...came });
}

const idOf = (writer: Writer | UnreadableWriter): SubscriberId =>
  'leaver' in writer ? writer.leaver.id : writer.subscriber.id;

/** A subscriber's mail: decided on once, and then told. */
async function ofReader(
  world: RepliesWorld,
  arrival: Arrival,
  { mail, receivedAt }: Came,
  { writer, kept: earlier }: { readonly writer: Writer; readonly kept: Kept | undefined },
): Promise<Became> {
  const { correspondence } = world;
  const memory = await correspondence.memory(writer.subscriber.id);
  const held =
    earlier === undefined
      ? await keepDecision(world, arrival, { mail, writer, memory })
      : { kept: earlier, reader: writer.subscriber };
  if (held === undefined) return REDELIVERED;
  const { decision, undo, at } = held.kept;
  const { yes } = decision;
  const { answers } = writer;
  const reader =
    yes === undefined || answers === undefined
      ? held.reader
      : await confirmed(world, held.reader, yes, answers);
  if (!IS_NOTHING.has(decision.outcome)) {
    const fresh = memoryAfter(world, memory, decision, { mail, arrival, at });
    await correspondence.remember(writer.subscriber.id, fresh, at);
  }
  const { list } = writer;
  return finish(world, arrival.messageId, {
    decided: decision,
    mail,
    receivedAt,
    subscriber: reader,
    // What they ask for may change what they had.
    letter: mailAnswered(writer.subscriber, world.library, mail.subject),
    undo,
    list,
  });
}

/** A question is open until something else was done or asked. */
function memoryAfter(
  { library }: RepliesWorld,
  { asked, ...memory }: Memory,
  { intent, outcome, question, offers, settled, ...decision }: Decided,
  { mail, arrival, at }: { mail: InboundMail; arrival: Arrival; at: Instant },
): Memory {
  const isOver = outcome === 'applied' || settled === true;
  // Of two mails that both offer something, a few words don't say which they answer.
  const options = question === undefined ? offers : offers === undefined ? question.options : [];
  const still = options?.length ? { options, at } : isOver ? undefined : asked;
  const one = seenIn(mail, arrival);
  return {
    answers: speaks(decision)
      ? remembered(memory.answers, {
          intent: decision.distress ? CARE : intent,
          at,
          words: saidIn(library, mail),
        })
      : memory.answers,
    seen: one === undefined ? memory.seen : seenAfter(memory.seen, one),
    ...(still && { asked: still }),
  };
}

/** What the mail's button does. The welcome that follows is the answer, also while letters are stopped. */
async function confirmed(
  world: RepliesWorld,
  reader: Subscriber,
  to: NonNullable<ReplyDecision['yes']>,
  link: Pick<AskedLink, 'name'>,
): Promise<Subscriber> {
  const addition = to === 'all' ? undefined : to;
  const { known, became } = await untilSaved(async () =>
    sayYes(world, await askingAt(world, reader.id, link), addition, byReader('reply')),
  );
  if (became) await sendSoon(world, became);
  return known ?? reader;
}
