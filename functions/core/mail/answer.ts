import { oneLine } from '../one-line.ts';
import type { Mailbox } from '../publication.ts';
import type { Courses } from '../reader/owed.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import type { Instant } from '../time.ts';
import { linksOf, listHeaders, type Sender, slotValues } from './compose.ts';
import { dayInWords } from './phrases.ts';
import { type CompiledMail, escapeHtml, type NoticeName, type Template } from './template.ts';
import { type Header, mailbox, type OutgoingMail } from './write.ts';

/** The mail that is being answered: what threads need. */
export interface Answered {
  readonly messageId?: string;
  readonly references: readonly string[];
  readonly subject: string;
}

/** Marks what this program writes by itself, so that it never answers itself (I-13). */
export const LOOP_HEADER = 'X-Kindling-Loop';

/** What takes each answer back, as the `do` of the preferences page. */
const UNDO: Readonly<Partial<Record<NoticeName, string>>> = {
  paused: 'resume',
  resumed: 'pause',
  goodbye: 'rejoin',
};

/** What an automatic answer is put together from, besides its reader. */
export interface AnswerComposition {
  readonly notice: NoticeName;
  readonly mail: CompiledMail;
  readonly answered: Answered;
  readonly courses: Courses;
  readonly sender: Sender;
  readonly now: Instant;
}

/** An automatic answer to a subscriber, in the thread of their mail (RFC 3834 §3.1, RFC 5322 §3.6.4). */
export function composeAnswer(
  subscriber: Subscriber,
  { notice, mail, answered, courses, sender, now }: AnswerComposition,
): OutgoingMail {
  const course = courses.find(({ slug }) => slug === subscriber.enrollments[0]?.course);
  const { preferencesUrl } = linksOf(subscriber, sender.webUrl);
  const undo = UNDO[notice];
  return {
    mail,
    values: {
      ...slotValues(subscriber, course, sender.webUrl, now),
      pausedInWords: pausedInWords(subscriber),
      ...(undo !== undefined && { undoUrl: `${preferencesUrl()}?do=${undo}` }),
    },
    headers: inThread(listHeaders(subscriber, sender), answered, sender),
  };
}

/** `until Monday, December 7, 2026`, with the first day where the pause starts later. */
function pausedInWords({ standing }: Subscriber): string {
  if (standing.is !== 'paused') return 'until you tell us to go on';
  const from = standing.from === undefined ? '' : `from ${dayInWords(standing.from)} `;
  const until = standing.until === undefined ? 'you tell us to go on' : dayInWords(standing.until);
  return `${from}until ${until}`;
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
function threadHeaders({ messageId, references }: Answered): readonly Header[] {
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

/** A reader's own words on their way to the author, who just answers: Reply-To is the reader. */
export function composeForward(
  letter: {
    readonly replyTo: string;
    readonly readerName: string;
    readonly text: string;
    readonly about: string | undefined;
    readonly note: string;
  },
  answered: Answered,
  sender: Sender,
  author: Mailbox,
): OutgoingMail {
  const name = oneLine(letter.readerName);
  const intro =
    letter.about === undefined ? `${name} wrote:` : `${name} wrote, after “${letter.about}”:`;
  const note = `${letter.note} Just answer this mail: your answer goes to ${name}, from your own address.`;
  return {
    mail: {
      subject: literal(oneLine(answered.subject) || `A reply from ${name}`),
      text: literal(`${intro}\n\n${letter.text}\n\n-- \n${note}\n`),
      html: literal(
        '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font:16px/1.5 Georgia,serif">' +
          `<p>${escapeHtml(intro)}</p><blockquote style="white-space:pre-wrap;margin:1em">` +
          `${escapeHtml(letter.text)}</blockquote><p style="font-size:14px">${escapeHtml(note)}</p></body></html>`,
      ),
    },
    values: {},
    headers: [
      ['From', mailbox(`${name} via ${sender.publicationName}`, sender.fromAddress)],
      ['To', mailbox(author.name, author.address)],
      ['Reply-To', mailbox(name, letter.replyTo)],
      ['Auto-Submitted', 'auto-generated'],
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
      [LOOP_HEADER, sender.replyDomain],
      ...threadHeaders(answered),
    ],
  };
}

const literal = (text: string): Template => ({ literals: [text], slots: [] });
