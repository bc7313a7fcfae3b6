import { expect, test } from 'vitest';
import { exampleValues } from '../../emails/examples.ts';
import { columns, wrap } from '../../emails/wrap.ts';
import { fill } from '../../functions/core/mail/template.ts';
import { everyMail } from './every-mail.ts';
import { tinyContent } from './tiny-content.ts';

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

test('a slot takes the same room whatever its value', () => {
  expect(columns('\uE200')).toBe(columns('\uE20C'));
});
