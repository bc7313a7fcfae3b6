import { oneLine } from '../one-line.ts';
import type { Mailbox } from '../publication.ts';
import type { Attached } from '../replies/attachments.ts';
import type { Words } from '../words/words.ts';
import { type Answered, LOOP_HEADER, threadHeaders } from './answer.ts';
import type { Sender } from './compose.ts';
import { type Row, type RowPicture, rowsHtml, rowsText } from './rows.ts';
import type { CompiledMail } from './template.ts';
import { type Header, mailbox, type OutgoingMail } from './write.ts';

/** A letter of the reader's course, as its author knows it. */
export interface LetterInCourse {
  readonly letter: string;
  readonly place: number;
  readonly of: number;
  /** The mail's subject names it; otherwise it is the last one that they had. */
  readonly isNamed: boolean;
}

/** A mail of the newsletter. */
export interface IssueAnswered {
  /** Its title, where the mail's subject names one. */
  readonly issue: string | undefined;
}

/** A reader's mail on its way to the author. */
export interface Forward {
  /** The stored address, or for a stranger the one that they wrote from. */
  readonly address: string;
  /** Undefined when neither they nor their mail told it. */
  readonly readerName: string | undefined;
  readonly text: string;
  readonly about: LetterInCourse | IssueAnswered | undefined;
  /** What was done about it, in the author's language. */
  readonly said: string;
  readonly distress: 'alone' | 'watched' | undefined;
  readonly attached: Attached;
  /** Where the whole mail lies. */
  readonly place: string;
  /** What the author may do for the reader. */
  readonly links: readonly Row[];
}

/** What a forward is put together from, besides the mail. */
export interface ForwardComposition {
  readonly mail: CompiledMail;
  readonly answered: Answered;
  readonly sender: Sender;
  readonly author: Mailbox;
  readonly row: RowPicture;
  /** Of the publication's language: it is the author who reads them. */
  readonly words: Words;
}

/**
 * A reader's own words, for the author, who just answers: Reply-To is the reader. Where somebody else
 * reads the reader's mailbox it is the author, so that no answer goes there by a mere press.
 */
export function composeForward(
  forward: Forward,
  { mail, answered, sender, author, row, words }: ForwardComposition,
): OutgoingMail {
  const { aReader, noText, subject, via, first } = words.forward;
  const { address, readerName, text, said, distress, attached, links } = forward;
  const name = oneLine(readerName ?? aReader);
  const named = oneLine(answered.subject) || subject({ name });
  const note = noteOf(forward, name, words);
  return {
    mail,
    values: {
      forwardSubject: distress === undefined ? named : first({ subject: named }),
      forwardSaid: said,
      forwardIntro: introOf(forward, name, words),
      forwardWords: text || noText,
      forwardNoteHtml: rowsHtml([{ label: note, parts: [] }, ...links], row),
      forwardNoteText: [note, rowsText(links)].filter((part) => part !== '').join('\n\n'),
    },
    headers: [
      ['From', mailbox(via({ name, publication: sender.publicationName }), sender.fromAddress)],
      ['To', mailbox(author.name, author.address)],
      [
        'Reply-To',
        distress === 'watched' ? mailbox(author.name, author.address) : mailbox(name, address),
      ],
      ...(distress === undefined ? [] : URGENT),
      ['Auto-Submitted', 'auto-generated'],
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
      [LOOP_HEADER, sender.replyDomain],
      ...threadHeaders(answered),
    ],
    attachments: attached.passed,
  };
}

/** RFC 2156 §5.3.4, and what older programs look at. */
const URGENT: readonly Header[] = [
  ['Importance', 'high'],
  ['X-Priority', '1'],
];

function introOf({ about }: Forward, name: string, { forward }: Words): string {
  if (about === undefined) return forward.wrote({ name });
  if ('issue' in about) {
    const { issue } = about;
    return issue === undefined
      ? forward.wroteToNewsletter({ name })
      : forward.wroteToIssue({ name, issue });
  }
  const { isNamed, letter, place, of } = about;
  const say = isNamed ? forward.wroteTo : forward.wroteAfter;
  return say({ name, letter, place, of });
}

/** How to answer, what was not passed on, and that all of this is for the author alone. */
function noteOf(
  { address, distress, attached, place, links }: Forward,
  name: string,
  { forward }: Words,
): string {
  const { leftOut, tooLarge } = attached;
  const what = leftOut.map(oneLine).join(', ');
  return [
    distress === 'watched' ? forward.watched({ address }) : forward.justAnswer({ name }),
    ...(leftOut.length > 0 ? [forward.leftOut({ what, place })] : []),
    ...(tooLarge ? [forward.tooLarge({ place })] : []),
    ...(links.length > 0 ? [forward.forYou] : []),
  ].join(' ');
}
