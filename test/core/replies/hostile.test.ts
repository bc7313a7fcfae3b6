import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWordsOf } from '../../../functions/core/replies/collect-own-words.ts';
import { IN_SHORT } from '../../../functions/core/replies/grammar/calendar.ts';
import { sentences } from '../../../functions/core/replies/grammar/sentences.ts';
import { strip } from '../../../functions/core/replies/strip.ts';
import { understand } from '../../../functions/core/replies/understand.ts';
import { filled, HOSTILE, handle, READER, TEXTS } from '../../../local/bench/hostile-mails.ts';
import { NOTICE } from './own-mail.ts';

const encoder = new TextEncoder();
const WORDS = ownWordsOf([NOTICE]);

describe('hostile mails', () => {
  // How long each takes is a figure of `npm run bench`.
  it.each(HOSTILE)('a megabyte is read to its end: %j', async (_name, bytes) => {
    await expect(handle(bytes, WORDS)).resolves.toBeUndefined();
  });

  it.each(TEXTS)('reads no more of a mail than a command can fill: %j', (shape) => {
    const read = sentences(filled(shape).slice(0, 64_000), IN_SHORT);
    expect(read.reduce((sum, { tokens }) => sum + tokens.length, 0)).toBeLessThanOrEqual(4000);
  });

  it('never throws, whatever the bytes', async () => {
    const line = fc.constantFrom(
      'From: a@b.c',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: text/html; charset=utf-7',
      'Content-Transfer-Encoding: base64',
      'Subject: =?x?Q?=?=',
      '--b',
      '',
      'pause until 31/2',
      '> stop',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3000, size: 'max' }),
      fc
        .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 60, size: 'max' })), {
          maxLength: 30,
          size: 'max',
        })
        .map((lines) => encoder.encode(`From: a@b.c\r\n${lines.join('\r\n')}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        await handle(given, WORDS);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 2000, size: 'max' }),
        fc.string(),
        (text, subject) => {
          strip(text, WORDS);
          expect(understand(text, { ...READER, subject }).wishes).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 300 },
    );
  });
});
