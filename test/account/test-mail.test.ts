import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { wordsFor } from '../../emails/content/model.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { toldIn } from '../../emails/told.ts';
import type { EmailAddress } from '../../functions/core/address.ts';
import { NOTICES } from '../../functions/core/mail/template.ts';
import { NOBODY, TEST_TAGS, testUrl } from '../../functions/core/mail/test-mail.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import { taggedMail } from '../../functions/core/sending/proof.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import { asIn } from '../../local/account/test-mail/as.ts';
import { composeTest } from '../../local/account/test-mail/compose.ts';
import { mailFor } from '../../local/account/test-mail/mail.ts';
import { refusalInWords } from '../../local/account/test-mail/outcome.ts';
import { readerAs, readerLike } from '../../local/account/test-mail/reader.ts';
import { wantedIn } from '../../local/account/test-mail/wanted.ts';
import { CONTENT } from '../emails/every-mail.ts';
import { shippedMails } from '../emails/shipped.ts';
import { at, enrollment, reader } from '../support/builders.ts';
import { senderOf } from '../support/sender.ts';
import { aReader, asking } from '../support/web-requests.ts';

const ME = 'me@example.org' as EmailAddress;
const NOW = at('2026-11-23T17:00:00Z');
const content = loadContent(CONTENT);
const courses = draftsOf(content).map(({ outline }) => outline);
const around = { content, courses, now: NOW, to: ME };
const { webUrl } = asking().world;

/** A sender with all that a real one has, so that what is left of it would be seen. */
const SENDER = senderOf(content.publication, webUrl);

const compiled = new Map<string, Awaited<ReturnType<typeof shippedMails>>[number]['compiled']>();
const keyOf = (mail: object) => JSON.stringify(mail);
beforeAll(async () => {
  for (const one of await shippedMails()) compiled.set(keyOf(one.mail), one.compiled);
});

function made(name: string, as: string) {
  const wanted = wantedIn(name, content);
  const imagined = readerAs(asIn(as), wanted, around);
  const { mail } = mailFor(content, wanted, imagined);
  const found = compiled.get(keyOf(mail));
  if (found === undefined) throw new Error(`${name} was not compiled`);
  const { words } = wordsFor(content, imagined.language);
  const { safetyLines } = content;
  const given = { courses, safetyLines, told: toldIn(content), now: NOW };
  const composing = { wanted, mail: found, sender: SENDER, words, ...given };
  return { raw: writeMail(composeTest(imagined, composing)), words };
}

const languages = content.languages.map(({ language }) => language);
const ROWS: readonly (readonly [name: string, as: string])[] = [
  ...content.courses.flatMap(({ slug, lessons, tracks }) =>
    lessons.flatMap(({ id }) => [
      ...tracks.map((track) => [`${slug}/${id}`, `track=${track.id}`] as const),
      [`${slug}/${id}`, 'gentler,discreet,name=Ann,place=28'] as const,
    ]),
  ),
  ...NOTICES.flatMap((notice) => [
    ...languages.map((language) => [notice, `language=${language}`] as const),
    [notice, 'discreet'] as const,
  ]),
  ...content.newsletters.map(({ id }) => [id, ''] as const),
];

/** What a token looks like, and the addresses that one stands in. */
const PERSONAL = /[a-z2-7]{16}\.[a-z2-7]{26}|(?:reply|unsub)\+|@reply\.example\.com/;

/** Each address in a mail that a program would open: header fields, html, text. */
async function linksIn(raw: string) {
  const { headers, html = '', text = '' } = await PostalMime.parse(raw);
  const said = [...headers.map(({ value }) => value), html.replaceAll('&amp;', '&'), text];
  const all = said.flatMap((part) => part.match(/(?:https?|mailto|tel):[^\s"'<>]+/g) ?? []);
  return { all: [...new Set(all)], said };
}

describe('no link of a test mail opens anything of anybody', () => {
  test('all mails there are, in all languages', () => {
    expect(ROWS.length).toBeGreaterThan(200);
  });

  test.for(ROWS)('%s as %s', async ([name, as]) => {
    const { raw, words } = made(name, as);
    const { all, said } = await linksIn(raw);
    const nothing = testUrl(webUrl, words);
    const own = all.filter((url) => url.startsWith(webUrl));
    // A check-in puts its score behind the link, and a letter the name of another.
    const isNothing = (url: string) =>
      url === nothing || /^\/[\w-]+$/.test(url.slice(nothing.length));
    const strange = own.filter(
      (url) => url !== `${webUrl}/safe` && !(url.startsWith(nothing) && isNothing(url)),
    );
    expect(strange).toEqual([]);
    expect(all.filter((url) => url.startsWith('mailto:'))).toEqual([]);
    expect(said.filter((part) => PERSONAL.test(part) || part.includes(NOBODY.id))).toEqual([]);
  });

  test('a confirmation has links to disarm, a check-in seven', async () => {
    const [confirmation, checkIn] = [made('confirmation', ''), made('closer/1', '')];
    expect((await linksIn(confirmation.raw)).all).toContain(testUrl(webUrl, confirmation.words));
    const scores = (await linksIn(checkIn.raw)).all.filter((url) => /\/[1-7]$/.test(url));
    expect(scores).toHaveLength(7);
  });

  test.for(languages)('what they lead to says so in %s, and changes nobody', async (language) => {
    const { world, get, postForm } = asking();
    world.subscribers.seed(aReader());
    const before = world.dump();
    const path = `/test-mail/${world.library.languages.includes(language) ? language : 'en'}`;
    const answers = [
      await get(path),
      await get(`${path}/4`),
      await postForm(path, { 'List-Unsubscribe': 'One-Click' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(world.dump()).toBe(before);
    expect([world.mails, world.queued]).toEqual([[], []]);
  });

  test('a language that there is not is no page', async () => {
    expect((await asking().get('/test-mail/xx')).status).toBe(404);
  });
});

describe('the header of a test mail', () => {
  const fieldsOf = async (name: string, as = '') => {
    const { headers } = await PostalMime.parse(made(name, as).raw);
    return Object.fromEntries(headers.map(({ key, value }) => [key, value]));
  };

  test.for(['small-rituals', 'digest'])(
    'of the newsletter is of no list of ours: leaving a test leaves nothing (%s)',
    async (name) => {
      expect(await fieldsOf(name)).toMatchObject({
        'list-id': expect.stringMatching(/<test-mails\.example\.com>$/),
        'list-unsubscribe': `<${webUrl}/test-mail/en>`,
      });
    },
  );

  test('of a letter: answers go to whoever it was sent to, and one click is answered with a page', async () => {
    expect(await fieldsOf('closer/1')).toMatchObject({
      to: `<${ME}>`,
      'reply-to': `<${ME}>`,
      'list-id': expect.stringMatching(/<test-mails\.example\.com>$/),
      'list-unsubscribe': `<${webUrl}/test-mail/en>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      subject: expect.stringMatching(/^\[Test\] ./),
    });
  });

  test('of the note in distress: no list, as the real one', async () => {
    const fields = await fieldsOf('care');
    expect(fields['reply-to']).toBe(`<${ME}>`);
    expect(Object.keys(fields).filter((key) => key.startsWith('list-'))).toEqual([]);
  });

  test.for([
    ['de', '[Test] '],
    ['es', '[Prueba] '],
    ['it', '[Prova] '],
    ['pt', '[Teste] '],
  ])('in %s the subject begins with %s', async ([language, mark = '']) => {
    const { subject = '' } = await PostalMime.parse(made('welcome', `language=${language}`).raw);
    expect(subject.startsWith(mark)).toBe(true);
  });

  test('what is discreet stays so', async () => {
    const fields = await fieldsOf('closer/16', 'discreet');
    expect(fields).toMatchObject({
      subject: '[Test] Letter 16',
      from: expect.stringContaining('Letters'),
    });
    expect(fields['subject']).not.toContain('tow truck');
  });
});

test('its tags are no mail’s of ours, so it proves and counts nothing', () => {
  const given = Object.fromEntries(Object.entries(TEST_TAGS).map(([key, one]) => [key, [one]]));
  expect(taggedMail(given)).toBeUndefined();
});

describe('which mail', () => {
  test.for([
    ['closer/listening', 'its id', { lesson: { id: 'listening' } }],
    ['closer/16', 'its number', { lesson: { id: 'listening' } }],
    ['goodbye', 'a notice', { notice: 'goodbye' }],
    ['small-rituals', 'an issue', { issue: { id: 'small-rituals' } }],
  ] as const)('%s: %s', ([name, , found]) => {
    expect(wantedIn(name, content)).toMatchObject(found);
  });

  test.for([
    ['closer/0', 'letters begin with one', /no letter "0" in closer\. It has 1 to 28/],
    ['closer/29', 'and end', /no letter "29"/],
    ['closer/', 'none at all', /no letter ""/],
    ['nearer/1', 'no such course', /no course "nearer"\. Courses: closer\./],
    [
      'listening',
      'a letter without its course',
      /no notice and no issue "listening"\. A letter is named/,
    ],
  ] as const)('%s: %s', ([name, , says]) => {
    expect(() => wantedIn(name, content)).toThrow(says);
  });
});

describe('as which reader', () => {
  const letter = wantedIn('closer/16', content);
  const notice = wantedIn('status', content);

  test('what is said of them, and nothing by which anybody is known', () => {
    const said = asIn(
      'track=friend, name=Ann, hour=7:30, zone=America/New_York, days=mon wed, gentler, discreet',
    );
    const { reader: one } = readerAs(said, letter, around);
    expect(one).toMatchObject({
      ...NOBODY,
      address: ME,
      name: 'Ann',
      hour: 7.5,
      zone: 'America/New_York',
      days: '13',
      discreet: true,
      enrollments: [{ track: 'friend', gentler: true }],
    });
    expect(one.enrollments[0]?.received).toHaveLength(15);
  });

  test.for([
    ['place=29', /28 letters, so nobody had 29/],
    ['track=nobody', /no track "nobody"\. Tracks: partner, friend\./],
    ['course=nearer', /no course "nearer"/],
    ['language=xx', /no words in "xx"/],
    ['language=de', /written in en/],
    ['hour=24', /wants an hour/],
    ['zone=Nowhere/At_All', /wants a time zone/],
    ['days=never', /wants daily/],
    ['place=many', /wants a number/],
    ['name=', /wants a value/],
    ['discreet=yes', /stands alone/],
    ['colour=red', /knows no "colour"\. Known: course, track/],
  ] as const)('not %s', ([as, says]) => {
    expect(() => readerAs(asIn(as), letter, around)).toThrow(says);
  });

  test('one who is stored lends their wishes, and neither address, id nor secret', () => {
    const until = '2027-01-04' as LocalDate;
    const stored = reader({
      name: 'Bea',
      discreet: true,
      standing: { is: 'paused', since: NOW, until },
      enrollments: [enrollment({ track: 'friend' as never })],
    });
    const { reader: one } = readerLike(stored, notice, around);
    expect(one).toMatchObject({
      ...NOBODY,
      address: ME,
      name: 'Bea',
      standing: { is: 'paused', until },
    });
    expect(JSON.stringify(one)).not.toMatch(new RegExp(`${stored.id}|${stored.address}`));
  });

  test('of a course that they don’t take they get no letter', () => {
    const nobody = reader({ enrollments: [] });
    expect(() => readerLike(nobody, letter, around)).toThrow(/does not take closer/);
  });
});

describe('what SES refuses is a sentence, which says whether it helps to wait', () => {
  const not = (then: 'retry' | 'hold' | 'put-off' | 'wait' | 'suppress', why: string) =>
    ({ is: 'not-sent', then, why }) as const;
  test.for([
    ['too fast', not('retry', 'TooManyRequests'), /^For now: .*in a minute/],
    ['the quota of a day', not('hold', 'Throttling'), /^For now: .*tomorrow/],
    [
      'an account that is paused',
      not('hold', 'AccountSendingPaused'),
      /^It would be refused again: .*doctor/,
    ],
    [
      'an address in the sandbox',
      not('wait', 'MessageRejected'),
      /^It would be refused again: .*sandbox.*--production/,
    ],
    [
      'what is in the mail',
      not('put-off', 'MessageRejected'),
      /^It would be refused again: .*what is in it/,
    ],
    ['no address', not('suppress', 'InvalidParameterValue'), /refused again: .*never/],
    ['no answer', { is: 'in-doubt', why: 'TimeoutError' } as const, /may have gone/],
  ] as const)('%s', ([, outcome, says]) => {
    expect(refusalInWords(outcome)).toMatch(says);
  });
});
