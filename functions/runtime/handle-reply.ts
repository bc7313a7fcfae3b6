import type { Correspondence } from '../adapters/correspondence.ts';
import type { Inbox } from '../adapters/inbound.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import { LOOP_HEADER } from '../core/answer.ts';
import type { Sender } from '../core/compose.ts';
import type { Present } from '../core/lifecycle.ts';
import { automatic } from '../core/replies/automatic.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import { decide, decideMailto, type ReplyDecision } from '../core/replies/decide.ts';
import { type InboundMail, readMail } from '../core/replies/mime.ts';
import { strip } from '../core/replies/strip.ts';
import { routeOf, trustIn, type Verdicts } from '../core/replies/trust.ts';
import { understand } from '../core/replies/understand.ts';
import type { Instant } from '../core/time.ts';
import type { IdKey } from '../core/token.ts';
import { change } from './change.ts';
import { mailsFor, sendAll } from './reply-mails.ts';
import { type Writer, whoWrote } from './who-wrote.ts';

/** All that handling a reply touches. */
export interface RepliesWorld {
  readonly subscribers: Subscribers;
  readonly correspondence: Correspondence;
  readonly inbox: Inbox;
  readonly mailer: Mailer;
  readonly library: Library;
  readonly sender: Sender;
  idKey(): Promise<IdKey>;
  now(): Instant;
}

/** One inbound mail as the receipt rule hands it over; its bytes are in the inbox. */
export interface Arrival {
  readonly messageId: string;
  /** Envelope recipients that our rule matched. */
  readonly recipients: readonly string[];
  readonly verdicts: Verdicts;
}

/**
 * Handles one inbound mail: read, sort out, understand, decide, save, answer. A second delivery of
 * a mail that is done changes nothing; after a crash the change is made again, which is harmless,
 * and mails are not sent again once they may have gone.
 *
 * @throws when a temporary fault is in the way; Lambda delivers the event again
 */
export async function handleReply(world: RepliesWorld, arrival: Arrival): Promise<string> {
  const { correspondence, inbox } = world;
  const stage = await correspondence.begin(arrival.messageId, world.now());
  if (stage !== 'open') return 'ignored-duplicate';
  const mail = await readMail(await inbox.read(arrival.messageId, MAX_OBJECT_BYTES + 1));
  const writer = mail.kind === 'mail' ? await whoWrote(world, arrival, mail) : undefined;
  const decision = mail.kind === 'mail' ? decisionOn(world, arrival, mail, writer) : DROPPED;

  let subscriber = writer?.subscriber;
  if (subscriber !== undefined && decision.change !== undefined) {
    const changed = await change(world.subscribers, subscriber.id, decision.change);
    if (changed.is !== 'unknown') subscriber = changed.after;
    if (decision.intent === 'unsubscribe' && changed.is === 'changed') {
      const details = { by: 'reply' };
      await world.subscribers.record(subscriber.id, { kind: 'left', at: world.now(), details });
    }
  }
  const mails = mail.kind === 'mail' ? mailsFor(world, decision, mail, subscriber) : [];
  await correspondence.reach(arrival.messageId, 'decided', decision);
  const sent = await sendAll(world.mailer, mails);
  if (sent.is === 'not-sent') {
    await correspondence.reach(arrival.messageId, 'open', decision);
    throw new Error(`answer not sent: ${sent.why}`);
  }
  await correspondence.reach(arrival.messageId, 'done', decision);
  return decision.outcome;
}

const DROPPED: ReplyDecision = { intent: 'none', outcome: 'dropped' };
const AUTOMATIC: ReplyDecision = { intent: 'none', outcome: 'ignored-automatic' };
const TO_AUTHOR: ReplyDecision = { intent: 'none', outcome: 'forwarded', toAuthor: true };

/** The order matters: a virus before anything, robots before words (mail-standards §3). */
function decisionOn(
  world: RepliesWorld,
  { recipients, verdicts }: Arrival,
  mail: InboundMail,
  writer: Writer | undefined,
): ReplyDecision {
  if (verdicts.virus === 'FAIL') return DROPPED;
  const present: Present = { now: world.now(), courses: world.library.courses };
  const sorted = automatic(mail, ownMail(world.sender));
  const mailto = routeOf(recipients).to === 'unsubscribe' && writer?.genuineToken === true;
  // Mailbox providers send these themselves, often marked automatic; bounces are still none.
  if (mailto && sorted.kind !== 'bounce') return decideMailto(present);
  if (sorted.kind !== 'human') return AUTOMATIC;
  if (verdicts.spam === 'FAIL') return DROPPED;
  if (writer === undefined) return TO_AUTHOR;
  const { subscriber } = writer;
  const understood = understand(strip(mail.text), {
    now: present.now,
    zone: subscriber.zone,
    subject: mail.subject,
    state: subscriber.standing.is === 'paused' ? 'paused' : 'active',
  });
  const trust = trustIn({ ...verdicts, ...writer }, writer.from, subscriber.address);
  return decide(understood, trust, subscriber, present);
}

/**
 * Only our own addresses, and not our whole domain: the author reads the letters at theirs, and
 * answers them.
 */
function ownMail({ replyDomain, fromAddress }: Sender) {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return {
    domains: [replyDomain],
    listIds: [`letters.${domain}`],
    loopHeader: LOOP_HEADER,
  };
}
