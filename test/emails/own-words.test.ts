import { beforeAll, describe, expect, test } from 'vitest';
import { type CompiledContent, compileContent } from '../../emails/compile.ts';
import { EXAMPLE_READERS, exampleValues, WEB_URL } from '../../emails/examples.ts';
import type { Values } from '../../emails/slots.ts';
import { TITLE } from '../../emails/title.ts';
import { LOOP_HEADER } from '../../functions/core/mail/answer.ts';
import { type CompiledMail, fill } from '../../functions/core/mail/template.ts';
import { titlesOf } from '../../functions/core/mail/titles.ts';
import { automatic } from '../../functions/core/replies/automatic.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import { textOfHtml } from '../../functions/core/replies/html.ts';
import { strip } from '../../functions/core/replies/strip.ts';
import { understand } from '../../functions/core/replies/understand.ts';
import { corpus } from '../../local/replies/corpus.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, reader } from '../support/builders.ts';
import { ENGLISH, LANGUAGES } from '../support/words.ts';
import { CONTENT } from './every-mail.ts';

const NOW = at('2026-11-23T09:00:00Z');
const SUBSCRIBER = reader();

/** A mail that ships, with what different readers get in its slots. */
interface Shipped {
  readonly name: string;
  readonly mail: CompiledMail;
  readonly values: readonly Values[];
}

const ANNA = exampleValues(ENGLISH);

/** Notices whose choices are known by what was asked or offered, and the one with numbers to call. */
const OTHERWISE_KNOWN = ['clarify', 'in-part', 'courses', 'already', 'care'];

/** Who has different words in all slots that hold some. */
const HAVE = ['Anna', 'very long'];

let content: CompiledContent;
let letters: readonly Shipped[];
let notices: readonly Shipped[];
beforeAll(async () => {
  content = await compileContent(CONTENT);
  letters = [
    ...content.lessons.map(({ lesson, track, mail }) => ({ name: `${lesson} ${track}`, mail })),
    ...content.newsletters.map(({ id, mail }) => ({ name: id, mail })),
  ].map((one) => ({ ...one, values: [ANNA] }));
  notices = LANGUAGES.flatMap(({ language, words }) => {
    const values = EXAMPLE_READERS.filter(({ name }) => HAVE.includes(name)).map((reader) =>
      reader.values(words),
    );
    const own = Object.entries(content.languages.get(language)?.notices ?? {});
    // The choices of a question, and of what may be added, are known by what was asked:
    // copied-choices.test.ts.
    // What a question offers is known while it is open, and numbers to call are nobody's words: a
    // copy of these reaches a person.
    const known = own.filter(([name]) => !OTHERWISE_KNOWN.includes(name));
    const told = titlesOf(content.newsletters, WEB_URL, TITLE);
    return known.map(([name, mail]) => ({
      name: `${name} ${language}`,
      mail,
      values: name === 'digest' ? values.map((one) => ({ ...one, ...told })) : values,
    }));
  });
});

/** Both parts as a mail program shows them. */
const copiesOf = ({ mail, values }: Shipped): readonly string[] =>
  values.flatMap((each) => [fill(mail.text, each), textOfHtml(fill(mail.html, each))]);

/** As an English reader gets them: the language of the examples below. */
const english = () => notices.filter(({ name }) => name.endsWith(' en'));

/** A copy and all its ends, each beginning with a block of it. */
function fromEveryBlock(copy: string): readonly string[] {
  const blocks = copy.split(/\n\s*\n/);
  return blocks.map((_, from) => blocks.slice(from).join('\n\n'));
}

/** The way of a mail through the pure code, from its words on: what becomes of it. */
function became(text: string, state: 'active' | 'paused' = 'active') {
  const { ownWords, courses } = content;
  const understood = understand(text, {
    now: NOW,
    zone: SUBSCRIBER.zone,
    subject: 'Re: A letter',
    state,
    ownWords,
    courses,
  });
  return decide(understood, 1, SUBSCRIBER, { now: NOW, courses });
}

/** What our mails tell readers that they can write. */
const EXAMPLES: readonly (readonly [intent: string, words: string])[] = [
  ['unsubscribe', 'Unsubscribe'],
  ['unsubscribe', 'stop'],
  ['unsubscribe', 'Stop the letters'],
  ['pause', 'pause'],
  ['pause', 'pause until Friday'],
  ['pause', 'pause for two weeks'],
  ['pause', 'pause until March 3'],
  ['pause', 'pause for a week'],
  ['resume', 'resume'],
  ['resume', 'Start again now'],
  ['schedule', 'weekdays only'],
  ['schedule', 'weekdays only\nsend them at 7 in the evening'],
  ['help', 'help'],
];

describe('a reply that copies a mail of ours without quoting it changes nothing', () => {
  /** What would happen, of what should change nothing and reach the author. */
  function acting(texts: Iterable<string>, state?: 'paused'): readonly string[] {
    return [...texts].flatMap((text) => {
      const { intent, outcome } = became(text, state);
      return intent === 'none' && outcome === 'forwarded' ? [] : [`${outcome} ${intent}: ${text}`];
    });
  }

  test('a letter, whole and from every block on, below “Thanks!” and without', () => {
    const copies = letters.flatMap(copiesOf);
    // The other track has the same letters but for one block.
    const ends = letters.filter(({ name }) => !name.endsWith(' friend'));
    const texts = new Set(ends.flatMap(copiesOf).flatMap(fromEveryBlock));
    expect(texts.size).toBeGreaterThan(1000);
    expect(acting(texts)).toEqual([]);
    expect(acting(copies.map((copy) => `Thanks!\n\n${copy}`))).toEqual([]);
    const [letter = ''] = copies;
    const below = fromEveryBlock(letter).map((end) => `Thanks!\n\n${end}`);
    expect(acting(below)).toEqual([]);
  });

  test('a notice, with any values, to a reader who is paused as well', () => {
    const copies = notices.flatMap(copiesOf);
    const ends = [...new Set(copies.flatMap(fromEveryBlock))];
    const texts = [...ends, ...ends.map((end) => `Thanks!\n\n${end}`)];
    const acted = [...acting(texts), ...acting(texts, 'paused')];
    // A heading of ours by itself ("Tus cartas están en pausa") may be asked about.
    const asked = acted.filter((one) => one.includes(' clarify: '));
    expect(acted.filter((one) => !asked.includes(one))).toEqual([]);
    expect(asked.length).toBeLessThan(texts.length / 50);
  });

  test('and a program’s own html part, from its bytes on', async () => {
    for (const { name, mail, values } of [...letters, ...notices]) {
      const body = fill(mail.html, values[0] ?? ANNA).replace(
        /<body[^>]*>/,
        '$&<div>Thanks!</div>',
      );
      const type = 'Content-Type: text/html; charset=utf-8';
      const read = await mailOf(`From: ${SUBSCRIBER.address}`, type, '', ...body.split('\n'));
      const own = { domains: [], listIds: [], loopHeader: LOOP_HEADER, words: content.ownWords };
      expect(automatic(read, own).kind).toBe('human');
      // A greeting is a name and a word, which anybody may write.
      const { greeting } = values[0] ?? ANNA;
      const left = strip(read.text, content.ownWords).replace(greeting, '').trim();
      // So is a heading of two words, "Tus datos", which nothing stands beside.
      const [first, ...headings] = left.split(/\n+/);
      expect([name, first]).toEqual([name, 'Thanks!']);
      expect(headings.filter((heading) => heading.split(' ').length > 2)).toEqual([]);
    }
  });
});

describe('a reader’s own words still act', () => {
  test('every command that we know, alone', () => {
    const commands = corpus(['en-plain.jsonl']).flatMap(({ text, wishes }) =>
      wishes.length > 0 ? [text] : [],
    );
    expect(commands.length).toBeGreaterThan(900);
    const changed = commands.filter((text) => strip(text, content.ownWords) !== strip(text));
    expect(changed).toEqual([]);
  });

  test.for(EXAMPLES)('%s, alone, above and below a copy: %s', ([intent, words]) => {
    const copies = [...letters.slice(0, 1), ...english()].flatMap(copiesOf);
    const around = copies.flatMap((copy) => [`${words}\n\n${copy}`, `${copy}\n\n${words}`]);
    const state = intent === 'resume' ? 'paused' : 'active';
    const lost = [words, ...around].filter((text) => became(text, state).intent !== intent);
    expect(lost).toEqual([]);
  });

  test('every item of a list that tells them what to write', () => {
    const items = english()
      .flatMap(({ mail: { text } }) => fill(text, ANNA).split('\n'))
      .filter((line) => /^- /.test(line) && !/:/.test(line))
      .map((line) => line.slice(2).replace(/[“”*]/g, ''));
    expect(items).toContain('send them at 7 in the evening');
    for (const item of items) expect(strip(item, content.ownWords)).toBe(item);
  });

  test('every label of a button or link', () => {
    const labels = english().flatMap(({ mail: { html } }) =>
      [...fill(html, ANNA).matchAll(/<a [^>]*>(?:<[^>]*>)*([^<]+)</g)].map(([, label]) => label),
    );
    expect(labels).toContain('Unsubscribe');
    for (const label of labels) expect(strip(label ?? '', content.ownWords)).toBe(label);
  });
});
