import { describe, expect, test } from 'vitest';
import { Mistakes } from '../../emails/content/mistakes.ts';
import { loadWords } from '../../emails/content/words.ts';
import { parseZone } from '../../functions/core/time.ts';
import type { Language } from '../../functions/core/words/words.ts';
import { regions } from '../../functions/web/pages/zones.ts';
import { SCRIPT } from '../../functions/web/script.ts';
import { STYLE } from '../../functions/web/style.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { type Answer, everyAnswer } from '../support/every-page.ts';
import { everySentMail, type SentMail } from '../support/every-sent-mail.ts';
import { AUTHOR, authored, KINDLING, PSEUDO } from '../support/pseudo.ts';
import { pseudoContent } from '../support/pseudo-content.ts';
import { type Visible, visibleIn } from '../support/visible.ts';

/**
 * All that Kindling says is said in a language that nobody speaks, in which each sentence stands in
 * brackets of ours and each word of the author's or a reader's in brackets of theirs. What stands
 * in no brackets is a sentence that somebody left in code.
 */
const content = pseudoContent();
const library = await libraryFrom(content);
const words = library.words(PSEUDO as Language);
const answers = await everyAnswer(library, authored('Ann'));
const mails = await everySentMail(library, authored('Ann'));

const places = new Set(regions(words).flatMap(({ zones }) => zones.map(({ label }) => label)));

/** What may stand outside all brackets, and why. */
const ALLOWED: readonly (readonly [why: string, is: (shown: Visible) => boolean])[] = [
  ['a page that lists numbers', ({ text }) => /^[\s:]*findahelpline\.com$/.test(text)],
  ['what is stored of a reader, as it is stored', ({ where }) => where === 'pre'],
  ['a page of the guide, by its file', ({ text }) => /^docs\/[a-z-]+\.md$/.test(text)],
  ['an address of a reader', ({ text }) => /^\S+@(?:example|gmail)\.com[.?]?$/.test(text)],
  ['numbers are nobody’s language', ({ text }) => /^[\d\s\p{P}]+$/u.test(text)],
  [
    'what Intl formats, in a script that the pseudo-language has no letter of',
    ({ text }) => /^[\p{Script=Arabic}\d\s\p{P}\u200f]+$/u.test(text),
  ],
  [
    'zones go by the names of places, which nothing on board translates',
    ({ where, text }) => where === 'option' && places.has(text),
  ],
  [
    'a zone that was typed and is none stays on top of the list',
    ({ where, text }) =>
      where === 'option' && text === 'Nowhere/At_All' && parseZone(text) === undefined,
  ],
  ['for programs that follow the feed', ({ where }) => where === 'id' || where === 'updated'],
];

/** An address in a text part is no words, whatever letters it is made of. */
const LINK = /https:\/\/[^\s>]+/g;

/** What stands outside of all brackets and has a letter or a digit. */
function outside(text: string): readonly string[] {
  const brackets = new RegExp(`([${KINDLING.join('')}${AUTHOR.join('')}])`);
  let depth = 0;
  return text
    .replace(LINK, ' ')
    .split(brackets)
    .filter((part) => {
      if (part === KINDLING[0] || part === AUTHOR[0]) depth += 1;
      else if (part === KINDLING[1] || part === AUTHOR[1]) depth -= 1;
      else return depth === 0 && /[\p{L}\p{N}]/u.test(part);
      return false;
    })
    .map((part) => part.trim());
}

function strays(shown: readonly Visible[]): readonly string[] {
  return shown
    .flatMap(({ where, text }) => outside(text).map((part) => ({ where, text: part })))
    .filter((part) => !ALLOWED.some(([, is]) => is(part)))
    .map(({ where, text }) => `${where}: ${text}`);
}

function shownOn({ type, body }: Answer): readonly Visible[] {
  if (!type.includes('json')) return visibleIn(body);
  const {
    title,
    detail,
    errors = {},
  } = JSON.parse(body) as {
    readonly title: string;
    readonly detail: string;
    readonly errors?: Readonly<Record<string, string>>;
  };
  return [title, detail, ...Object.values(errors)].map((text) => ({ where: 'JSON', text }));
}

const shownIn = ({ from, subject, text, html }: SentMail): readonly Visible[] => [
  { where: 'From', text: from },
  { where: 'Subject', text: subject },
  { where: 'text part', text },
  ...visibleIn(html),
];

describe('nothing is said but in words from content', () => {
  test.for(answers)('on the page: $name', (answer) => {
    const shown = shownOn(answer);
    expect(shown.length).toBeGreaterThan(0);
    expect(strays(shown)).toEqual([]);
  });

  test.for(mails)('in the mail: $name', (mail) => {
    expect(strays(shownIn(mail))).toEqual([]);
  });

  test('in style sheets and the script', () => {
    const said = [...STYLE.body.matchAll(/content:\s*"([^"]*)"/g)].map(([, text = '']) => text);
    // Signs by their numbers, and no letter: an arrow, a space.
    expect(said.filter((text) => !/^(?:\\[0-9a-f]{4})*$/.test(text))).toEqual([]);
    expect(SCRIPT.body.match(/textContent|innerText|innerHTML|alert|title/)).toBeNull();
  });
});

test('every page and mail says its language, and that it runs from right to left', () => {
  const pages = answers.filter(({ type }) => type.startsWith('text/html'));
  const html = [...pages.map(({ body }) => body), ...mails.map((mail) => mail.html)];
  const tags = html.map((one) =>
    /<html[^>]*>/.exec(one)?.[0].split(/[ >]/).sort().join(' ').trim(),
  );
  expect(new Set(tags)).toEqual(new Set([`<html dir="rtl" lang="${PSEUDO}"`]));
});

test('a page that is refused says what it is named for, and no other page broke', () => {
  const refused = answers.filter(({ name }) => name.startsWith('refusal '));
  const named = refused.filter(({ name, status }) => name === `refusal ${status}`);
  expect(named.map(({ status }) => status)).toEqual([400, 404, 405, 413, 415, 429, 500]);
  expect(answers.filter(({ status }) => status === 500)).toHaveLength(1);
});

describe('every sentence in content is said somewhere', () => {
  const said = [...answers.flatMap(shownOn), ...mails.flatMap(shownIn)].map(({ text }) => text);
  const all = said.join('\n').replace(/\s+/g, ' ');
  const { raw } = loadWords({ dir: content, mistakes: new Mistakes(), constants: {} })[0] ?? {};
  const literalsOf = (text: string) =>
    text.split(/\{[A-Za-z]+\}/).filter((one) => /\p{L}/u.test(one));
  const sentences = Object.entries(raw ?? {}).flatMap(([group, keys]) =>
    Object.entries(keys).map(([key, text]): [string, readonly string[]] => [
      `${group}.${key}`,
      (typeof text === 'string' ? [text] : Object.values(text)).flatMap(literalsOf),
    ]),
  );

  test.for(sentences)('%s', ([, literals]) => {
    expect(literals.filter((literal) => !all.includes(literal.trim()))).toEqual([]);
  });
});
