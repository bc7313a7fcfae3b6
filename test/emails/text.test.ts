import { expect, test } from 'vitest';
import { exampleValues } from '../../emails/examples.ts';
import { columns, wrap } from '../../emails/wrap.ts';
import { fill } from '../../functions/core/mail/template.ts';
import { everyMail } from './every-mail.ts';
import { lesson, tinyContent } from './tiny-content.ts';

test('the text part is a letter that one can read: see letter.txt', async () => {
  const mails = await everyMail(tinyContent());
  const first = mails.find(({ name }) => name === 'first partner');
  if (first === undefined) throw new Error('the letter is missing');
  await expect(fill(first.compiled.text, exampleValues(first.mail.words))).toMatchFileSnapshot(
    'letter.txt',
  );
});

test.each<[string, string, number, readonly string[]]>([
  ['fills lines', 'one two three four', 9, ['one two', 'three', 'four']],
  [
    'gives a long word a line of its own',
    'see https://example.com/long it',
    8,
    ['see', 'https://example.com/long', 'it'],
  ],
  ['keeps what a no-break space joins', 'about 20\u00A0minutes', 8, ['about', '20\u00A0minutes']],
  ['counts characters, not bytes or halves', '👩🌻👩🌻 ab', 7, ['👩🌻👩🌻 ab']],
  ['keeps line breaks', 'a\nb', 9, ['a', 'b']],
  ['leaves an empty line empty', '', 9, ['']],
])('wrap %s', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

const LINKS: readonly (readonly [why: string, link: string, shown: string])[] = [
  ['a number alone', '[112](tel:112)', '112'],
  [
    'a number that never breaks over two lines',
    '[0808-2000-247](tel:0808-2000-247)',
    '0808\u20112000\u2011247',
  ],
  [
    'an address with a number in it, as one can copy it',
    '[https://example.org/in/2024-25](https://example.org/in/2024-25)',
    'https://example.org/in/2024-25',
  ],
  [
    'an address without its beginning',
    '[example.org/2024-25](https://example.org/2024-25)',
    'https://example.org/2024-25',
  ],
  ['other words', '[a call](tel:0808-2000-247)', 'a call [1]'],
];

test('a label that is its own address needs no number below', async () => {
  const body = LINKS.map(([, link]) => `So: ${link}\n`).join('\n');
  const dir = tinyContent({ 'courses/tiny/lessons/02-second.md': lesson('second', body) });
  const second = (await everyMail(dir)).find(({ name }) => name.startsWith('second'));
  const lines = (second?.compiled.text.literals.join('·') ?? '').split('\n');
  const shown = lines.filter((line) => line.startsWith('So: ')).map((line) => line.slice(4));
  expect(shown).toEqual(LINKS.map(([, , text]) => text));
});

test('a slot takes the same room whatever its value', () => {
  expect(columns('\uE200')).toBe(columns('\uE20C'));
});
