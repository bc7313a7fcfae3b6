import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { attachmentsIn } from '../../functions/core/replies/attachments.ts';
import type { ReplyDecision } from '../../functions/core/replies/intents.ts';
import { readMail } from '../../functions/core/replies/read-mail.ts';
import { openWish } from '../../functions/core/replies/signed-wish.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { parseToken } from '../../functions/core/token.ts';
import type { Received } from '../../functions/replying/forward.ts';
import { mailsFor } from '../../functions/replying/mails.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, enrollment, reader, received } from '../support/builders.ts';
import { fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { RECEIVED } from '../support/received.ts';
import { senderOf } from '../support/sender.ts';

const now = at('2026-11-22T09:00:00Z');
const ANN = reader({ enrollments: [enrollment({ received: received('closeness', 'emotional') })] });
const world = {
  library: fakeLibrary(),
  sender: senderOf(PUBLICATION),
  now: () => now,
};

/** All mails about one reply, as they are read, the author's first. */
async function mailsAbout(
  decision: Partial<ReplyDecision>,
  { subject = 'Re: Hello', ...came }: Partial<Received> & { subject?: string } = {},
) {
  const mail = await mailOf('From: Ann <ann@example.com>', `Subject: ${subject}`, '', 'My words.');
  const decided = { intent: 'none', outcome: 'forwarded', toAuthor: true, ...decision } as const;
  const mails = mailsFor(world, decided, mail, ANN, { ...RECEIVED, ...came });
  const sent = mails.map(async ({ to, raw }) => ({ ...(await PostalMime.parse(raw)), sentTo: to }));
  const all = await Promise.all(sent);
  const author = all.find(({ sentTo }) => sentTo === PUBLICATION.author.address);
  if (author === undefined) throw new Error('the author got nothing');
  return { author, all };
}

/** What each link of a mail would do. */
const linked = (text = '') =>
  [...text.matchAll(/\/wish\/(\S+)/g)].map(([, found = '']) => {
    const token = parseToken(found);
    return token && openWish(token, ANN.secret, now)?.acts;
  });

const PAUSED = [{ is: 'pause', until: '2026-12-20' as LocalDate }] as const;

describe('the author reads first what was done', () => {
  test.for<[why: string, Partial<ReplyDecision>, first: RegExp]>([
    ['nothing', {}, /^Nothing was changed/],
    ['a pause', { outcome: 'applied', done: PAUSED }, /^Done.*Pause until .*20 December 2026/],
    [
      'a question, with what it offers',
      {
        outcome: 'clarify-asked',
        question: { because: 'ambiguous-date', options: [PAUSED, [{ is: 'leave' }]] },
      },
      /^We asked.*20 December 2026 \/ Stop my letters/,
    ],
    [
      'a part of it',
      { outcome: 'applied', done: PAUSED, undone: [{ is: 'course' }] },
      /only a person can do/,
    ],
    ['a list of commands, which is no change', { done: [{ is: 'help' }] }, /^Nothing was changed/],
    [
      'a cry, and that a note went out',
      { distress: 'alone', answer: 'care' },
      /^Please read this now.*note.*when-a-reader-is-in-trouble\.md/,
    ],
    ['a cry that got no note', { distress: 'alone' }, /Nothing was sent to them/],
    [
      'a leave without a goodbye',
      { distress: 'watched', outcome: 'applied', done: [{ is: 'leave' }] },
      /They have left.*No goodbye/,
    ],
    [
      'an end of the newsletter in a cry, which is no leave',
      { distress: 'alone', outcome: 'applied', done: [{ is: 'newsletter', on: false }] },
      /^Please read this now.*Done, as they asked: No more newsletter/,
    ],
  ])('%s', async ([, decision, first]) => {
    const { author } = await mailsAbout(decision);
    expect(author.text).toMatch(first);
    expect(author.text).toContain('My words.');
  });
});

describe('somebody in distress', () => {
  test('is marked at once, in words that say nothing to others', async () => {
    const { author } = await mailsAbout({ distress: 'alone' });
    expect(author.subject).toBe('(!) Re: Hello');
    expect(author.headers.find(({ key }) => key === 'importance')?.value).toBe('high');
    expect(author.replyTo?.[0]?.address).toBe(ANN.address);
  });

  test('whose mailbox is read is not answered by a mere press', async () => {
    const { author, all } = await mailsAbout({ distress: 'watched' });
    expect(author.replyTo?.[0]?.address).toBe(PUBLICATION.author.address);
    expect(author.text).toContain(ANN.address);
    expect(all).toHaveLength(1);
  });

  test('is known to a person before a note goes out', async () => {
    const { all } = await mailsAbout({ distress: 'alone', answer: 'care' });
    expect(all.map(({ sentTo }) => sentTo)).toEqual([PUBLICATION.author.address, ANN.address]);
  });
});

describe('which letter they answer, and where in the course it is', () => {
  test.for([
    ['its subject says so', 'Re: Closeness is another word', 'to letter 1 of 3, “Closeness'],
    ['the last one that they had', 'Hello', 'after letter 2 of 3, “Subject of emotional'],
  ] as const)('%s', async ([, subject, intro]) => {
    expect((await mailsAbout({}, { subject })).author.text).toContain(intro);
  });
});

describe('that they answer the newsletter', () => {
  test.for([
    ['with the issue that its subject names', 'Re: Rituals & rites', 'issue “Rituals & rites”:'],
    ['whatever else its subject is', 'A word', 'Ann wrote, to the newsletter:'],
  ] as const)('%s', async ([, subject, intro]) => {
    const { author } = await mailsAbout({}, { subject, list: 'newsletter' });
    expect(author.text).toContain(intro);
  });
});

describe('what the author may do for them', () => {
  const NO_WISH = [{ is: 'no-wish', mail: RECEIVED.messageId }];
  test.for<[why: string, Partial<ReplyDecision>, Partial<Received>, acts: readonly unknown[]]>([
    ['where nothing was understood', {}, {}, [[{ is: 'pause' }], [{ is: 'leave' }]]],
    [
      'where something was done, it can be taken back, and called no wish',
      { outcome: 'applied', done: PAUSED },
      { undo: [{ is: 'resume' }] },
      [[{ is: 'pause' }], [{ is: 'leave' }], [{ is: 'resume' }], NO_WISH],
    ],
    [
      'never what only a reader may',
      { outcome: 'applied', done: [{ is: 'schedule' }] },
      { undo: [{ is: 'schedule', minutes: 480 }] },
      [[{ is: 'pause' }], [{ is: 'leave' }], NO_WISH],
    ],
    ['a cry is not sorted', { distress: 'alone' }, {}, [[{ is: 'pause' }], [{ is: 'leave' }]]],
  ])('%s', async ([, decision, came, acts]) => {
    const { author } = await mailsAbout(decision, came);
    expect(linked(author.text)).toEqual(acts);
    const below = author.text?.indexOf('\n-- \n') ?? 0;
    expect(author.text?.indexOf('/wish/'), 'below the words').toBeGreaterThan(below);
    expect(author.html).toContain('/wish/');
  });
});

describe('what is attached', () => {
  const raw = (type: string, name: string) =>
    [
      'From: ann@example.com',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Look.',
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      'aGVsbG8=',
      '--b--',
    ].join('\r\n');
  const attached = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const mail = await readMail(bytes);
    if (mail.kind !== 'mail') throw new Error(mail.reason);
    return attachmentsIn(bytes, mail);
  };

  test('goes with it, byte for byte', async () => {
    const { author } = await mailsAbout(
      {},
      { attached: await attached(raw('image/jpeg', 'Bär “1”.jpg')) },
    );
    const [file] = author.attachments;
    expect([file?.filename, file?.mimeType]).toEqual(['Bär “1”.jpg', 'image/jpeg']);
    expect(new TextDecoder().decode(file?.content as ArrayBuffer)).toBe('hello');
    expect(author.text).toContain('My words.');
  });

  test('but what may run something does not, and is named with its place', async () => {
    const { author } = await mailsAbout(
      {},
      { attached: await attached(raw('application/x-msdownload', 'a.exe')), place: 's3://b/in/1' },
    );
    expect(author.attachments).toEqual([]);
    expect(author.text).toMatch(/a\.exe.*s3:\/\/b\/in\/1/);
  });

  test('of a mail that is too large for us, none is', async () => {
    const { passed, tooLarge } = await attached(
      `${raw('image/jpeg', 'a.jpg')}${' '.repeat(5 * 1024 * 1024)}`,
    );
    expect([passed.length, tooLarge]).toEqual([0, true]);
  });
});
