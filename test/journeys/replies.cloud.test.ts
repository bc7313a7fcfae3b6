import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import {
  addressIn,
  annWithALetter,
  headerOf,
  linkIn,
  type Mail,
  type Person,
} from '../support/visitor.ts';

const AUTHOR = 'author@example.com';
let ann: Person;

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

/** Each test has a reader of its own, called Ann, with one letter. */
beforeEach(async () => {
  ann = await annWithALetter(outside);
});

const standing = async (of = ann): Promise<string> => {
  const { item } = await outside.json<{ item: { standing: { is: string } } }>(
    `/_local/subscribers/${of.address}`,
  );
  return item.standing.is;
};

/** A mail to us that is no answer to anything. */
const write = async (raw: readonly string[], to: string, verdicts = {}) =>
  outside.becameOf(await outside.receives(raw.join('\r\n'), to, verdicts));

const bare = (from: string, text: string, ...headers: string[]) => [
  `From: ${from}`,
  'Subject: hello',
  ...headers,
  '',
  text,
];

describe('whatever was understood is answered once, with a way to undo it', () => {
  test('a pause can be undone by the link in its answer', async () => {
    expect(await ann.replies('Pause until further notice, please')).toMatchObject({
      intent: 'pause',
      outcome: 'applied',
    });
    expect(await standing()).toBe('paused');
    const answer = await ann.latest();
    expect(headerOf(answer, 'Auto-Submitted')).toBe('auto-replied');
    expect(headerOf(answer, 'In-Reply-To')).toMatch(/^<.+@example\.com>$/);
    await outside.press(linkIn(answer, 'wish'));
    expect(await standing()).toBe('active');
  });

  test('a redelivered mail changes nothing and is not answered again', async () => {
    await ann.replies('pause for 3 days');
    const before = (await ann.mails()).length;
    const again = await ann.replies('pause for 3 days');
    expect(again.outcome).toBe('ignored-duplicate');
    expect(await ann.mails()).toHaveLength(before);
  });

  test.each([
    ['after SES took the answer', 'kill-after', 1],
    ['when SES takes nothing just now', 'throttle', 1],
  ])('also %s and the event comes again', async (_, kind, answers) => {
    const before = (await ann.mails()).length;
    await outside.fault({ service: 'ses', function: 'replies', kind, count: 1 });
    await ann.replies('pause until January 7');
    await outside.advance('PT10M');
    expect((await ann.mails()).length - before).toBe(answers);
    expect(await standing()).toBe('paused');
  });

  test('pausing, resuming and pausing again are three wishes', async () => {
    for (const words of ['pause for two weeks', 'resume', 'pause for two weeks']) {
      expect((await ann.replies(words)).outcome).toBe('applied');
    }
    expect(await standing()).toBe('paused');
  });

  test.each([
    ['in French', 'Pause pendant deux semaines, merci', 'Tes lettres sont en pause'],
    ['in German', 'Bitte zwei Wochen Pause', 'Deine Briefe machen Pause'],
    ['in a word of several languages, as the course speaks', 'stop', 'Goodbye, and go well'],
  ])('in the language it was written in: %s', async (_, text, subject) => {
    expect((await ann.replies(text)).outcome).toBe('applied');
    expect((await ann.latest()).subject).toBe(subject);
  });

  test('a letter may be asked for again, and counts as no new one', async () => {
    const first = await ann.latest();
    expect(await ann.replies('Please resend the last letter')).toMatchObject({
      intent: 'resend',
      outcome: 'applied',
    });
    const again = await ann.latest();
    expect(again.subject).toBe(first.subject);
    await outside.advance('P1D');
    expect((await ann.lessons()).at(-1)).toBe('emotional');
  });
});

describe('what is not a command reaches the author', () => {
  let forwarded: Mail;
  beforeEach(async () => {
    const text = 'This made me think of my brother.\r\n\r\nShould I write to him?';
    expect(await ann.replies(text)).toMatchObject({ intent: 'none', outcome: 'forwarded' });
    forwarded = (await outside.mailsTo(AUTHOR)).at(-1) as Mail;
  });

  test('with the reader’s name, the letter and the words, ready to be answered', () => {
    expect(forwarded.text).toContain('Ann wrote, to letter 1 of 28, “Think of one person”');
    expect(forwarded.text).toContain('Should I write to him?');
    expect(addressIn(forwarded.replyTo)).toBe(ann.address);
    expect(headerOf(forwarded, 'References')).toBeDefined();
  });

  test('and the reader gets no answer from a robot', async () => {
    expect(
      (await ann.mails()).filter((mail) => headerOf(mail, 'Auto-Submitted') === 'auto-replied'),
    ).toEqual([]);
  });

  test('and not one mail to a reader shows the author’s address', async () => {
    for (const mail of await ann.mails()) expect(JSON.stringify(mail)).not.toContain(AUTHOR);
  });
});

describe('what our own mails say', () => {
  const html = 'Content-Type: text/html; charset=utf-8';
  const plain = 'Content-Type: text/plain; charset=utf-8';
  /** The letter's own words below theirs, as some programs and people copy them: with no mark. */
  const COPIES: readonly (readonly [copied: string, type: string, copy: (mail: Mail) => string])[] =
    [
      ['the whole text part', plain, ({ text }) => `Thanks!\n\n${text}`],
      ['the foot', plain, ({ text }) => `Thanks!\n\n${text.slice(text.indexOf('You get these'))}`],
      ['the links', plain, ({ text }) => `Thanks!\n\n${text.slice(text.indexOf('Read in your'))}`],
      ['the html part', html, (mail) => mail.html.replace(/<body[^>]*>/, '$&<p>Thanks!</p>')],
    ];

  test.each(COPIES)('never acts: %s', async (_, type, copy) => {
    const letter = await ann.latest();
    const before = (await ann.mails()).length;
    const reply = await write(
      bare(ann.address, copy(letter).replaceAll('\n', '\r\n'), type),
      addressIn(letter.replyTo),
    );
    expect(reply).toMatchObject({ intent: 'none', outcome: 'forwarded', text: 'Thanks!' });
    expect(await standing()).toBe('active');
    expect(await ann.mails()).toHaveLength(before);
    const forwarded = (await outside.mailsTo(AUTHOR)).at(-1);
    expect(forwarded?.text).toMatch(/\n\nThanks!\n\n-- \n/);
  });
});

test('the author reads each answer below the question it answers', async () => {
  const inline = '> Whom did you think of first?\r\nMy brother.\r\n> And then?\r\nHis bakery.';
  await write(bare(ann.address, inline), addressIn((await ann.latest()).replyTo));
  expect((await outside.mailsTo(AUTHOR)).at(-1)?.text).toContain(
    '> Whom did you think of first?\nMy brother.\n> And then?\nHis bakery.',
  );
});

test('why a reader was asked is kept with what became of their mail, and counted', async () => {
  const reply = await ann.replies('pause until 03/04');
  expect(reply).toMatchObject({ outcome: 'clarify-asked', because: 'ambiguous-date' });
  const logs = JSON.stringify(await outside.json('/_local/logs')).replaceAll('\\', '');
  expect(logs).toContain('{"event":"reply","clarify-asked":1,"ambiguous-date":1}');
});

describe('automatic mail', () => {
  test.each([
    ['a vacation note without a day', ['Auto-Submitted: auto-replied'], 'I am away from my desk.'],
    ['a bounce', ['Content-Type: multipart/report; report-type=delivery-status'], 'stop'],
    ['a mailing list', ['List-Id: <dogs.example.org>', 'Precedence: list'], 'unsubscribe'],
  ])('%s changes nothing and is not answered', async (_, headers, text) => {
    const before = (await ann.mails()).length;
    const to = addressIn((await ann.latest()).replyTo);
    const reply = await write(bare(ann.address, text, ...headers), to);
    expect(reply.outcome).toBe('ignored-automatic');
    expect(await standing()).toBe('active');
    expect(await ann.mails()).toHaveLength(before);
  });

  test('a vacation note with a day holds the letters until then', async () => {
    const to = addressIn((await ann.latest()).replyTo);
    const back = new Date(Date.parse(await outside.now()) + 10 * 86_400_000);
    const day = back.toLocaleDateString('en-US', { month: 'long', day: 'numeric' });
    const note = bare(
      ...[ann.address, `I am out of the office and will be back on ${day}.`],
      'Auto-Submitted: auto-replied',
    );
    const reply = await write(note as string[], to);
    expect(reply).toMatchObject({ intent: 'pause', outcome: 'applied', until: expect.any(String) });
    expect(await standing()).toBe('paused');
    expect(await ann.replies('Back already! That was a good letter.')).toMatchObject({
      outcome: 'forwarded',
    });
    expect(await standing(), 'any word of theirs ends it').toBe('active');
  });

  test.each([
    ['the same words', () => 'help please', 1],
    ['other words each time', (round: number) => `help please${' please'.repeat(round)}`, 6],
  ])('two robots talking through us in %s fall silent', async (_, words, answers) => {
    const before = (await ann.mails()).length;
    for (let round = 0; round < 9; round += 1) await ann.replies(words(round));
    expect((await ann.mails()).length - before).toBe(answers);
  });
});

describe('a stranger', () => {
  test.each([
    ['a forged From', { 'x-verdict-dmarc': 'FAIL' }],
    ['a domain that proves nothing', { 'x-verdict-dmarc': 'GRAY' }],
    ['a scanner that failed', { 'x-verdict-dmarc': 'PROCESSING_FAILED' }],
  ])('with %s and no token makes nobody leave: they are asked', async (_, verdicts) => {
    const reply = await write(bare(ann.address, 'stop'), 'hello@reply.example.com', verdicts);
    expect(reply).toMatchObject({ intent: 'unsubscribe', outcome: 'confirm-asked' });
    expect(await standing()).toBe('active');
    expect((await ann.latest()).text).toContain('Stop my letters:');
  });

  test('with a made-up token is nobody', async () => {
    const to = `reply+${'a'.repeat(16)}.${'b'.repeat(26)}@reply.example.com`;
    const reply = await write(bare('eve@example.org', 'stop'), to);
    expect(reply.outcome).toBe('forwarded');
    expect(await standing()).toBe('active');
  });

  test('with a stolen token can pause somebody, who is told, but can wake nobody', async () => {
    const to = addressIn((await ann.latest()).replyTo);
    const unproven = { 'x-verdict-dmarc': 'GRAY' };
    expect((await write(bare('eve@example.org', 'pause'), to, unproven)).outcome).toBe('applied');
    expect((await ann.latest()).text, 'to the stored address').toContain('/wish/');
    const waking = await write(bare('eve@example.org', 'resume'), to, unproven);
    expect(waking.outcome).toBe('confirm-asked');
    expect(await standing()).toBe('paused');
  });

  test('with a virus or as spam is not even answered', async () => {
    const to = addressIn((await ann.latest()).replyTo);
    const before = (await ann.mails()).length;
    for (const verdict of ['x-verdict-virus', 'x-verdict-spam']) {
      const reply = await write(bare(ann.address, 'stop'), to, { [verdict]: 'FAIL' });
      expect(reply.outcome).toBe('dropped');
    }
    expect(await standing()).toBe('active');
    expect(await ann.mails()).toHaveLength(before);
  });
});

test('the mailto of List-Unsubscribe leaves, whatever the body says', async () => {
  const header = headerOf(await ann.latest(), 'List-Unsubscribe') ?? '';
  const [, to = ''] = /mailto:([^?>]+)/.exec(header) ?? [];
  const reply = await write(
    bare('bounce@provider.example', '', 'Auto-Submitted: auto-generated'),
    to,
  );
  expect(reply).toMatchObject({ intent: 'unsubscribe', outcome: 'applied' });
  expect(await standing()).toBe('left');
});

test('no line of any log holds an address, a name or a token', async () => {
  const token = addressIn((await ann.latest()).replyTo).split('@')[0] ?? '';
  const logs = JSON.stringify(await outside.json('/_local/logs'));
  expect(logs.length).toBeGreaterThan(100);
  expect(logs).not.toMatch(/@example\.|\bAnn\b/);
  expect(logs).not.toContain(token.slice('reply+'.length));
});
