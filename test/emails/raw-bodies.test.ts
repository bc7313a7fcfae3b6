import { beforeAll, expect, test } from 'vitest';
import { VALUES } from '../../emails/lint/rules/slots.ts';
import { fill, htmlValue, NOTICES } from '../../functions/core/mail/template.ts';
import type { Publication } from '../../functions/core/publication.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import { type SentLetter, sentLetters, valuesOf } from './sent-letters.ts';

/** mail-standards.md §1 on the bytes that SES gets: the two parts, read by a mail program. */
interface Read extends SentLetter {
  readonly html: string;
  readonly text: string;
}

let letters: readonly Read[] = [];
let publication: Publication;
let courses: Courses;
beforeAll(async () => {
  const all = await sentLetters();
  publication = all.publication;
  courses = all.courses;
  letters = all.letters.map((letter) => ({
    ...letter,
    html: letter.parsed.html ?? '',
    text: letter.parsed.text ?? '',
  }));
});

const failing = (holds: (letter: Read) => boolean) =>
  letters.filter((letter) => !holds(letter)).map(({ name }) => name);
const links = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
/** Those whom the others reach have joined nothing yet, have just left, or were only typed by a reader. */
const mayLeave = ({ name, kind }: Read) =>
  kind !== 'there' && !['confirmation', 'comeback', 'goodbye'].includes(name);

test('S-04: two parts, text first, both quoted-printable in UTF-8, all of it ASCII', () => {
  const shape = (raw: string) => raw.match(/^(Content-[A-Z][a-z-]+): [^\r]+/gim);
  for (const { name, raw } of letters) {
    expect(shape(raw), name).toEqual([
      'Content-Type: multipart/alternative;',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
    ]);
    expect(raw, name).not.toMatch(/[^\r\n -~]/);
  }
});

test('what arrives is what was written, name and all', () => {
  const arrived = ({ outgoing: { mail, values }, html, text }: Read) =>
    html.trim() === fill(mail.html, values, htmlValue).trim() &&
    text.trim() === fill(mail.text, values).trim();
  expect(failing(arrived)).toEqual([]);
  const named = letters.filter(({ kind }) => kind === 'lesson');
  expect(named.filter(({ text }) => !text.includes('Hello Zoë "Jo" O’Neill <b>$& 🌻,'))).toEqual(
    [],
  );
});

test.each(['lesson', ...NOTICES] as const)(
  'the linter knows which values a %s has when it is sent',
  (kind) => {
    expect(valuesOf(kind, courses)).toEqual([...(VALUES[kind] ?? [])].sort());
  },
);

test('S-08: the preheader comes first, on one line, of a length that inboxes show', () => {
  const first = /<body[^>]*>(?:<!--[^>]*-->)*<div[^>]*display:none[^>]*>([^<]*)<\/div>/;
  const preheader = ({ html }: Read) =>
    (first.exec(html)?.[1] ?? '').replace(/[\u034F\u200C\u00A0]+$/, '').replaceAll('&#x27;', "'");
  expect(failing((letter) => /^[^\r\n]{40,110}$/u.test(preheader(letter)))).toEqual([]);
});

test('S-09: the text part has every link, and nothing that is not for reading', () => {
  expect(failing(({ html, text }) => links(html).every((href) => text.includes(href)))).toEqual([]);
  const junk = /undefined|\[object|[\u034F\u200C\uE000-\uF8FF]|<\/?(?!b>)[a-z]+[ >]|&[a-z]+;/;
  expect(failing(({ text }) => !junk.test(text))).toEqual([]);
});

test('S-22: who writes, from where, and how to leave, in both parts', () => {
  const address = publication.postalAddress.split('\n').map((line) => line.trim());
  const body = (html: string) => html.slice(html.indexOf('<body')).replace(/<[^>]+>/g, ' ');
  for (const line of address) {
    expect(failing(({ html }) => body(html).includes(line))).toEqual([]);
    expect(failing(({ text }) => text.includes(line))).toEqual([]);
  }
  const leave = ({ kind, html, text, outgoing: { values } }: Read) => {
    const url = values.unsubscribeUrl ?? 'none';
    const label = kind === 'newsletter' ? 'Unsubscribe from the newsletter' : 'Unsubscribe';
    return [links(html).includes(url), text.includes(`${label}: ${url}`)];
  };
  for (const letter of letters)
    expect(leave(letter), letter.name).toEqual([mayLeave(letter), mayLeave(letter)]);
});

test('S-23: nothing is fetched, nobody is counted, no link leads round about', () => {
  const fetched =
    /<(img|script|link|iframe|object|video|audio|form|svg)\b|url\(|@import|@font-face|\ssrc=/i;
  expect(failing(({ html }) => !fetched.test(html))).toEqual([]);
  const own = ({ outgoing: { values } }: Read) => new Set(Object.values(values));
  const known = /^(https:\/\/letters\.example\.org\/|https:\/\/findahelpline\.com$)/;
  expect(
    failing((letter) =>
      links(letter.html).every((href) => own(letter).has(href) || known.test(href)),
    ),
  ).toEqual([]);
});

test('S-24: it says that it has a night, and has one', () => {
  for (const name of ['color-scheme', 'supported-color-schemes'])
    expect(
      failing(({ html }) => html.includes(`<meta name="${name}" content="light dark"/>`)),
    ).toEqual([]);
  expect(failing(({ html }) => html.includes('@media (prefers-color-scheme:dark)'))).toEqual([]);
});

test('S-25: a language, a direction, one title, and tables that are no tables', () => {
  expect(failing(({ html }) => /<html dir="ltr" lang="en">/.test(html))).toEqual([]);
  expect(failing(({ html }) => html.match(/<h1\b/g)?.length === 1)).toEqual([]);
  const tables = (html: string) => html.match(/<table\b[^>]*>/g) ?? [];
  const layout = ({ html }: Read) =>
    tables(html).every((table) => table.includes('role="presentation"'));
  expect(failing(layout)).toEqual([]);
});
