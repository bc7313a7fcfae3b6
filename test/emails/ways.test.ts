import { describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { loadContent } from '../../emails/content/load.ts';
import { lessonMails, newsletterMails } from '../../emails/mails.ts';
import { lesson, tinyContent } from './tiny-content.ts';

/** What each reader finds in a letter: their track's words, and the gentler way for those far apart. */
const BODY = `
Words for all, after [the letter before](letter:first).

:::for{track=friend}
- for friends
:::

:::practice[Ask]{track=partner kind=ask gate}
The usual way.

:::declined
Leave it.
:::

:::gentler[Look]{kind=notice alone}
The gentler way.
:::
:::

:::practice[Tell]{track=friend kind=say}
The way of friends.

:::gate
A gate of its own.
:::
:::

:::question
:::for{track=partner}
A question for two?
:::

:::for{track=friend}
A question for friends?
:::
:::
`;

const PRACTICE = `
:::practice[Ask]{kind=ask gate}
The usual way.

:::declined
Leave it.
:::

:::gentler[Look]{kind=notice alone}
The gentler way.
:::
:::
`;

const ISSUE = `---
id: news
subject: Some news
preheader: A line about the news that is in this issue.
send-on: 2026-12-01
---
${PRACTICE}`;

const CONTENT = tinyContent({
  'courses/tiny/lessons/02-second.md': lesson('second', BODY),
  'newsletters/2026-12-news.md': ISSUE,
});

const { lessons, newsletters } = await compileContent(CONTENT);
const text = (track: string, gentler: boolean) =>
  lessons
    .find((one) => one.lesson === 'second' && one.track === track && one.gentler === gentler)
    ?.mail.text.literals.join('·');

const GATE = 'Only with someone you are safe with';

test.each<[string, boolean, readonly string[], readonly string[]]>([
  [
    'partner',
    false,
    ['The usual way.', GATE, 'If they don’t want to:', 'A question for two?', 'Ask'],
    ['gentler', 'friends', 'Look'],
  ],
  [
    'partner',
    true,
    ['The gentler way.', 'Look', 'A question for two?'],
    ['The usual way.', GATE, 'If they don’t want to', 'friends'],
  ],
  [
    'friend',
    false,
    ['The way of friends.', 'A gate of its own.', '- for friends', 'A question for friends?'],
    ['The usual way.', 'gentler', GATE, 'for two'],
  ],
])('%s, the gentler way: %s', (track, gentler, has, hasNot) => {
  const words = text(track, gentler)?.replace(/\s+/g, ' ') ?? '';
  expect(has.filter((one) => !words.includes(one))).toEqual([]);
  expect(hasNot.filter((one) => words.includes(one))).toEqual([]);
});

test('a letter without a gentler way is compiled once a track', () => {
  expect(text('friend', true)).toBeUndefined();
});

test('an issue is for everybody: the usual way, with its gate', () => {
  const [issue] = newsletters;
  for (const words of [issue?.mail.text.literals.join('·').replace(/\s+/g, ' '), issue?.page]) {
    expect(words).toContain('The usual way.');
    expect(words).toContain(GATE);
    expect(words).not.toMatch(/gentler|Look/);
  }
});

test('a gate stands before its practice, wherever it was written', () => {
  expect(text('friend', false)).toMatch(/A gate of its own\.\s+The way of friends\./);
});

describe('a link to another letter', () => {
  const mails = lessons.filter((one) => one.lesson === 'second');
  test('opens the reader’s own copy', () => {
    for (const { mail } of mails) {
      const link = mail.html.literals.findIndex((literal) => literal.startsWith('/first"'));
      expect(mail.html.slots[link - 1]).toBe('webCopyUrl');
    }
  });

  test('tells its title where nobody can click', () => {
    expect(text('friend', false)).toContain('the letter before (The first letter)');
  });
});

test('nothing but what a reader gets is left in a mail', () => {
  const content = loadContent(CONTENT);
  for (const { mail } of [...lessonMails(content), ...newsletterMails(content)])
    expect(JSON.stringify(mail.blocks)).not.toMatch(/"kind":"(?:for|gentler)"/);
});
