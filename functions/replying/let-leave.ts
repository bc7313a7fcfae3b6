import type { Correspondence } from '../adapters/correspondence.ts';
import type { Inbox } from '../adapters/inbox.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Subscribers } from '../adapters/subscribers.ts';
import type { Sender } from '../core/mail/compose.ts';
import { byReader, leftFact } from '../core/reader/fact.ts';
import { left } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { speaks } from '../core/replies/allowed.ts';
import type { ReplyDecision } from '../core/replies/intents.ts';
import type { Instant } from '../core/time.ts';
import { endAll } from '../runtime/leaving.ts';
import { type Became, type Came, finish } from './finish.ts';
import { type Arrival, decisionOn } from './judge.ts';
import type { UnreadableWriter } from './who-wrote.ts';

interface LeavingWorld {
  readonly inbox: Inbox;
  readonly subscribers: Pick<Subscribers, 'leavers' | 'requests'>;
  readonly correspondence: Pick<Correspondence, 'reach' | 'takeUp'>;
  readonly library: Library;
  readonly sender: Sender;
  readonly mailer: Mailer;
  now(): Instant;
}

/**
 * A mail of somebody whose item this code can't read, as after an upgrade was taken back. Leaving
 * works all the same, without a goodbye: the address it would go to is in the item.
 *
 * @throws what is wrong with the item, when they want anything else: the mail waits for code that
 *   can read it
 */
export async function letLeave(
  world: LeavingWorld,
  arrival: Arrival,
  { mail, receivedAt }: Came,
  writer: UnreadableWriter,
): Promise<Became> {
  const { subscribers } = world;
  const { id } = writer.leaver;
  const subscriber = standIn(world, writer);
  const decided = decisionOn(world, arrival, mail, { ...writer, subscriber });
  const end = endIn(decided, subscriber);
  if (end === undefined && !isIdle(decided)) throw writer.because;
  if (end !== undefined) {
    const { at, by } = end;
    await endAll(subscribers, id, {
      end: (one) => left(one, by, at),
      fact: (leaver) => leftFact(leaver, at, byReader(by)),
    });
  }
  // What they wrote beside it is for a person, whatever this code can read of their item.
  const { answer: _, again: __, question: ___, besides: ____, ...silent } = decided;
  return finish(world, arrival.messageId, { decided: silent, mail, receivedAt, writer: id });
}

/** Somebody to decide about in their place. Whether a mail leaves depends on none of it. */
function standIn(
  { library, sender }: LeavingWorld,
  { leaver, from }: UnreadableWriter,
): Subscriber {
  const { zone, hour, days } = library.publication.defaults;
  return {
    ...leaver,
    standing: { is: 'active' },
    // Without a token they were found by this very address, so it is theirs.
    address: from ?? sender.fromAddress,
    zone,
    hour,
    days,
    enrollments: [],
    newsletter: false,
  };
}

/** How somebody leaves by this decision, if they do. */
function endIn({ change: decide }: ReplyDecision, subscriber: Subscriber) {
  const changed = decide?.(subscriber);
  const standing = changed?.is === 'changed' ? changed.subscriber.standing : undefined;
  return standing?.is === 'left' ? standing : undefined;
}

const isIdle = ({ change: decide, toAuthor, ...decided }: ReplyDecision): boolean =>
  decide === undefined && !speaks(decided) && toAuthor !== true;
