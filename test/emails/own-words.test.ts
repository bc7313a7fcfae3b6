import { beforeAll, describe, expect, test } from 'vitest';
import { type CompiledContent, compileContent } from '../../emails/compile.ts';
import { ANNA } from '../../emails/examples.ts';
import { LOOP_HEADER } from '../../functions/core/mail/answer.ts';
import { type CompiledMail, fill } from '../../functions/core/mail/template.ts';
import { automatic } from '../../functions/core/replies/automatic.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import { textOfHtml } from '../../functions/core/replies/html.ts';
import { strip } from '../../functions/core/replies/strip.ts';
import { understand } from '../../functions/core/replies/understand.ts';
import { HELP, LEAVE, PAUSE, RESUME } from '../core/replies/fixtures/clear.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, reader } from '../support/builders.ts';
import { CONTENT } from './every-mail.ts';

const NOW = at('2026-11-23T09:00:00Z');
const SUBSCRIBER = reader();

/** What the code itself puts into the slots, where it has no day or hour to say. */
const OTHERS = {
  greeting: 'Hello,',
  courseTitle: 'the letters',
  pausedInWords: 'until you tell us to go on',
  scheduleInWords: 'every Monday and Thursday at 7:00 PM (America/New York time)',
  nextLetterInWords: 'Monday, December 7, 2026, at 7:00 AM (Europe/Berlin)',
  lettersReceivedInWords: 'one letter',
};

let content: CompiledContent;
let letters: readonly (readonly [name: string, mail: CompiledMail])[];
let notices: typeof letters;
beforeAll(async () => {
  content = await compileContent(CONTENT);
  letters = [
    ...content.lessons.map(({ lesson, track, mail }) => [`${lesson} ${track}`, mail] as const),
    ...content.newsletters.map(({ id, mail }) => [id, mail] as const),
  ];
  notices = Object.entries(content.notices);
});

/** Both parts as a mail program shows them. */
const copiesOf = (mail: CompiledMail, values = ANNA): readonly string[] => [
  fill(mail.text, values),
  textOfHtml(fill(mail.html, values)),
];

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
  ['schedule', 'weekdays only\nat 7 in the evening'],
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
    const copies = letters.flatMap(([, mail]) => copiesOf(mail));
    // The other track has the same letters but for one block.
    const ends = letters.filter(([name]) => !name.endsWith(' friend'));
    const texts = new Set(ends.flatMap(([, mail]) => copiesOf(mail)).flatMap(fromEveryBlock));
    expect(texts.size).toBeGreaterThan(1000);
    expect(acting(texts)).toEqual([]);
    expect(acting(copies.map((copy) => `Thanks!\n\n${copy}`))).toEqual([]);
    const [letter = ''] = copies;
    const below = fromEveryBlock(letter).map((end) => `Thanks!\n\n${end}`);
    expect(acting(below)).toEqual([]);
  });

  test('a notice, with any values, to a reader who is paused as well', () => {
    const copies = notices.flatMap(([, mail]) =>
      [ANNA, { ...ANNA, ...OTHERS }].flatMap((values) => copiesOf(mail, values)),
    );
    const ends = [...new Set(copies.flatMap(fromEveryBlock))];
    const texts = [...ends, ...ends.map((end) => `Thanks!\n\n${end}`)];
    expect([...acting(texts), ...acting(texts, 'paused')]).toEqual([]);
  });

  test('and a program’s own html part, from its bytes on', async () => {
    for (const [name, mail] of [...letters, ...notices]) {
      const body = fill(mail.html, ANNA).replace(/<body[^>]*>/, '$&<div>Thanks!</div>');
      const type = 'Content-Type: text/html; charset=utf-8';
      const read = await mailOf(`From: ${SUBSCRIBER.address}`, type, '', ...body.split('\n'));
      const own = { domains: [], listIds: [], loopHeader: LOOP_HEADER, words: content.ownWords };
      expect(automatic(read, own).kind).toBe('human');
      expect([name, strip(read.text, content.ownWords)]).toEqual([name, 'Thanks!']);
    }
  });
});

describe('a reader’s own words still act', () => {
  test('every command that we know, alone', () => {
    const commands = [...LEAVE, ...PAUSE, ...RESUME, ...HELP];
    const changed = commands.filter((text) => strip(text, content.ownWords) !== strip(text));
    expect(changed).toEqual([]);
  });

  test.for(EXAMPLES)('%s, alone, above and below a copy: %s', ([intent, words]) => {
    const copies = [...letters.slice(0, 1), ...notices].flatMap(([, mail]) => copiesOf(mail));
    const around = copies.flatMap((copy) => [`${words}\n\n${copy}`, `${copy}\n\n${words}`]);
    const state = intent === 'resume' ? 'paused' : 'active';
    const lost = [words, ...around].filter((text) => became(text, state).intent !== intent);
    expect(lost).toEqual([]);
  });

  test('every item of a list that tells them what to write', () => {
    const items = notices
      .flatMap(([, { text }]) => fill(text, ANNA).split('\n'))
      .filter((line) => /^- /.test(line) && !/:/.test(line))
      .map((line) => line.slice(2).replace(/[“”]/g, ''));
    expect(items).toContain('at 7 in the evening');
    for (const item of items) expect(strip(item, content.ownWords)).toBe(item);
  });

  test('every label of a button or link', () => {
    const labels = notices.flatMap(([, { html }]) =>
      [...fill(html, ANNA).matchAll(/<a [^>]*>(?:<[^>]*>)*([^<]+)</g)].map(([, label]) => label),
    );
    expect(labels).toContain('Unsubscribe');
    for (const label of labels) expect(strip(label ?? '', content.ownWords)).toBe(label);
  });
});
