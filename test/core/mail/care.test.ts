import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { ROW } from '../../../emails/row.ts';
import { composeCare } from '../../../functions/core/mail/care.ts';
import { safetyLinesOf } from '../../../functions/core/mail/safety-lines.ts';
import type { CompiledMail } from '../../../functions/core/mail/template.ts';
import { writeMail } from '../../../functions/core/mail/write.ts';
import type { Zone } from '../../../functions/core/time.ts';
import { reader } from '../../support/builders.ts';
import { PUBLICATION } from '../../support/fake-library.ts';
import { senderOf } from '../../support/sender.ts';
import { EN, wordsIn } from '../../support/words.ts';

const { words } = wordsIn(EN);
const mail: CompiledMail = {
  subject: { literals: ['Your mail has arrived'], slots: [] },
  html: { literals: ['', ''], slots: ['linesHtml'] },
  text: { literals: ['', ''], slots: ['linesText'] },
};
const sender = senderOf(PUBLICATION);
const IRELAND = {
  emergency: '112',
  lines: [
    { for: 'crisis', name: 'Samaritans', number: '116 123', url: 'https://samaritans.org' },
    { for: 'men', name: '<Men>', number: '1-800', hours: 'by day' },
  ],
} as const;

async function note(zone: string) {
  const outgoing = composeCare(reader({ zone: zone as Zone }), {
    mail,
    answered: { messageId: '<cry@example.net>', references: [], subject: 'He hit me' },
    sender,
    safetyLines: { IE: IRELAND },
    row: ROW,
    words,
  });
  return PostalMime.parse(writeMail(outgoing));
}

describe('the note to a reader in distress', () => {
  test.for([
    ['of the country that their zone is in', 'Europe/Dublin', ['112', 'Samaritans: 116']],
    ['of a country that nobody looked at', 'Europe/Oslo', ['112, or the number', 'findahelpline']],
    ['of no country', 'Etc/UTC', ['112, or the number', 'findahelpline.com']],
  ] as const)('names the lines %s', async ([, zone, named]) => {
    const { text = '', html = '' } = await note(zone);
    for (const words of named) {
      expect(text.replaceAll('\u00A0', ' ')).toContain(words);
      expect(html.replace(/<[^>]+>/g, '').replaceAll('\u00A0', ' ')).toContain(words);
    }
    expect(text.includes('Samaritans')).toBe(zone === 'Europe/Dublin');
  });

  test('is no list’s mail, is known as a robot’s, and an answer to it reaches us', async () => {
    const { headers, replyTo } = await note('Europe/Dublin');
    const fields = new Map(headers.map(({ key, value }) => [key, value]));
    expect([...fields.keys()].filter((name) => /^list-|precedence/.test(name))).toEqual([]);
    expect(fields.get('auto-submitted')).toBe('auto-replied');
    expect(fields.get('x-kindling-loop')).toBe('reply.example.com');
    expect(fields.get('in-reply-to')).toBe('<cry@example.net>');
    expect(replyTo?.[0]?.address).toMatch(/^reply\+[a-z2-7.]+@reply\.example\.com$/);
  });

  test('says nothing of theirs: not their subject, not a link of theirs', async () => {
    const { subject, text, html } = await note('Europe/Dublin');
    expect(`${subject}${text}${html}`).not.toMatch(/hit me|letters\.example|Closer/);
  });
});

test('a number can be tapped, and stays on one line; what is limited says so', () => {
  const { linesHtml, linesText } = safetyLinesOf(IRELAND, words, ROW);
  expect(linesHtml).toContain('href="tel:116123"');
  expect(linesHtml).toContain('116\u00A0123');
  expect(linesHtml).toContain('&lt;Men&gt;');
  expect(linesText).toContain('1\u2011800 (by day)');
  expect(linesText).toContain('https://samaritans.org');
});
