import { CHOICE } from '../../../emails/choice.ts';
import { ROW } from '../../../emails/row.ts';
import { TITLE } from '../../../emails/title.ts';
import { composeAnswer } from '../../../functions/core/mail/answer.ts';
import { composeCare } from '../../../functions/core/mail/care.ts';
import { choicesOf } from '../../../functions/core/mail/choices.ts';
import { composeOwed, type Sender } from '../../../functions/core/mail/compose.ts';
import { composeIssue } from '../../../functions/core/mail/compose-issue.ts';
import { offersOf } from '../../../functions/core/mail/offers.ts';
import { composeOwnLink } from '../../../functions/core/mail/own-link.ts';
import type { SafetyLines } from '../../../functions/core/mail/safety-lines.ts';
import type { CompiledMail, NoticeName } from '../../../functions/core/mail/template.ts';
import { asTest } from '../../../functions/core/mail/test-mail.ts';
import type { Told } from '../../../functions/core/mail/titles.ts';
import { composeToAddress } from '../../../functions/core/mail/to-address.ts';
import type { OutgoingMail } from '../../../functions/core/mail/write.ts';
import type { IssueMail } from '../../../functions/core/reader/issues.ts';
import type { Courses, OwedLetter } from '../../../functions/core/reader/owed.ts';
import type { Asked, Standing, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { Option } from '../../../functions/core/replies/understanding.ts';
import type { Act } from '../../../functions/core/replies/wish-code.ts';
import { type Instant, localDate, plusSeconds } from '../../../functions/core/time.ts';
import type { Words } from '../../../functions/core/words/words.ts';
import type { Imagined } from './reader.ts';
import type { Wanted } from './wanted.ts';

/** What a mail is put together from, besides its reader. */
export interface Composing {
  readonly wanted: Wanted;
  readonly mail: CompiledMail;
  readonly sender: Sender;
  readonly words: Words;
  readonly courses: Courses;
  readonly safetyLines: SafetyLines;
  /** What a digest tells of. */
  readonly told: readonly Told[];
  readonly now: Instant;
}

/** Any mail as the reader would get it, made a test: by the same functions that compose it in the doors. */
export function composeTest(imagined: Imagined, composing: Composing): OutgoingMail {
  const { sender, words } = composing;
  const made = composed(imagined, composing);
  return asTest(made, { to: imagined.reader.address, sender, words });
}

function composed({ reader, course }: Imagined, composing: Composing): OutgoingMail {
  const { wanted } = composing;
  const { slug } = course;
  switch (wanted.is) {
    case 'letter':
      return owed(reader, composing, { kind: 'lesson', course: slug, lesson: wanted.lesson.id });
    case 'issue': {
      const { id: issue, date: on } = wanted.issue;
      return ofNewsletter(reader, composing, { kind: 'issue', issue, on });
    }
    case 'notice':
      return wanted.notice === 'welcome'
        ? owed(reader, composing, { kind: 'welcome', course: slug })
        : noticeTo(reader, wanted.notice, composing);
  }
}

const ofNewsletter = (
  reader: Subscriber,
  { mail, told, sender, words }: Composing,
  owed: IssueMail,
): OutgoingMail => composeIssue(reader, { owed, mail, told, title: TITLE, sender, words });

function owed(
  reader: Subscriber,
  { mail, courses, sender, words, now }: Composing,
  mailOwed: OwedLetter,
  own?: ReturnType<typeof choicesOf>,
): OutgoingMail {
  const slug = mailOwed.kind === 'confirmation' ? reader.enrollments[0]?.course : mailOwed.course;
  const course = courses.find((one) => one.slug === slug);
  return composeOwed(reader, {
    owed: mailOwed,
    mail,
    course,
    sender,
    words,
    now,
    ...(own && { own }),
  });
}

const CONFIRMATION: OwedLetter = { kind: 'confirmation', request: 'test' };

function noticeTo(reader: Subscriber, notice: NoticeName, composing: Composing): OutgoingMail {
  const { mail, courses, sender, words, safetyLines, now } = composing;
  const { webUrl } = sender;
  switch (notice) {
    case 'confirmation':
    case 'comeback':
      return owed(reader, composing, CONFIRMATION);
    case 'already': {
      const asked: Asked = { at: now, details: {}, of: 'reader', adds: ['newsletter'] };
      const offers = offersOf({ ...reader, asked }, { courses, webUrl, words });
      return owed(reader, composing, CONFIRMATION, choicesOf(offers, CHOICE));
    }
    case 'own-link':
      return composeOwnLink(reader, {
        mail,
        matter: 'letters',
        url: `${webUrl}/own/`,
        sender,
        words,
      });
    case 'new-address':
    case 'address-taken': {
      const url = notice === 'new-address' && { url: `${webUrl}/new-address/` };
      const { address } = reader;
      return composeToAddress(reader, { notice, address, mail, ...url }, sender, words);
    }
    case 'digest':
      return ofNewsletter(reader, composing, { kind: 'digest', on: localDate(now, reader.zone) });
    case 'care':
      return composeCare(reader, {
        mail,
        answered: ANSWERED,
        sender,
        safetyLines,
        row: ROW,
        words,
      });
    default:
      return answer(reader, notice, composing);
  }
}

const ANSWERED = { references: [], subject: '' };

/** How long the reader in an answer wished to pause, in seconds. */
const PAUSE_SECONDS = 14 * 86_400;

/** An answer to a reply that asked for just that. */
function answer(reader: Subscriber, notice: NoticeName, composing: Composing): OutgoingMail {
  const { mail, courses, sender, words, now } = composing;
  const until = localDate(plusSeconds(now, PAUSE_SECONDS), reader.zone);
  const options: Partial<Record<NoticeName, readonly Option[]>> = {
    clarify: [[{ is: 'pause', until }], [{ is: 'leave' }]],
    'in-part': [[{ is: 'newsletter', on: false }]],
    courses: courses.slice(0, 1).map(({ slug }) => [{ is: 'take', of: slug }]),
  };
  const paused: Standing = { is: 'paused', since: now, until };
  const after: Partial<Record<NoticeName, Standing>> = { paused, resumed: { is: 'active' } };
  return composeAnswer(
    { ...reader, standing: after[notice] ?? reader.standing },
    {
      notice,
      done: DONE[notice] ?? [],
      undone: [],
      undo: [],
      options: options[notice] ?? [],
      choice: CHOICE,
      mail,
      answered: ANSWERED,
      courses,
      sender,
      words,
      now,
    },
  );
}

/** What the answer says was done, where it says it. */
const DONE: Readonly<Partial<Record<NoticeName, readonly Act[]>>> = {
  changed: [{ is: 'schedule' }],
  skipped: [{ is: 'skip', count: 1 }],
  'in-part': [{ is: 'letters-off' }],
  exported: [{ is: 'export' }],
  erasing: [{ is: 'erase' }],
};
