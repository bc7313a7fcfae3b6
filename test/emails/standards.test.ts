import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_READERS, exampleValues } from '../../emails/examples.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { writeMail } from '../../functions/core/mail/write.ts';
import { LANGUAGES } from '../support/words.ts';
import type { Both } from './every-mail.ts';
import { shippedMails } from './shipped.ts';

/** The content rules of mail-standards.md §1, for every mail that ships. */

interface Sent extends Both {
  readonly html: string;
  readonly text: string;
}

let sent: readonly Sent[] = [];
/** Those whom these reach have nothing to leave: they have not joined yet, or have just left. */
const NOT_SUBSCRIBED = ['confirmation', 'comeback', 'goodbye', 'new-address', 'address-taken'];
/** The note in distress has no name of ours in it: a person is written to, and no list. */
const withoutFrame = ({ mail }: Sent): boolean => mail.bare === true;

beforeAll(async () => {
  sent = (await shippedMails()).map((both) => ({
    ...both,
    html: fill(both.compiled.html, exampleValues(both.mail.words), htmlValue),
    text: fill(both.compiled.text, exampleValues(both.mail.words)),
  }));
});

function each(check: (mail: Sent) => void): void {
  expect(sent.length).toBeGreaterThan(8);
  for (const mail of sent)
    try {
      check(mail);
    } catch (error) {
      throw new Error(`${mail.name}: ${error instanceof Error ? error.message : error}`);
    }
}

const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

/** What a reader of the html sees. */
const visible = (html: string): string =>
  html.slice(html.indexOf('<body')).replace(/<[^>]+>/g, ' ');

describe('the bytes we hand to SES', () => {
  const strange = /[👩🌻נ$<{]/u;

  test('S-02, S-04: multipart/alternative, text first, both quoted-printable UTF-8, lines short', async () => {
    for (const { compiled, mail, name } of sent.slice(0, 12)) {
      const values = exampleValues(mail.words);
      const raw = writeMail({ mail: compiled, values, headers: [] });
      expect(raw.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length)), name).toBeLessThan(79);
      expect(raw.match(/^Content-Type: [^;]+/gm)).toEqual([
        'Content-Type: multipart/alternative',
        'Content-Type: text/plain',
        'Content-Type: text/html',
      ]);
      expect(raw.match(/^Content-Transfer-Encoding: .*$/gm)).toHaveLength(2);
      expect(raw).not.toMatch(/[^\r\n -~]/);
    }
  });

  test('S-05: what arrives is what was compiled, also with strange names', async () => {
    const [first] = sent;
    if (first === undefined) throw new Error('there is no mail');
    const readers = EXAMPLE_READERS.map(({ values }) => values(first.mail.words));
    for (const reader of readers) {
      const raw = writeMail({ mail: first.compiled, values: reader, headers: [] });
      const parsed = await PostalMime.parse(raw);
      expect(parsed.html?.trim()).toBe(fill(first.compiled.html, reader, htmlValue).trim());
      expect(parsed.text?.trim()).toBe(fill(first.compiled.text, reader).trim());
    }
    expect(readers.filter(({ greeting }) => strange.test(greeting)).length).toBe(5);
  });

  test('S-06, S-07: far from where Gmail cuts; half of the letters under 30 KB', () => {
    each(({ html }) => expect(Buffer.byteLength(html)).toBeLessThan(80_000));
    const sizes = sent
      .filter(({ kind }) => kind === 'lesson')
      .map(({ html }) => Buffer.byteLength(html))
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(30_000);
  });
});

describe('what readers see', () => {
  test('S-08: a preheader of 40 to 110 characters on one line, first in the body', () => {
    each(({ mail, html }) => {
      expect(mail.preheader).toMatch(/^.{40,110}$/u);
      const body = html.slice(html.indexOf('<body'));
      const first = /<div[^>]*display:none[^>]*>([^<]*)<\/div>/.exec(body)?.[1] ?? '';
      expect(first.replace(/[\u034F\u200C\u00A0]+$/, '')).toBe(escaped(mail.preheader));
      expect(body.slice(0, body.indexOf(first))).toMatch(/^<body[^>]*>(<!--[^>]*-->)*<div[^>]*>$/);
    });
  });

  test('S-09: the text part is a letter: every link, no filler, no markup, nothing missing', () => {
    each(({ html, text }) => {
      expect(
        hrefs(html).filter((href) => !href.startsWith('tel:') && !text.includes(href)),
      ).toEqual([]);
      expect(text).not.toMatch(
        /undefined|\[object|[\u034F\u200C\uE000-\uF8FF]|<\/?[a-z]+[ >]|&[a-z]+;/,
      );
    });
  });

  test('lines of the text part have at most 72 columns, but for links', () => {
    each(({ compiled, mail }) => {
      // Where a reader's value stands, its length decides.
      const lines = compiled.text.literals.join('\n').split('\n');
      const long = lines.filter((line) => [...line].length > 72 && !line.includes('https://'));
      expect(long).toEqual([]);
      expect(compiled.text.literals.join('')).not.toContain(`${mail.preheader}\n`);
    });
  });

  test('S-22: postal address and, for subscribers, the unsubscribe link in both parts', () => {
    each((sentMail) => {
      const { name, kind, mail, html, text } = sentMail;
      if (withoutFrame(sentMail)) {
        for (const line of mail.footer.address) expect(html + text).not.toContain(line);
        return;
      }
      const { unsubscribeUrl } = exampleValues(mail.words);
      for (const line of mail.footer.address) {
        expect(visible(html)).toContain(line);
        expect(text).toContain(line);
      }
      const leave = hrefs(html).includes(unsubscribeUrl);
      expect(leave).toBe(!NOT_SUBSCRIBED.includes(name.split(' ')[0] ?? ''));
      const { unsubscribe, unsubscribeNewsletter } = mail.words.mail;
      const isOfNewsletter = kind === 'newsletter' || name.startsWith('digest');
      const label = isOfNewsletter ? unsubscribeNewsletter : unsubscribe;
      expect(text.includes(`${label}: ${unsubscribeUrl}`)).toBe(leave);
    });
  });

  test('S-23: nothing is fetched and nobody is tracked: no image, font, script or sheet', () => {
    each(({ html }) => {
      expect(html).not.toMatch(/<(img|script|link|iframe|object|video|audio|form|svg)\b/i);
      expect(html).not.toMatch(/url\(|@import|@font-face|\ssrc=|\sbackground="/i);
      for (const href of hrefs(html)) expect(href).toMatch(/^(https:\/\/|mailto:|tel:)/);
    });
  });

  test('S-24: says that it has a night, and has one', () => {
    each(({ html }) => {
      expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
      expect(html).toContain('<meta name="supported-color-schemes" content="light dark"/>');
      expect(html).toContain('@media (prefers-color-scheme:dark)');
    });
  });

  test('S-25: language and direction; every table is layout and says so', () => {
    each((sentMail) => {
      const { html, mail } = sentMail;
      expect(html).toContain(`<html dir="ltr" lang="${mail.language}">`);
      const tables = html.match(/<table\b[^>]*>/g) ?? [];
      expect(tables.filter((table) => !table.includes('role="presentation"'))).toEqual([]);
      expect(html.match(/<h1\b/g) ?? []).toHaveLength(withoutFrame(sentMail) ? 0 : 1);
      expect(html.match(/<title>/g)).toHaveLength(1);
    });
  });

  test('S-26: no two mails that somebody gets share a subject', () => {
    for (const { language } of LANGUAGES) {
      const subjects = sent
        .filter(
          ({ name, mail }) =>
            !/ (?:friend|gentler)$/.test(name) && mail.words.language === language,
        )
        .map(({ mail }) => mail.subject);
      expect(subjects.length).toBeGreaterThan(7);
      expect(new Set(subjects).size).toBe(subjects.length);
    }
  });

  test('every check-in has seven links with words', () => {
    const withCheckIn = sent.filter(({ html }) => html.includes('/check-in/'));
    expect(withCheckIn.length).toBeGreaterThan(0);
    for (const { html, mail } of withCheckIn) {
      const { checkInUrl } = exampleValues(mail.words);
      const links = hrefs(html).filter((href) => href.startsWith(checkInUrl));
      expect(links.filter((link) => link !== checkInUrl)).toEqual(
        [1, 2, 3, 4, 5, 6, 7].map((n) => `${checkInUrl}/${n}`),
      );
      expect(visible(html)).toMatch(/1 of 7, apart[\s\S]*7 of 7, almost one/);
    }
  });
});

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');
}
