import PostalMime, { type Email } from 'postal-mime';
import { CHOICE } from '../../emails/choice.ts';
import { ROW } from '../../emails/row.ts';
import { TITLE } from '../../emails/title.ts';
import { EXAMPLES } from '../../emails/told.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseSlug, TrackId } from '../../functions/core/course.ts';
import { composeAnswer } from '../../functions/core/mail/answer.ts';
import { composeCare } from '../../functions/core/mail/care.ts';
import { choicesOf } from '../../functions/core/mail/choices.ts';
import { composeOwed, type Sender } from '../../functions/core/mail/compose.ts';
import { composeIssue } from '../../functions/core/mail/compose-issue.ts';
import { composeOwnLink } from '../../functions/core/mail/own-link.ts';
import {
  type CompiledMail,
  NOTICES,
  type NoticeName,
  SLOTS,
} from '../../functions/core/mail/template.ts';
import { composeToAddress } from '../../functions/core/mail/to-address.ts';
import { type OutgoingMail, writeMail } from '../../functions/core/mail/write.ts';
import type { Publication } from '../../functions/core/publication.ts';
import type { IssueMail } from '../../functions/core/reader/issues.ts';
import type { Courses, OwedLetter } from '../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { at, enrollment, reader } from '../support/builders.ts';
import { EN, ENGLISH } from '../support/words.ts';
import { shippedContent } from './shipped.ts';

/** One mail as SES gets it, and as a mail program reads it. */
export interface SentLetter {
  readonly name: string;
  /** `own` is what a press on a page mails to its reader; `there` goes to an address that was only typed. */
  readonly kind: 'lesson' | 'notice' | 'answer' | 'own' | 'there' | 'newsletter';
  readonly outgoing: OutgoingMail;
  readonly raw: string;
  /** The header fields of the whole mail, as they were written. */
  readonly head: string;
  readonly parsed: Email;
}

export const SENDER: Sender = {
  publicationName: 'Zoë’s Letters',
  fromName: 'Zoë’s Letters',
  fromAddress: 'letters@example.org' as EmailAddress,
  replyDomain: 'reply.example.org',
  webUrl: 'https://letters.example.org',
};

/** Her name needs escaping in html, encoding in quoted-printable, and care with `$&`. */
export const READER: Subscriber = reader({
  name: 'Zoë "Jo" O’Neill <b>$& 🌻',
  enrollments: [enrollment({ track: 'friend' as TrackId })],
});

const NOW = at('2026-11-22T07:00:00Z');
const ANSWER = {
  answered: { messageId: '<a.b@mail.example.net>', references: [], subject: 'Re: A letter' },
  sender: SENDER,
  words: ENGLISH,
  now: NOW,
};

const setting = (courses: Courses) => ({
  course: courses.find(({ slug }) => slug === 'closer'),
  sender: SENDER,
  words: ENGLISH,
  now: NOW,
});

const SAID = {
  done: [{ is: 'schedule' }],
  undone: [],
  undo: [{ is: 'resume' }],
  options: [[{ is: 'pause' }], [{ is: 'leave' }]],
  choice: CHOICE,
} as const;

/** The note in distress is no list's mail (test/core/mail/care.test.ts has its header fields). */
const NO_ANSWERS: ReadonlySet<NoticeName> = new Set([
  'confirmation',
  'comeback',
  'already',
  'welcome',
  'care',
  'own-link',
  'new-address',
  'address-taken',
  'digest',
] as const);

/** A mail of the newsletter; in a digest, two issues waited for them. */
const ofNewsletter = (mail: CompiledMail, owed: IssueMail): OutgoingMail =>
  composeIssue(READER, {
    owed,
    mail,
    told: EXAMPLES,
    title: TITLE,
    sender: SENDER,
    words: ENGLISH,
  });
const DIGEST: IssueMail = { kind: 'digest', on: '2026-11-20' as LocalDate };

const OWN = { matter: 'letters', url: `${SENDER.webUrl}/own/one`, sender: SENDER } as const;
const THERE = { address: 'anna@example.org' as EmailAddress };
const MOVE_URL = `${SENDER.webUrl}/new-address/one`;

/** What a press on a page mails, or the newsletter, if a kind is one of these. */
function pressed(kind: NoticeName | 'lesson', mail: CompiledMail): OutgoingMail | undefined {
  switch (kind) {
    case 'own-link':
      return composeOwnLink(READER, { mail, ...OWN, words: ENGLISH });
    case 'new-address':
      return composeToAddress(
        READER,
        { ...THERE, notice: kind, mail, url: MOVE_URL },
        SENDER,
        ENGLISH,
      );
    case 'address-taken':
      return composeToAddress(READER, { ...THERE, notice: kind, mail }, SENDER, ENGLISH);
    case 'digest':
      return ofNewsletter(mail, DIGEST);
    default:
      return undefined;
  }
}

/** What a reader may add, as buttons. */
const OFFERS = choicesOf(
  [{ label: 'Add the newsletter', url: 'https://letters.example.org/confirm/x' }],
  CHOICE,
);

/** Of no request in particular: a mail does not say which. */
const CONFIRMATION: OwedLetter = { kind: 'confirmation', request: '1' };

/** Everything that the doors can send to a reader, made as they make it. */
export async function sentLetters(): Promise<{
  readonly publication: Publication;
  readonly courses: Courses;
  readonly letters: readonly SentLetter[];
}> {
  const { publication, courses, lessons, languages, newsletters } = await shippedContent();
  const english = languages.get(EN);
  if (english === undefined) throw new Error('no English');
  const { notices } = english;
  const owed = (mail: OwedLetter, compiled = notices.welcome, own?: typeof OFFERS) =>
    composeOwed(READER, {
      owed: mail,
      mail: compiled,
      ...setting(courses),
      ...(own && { own }),
    });
  const closer = 'closer' as CourseSlug;
  const letters: Promise<SentLetter>[] = [
    sent('confirmation', 'notice', owed(CONFIRMATION, notices.confirmation)),
    sent('comeback', 'notice', owed(CONFIRMATION, notices.comeback)),
    sent('already', 'notice', owed(CONFIRMATION, notices.already, OFFERS)),
    sent('digest', 'newsletter', ofNewsletter(notices.digest, DIGEST)),
    ...newsletters.map(({ id, date, mail }) =>
      sent(id, 'newsletter', ofNewsletter(mail, { kind: 'issue', issue: id, on: date })),
    ),
    sent('welcome', 'notice', owed({ kind: 'welcome', course: closer })),
    ...lessons.map(({ course, lesson, track, gentler, mail }) =>
      sent(
        `${lesson} ${track}${gentler ? ' gentler' : ''}`,
        'lesson',
        owed({ kind: 'lesson', course, lesson }, mail),
      ),
    ),
    ...(['own-link', 'new-address', 'address-taken'] as const).map((name) => {
      const outgoing = pressed(name, notices[name]);
      if (outgoing === undefined) throw new Error(`no press mails ${name}`);
      return sent(name, name === 'own-link' ? 'own' : 'there', outgoing);
    }),
    ...NOTICES.filter((name) => !NO_ANSWERS.has(name)).map((name) =>
      sent(
        name,
        'answer',
        composeAnswer(READER, { notice: name, mail: notices[name], ...ANSWER, ...SAID, courses }),
      ),
    ),
  ];
  return { publication, courses, letters: await Promise.all(letters) };
}

/** A mail that uses every slot there is. */
const EVERYTHING: CompiledMail = {
  subject: { literals: ['x'], slots: [] },
  html: { literals: ['x'], slots: [] },
  text: { literals: ['', ...SLOTS.map(() => '')], slots: SLOTS },
};

/** The slots that a mail of a kind has a value for when it is sent, whether it uses them or not. */
export function valuesOf(kind: NoticeName | 'lesson', courses: Courses): readonly string[] {
  const [course] = courses;
  const [lesson] = course?.lessons ?? [];
  if (course === undefined || lesson === undefined) throw new Error('no course');
  const owed: Partial<Record<typeof kind, OwedLetter>> = {
    confirmation: CONFIRMATION,
    comeback: CONFIRMATION,
    already: CONFIRMATION,
    welcome: { kind: 'welcome', course: course.slug },
    lesson: { kind: 'lesson', course: course.slug, lesson: lesson.id },
  };
  const mail = owed[kind];
  const world = setting(courses);
  const { values } =
    pressed(kind, EVERYTHING) ??
    (mail !== undefined || kind === 'lesson'
      ? composeOwed(READER, {
          owed: mail ?? CONFIRMATION,
          mail: EVERYTHING,
          ...world,
          ...(kind === 'already' && { own: OFFERS }),
        })
      : kind === 'care'
        ? composeCare(READER, { mail: EVERYTHING, ...ANSWER, safetyLines: {}, row: ROW })
        : composeAnswer(READER, { notice: kind, mail: EVERYTHING, ...ANSWER, ...SAID, courses }));
  return Object.keys(values).sort();
}

async function sent(
  name: string,
  kind: SentLetter['kind'],
  outgoing: OutgoingMail,
): Promise<SentLetter> {
  const raw = writeMail(outgoing);
  const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
  return { name, kind, outgoing, raw, head, parsed: await PostalMime.parse(raw) };
}

/** A header's value, unfolded; every one of them if there are several. */
export function field({ head }: SentLetter, name: string): readonly string[] {
  return head
    .replace(/\r\n[ \t]/g, ' ')
    .split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());
}
