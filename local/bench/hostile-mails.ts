import { automatic } from '../../functions/core/replies/automatic.ts';
import type { OwnWords } from '../../functions/core/replies/own-words.ts';
import { readMail } from '../../functions/core/replies/read-mail.ts';
import { inContext, strip } from '../../functions/core/replies/strip.ts';
import { understand } from '../../functions/core/replies/understand.ts';

export const READER = { now: '2026-11-22T09:00:00Z', zone: 'Europe/Berlin' };
const MEGABYTE = 1_000_000;

const encoder = new TextEncoder();
export const filled = (shape: string): string => shape.repeat(Math.ceil(MEGABYTE / shape.length));
const mail = (type: string, body: string): Uint8Array =>
  encoder.encode(`From: a@b.example\r\nContent-Type: ${type}\r\n\r\n${body}`);

/** The whole way of an inbound mail through the pure code. */
export async function handle(bytes: Uint8Array, words: OwnWords): Promise<void> {
  const read = await readMail(bytes);
  if (read.kind !== 'mail') return;
  const own = { domains: ['kindling.example'], listIds: ['a.b'], loopHeader: 'X-Loop', words };
  automatic(read, own, READER);
  strip(read.text, words);
  inContext(read.text, words);
  understand(read.text, { ...READER, subject: read.subject, address: read.from, ownWords: words });
}

export const TEXTS = [
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
  // What our own mails say, whole and up to a slot.
  'Change days or hour\nUnsubscribe\n',
  'your next letter ',
  'Your next letter: 7\n',
];
const MARKUP = ['<div>', '<p>stop</p>', '<!--<style>', '<blockquote>', 'x<hr>', '<div a=b '];
const HEADERS = ['X-A: b\r\n', 'To: a:b;', 'To: a@b.c, \r\n', '=?utf-8?Q?a?= ', ' folded\r\n'];
const PARTS = ['--b\r\n\r\n', '\n--', '--b\r\nContent-Type: text/html\r\n\r\n<div>\r\n'];

const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, MEGABYTE);

/** Mails of a megabyte that are made to be slow to read, by name. */
export const HOSTILE: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...TEXTS.map((shape) => [`text ${shape}`, cut(mail('text/plain', filled(shape)))] as const),
  ...MARKUP.map((shape) => [`html ${shape}`, cut(mail('text/html', filled(shape)))] as const),
  ...HEADERS.map((shape) => {
    const bytes = encoder.encode(`From: a@b.c\r\n${filled(shape)}\r\n\r\nstop`);
    return [`header ${shape}`, cut(bytes)] as const;
  }),
  ...PARTS.map((shape) => {
    return [`parts ${shape}`, cut(mail('multipart/mixed; boundary=b', filled(shape)))] as const;
  }),
  ['flowed', cut(mail('text/plain; format=flowed', filled('> a \n')))],
];

/** Tries of each: what else the machine does can only add to the least of them. */
const TRIES = 3;

/** The CPU time of the slowest of them, in milliseconds; each after a first try, as in a warm Lambda. */
export async function slowestHostileMail(words: OwnWords): Promise<number> {
  let slowest = 0;
  for (const [, bytes] of HOSTILE) {
    await handle(bytes, words);
    const tries: number[] = [];
    for (let one = 0; one < TRIES; one += 1) {
      const before = process.cpuUsage();
      await handle(bytes, words);
      const { user, system } = process.cpuUsage(before);
      tries.push((user + system) / 1000);
    }
    slowest = Math.max(slowest, Math.min(...tries));
  }
  return slowest;
}
