import { beforeAll, expect, test } from 'vitest';
import { listHeaders } from '../../functions/core/mail/compose.ts';
import { type OutgoingMail, writeMail } from '../../functions/core/mail/write.ts';
import { ENGLISH } from '../support/words.ts';
import { field, READER, SENDER, type SentLetter, sentLetters } from './sent-letters.ts';

/** mail-standards.md §1 on the bytes that SES gets: what is said around the words. */
let letters: readonly SentLetter[] = [];
beforeAll(async () => {
  ({ letters } = await sentLetters());
  expect(letters.length).toBeGreaterThanOrEqual(28 * 2 + 8);
});

/** Every mail's name where the check does not hold. */
const failing = (holds: (letter: SentLetter) => boolean) =>
  letters.filter((letter) => !holds(letter)).map(({ name }) => name);

const ONCE = [
  'From',
  'To',
  'Subject',
  'Reply-To',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Auto-Submitted',
  'X-Auto-Response-Suppress',
  'MIME-Version',
  'Content-Type',
];

/** An address that a reader only typed is on no list, and there is nothing to leave. */
const isOfList = ({ kind }: SentLetter) => kind !== 'there';

test.each(ONCE)('S-01: exactly one %s', (name) => {
  const times = (letter: SentLetter) => (name.startsWith('List-') && !isOfList(letter) ? 0 : 1);
  expect(failing((letter) => field(letter, name).length === times(letter))).toEqual([]);
});

const longest = (text: string) => Math.max(...text.split('\r\n').map((line) => line.length));

test('S-02: lines end with CR LF, and none is near what SES refuses', () => {
  expect(failing(({ raw }) => !/[\r\n]/.test(raw.replaceAll('\r\n', '')))).toEqual([]);
  expect(failing(({ raw }) => longest(raw) <= 998)).toEqual([]);
});

// functions/core/mail/write.ts puts a soft break after a line of 76 before a slot: then it is 77.
test('S-02: no line of the body is over 76 (RFC 2045 §6.7)', () => {
  expect(failing(({ raw, head }) => longest(raw.slice(head.length)) <= 76)).toEqual([]);
});

test('S-02: lines of the head are folded at 78, but for addresses that can not be', () => {
  const long = letters.flatMap(({ head }) =>
    head.split('\r\n').filter((line) => line.length > 78 && !/<\S{30,}>/.test(line)),
  );
  expect(long).toEqual([]);
});

test.each<[string, Partial<typeof SENDER>]>([
  ['the name', { fromName: 'A\r\nBcc: thief@example.net' }],
  ['the publication', { publicationName: 'A\nBcc: thief@example.net\0' }],
])('S-03: a line break in %s starts no header', (_, changed) => {
  const [first] = letters;
  if (first === undefined) throw new Error('there is no mail');
  const headers = listHeaders(READER, { ...SENDER, ...changed }, ENGLISH);
  const raw = writeMail({ ...first.outgoing, headers });
  expect(raw).not.toMatch(/^Bcc:/m);
  expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/[^\r\n -~]/);
});

test('S-03: a line break in a header or a subject does not leave', () => {
  const [first] = letters;
  if (first === undefined) throw new Error('there is no mail');
  const subject = { literals: ['A\r\nBcc: thief@example.net'], slots: [] };
  const bad: readonly OutgoingMail[] = [
    { ...first.outgoing, headers: [['X-A', 'a\r\nBcc: thief@example.net']] },
    { ...first.outgoing, mail: { ...first.outgoing.mail, subject } },
  ];
  for (const mail of bad) {
    let raw = '';
    try {
      raw = writeMail(mail);
    } catch (error) {
      expect(String(error)).toContain('holds a line break');
    }
    expect(raw).not.toMatch(/^Bcc:/m);
  }
});

test('S-11, S-12: one click to leave, https first, one mail second', () => {
  const link =
    /^<https:\/\/letters\.example\.org\/unsubscribe\/([a-z2-7.]+)>, <mailto:unsub\+([a-z2-7.]+)@reply\.example\.org\?subject=unsubscribe>$/;
  const both = letters
    .filter(isOfList)
    .map((letter) => link.exec(field(letter, 'List-Unsubscribe')[0] ?? ''));
  expect(both.filter((match) => match === null || match[1] !== match[2])).toEqual([]);
  const post = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n';
  expect(failing((letter) => letter.raw.includes(post) === isOfList(letter))).toEqual([]);
});

test('S-13: one list, whatever the letter, and another, whatever the issue', () => {
  const ids = (isIssue: boolean) =>
    new Set(
      letters
        .filter(({ kind }) => (kind === 'newsletter') === isIssue)
        .flatMap((letter) => field(letter, 'List-Id')),
    );
  for (const [list, isIssue] of [
    ['letters', false],
    ['newsletter', true],
  ] as const) {
    expect(ids(isIssue).size).toBe(1);
    expect([...ids(isIssue)][0]).toMatch(new RegExp(` <${list}\\.example\\.org>$`));
  }
});

test.each<[who: string, discreet: boolean, id: string]>([
  ['is named to whoever did not mind', false, `"Quiet Mornings" <letters.example.org>`],
  [
    'is the same, and has no name, for who wants nothing to tell of its topic',
    true,
    '<letters.example.org>',
  ],
])('S-13: the list %s', (_, discreet, id) => {
  const sender = { ...SENDER, publicationName: 'Quiet Mornings', fromName: 'Quiet Mornings' };
  const fields = listHeaders({ ...READER, ...(discreet && { discreet }) }, sender, ENGLISH);
  expect(new Map(fields).get('List-Id')).toBe(id);
  const tell = fields.filter(([, value]) => value.includes('Quiet Mornings'));
  expect(tell.map(([name]) => name)).toEqual(discreet ? [] : ['From', 'Reply-To', 'List-Id']);
});

test('S-14, S-15: letters are bulk, answers are answers, and neither wants one', () => {
  const said = (letter: SentLetter) =>
    ['Precedence', 'Auto-Submitted', 'X-Auto-Response-Suppress'].map((name) =>
      field(letter, name).join(),
    );
  const BULK = ['bulk', 'auto-generated', 'OOF, AutoReply'];
  // What somebody waits for who has just pressed is not bulk.
  const ONE = ['', 'auto-generated', 'OOF, AutoReply'];
  const ANSWER = ['', 'auto-replied', 'OOF, AutoReply'];
  const SAYS = {
    lesson: BULK,
    notice: BULK,
    answer: ANSWER,
    own: ONE,
    there: ONE,
    newsletter: BULK,
  };
  for (const letter of letters) expect(said(letter), letter.name).toEqual(SAYS[letter.kind]);
  const inThread = letters.filter(({ kind }) => kind === 'answer');
  for (const letter of inThread)
    expect([field(letter, 'In-Reply-To'), field(letter, 'References')]).toEqual([
      ['<a.b@mail.example.net>'],
      ['<a.b@mail.example.net>'],
    ]);
});

test('S-16: replies go to an address of the reader’s own, that any server keeps as it is', () => {
  const local = letters
    .filter(isOfList)
    .map(({ parsed }) => parsed.replyTo?.[0]?.address?.split('@')[0] ?? '');
  expect(local.filter((part) => !/^reply\+[a-z2-7.]{40,58}$/.test(part))).toEqual([]);
});

test('S-26: no two mails of one reader share a subject, and each is as it was written', () => {
  const subjects = letters
    .filter(({ name }) => !/ (?:friend|gentler)$/.test(name))
    .map(({ parsed }) => parsed.subject);
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(
    failing(({ parsed, outgoing }) => parsed.subject === outgoing.mail.subject.literals[0]),
  ).toEqual([]);
});
