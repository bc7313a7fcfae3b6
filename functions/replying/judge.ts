import type { Library } from '../adapters/library.ts';
import { LOOP_HEADER } from '../core/mail/answer.ts';
import type { Sender } from '../core/mail/compose.ts';
import type { Present } from '../core/reader/lifecycle.ts';
import { automatic, type OwnMail } from '../core/replies/automatic.ts';
import { decide, decideAbsence, decideMailto } from '../core/replies/decide.ts';
import type { ReplyDecision } from '../core/replies/intents.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { routeOf, trustIn, type Verdicts } from '../core/replies/trust.ts';
import { understand } from '../core/replies/understand.ts';
import type { Instant } from '../core/time.ts';
import type { Writer } from './who-wrote.ts';

/** One inbound mail as the receipt rule hands it over; its bytes are in the inbox. */
export interface Arrival {
  readonly messageId: string;
  /** Envelope recipients that our rule matched. */
  readonly recipients: readonly string[];
  readonly verdicts: Verdicts;
}

interface JudgeWorld {
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

export const DROPPED: ReplyDecision = { intent: 'none', outcome: 'dropped' };
const AUTOMATIC: ReplyDecision = { intent: 'none', outcome: 'ignored-automatic' };
const HUMAN = { kind: 'human' } as const;
const TO_AUTHOR: ReplyDecision = { intent: 'none', outcome: 'forwarded', toAuthor: true };

/** The order matters: a virus before anything, robots before words (mail-standards §3). */
export function decisionOn(
  world: JudgeWorld,
  { recipients, verdicts }: Arrival,
  mail: InboundMail,
  writer: Writer | undefined,
): ReplyDecision {
  if (verdicts.virus === 'FAIL') return DROPPED;
  const present: Present = { now: world.now(), courses: world.library.courses };
  const reader = writer && { now: present.now, zone: writer.subscriber.zone };
  const sorted = writer?.probe ? HUMAN : automatic(mail, ownMail(world), reader);
  // Mailbox providers send these themselves, often marked automatic; bounces are still none.
  const mailto = routeOf(recipients).to === 'unsubscribe' && writer?.genuineToken === true;
  if (mailto && sorted.kind !== 'bounce') return decideMailto(present);
  if (verdicts.spam === 'FAIL') return sorted.kind === 'human' ? DROPPED : AUTOMATIC;
  if (writer === undefined) return sorted.kind === 'human' ? TO_AUTHOR : AUTOMATIC;

  const { subscriber, from, genuineToken } = writer;
  const trust = trustIn({ genuineToken, dmarc: verdicts.dmarc }, from, subscriber.address);
  if (sorted.kind === 'vacation') return decideAbsence(sorted.until, trust, subscriber, present);
  if (sorted.kind !== 'human') return AUTOMATIC;
  const understood = understand(mail.text, {
    now: present.now,
    zone: subscriber.zone,
    subject: mail.subject,
    address: subscriber.address,
    state: subscriber.standing.is === 'paused' ? 'paused' : 'active',
    ownWords: world.library.ownWords,
  });
  return decide(understood, trust, subscriber, present);
}

/**
 * Only our own addresses, and not our whole domain: the author reads the letters at theirs, and
 * answers them.
 */
function ownMail({ library, sender: { replyDomain, fromAddress } }: JudgeWorld): OwnMail {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return {
    domains: [replyDomain],
    listIds: [`letters.${domain}`],
    loopHeader: LOOP_HEADER,
    words: library.ownWords,
  };
}
