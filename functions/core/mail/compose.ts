import type { EmailAddress } from '../address.ts';
import type { CourseOutline, LessonId } from '../course.ts';
import { oneLine } from '../one-line.ts';
import { checkInsOf, type Scores } from '../reader/check-ins.ts';
import type { OwedMail } from '../reader/owed.ts';
import { nextSlot } from '../reader/schedule.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import type { Instant } from '../time.ts';
import { type Mint, minterOf } from '../token.ts';
import { momentInWords, scheduleInWords } from '../words/phrases.ts';
import type { Words } from '../words/words.ts';
import { type CheckInsPicture, checkInsSoFar } from './check-ins.ts';
import { type CompiledMail, SLOTS, type SlotName, type SlotValues } from './template.ts';
import { displayName, type Header, mailbox, type OutgoingMail } from './write.ts';

/** Who the mails come from, and where their links and replies lead. */
export interface Sender {
  readonly publicationName: string;
  readonly fromName: string;
  readonly fromAddress: EmailAddress;
  readonly replyDomain: string;
  /** The web door's address without a slash at its end. */
  readonly webUrl: string;
}

/**
 * What a subscriber's links look like. Every one of them only shows a page until a button is pressed.
 *
 * @param mint prepared for all links of a mail
 */
export function linksOf(subscriber: Subscriber, webUrl: string, mint = minterOf(subscriber)) {
  const preferences = () => `${webUrl}/preferences/${mint('preferences')}`;
  return {
    confirmUrl: () => `${webUrl}/confirm/${mint('confirm')}`,
    unsubscribeUrl: () => `${webUrl}/unsubscribe/${mint('unsubscribe')}`,
    preferencesUrl: preferences,
    pauseUrl: () => `${preferences()}?do=pause`,
    keepUrl: () => `${preferences()}?do=resume`,
    leaveUrl: () => `${preferences()}?do=leave`,
  };
}

/** How to make each value: a mail uses half of them, and each one costs a hash or a calendar. */
type Makers = { readonly [slot in SlotName]?: () => string };

function made(makers: Makers, slots: Iterable<SlotName>): SlotValues {
  const values: { [slot in SlotName]?: string } = {};
  for (const slot of slots) {
    const value = values[slot] ?? makers[slot]?.();
    if (value !== undefined) values[slot] = value;
  }
  return values;
}

/** The values that any mail to a subscriber may use; mails of one kind add their own. */
export function slotValues(subscriber: Subscriber, setting: Setting): SlotValues {
  return made(makersFor(subscriber, setting, minterOf(subscriber)), SLOTS);
}

/** What a reader's values depend on besides the reader. */
export interface Setting {
  /** The course that a mail is about, or that they take first. */
  readonly course: CourseOutline | undefined;
  readonly webUrl: string;
  readonly words: Words;
}

function makersFor(subscriber: Subscriber, { course, webUrl, words }: Setting, mint: Mint): Makers {
  const { name, enrollments } = subscriber;
  const { hello, helloName, theLetters, lettersReceived } = words.phrases;
  return {
    ...linksOf(subscriber, webUrl, mint),
    greeting: () => (name === undefined ? hello : helloName({ name: oneLine(name) })),
    courseTitle: () => course?.title ?? theLetters,
    scheduleInWords: () => scheduleInWords(subscriber, words),
    lettersReceivedInWords: () =>
      lettersReceived({ count: enrollments.flatMap(({ received }) => received).length }),
  };
}

/** When the letter after this one comes, in a mail that is one of a course's own. */
export function nextLetterInWords(
  subscriber: Subscriber,
  { words, now }: { readonly words: Words; readonly now: Instant },
): string {
  const next = subscriber.dueAt ?? nextSlot(subscriber, now, subscriber.last);
  const at = next > now ? next : nextSlot(subscriber, now);
  return momentInWords(at, subscriber.zone, words);
}

/** What a mail is put together from, besides its reader. */
export interface Composition {
  readonly owed: OwedMail;
  readonly mail: CompiledMail;
  readonly course: CourseOutline | undefined;
  readonly sender: Sender;
  readonly words: Words;
  /** The reader's check-ins, for a letter that shows them. */
  readonly checkIns?: { readonly scores: Scores; readonly picture: CheckInsPicture };
  readonly now: Instant;
}

/** Puts one owed mail together for one subscriber. */
export function composeOwed(subscriber: Subscriber, composition: Composition): OutgoingMail {
  const { owed, mail, course, sender, words, checkIns, now } = composition;
  const { webUrl } = sender;
  const mint = minterOf(subscriber);
  const makers = {
    ...makersFor(subscriber, { course, webUrl, words }, mint),
    ...(owed.kind === 'lesson' && linksOfLesson(owed.lesson, webUrl, mint)),
  };
  const next = { nextLetterInWords: () => nextLetterInWords(subscriber, { words, now }) };
  return {
    mail,
    values: {
      ...made(owed.kind === 'confirmation' ? makers : { ...makers, ...next }, [
        ...mail.subject.slots,
        ...mail.html.slots,
        ...mail.text.slots,
      ]),
      ...(owed.kind === 'lesson' && course && checkIns && shown(course, checkIns, owed.lesson)),
    },
    headers: listHeaders(subscriber, sender, mint),
  };
}

/** Whether a letter shows its reader's check-ins, so that they have to be read before it is sent. */
export const showsCheckIns = ({ text }: CompiledMail): boolean =>
  text.slots.includes('checkInsText');

const shown = (
  course: CourseOutline,
  { scores, picture }: NonNullable<Composition['checkIns']>,
  lesson: LessonId,
): SlotValues => checkInsSoFar(checkInsOf(course, scores, lesson), picture);

/** The links of one letter: its copy on the web, and its check-in without the score. */
export function lessonLinks(subscriber: Subscriber, lesson: string, webUrl: string): SlotValues {
  return made(linksOfLesson(lesson, webUrl, minterOf(subscriber)), SLOTS);
}

const linksOfLesson = (lesson: string, webUrl: string, mint: Mint): Makers => ({
  webCopyUrl: () => `${webUrl}/lessons/${mint('lesson', lesson)}`,
  checkInUrl: () => `${webUrl}/check-in/${mint('check-in', lesson)}`,
});

/**
 * The header fields of everything that we send unasked: one-click unsubscribe (RFC 8058), a list's
 * identity (RFC 2919) and the marks that keep vacation responders quiet (RFC 3834 §5,
 * MS-OXCMAIL; `OOF, AutoReply` and not `All`, which would suppress bounces).
 */
export function listHeaders(
  subscriber: Subscriber,
  sender: Sender,
  mint = minterOf(subscriber),
): readonly Header[] {
  const { address } = subscriber;
  const { replyDomain, fromAddress } = sender;
  const unsubscribe = mint('unsubscribe');
  const domain = fromAddress.slice(fromAddress.lastIndexOf('@') + 1);
  return [
    ['From', mailbox(sender.fromName, fromAddress)],
    ['To', `<${address}>`],
    ['Reply-To', mailbox(sender.publicationName, replyAddress(subscriber, replyDomain, mint))],
    ['List-Id', `${displayName(sender.publicationName)} <letters.${domain}>`],
    [
      'List-Unsubscribe',
      `<${sender.webUrl}/unsubscribe/${unsubscribe}>,\r\n` +
        ` <mailto:unsub+${unsubscribe}@${replyDomain}?subject=unsubscribe>`,
    ],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['Precedence', 'bulk'],
    ['Auto-Submitted', 'auto-generated'],
    ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
  ];
}

/** Where a reader's replies go: the envelope recipient tells who they are, not the From. */
export const replyAddress = (
  subscriber: Subscriber,
  replyDomain: string,
  mint = minterOf(subscriber),
): string => `reply+${mint('reply')}@${replyDomain}`;
