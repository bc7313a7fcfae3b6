import PostalMime from 'postal-mime';
import type { Library } from '../../functions/adapters/library.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { TrackId } from '../../functions/core/course.ts';
import type { Sender } from '../../functions/core/mail/compose.ts';
import type { NoticeName } from '../../functions/core/mail/template.ts';
import { asTest } from '../../functions/core/mail/test-mail.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import { courseOf, type OwedLetter } from '../../functions/core/reader/owed.ts';
import { MATTERS, PAGE_PARTS } from '../../functions/core/reader/own-link.ts';
import type { Days } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { ReplyDecision } from '../../functions/core/replies/intents.ts';
import type { InboundMail } from '../../functions/core/replies/read-mail.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { subscriberId } from '../../functions/core/token.ts';
import type { Received } from '../../functions/replying/forward.ts';
import { mailsFor } from '../../functions/replying/mails.ts';
import { owedMailFor } from '../../functions/runtime/owed-mail.ts';
import { at, enrollment } from './builders.ts';
import { DEEDS } from './every-deed.ts';
import { OFFERED, OPTIONS } from './every-option.ts';
import { courseIn, everyReader, SINCE, settle } from './every-reader.ts';
import { type FakeWebWorld, fakeWebWorld } from './fake-web-world.ts';
import { authored } from './pseudo.ts';
import { RECEIVED } from './received.ts';
import { senderOf } from './sender.ts';
import { sentNewsletter } from './sent-newsletter.ts';
import { asking, linkOf, ownOf } from './web-requests.ts';

/** A mail as its reader's program shows it. */
export interface SentMail {
  readonly name: string;
  readonly from: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface MailWorld extends FakeWebWorld {
  readonly sender: Sender;
}

/** What a reader wrote back, in words that are theirs. */
const WRITTEN: InboundMail = {
  kind: 'mail',
  headers: [],
  from: 'ann@example.com',
  fromName: authored('Ann'),
  subject: authored('Re: A letter'),
  references: [],
  text: authored('Thank you.'),
  contentTypes: ['text/plain'],
};

async function seen(name: string, raw: string): Promise<SentMail> {
  const { from, subject = '', html = '', text = '' } = await PostalMime.parse(raw);
  return { name, from: from?.name ?? '', subject, html, text };
}

/** Each letter of every course, in each of its versions. */
function letters({ courses }: Library): readonly (readonly [OwedLetter, TrackId | undefined])[] {
  return courses.flatMap(({ slug, lessons, tracks }) =>
    lessons.flatMap(({ id }) => {
      const owed = { kind: 'lesson', course: slug, lesson: id } as const;
      const versions = tracks.length === 0 ? [undefined] : tracks.map((track) => track.id);
      return versions.map((track) => [owed, track] as const);
    }),
  );
}

/** It is a Sunday: what comes next comes in a week, on Wednesday, or on a day that has a date. */
const RHYTHMS: readonly Partial<Subscriber>[] = [
  { days: '7' as Days },
  { days: '3' as Days },
  {
    standing: {
      is: 'paused',
      since: at('2026-11-22T08:00:00Z'),
      from: '2026-11-23' as LocalDate,
      until: '2026-12-09' as LocalDate,
    },
  },
];

/** What the sender owes: letters, a welcome, a confirmation. */
async function owedMails(
  world: MailWorld,
  readers: ReadonlyMap<string, Subscriber>,
): Promise<readonly SentMail[]> {
  const { library } = world;
  const { slug, tracks } = courseIn(library);
  const [version] = tracks;
  const to = (
    name: string,
    owed: OwedLetter,
    track?: TrackId,
    change: Partial<Subscriber> = {},
  ) => {
    const who = readers.get(name);
    if (who === undefined) throw new Error(`nobody is ${name}`);
    const course = courseOf(owed, who) ?? slug;
    const enrollments = [enrollment({ course, ...(track && { track }) })];
    const mail = owedMailFor(world, { ...who, enrollments, ...change }, owed);
    return seen([...Object.values(owed), track ?? '', name].join(' '), writeMail(mail));
  };
  const sent = [
    to('pending', CONFIRMATION),
    to('pending', CONFIRMATION, undefined, { newsletter: true }),
    to('discreet, pending', CONFIRMATION),
    to('pending', CONFIRMATION, undefined, { asked: { ...ASKED, of: 'left' } }),
    to('pending', CONFIRMATION, undefined, { asked: { ...ASKED, of: 'reader', adds: [] } }),
    to('pending', CONFIRMATION, version?.id, {
      asked: { ...ASKED, of: 'reader', adds: ['newsletter', 'course', 'track'] },
    }),
    to('discreet', { kind: 'welcome', course: slug }),
    testMail(world, readers),
    to('pending for what is gone', CONFIRMATION),
    to('awaiting the welcome', { kind: 'welcome', course: slug }),
    to('without a name', { kind: 'welcome', course: slug }),
    ...letters(library).flatMap(([owed, track]) => [
      to('past a check-in with an answer', owed, track),
      to('active', owed, track),
      to('discreet', owed, track),
    ]),
    ...RHYTHMS.flatMap((rhythm) =>
      letters(library)
        .filter(([owed]) => owed.kind === 'lesson' && owed.lesson === 'first')
        .map(([owed, track]) => to('active', owed, track, rhythm)),
    ),
  ];
  return Promise.all(sent);
}

/** What an author sends to themselves. */
function testMail(world: MailWorld, readers: ReadonlyMap<string, Subscriber>): Promise<SentMail> {
  const { library, sender } = world;
  const who = readers.get('active');
  if (who === undefined) throw new Error('nobody is active');
  const { slug } = courseIn(library);
  const words = library.words(library.languages[0]);
  const mail = owedMailFor(world, who, { kind: 'welcome', course: slug });
  return seen('test', writeMail(asTest(mail, { to: who.address, sender, words })));
}

/** Of no request in particular: a mail does not say which. */
const CONFIRMATION: OwedLetter = { kind: 'confirmation', request: '1' };

const ASKED = { at: SINCE, details: {} };

/** Each answer to a reply, to every reader whom it says something else. */
const ANSWERS: readonly (readonly [NoticeName, reader: string, Partial<ReplyDecision>?])[] = [
  ...DEEDS.map(([name, done]) => ['changed', name, { done }] as const),
  ['changed', 'active', { done: [{ is: 'pause' }], undone: [{ is: 'course' }] }],
  ['in-part', 'active', { done: [{ is: 'letters-off' }], question: OFFERED }],
  ['as-it-was', 'active'],
  ['courses', 'active', { offers: OFFERED.options }],
  ['address-link', 'active'],
  ['skipped', 'active', { done: [{ is: 'skip', count: 1 }] }],
  ['skipped', 'active', { done: [{ is: 'skip', count: 3 }] }],
  ['exported', 'active', { done: [{ is: 'export' }] }],
  ['erasing', 'left', { done: [{ is: 'erase' }] }],
  ...OPTIONS.map(
    (options) => ['clarify', 'active', { question: { because: 'a-question', options } }] as const,
  ),
  ['paused', 'paused'],
  ['paused', 'paused until a day'],
  ['paused', 'paused from a day'],
  ['paused', 'paused between days'],
  ['resumed', 'active'],
  ['goodbye', 'left'],
  ['help', 'active'],
  ['status', 'active'],
  ['status', 'with one letter'],
  ['status', 'on weekdays'],
  ['status', 'on certain days'],
];

const LEFT_OUT = { passed: [], leftOut: [authored('a.exe')] };
const OF_NEWSLETTER = { list: 'newsletter' } as const;
const TOO_LARGE = { passed: [], leftOut: [], tooLarge: true } as const;
const QUESTION = { because: 'a-question', options: [[{ is: 'pause' }]] } as const;

/** What reaches the author: of whom, what was written, what was decided, what came with it. */
const FORWARDS: readonly (readonly [
  string,
  reader: string | undefined,
  Partial<InboundMail>?,
  Partial<ReplyDecision>?,
  Partial<Received>?,
])[] = [
  ['forward', 'active'],
  ['forward from who has not confirmed', 'pending'],
  ['forward from a stranger', undefined],
  ['forward from nobody', undefined, { fromName: '', subject: '' }],
  ['forward, to the newsletter', 'active', {}, {}, OF_NEWSLETTER],
  ['forward of nothing', 'awaiting the welcome', { text: '' }],
  ['forward, asked', 'active', {}, { outcome: 'clarify-asked', question: QUESTION }],
  [
    'forward, done in part',
    'paused',
    {},
    { outcome: 'applied', done: [{ is: 'pause' }], undone: [{ is: 'course' }] },
    { undo: [{ is: 'resume' }], attached: LEFT_OUT },
  ],
  ['forward of much', 'active', {}, {}, { attached: TOO_LARGE }],
  ['forward of a cry', 'active', {}, { distress: 'alone', answer: 'care' }],
  ['forward of a cry that is watched', 'active', {}, { distress: 'watched' }],
  [
    'forward of a cry and a leave',
    'left',
    {},
    { distress: 'watched', outcome: 'applied', done: [{ is: 'leave' }] },
  ],
];

async function replyMails(
  world: MailWorld,
  readers: ReadonlyMap<string, Subscriber>,
): Promise<readonly SentMail[]> {
  const said = async (
    name: string,
    decision: Pick<ReplyDecision, 'outcome'> & Partial<ReplyDecision>,
    reader: string | undefined,
    written: Partial<InboundMail> = {},
    came: Partial<Received> = {},
  ) => {
    const who = reader === undefined ? undefined : readers.get(reader);
    const inbound = { ...WRITTEN, ...written };
    const decided: ReplyDecision = { intent: 'none', ...decision };
    const mails = mailsFor(world, decided, inbound, who, { ...RECEIVED, ...came });
    return Promise.all(mails.map(({ raw }) => seen(name, raw)));
  };
  const answers = ANSWERS.map(([answer, reader, decision], index) =>
    said(`${answer}, ${reader} ${index}`, { outcome: 'applied', answer, ...decision }, reader),
  );
  const forwards = FORWARDS.map(([name, reader, written, decided, came]) =>
    said(name, { outcome: 'forwarded', toAuthor: true, ...decided }, reader, written, came),
  );
  const cry = { outcome: 'forwarded', answer: 'care', distress: 'alone' } as const;
  const [first] = courseIn(world.library).lessons;
  const [issue] = world.library.newsletters;
  const passed = { outcome: 'forwarded', toAuthor: true } as const;
  const named = [
    said('forward, to a letter', passed, 'active', { subject: first?.subject ?? '' }),
    said('forward, to an issue', passed, 'active', { subject: issue?.title ?? '' }, OF_NEWSLETTER),
  ];
  const cared = said('care', cry, 'active');
  const abroad = said('care, of no country', cry, 'in no country');
  return (await Promise.all([...answers, ...forwards, ...named, cared, abroad])).flat();
}

/** What a press on a page mails: a link for each thing, and what goes to an address that was typed. */
async function pressedMails(
  world: MailWorld,
  readers: ReadonlyMap<string, Subscriber>,
): Promise<readonly SentMail[]> {
  const { postForm } = asking(world);
  const known = readers.get('active');
  if (known === undefined) throw new Error('nobody is active');
  const taken = 'taken@example.com' as EmailAddress;
  const id = subscriberId(await world.idKey(), taken);
  world.subscribers.seed({ ...known, id, address: taken });
  for (const name of ['active', 'discreet']) {
    const one = readers.get(name);
    for (const matter of MATTERS.filter((each) => each !== 'page' || name === 'discreet')) {
      await postForm(linkOf('preferences', one), { action: 'mail', matter });
    }
    const page = linkOf('preferences', readers.get('on weekdays'));
    for (const part of name === 'discreet' ? PAGE_PARTS : []) {
      await postForm(page, { action: 'mail', matter: 'page', do: part });
    }
  }
  const typed = [taken, 'free@example.com'];
  for (const email of typed)
    await postForm(ownOf('address', readers.get('without a name')), { email });
  return Promise.all(world.mails.map(({ raw, tags }) => seen(`pressed ${tags['kind']}`, raw)));
}

/** Every mail that the doors send, as a library's words say it. */
export async function everySentMail(library: Library, name = 'Ann'): Promise<readonly SentMail[]> {
  const readers = everyReader(library, name);
  const world = { ...fakeWebWorld(library), sender: senderOf(library.publication) };
  await settle(world, readers);
  return [
    ...(await owedMails(world, readers)),
    ...(await replyMails(world, readers)),
    ...(await pressedMails(world, readers)),
    ...(await Promise.all(
      sentNewsletter(world, readers).map(([name, mail]) => seen(name, writeMail(mail))),
    )),
  ];
}
