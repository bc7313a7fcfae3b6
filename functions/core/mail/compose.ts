import type { EmailAddress } from '../address.ts';
import { type CourseOutline, coursePath, letterName, letterPath } from '../course.ts';
import { oneLine } from '../one-line.ts';
import { answerDetail, askedDetail } from '../reader/asked-link.ts';
import { lettersHad } from '../reader/had.ts';
import { type Calendar, comesNext, nextLetterAt } from '../reader/next.ts';
import { afterSending, isKnownSent, type OwedLetter } from '../reader/owed.ts';
import { runningCourses, type Subscriber } from '../reader/subscriber.ts';
import { type Instant, localDate } from '../time.ts';
import { type Mint, minterOf } from '../token.ts';
import { momentInWords, nextDayInWords, scheduleInWords } from '../words/phrases.ts';
import type { Words } from '../words/words.ts';
import { asWanted, type Kind, namesFor } from './discreet.ts';
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

/** What one mail is of: it is left by itself, and an answer is one to it. */
export type List = 'letters' | 'newsletter';

/** What marks the links and reply addresses of the newsletter's mails; those of letters bear none. */
export const NEWSLETTER = 'newsletter';

const DETAILS: Readonly<Record<List, string>> = { letters: '', newsletter: NEWSLETTER };

/** The list that a notice counts among: what its reader gets, so that leaving by it ends something. */
export const listOfNotices = (subscriber: Subscriber): List =>
  subscriber.newsletter && runningCourses(subscriber).length === 0 ? 'newsletter' : 'letters';

/** The detail of a list's links and reply addresses, and the list of such a detail. */
export const detailOf = (list: List): string => DETAILS[list];
export const listOf = (detail: string): List => (detail === NEWSLETTER ? 'newsletter' : 'letters');

/**
 * What a subscriber's links look like. Every one of them only shows a page until a button is pressed.
 *
 * @param mint prepared for all links of a mail
 */
export function linksOf(
  subscriber: Subscriber,
  webUrl: string,
  mint = minterOf(subscriber),
  list: List = 'letters',
) {
  const about = subscriber.asked === undefined ? '' : askedDetail(subscriber.asked);
  // Who only asked can confirm by it what this mail asks for.
  const preferences = () => `${webUrl}/preferences/${mint('preferences', about)}`;
  return {
    confirmUrl: () => `${webUrl}/confirm/${mint('confirm', about)}`,
    unsubscribeUrl: () => `${webUrl}/unsubscribe/${mint('unsubscribe', DETAILS[list])}`,
    preferencesUrl: preferences,
    pauseUrl: () => `${preferences()}?do=pause`,
    keepUrl: () => `${preferences()}?do=resume`,
    leaveUrl: () => `${preferences()}?do=leave`,
    nextCourseUrl: () => `${preferences()}?do=take`,
    neverUrl: () => `${webUrl}/never/${mint('never')}`,
    // Nobody's in particular: it tells nothing of who opens it.
    safeUrl: () => `${webUrl}/safe`,
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
  readonly list?: List;
}

function makersFor(
  subscriber: Subscriber,
  { course, webUrl, words, list }: Setting,
  mint: Mint,
): Makers {
  const { name, enrollments } = subscriber;
  const { hello, helloName, theLetters, lettersReceived } = words.phrases;
  const title = course?.title ?? theLetters;
  return {
    ...linksOf(subscriber, webUrl, mint, list),
    greeting: () => (name === undefined ? hello : helloName({ name: oneLine(name) })),
    courseTitle: () => title,
    scheduleInWords: () => scheduleInWords(subscriber, words),
    lettersReceivedInWords: () => lettersReceived({ count: lettersHad({ enrollments }).length }),
  };
}

/** When the letter after this one comes, in a mail that is one of a course's own. */
export function nextLetterInWords(
  subscriber: Subscriber,
  { words, ...calendar }: Calendar & { readonly words: Words },
): string {
  return momentInWords(nextLetterAt(subscriber, calendar), subscriber.zone, words);
}

/** When the next letter comes, among a letter's own words, as a sentence goes on or begins with it. */
type NextValues = Required<Pick<SlotValues, 'next' | 'Next'>>;

/** The same where nobody knows on which day it is read, and where no day follows. */
export const nextTime = (words: Words): NextValues => nextSaid(words.phrases.nextTime, words);

/** A time as it goes on a sentence, and as it begins one. */
export function nextSaid(next: string, { language }: Words): NextValues {
  const [first = '', ...rest] = next;
  return { next, Next: first.toLocaleUpperCase(language) + rest.join('') };
}

/** By what will be owed once this letter is sent; one that is sent again moves nothing. */
function nextFrom(subscriber: Subscriber, { owed, course, words, now }: Composition): NextValues {
  const { zone } = subscriber;
  const again = owed.kind !== 'lesson' || isKnownSent(subscriber, owed);
  if (again || course === undefined) return nextTime(words);
  const courses = [course];
  const next = comesNext(afterSending(subscriber, owed, courses, now), { now, courses });
  if (next.is !== 'on') return nextTime(words);
  return nextSaid(nextDayInWords(next.at, localDate(now, zone), words, zone), words);
}

/** What a mail is put together from, besides its reader. */
export interface Composition {
  readonly owed: OwedLetter;
  readonly mail: CompiledMail;
  readonly course: CourseOutline | undefined;
  readonly sender: Sender;
  readonly words: Words;
  readonly now: Instant;
  /** The slots of what this mail alone says. */
  readonly own?: SlotValues;
}

/** Puts one owed mail together for one subscriber. */
export function composeOwed(subscriber: Subscriber, composition: Composition): OutgoingMail {
  const { owed, course, sender, words, now } = composition;
  const mail = asWanted(composition.mail, subscriber, kindOf(owed, course), words);
  const { webUrl } = sender;
  const mint = minterOf(subscriber);
  const makers = {
    ...makersFor(subscriber, { course, webUrl, words }, mint),
    ...(owed.kind === 'lesson' && linksOfLesson(owed, webUrl, mint)),
  };
  const courses = course === undefined ? [] : [course];
  const asked = { askedInWords: () => askedInWords(subscriber, course, words) };
  const next = { nextLetterInWords: () => nextLetterInWords(subscriber, { words, now, courses }) };
  return {
    mail,
    values: {
      ...made({ ...makers, ...(owed.kind === 'confirmation' ? asked : next) }, [
        ...mail.subject.slots,
        ...mail.html.slots,
        ...mail.text.slots,
      ]),
      ...composition.own,
      ...(owed.kind === 'lesson' && usesNext(mail) && nextFrom(subscriber, composition)),
    },
    headers: listHeaders(subscriber, sender, words, mint),
  };
}

/** What a yes is asked to. Who comes back has the newsletter as they had it, whatever was ticked: it is not named. */
function askedInWords(
  { newsletter, asked }: Subscriber,
  course: CourseOutline | undefined,
  { phrases: { theLetters, andNewsletter } }: Words,
): string {
  const title = course?.title ?? theLetters;
  return newsletter && asked?.of !== 'left' ? andNewsletter({ course: title }) : title;
}

function kindOf(owed: OwedLetter, course: CourseOutline | undefined): Kind {
  if (owed.kind === 'confirmation') return { is: 'confirmation' };
  const place =
    owed.kind === 'lesson'
      ? (course?.lessons.findIndex(({ id }) => id === owed.lesson) ?? -1) + 1
      : 0;
  return place === 0 ? { is: 'note' } : { is: 'letter', place };
}

const usesNext = ({ html, text }: CompiledMail): boolean =>
  [...html.slots, ...text.slots].some((slot) => slot === 'next' || slot === 'Next');

/** The links of one letter: its copy on the web, its page for everybody, its check-in without the score. */
export function lessonLinks(subscriber: Subscriber, letter: Letter, webUrl: string): SlotValues {
  return made(linksOfLesson(letter, webUrl, minterOf(subscriber)), SLOTS);
}

type Letter = Pick<OwedLetter & { readonly kind: 'lesson' }, 'course' | 'lesson'>;

const linksOfLesson = ({ course, lesson }: Letter, webUrl: string, mint: Mint): Makers => ({
  webCopyUrl: () => `${webUrl}/lessons/${mint('lesson', letterName(course, lesson))}`,
  // The links in a letter that are nobody's in particular, and may be passed on.
  letterUrl: () => `${webUrl}${letterPath(course, lesson)}`,
  courseUrl: () => `${webUrl}${coursePath(course)}`,
  checkInUrl: () => `${webUrl}/check-in/${mint('check-in', letterName(course, lesson))}`,
});

/**
 * The header fields of everything that we send unasked: one-click unsubscribe (RFC 8058), a list's
 * identity (RFC 2919) and the marks that keep vacation responders quiet (RFC 3834 §5,
 * MS-OXCMAIL; `OOF, AutoReply` and not `All`, which would suppress bounces).
 */
export function listHeaders(
  subscriber: Subscriber,
  sender: Sender,
  words: Words,
  mint = minterOf(subscriber),
  list: List = 'letters',
): readonly Header[] {
  const names = namesFor(subscriber, sender, words);
  const { address } = subscriber;
  const { replyDomain, fromAddress } = sender;
  const unsubscribe = mint('unsubscribe', DETAILS[list]);
  const id = `<${list}.${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
  return [
    ['From', mailbox(names.from, fromAddress)],
    ['To', `<${address}>`],
    ['Reply-To', mailbox(names.replyTo, replyAddress(subscriber, replyDomain, mint, list))],
    ['List-Id', names.list === undefined ? id : `${displayName(names.list)} ${id}`],
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
  list: List = 'letters',
): string => {
  const { asked } = subscriber;
  const detail = asked === undefined ? DETAILS[list] : answerDetail(asked);
  return `reply+${mint('reply', detail)}@${replyDomain}`;
};
