import type { Correspondence } from '../adapters/correspondence.ts';
import type { Inbox } from '../adapters/inbox.ts';
import type { Library } from '../adapters/library.ts';
import type { Mailer } from '../adapters/mailer.ts';
import type { Counted } from '../core/counting.ts';
import type { List, Sender } from '../core/mail/compose.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Decided, Outcome } from '../core/replies/intents.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import type { Reason } from '../core/replies/understanding.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { mailsFor, sendAll } from './mails.ts';
import { attachedTo } from './received.ts';

interface FinishingWorld {
  readonly correspondence: Pick<Correspondence, 'reach' | 'takeUp'>;
  readonly inbox: Inbox;
  readonly mailer: Mailer;
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

/** A mail, and when its first delivery came. */
export interface Came {
  readonly mail: InboundMail;
  readonly receivedAt: Instant;
}

/** All that goes into the mails about one mail. */
interface Finishing extends Came {
  readonly decided: Decided;
  readonly subscriber?: Subscriber;
  /** Whose it is, where no more of them can be read. */
  readonly writer?: SubscriberId;
  /** The letter or issue that it is about, as they had it when they wrote. */
  readonly letter?: Counted | undefined;
  readonly undo?: readonly Act[];
  /** What the mail answers. */
  readonly list?: List;
}

/** What became of a mail, for the log: words of ours only. */
export interface Became {
  readonly outcome: Outcome | 'redelivered';
  readonly because?: Reason;
}

/**
 * Writes to whom the decision says, once, and puts the mail away. Of two deliveries at the same moment one
 * does it.
 *
 * @throws when the first mail was refused for now; nothing has gone out
 */
export async function finish(
  world: FinishingWorld,
  messageId: string,
  { decided, mail, receivedAt, subscriber, writer, letter, undo = [], list = 'letters' }: Finishing,
): Promise<Became> {
  const { correspondence } = world;
  const files = await attachedTo(world.inbox, messageId, decided, mail);
  const received = { ...files, messageId, undo, list };
  const mails = mailsFor(world, decided, mail, subscriber, received);
  const about = { receivedAt, reader: subscriber?.id ?? writer, letter };
  if (!(await correspondence.takeUp(messageId, decided, about))) return { outcome: 'redelivered' };
  const sent = await sendAll(world.mailer, mails);
  if (sent.is === 'not-sent') {
    await correspondence.reach(messageId, 'open', decided);
    throw new Error(`answer not sent: ${sent.why}`);
  }
  await correspondence.reach(messageId, 'done', decided);
  return decided;
}
