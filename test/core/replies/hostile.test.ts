import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automatic } from '../../../functions/core/replies/automatic.ts';
import { sentences } from '../../../functions/core/replies/clauses.ts';
import { readMail } from '../../../functions/core/replies/mime.ts';
import { inContext, strip } from '../../../functions/core/replies/strip.ts';
import { understand } from '../../../functions/core/replies/understand.ts';

const OWN = { domains: ['kindling.example'], listIds: ['a.b'], loopHeader: 'X-Kindling-Loop' };
const READER = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };
const MEGABYTE = 1_000_000;

const encoder = new TextEncoder();
const filled = (shape: string): string => shape.repeat(Math.ceil(MEGABYTE / shape.length));
const mail = (type: string, body: string): Uint8Array =>
  encoder.encode(`From: a@b.example\r\nContent-Type: ${type}\r\n\r\n${body}`);

/** The whole way of an inbound mail through the pure code. */
async function handle(bytes: Uint8Array): Promise<void> {
  const read = await readMail(bytes);
  if (read.kind !== 'mail') return;
  automatic(read, OWN, READER);
  const own = strip(read.text);
  inContext(read.text);
  understand(own, { ...READER, subject: read.subject, address: read.from });
}

async function cpuMillis(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const TEXTS = [
  '\n',
  'a',
  'é',
  '> \n',
  'On 1 Jan 2026 at 10:00\n',
  'From: a@b.c\n',
  'Von: x\n',
  'stop, ',
  'please stop. ',
  'until ',
  'dec 1 to ',
  'pause until 1 Jan. ',
  '"stop" ',
  '🙂',
  'A> ',
  '```\n',
];
const MARKUP = ['<div>', '<p>stop</p>', '<!--<style>', '<blockquote>', 'x<hr>', '<div a=b '];
const HEADERS = ['X-A: b\r\n', 'To: a:b;', 'To: a@b.c, \r\n', '=?utf-8?Q?a?= ', ' folded\r\n'];
const PARTS = ['--b\r\n\r\n', '\n--', '--b\r\nContent-Type: text/html\r\n\r\n<div>\r\n'];

describe('hostile mails', () => {
  it.each([
    ...TEXTS.map((shape) => [`text ${shape}`, mail('text/plain', filled(shape))] as const),
    ...MARKUP.map((shape) => [`html ${shape}`, mail('text/html', filled(shape))] as const),
    ...HEADERS.map(
      (shape) =>
        [`header ${shape}`, encoder.encode(`From: a@b.c\r\n${filled(shape)}\r\n\r\nstop`)] as const,
    ),
    ...PARTS.map(
      (shape) => [`parts ${shape}`, mail('multipart/mixed; boundary=b', filled(shape))] as const,
    ),
    ['flowed', mail('text/plain; format=flowed', filled('> a \n'))] as const,
  ])('a megabyte takes less than half a second of CPU: %j', async (_name, bytes) => {
    expect(await cpuMillis(() => handle(bytes.subarray(0, MEGABYTE)))).toBeLessThan(500);
  });

  it.each(TEXTS)('reads no more of a mail than a command can fill: %j', (shape) => {
    const read = sentences(filled(shape).slice(0, 64_000));
    expect(read.reduce((sum, { folded }) => sum + folded.length, 0)).toBeLessThanOrEqual(4000);
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
      fc.uint8Array({ maxLength: 3000 }),
      fc
        .array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 30 })
        .map((lines) => encoder.encode(`From: a@b.c\r\n${lines.join('\r\n')}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => {
        await handle(given);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), fc.string(), (text, subject) => {
        strip(text);
        expect(understand(text, { ...READER, subject }).intent).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });
});
