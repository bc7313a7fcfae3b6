import { comesNext } from '../reader/next.ts';
import type { Courses } from '../reader/owed.ts';
import { type Matter, ownUrl } from '../reader/own-link.ts';
import { pauseOfNewsletter } from '../reader/pauses.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import { mintWish } from '../replies/signed-wish.ts';
import type { Option } from '../replies/understanding.ts';
import type { Act } from '../replies/wish-code.ts';
import type { Instant } from '../time.ts';
import { minterOf } from '../token.ts';
import { pauseInWords } from '../words/phrases.ts';
import { doneInWords, nextInWords, optionInWords, pausedInWords } from '../words/wishes.ts';
import type { Words } from '../words/words.ts';
import { type Choice, type ChoicePicture, choicesOf } from './choices.ts';
import { linksOf, listHeaders, listOfNotices, type Sender, slotValues } from './compose.ts';
import { asWanted } from './discreet.ts';
import type { CompiledMail, NoticeName, SlotValues } from './template.ts';
import type { Header, OutgoingMail } from './write.ts';

/** The mail that is being answered: what threads need. */
export interface Answered {
  readonly messageId?: string;
  readonly references: readonly string[];
  readonly subject: string;
}

/** Marks what this program writes by itself, so that it never answers itself (I-13). */
export const LOOP_HEADER = 'X-Kindling-Loop';

/** What an automatic answer is put together from, besides its reader. */
export interface AnswerComposition {
  readonly notice: NoticeName;
  /** What was done, and what is left to a person. */
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  /** What takes it back; nothing where nothing is different. */
  readonly undo: readonly Act[];
  /** What the reader may choose from. */
  readonly options: readonly Option[];
  readonly choice: ChoicePicture;
  readonly mail: CompiledMail;
  readonly answered: Answered;
  readonly courses: Courses;
  readonly sender: Sender;
  /** Of the language that the answer speaks. */
  readonly words: Words;
  readonly now: Instant;
}

/** An automatic answer to a subscriber, in the thread of their mail (RFC 3834 §3.1, RFC 5322 §3.6.4). */
export function composeAnswer(
  subscriber: Subscriber,
  composition: AnswerComposition,
): OutgoingMail {
  const { answered, courses, sender, words } = composition;
  const mail = asWanted(composition.mail, subscriber, { is: 'note' }, words);
  const course = courses.find(({ slug }) => slug === subscriber.enrollments[0]?.course);
  const { standing, zone } = subscriber;
  const list = listOfNotices(subscriber);
  return {
    mail,
    values: {
      ...slotValues(subscriber, { course, webUrl: sender.webUrl, words, list }),
      pausedInWords: pauseInWords(standing.is === 'paused' ? standing : {}, words, zone),
      nextInWords: standingInWords(subscriber, composition),
      doneInWords: doneInWords(composition.done, composition.undone, subscriber, words, courses),
      ...ownValues(subscriber, composition),
    },
    headers: inThread(
      listHeaders(subscriber, sender, words, minterOf(subscriber), list),
      answered,
      sender,
    ),
  };
}

/** What comes next; and where nothing else tells of it, that the newsletter is in a pause. */
function standingInWords(
  subscriber: Subscriber,
  { notice, courses, words, now }: AnswerComposition,
): string {
  const next = nextInWords(comesNext(subscriber, { now, courses }), subscriber, words);
  const tells = notice === 'status' || notice === 'as-it-was';
  const paused = tells ? pauseOfNewsletter(subscriber, now) : undefined;
  return paused === undefined ? next : `${next} ${pausedInWords('newsletter', subscriber, words)}`;
}

/** The address of a signed wish's page. */
export const wishUrl = (webUrl: string, token: string): string => `${webUrl}/wish/${token}`;

/** Answers that name what was changed, and what takes it back. */
const UNDOES: ReadonlySet<NoticeName> = new Set([
  'paused',
  'resumed',
  'changed',
  'skipped',
  'goodbye',
  'erasing',
  'in-part',
] as const);

/** What is a reader's own, by a link that works for an hour. */
const OWN: Readonly<Partial<Record<NoticeName, Matter>>> = {
  exported: 'data',
  erasing: 'erase',
  'address-link': 'address',
};

/** The values that only some answers have. */
function ownValues(subscriber: Subscriber, composition: AnswerComposition): SlotValues {
  const { notice, undo, sender, choice, now } = composition;
  const { webUrl } = sender;
  const own = OWN[notice];
  const back = () =>
    undo.length === 0
      ? linksOf(subscriber, webUrl).preferencesUrl()
      : wishUrl(webUrl, mintWish(subscriber, 'undo', undo, now));
  return {
    ...(CHOOSES.has(notice) && choicesOf(choicesFor(subscriber, composition), choice)),
    ...(UNDOES.has(notice) && { undoUrl: back() }),
    ...(own && { ownDataUrl: ownUrl(webUrl, subscriber, own, now) }),
  };
}

/** Answers with something to choose. */
const CHOOSES: ReadonlySet<NoticeName> = new Set(['clarify', 'in-part', 'courses'] as const);

/** The options of a question, and "neither" as the last of them; what is only offered may be left. */
function choicesFor(
  subscriber: Subscriber,
  { notice, options, courses, words, sender: { webUrl }, now }: AnswerComposition,
): readonly Choice[] {
  const { neither, notThat } = words.wish;
  const url = (option: Option) => wishUrl(webUrl, mintWish(subscriber, 'question', option, now));
  return [
    ...options.map((option) => ({
      label: optionInWords(option, subscriber, words, courses),
      url: url(option),
    })),
    ...(notice === 'clarify'
      ? [{ label: options.length > 1 ? neither : notThat, url: url([]) }]
      : []),
  ];
}

/** A list mail's header fields made an answer's: it is no bulk mail, and says so (RFC 3834 §5). */
export function inThread(
  headers: readonly Header[],
  answered: Answered,
  { replyDomain }: Sender,
): readonly Header[] {
  const own = headers
    .filter(([name]) => name !== 'Precedence')
    .map(([name, value]): Header => [name, name === 'Auto-Submitted' ? 'auto-replied' : value]);
  return [...own, [LOOP_HEADER, replyDomain], ...threadHeaders(answered)];
}

/** Message ids come from outside: only what looks like one goes into a header. */
export function threadHeaders({ messageId, references }: Answered): readonly Header[] {
  const ids = [...references, ...(messageId ? [messageId] : [])].filter((id) =>
    MESSAGE_ID.test(id),
  );
  const parent = messageId !== undefined && MESSAGE_ID.test(messageId) ? messageId : undefined;
  return [
    ...(parent === undefined ? [] : ([['In-Reply-To', parent]] as const)),
    ...(ids.length === 0 ? [] : ([['References', ids.slice(-10).join('\r\n ')]] as const)),
  ];
}

const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>$/;
