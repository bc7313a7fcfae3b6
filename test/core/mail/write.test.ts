import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { CompiledMail, Template } from '../../../functions/core/mail/template.ts';
import {
  encodeWords,
  mailbox,
  quotedPrintable,
  writeMail,
} from '../../../functions/core/mail/write.ts';

const template = (...literals: string[]): Template => ({
  literals,
  slots: literals.slice(1).map(() => 'greeting'),
});
const mail = (fields: Partial<CompiledMail> = {}): CompiledMail => ({
  subject: template('Hello'),
  text: template('Dear ', ', bye\n'),
  html: template('<p>', '</p>'),
  ...fields,
});
const write = (compiled: CompiledMail, greeting: string) =>
  writeMail({ mail: compiled, values: { greeting }, headers: [['From', '<a@example.com>']] });

/** Reader-made text: what `fill` allows is anything that is not empty. */
const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200, size: 'max' });
const words = fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' });
/** RFC 2045 has no bare CR or LF in text: line ends come out as one kind. */
const lines = (text: string) => text.replace(/\r\n?/g, '\n');

describe('a written mail', () => {
  test('comes back from a parser as it went in, whatever a reader is called', async () => {
    await fc.assert(
      fc.asyncProperty(words, value, words, async (before, name, after) => {
        const raw = write(mail({ text: template(before, after) }), name);
        const parsed = await PostalMime.parse(raw);
        expect(lines(parsed.text ?? '').trimEnd()).toBe(lines(before + name + after).trimEnd());
      }),
      { numRuns: 200 },
    );
  });

  test('keeps every line within RFC 2045’s 76 characters, in ASCII, ended by CRLF', () => {
    fc.assert(
      fc.property(words, value, (literal, name) => {
        const raw = write(mail({ html: template(literal, literal) }), name);
        expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/);
        expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const body = raw.slice(raw.indexOf('\r\n\r\n'));
        expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
      }),
    );
  });

  test.each(['$&', "$'", '{{greeting}}', '</p><script>', '=3D', '"quoted"', 'אבג', '👩‍👩‍👧'])(
    'shows the name %j as it is, in both parts',
    async (name) => {
      const parsed = await PostalMime.parse(write(mail(), name));
      expect(parsed.text).toContain(`Dear ${name}, bye`);
      expect(parsed.html).not.toContain('<script>');
    },
  );

  test('refuses to leave with a hole in it', () => {
    expect(() => write(mail(), '')).toThrow('slot greeting has no value');
  });

  test('refuses a header that would start another one', () => {
    const headers = [['Reply-To', 'a@example.com\r\nBcc: b@example.com']] as const;
    expect(() => writeMail({ mail: mail(), values: { greeting: 'x' }, headers })).toThrow(
      'header Reply-To holds a line break',
    );
  });
});

describe('a file that goes along', () => {
  test.each([
    ['of Cyrillic letters, six octets each', 'ж'],
    ['of emoji, twelve octets each', '💌'],
    ['of apostrophes, which encodeURIComponent leaves', "'"],
  ])(
    'with an endless name %s comes under its end, in lines that SES accepts',
    async (_, letter) => {
      const name = `${letter.repeat(300)}.jpg`;
      const raw = writeMail({
        mail: mail(),
        values: { greeting: 'Ann' },
        headers: [['From', '<a@example.com>']],
        attachments: [{ name, type: 'image/jpeg', content: new Uint8Array([1]) }],
      });
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
      const [file] = (await PostalMime.parse(raw)).attachments;
      expect(name.endsWith(file?.filename ?? 'none')).toBe(true);
      expect(file?.filename).toHaveLength(letter.length * 76 + 4);
    },
  );
});

describe('header words', () => {
  test.each([
    ['Ann', '"Ann" <ann@example.com>', 'plain'],
    ['Ann "the" Lee', '"Ann \\"the\\" Lee" <ann@example.com>', 'quotes are escaped'],
    ['A\r\nBcc: b', '"A Bcc: b" <ann@example.com>', 'no line breaks'],
    ['Jörg', '=?UTF-8?B?SsO2cmc=?= <ann@example.com>', 'RFC 2047'],
  ])('%j: %s', (name, expected, _reason) => {
    expect(mailbox(name, 'ann@example.com')).toBe(expected);
  });

  test('encoded words have at most 75 characters and cut no character in two', () => {
    fc.assert(
      fc.property(words, (text) => {
        for (const word of encodeWords(text).split('\r\n ')) {
          if (word.startsWith('=?')) {
            expect(word.length).toBeLessThanOrEqual(75);
            const bytes = Buffer.from(word.slice(10, -2), 'base64');
            expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).not.toThrow();
          }
        }
      }),
    );
  });
});

test('white space at the end of a line is encoded, or a relay would strip it', () => {
  expect(quotedPrintable('a \nb\t')).toBe('a=20\r\nb=09');
});
