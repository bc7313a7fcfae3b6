import { type Library, wordsFor } from '../adapters/library.ts';
import type { Asked } from '../adapters/memory.ts';
import { LOOP_HEADER } from '../core/mail/answer.ts';
import type { Sender } from '../core/mail/compose.ts';
import type { Present } from '../core/reader/lifecycle.ts';
import { pauseOfNewsletter } from '../core/reader/pauses.ts';
import type { Request } from '../core/reader/request.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { answerTo } from '../core/replies/answer-to.ts';
import { answerWords } from '../core/replies/answer-words.ts';
import { automatic, type OwnMail } from '../core/replies/automatic.ts';
import { withoutChoices } from '../core/replies/copied-choices.ts';
import { decide, decideAbsence } from '../core/replies/decide.ts';
import { decideMailto } from '../core/replies/decide-mailto.ts';
import { decideYes } from '../core/replies/decide-yes.ts';
import { FORWARD, type ReplyDecision } from '../core/replies/intents.ts';
import { letterAnswered } from '../core/replies/letter-answered.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import { routeOf, type Trust, trustIn, type Verdicts } from '../core/replies/trust.ts';
import { understand } from '../core/replies/understand.ts';
import type { Context, Understanding } from '../core/replies/understanding.ts';
import type { Instant } from '../core/time.ts';
import { offerInWords, offerOf } from '../core/words/additions.ts';
import { optionInWords } from '../core/words/wishes.ts';
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
  asked?: Asked,
): ReplyDecision {
  if (verdicts.virus === 'FAIL') return DROPPED;
  const present: Present = { now: world.now(), courses: world.library.courses };
  const reader = writer && { now: present.now, zone: writer.subscriber.zone };
  const sorted = writer?.probe ? HUMAN : automatic(mail, ownMail(world), reader);
  // Mailbox providers send these themselves, often marked automatic; bounces are still none.
  const mailto = routeOf(recipients).to === 'unsubscribe' && writer?.genuineToken === true;
  if (mailto && sorted.kind !== 'bounce')
    return decideMailto(writer.list, writer.subscriber, present);
  if (verdicts.spam === 'FAIL') return sorted.kind === 'human' ? DROPPED : AUTOMATIC;
  if (writer === undefined) return sorted.kind === 'human' ? TO_AUTHOR : AUTOMATIC;

  const { subscriber, from, genuineToken } = writer;
  const trust = trustIn({ genuineToken, dmarc: verdicts.dmarc }, from, subscriber.address);
  if (sorted.kind === 'vacation') return decideAbsence(sorted.absence, trust, subscriber, present);
  if (sorted.kind !== 'human') return AUTOMATIC;
  const context: Context = {
    now: present.now,
    zone: subscriber.zone,
    language: wordsFor(world.library, subscriber.enrollments[0]?.course).language,
    subject: mail.subject,
    address: subscriber.address,
    state: isWaiting(subscriber, present.now) ? 'paused' : 'active',
    ownWords: world.library.ownWords,
    courses: present.courses,
  };
  const labels = [
    ...(asked ? labelsOf(world, asked, subscriber) : []),
    ...(writer.request ? offersIn(world, writer.request) : []),
  ];
  const text =
    labels.length > 0 ? withoutChoices(mail.text, labels, world.library.ownWords) : mail.text;
  const understood = understand(text, context);
  const yes =
    writer.request && yesIn(text, { context, present }, writer.request, understood, trust);
  if (yes !== undefined) return yes;
  const answer = asked && trust !== 4 ? answerIn(text, context, asked, understood) : undefined;
  if (answer === 'neither') return { intent: 'none', ...FORWARD, settled: true };
  const { list } = writer;
  const letter = letterAnswered(subscriber, present.courses, mail.subject);
  const about = letter?.isNamed && list === 'letters' ? letter.course : undefined;
  return decide(answer ?? understood, trust, subscriber, { ...present, about, list });
}

/** Whether anything can go on for somebody. */
const isWaiting = (subscriber: Subscriber, now: Instant): boolean =>
  subscriber.standing.is === 'paused' || pauseOfNewsletter(subscriber, now) !== undefined;

/** A reply to the mail that asked for a yes, unless it says something of its own. */
function yesIn(
  text: string,
  { context, present }: { readonly context: Context; readonly present: Present },
  request: Request,
  { wishes, distress }: Understanding,
  trust: Trust,
): ReplyDecision | undefined {
  if (wishes.length > 0 || distress !== undefined) return undefined;
  return decideYes(request, answerWords(text, context), trust, present);
}

/** What the buttons of a mail say that offers something to add. */
const offersIn = ({ library }: JudgeWorld, request: Request) =>
  library.languages.flatMap((language) => {
    const words = library.words(language);
    const { adds = [] } = request.asked;
    const said = adds.map((one) => offerOf(request, one, library.courses, words));
    return [...said.map((offer) => offerInWords(offer, words)), words.adding.nothing];
  });

/** What the buttons of a question say, in every language that it may have been asked in. */
const labelsOf = ({ library }: JudgeWorld, { options }: Asked, subscriber: Subscriber) =>
  library.languages.flatMap((language) => {
    const words = library.words(language);
    const { neither, notThat } = words.wish;
    return [
      ...options.map((one) => optionInWords(one, subscriber, words, library.courses)),
      neither,
      notThat,
    ];
  });

/** A reply to an open question, unless it says something of its own: a fresh wish is what counts. */
function answerIn(
  text: string,
  context: Context,
  asked: Asked,
  { wishes, distress }: Understanding,
): Understanding | 'neither' | undefined {
  if (wishes.length > 0 || distress !== undefined) return undefined;
  const words = answerWords(text, context);
  const chosen = answerTo(asked, words);
  if (chosen === undefined || chosen === 'neither') return chosen;
  return { wishes: asked.options[chosen] ?? [], personal: words.more };
}

/**
 * Only our own addresses, and not our whole domain: the author reads the letters at theirs, and
 * answers them.
 */
function ownMail({ library, sender: { replyDomain, fromAddress } }: JudgeWorld): OwnMail {
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return {
    domains: [replyDomain],
    listIds: [`letters.${domain}`, `newsletter.${domain}`],
    loopHeader: LOOP_HEADER,
    words: library.ownWords,
  };
}
