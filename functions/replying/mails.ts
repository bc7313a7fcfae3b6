import { type Library, wordsFor } from '../adapters/library.ts';
import type { Mailer, RawMail } from '../adapters/mailer.ts';
import type { EmailAddress } from '../core/address.ts';
import { composeAnswer } from '../core/mail/answer.ts';
import { composeCare } from '../core/mail/care.ts';
import type { Sender } from '../core/mail/compose.ts';
import { type OutgoingMail, writeMail } from '../core/mail/write.ts';
import { hasAddress } from '../core/reader/lifecycle.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Decided } from '../core/replies/intents.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { spokenLanguage } from '../core/replies/spoken-language.ts';
import { strip } from '../core/replies/strip.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { SendOutcome } from '../core/sending/pace.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import { languageFor, type Words } from '../core/words/words.ts';
import { letterAgain } from '../runtime/letter-again.ts';
import { answeredBy } from './answered-by.ts';
import { forwardOf, type Received } from './forward.ts';

interface ReplyMailsWorld {
  readonly library: Library;
  readonly sender: Sender;
  now(): Instant;
}

/** The mails that a decision asks for: an answer to the reader, the letter to the author. */
export function mailsFor(
  world: ReplyMailsWorld,
  decision: Decided,
  mail: InboundMail,
  subscriber: Subscriber | undefined,
  received: Received,
): readonly RawMail[] {
  const { answer, again, besides = [], toAuthor } = decision;
  const now = world.now();
  const reader = subscriber && mayBeAnswered(subscriber, decision, now) ? subscriber : undefined;
  const { undo } = received;
  const forward = toAuthor
    ? [forwardMail(world, forwardOf(world, decision, mail, subscriber, received))]
    : [];
  // A person first: whatever becomes of the note, somebody knows.
  if (decision.distress !== undefined)
    return [...forward, ...(reader && answer ? [careMail(world, mail, reader)] : [])];
  return [
    ...(reader && answer ? [answerMail(world, answer, mail, { reader, decision, undo })] : []),
    ...(reader && again ? [letterAgain(world, reader, again, answeredBy(mail))] : []),
    ...besides.flatMap((notice) =>
      reader ? [answerMail(world, notice, mail, { reader, decision, undo })] : [],
    ),
    ...forward,
  ];
}

/**
 * Nobody is written to before they confirmed, nor when their address must not be mailed. Whoever
 * left gets the goodbye (with a button for their data, where they asked for it) and nothing more,
 * whoever writes in their name.
 */
function mayBeAnswered(
  { standing, address }: Subscriber,
  { answer }: Decided,
  now: Instant,
): boolean {
  if (!hasAddress({ address })) return false;
  const isLast = answer === 'goodbye' || answer === 'erasing' || answer === 'exported';
  if (standing.is === 'left') return isLast && standing.at >= plusSeconds(now, -3600);
  return standing.is === 'active' || standing.is === 'paused';
}

/** Whom an answer is for, and what it says. */
interface Answering {
  readonly reader: Subscriber;
  readonly decision: Decided;
  /** What takes the change back. */
  readonly undo: readonly Act[];
}

function answerMail(
  { library, sender, now }: ReplyMailsWorld,
  answer: NonNullable<Decided['answer']>,
  mail: InboundMail,
  { reader: subscriber, decision, undo }: Answering,
): RawMail {
  const words = answering(library, mail, subscriber);
  const outgoing = composeAnswer(subscriber, {
    notice: answer,
    done: decision.done ?? [],
    undone: decision.undone ?? [],
    undo,
    options: (answer === 'courses' ? decision.offers : decision.question?.options) ?? [],
    choice: library.choice,
    mail: library.notice(answer, words.language),
    answered: answeredBy(mail),
    courses: library.courses,
    sender,
    words,
    now: now(),
  });
  return toSend(sender, subscriber.address, outgoing, {
    kind: 'answer',
    subscriber: subscriber.id,
  });
}

function careMail(
  { library, sender }: ReplyMailsWorld,
  mail: InboundMail,
  subscriber: Subscriber,
): RawMail {
  const words = answering(library, mail, subscriber);
  const { row, safetyLines } = library;
  const outgoing = composeCare(subscriber, {
    mail: library.notice('care', words.language),
    answered: answeredBy(mail),
    sender,
    safetyLines,
    row,
    words,
  });
  return toSend(sender, subscriber.address, outgoing, {
    kind: 'answer',
    subscriber: subscriber.id,
  });
}

/** The words of the language that a mail was written in; of the course's where it may be several. */
export function answering(
  library: Library,
  { text }: InboundMail,
  { enrollments }: Subscriber,
): Words {
  const ofCourse = wordsFor(library, enrollments[0]?.course);
  const spoken = spokenLanguage(strip(text, library.ownWords), ofCourse.language);
  const language = languageFor(spoken, library.languages);
  return language === undefined ? ofCourse : library.words(language);
}

function forwardMail({ library, sender }: ReplyMailsWorld, outgoing: OutgoingMail): RawMail {
  return toSend(sender, library.publication.author.address, outgoing, { kind: 'forward' });
}

function toSend(
  { fromAddress }: Sender,
  to: EmailAddress,
  outgoing: OutgoingMail,
  tags: Readonly<Record<string, string>>,
): RawMail {
  return { from: fromAddress, to, raw: writeMail(outgoing), tags, stream: 'notices' };
}

/**
 * Sends them one after another. A mail in doubt counts as sent: better no answer than two. Once
 * one has gone, a refusal of the next is not a reason to send the first again.
 */
export async function sendAll(mailer: Mailer, mails: readonly RawMail[]): Promise<SendOutcome> {
  let last: SendOutcome = { is: 'sent', messageId: '' };
  for (const [index, mail] of mails.entries()) {
    const outcome = await mailer.send(mail);
    if (outcome.is === 'not-sent' && index === 0 && outcome.then !== 'suppress') return outcome;
    last = outcome;
  }
  return last.is === 'not-sent' ? { is: 'in-doubt', why: last.why } : last;
}
