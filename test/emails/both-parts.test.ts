import { expect, test } from 'vitest';
import { exampleValues } from '../../emails/examples.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { everyMail } from './every-mail.ts';
import { tinyContent } from './tiny-content.ts';

/** What an inbox shows beside the subject, and a picture that has its words beside it: no text. */
const UNREAD =
  /<div[^>]*display:\s*none[^>]*>[^<]*<\/div>|<(\w+)[^>]*aria-hidden[^>]*>[\s\S]*?<\/\1>/g;

function visible(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(UNREAD, ' ')
    .replace(/<[^>]+>|&nbsp;/g, ' ');
}

/** Links stand in a text part, and behind words in html. */
const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(/https?:\S+/g, ' ')
      .toLowerCase()
      .match(/\p{L}{2,}/gu),
  );

const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => !other.has(word));

test('whatever one part of a mail says, the other says too', async () => {
  for (const { name, mail, compiled } of await everyMail(tinyContent())) {
    const values = exampleValues(mail.words);
    const html = words(visible(fill(compiled.html, values, htmlValue)));
    const text = words(fill(compiled.text, values));
    expect({ in: 'html only', words: only(html, text) }, name).toEqual({
      in: 'html only',
      words: [],
    });
    expect({ in: 'text only', words: only(text, html) }, name).toEqual({
      in: 'text only',
      words: [],
    });
  }
});
