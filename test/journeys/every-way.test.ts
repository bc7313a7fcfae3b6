import { describe, expect, test } from 'vitest';
import { foundIn } from '../support/every-way.ts';

/** That a search finds nothing is only worth something where it would find it. */

const WORD = 'Zoë.Tracewell@example.net';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const percent = (text: string) => encodeURIComponent(text);
const quoted = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => (byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('');

const WAYS: readonly (readonly [way: string, text: string])[] = [
  ['as it is', WORD],
  ['in capitals', WORD.toUpperCase()],
  ['in small letters', WORD.toLowerCase()],
  ...['', 'a', 'ab', 'abc'].map(
    (before) => [`Base64, after “${before}”`, base64(before + WORD)] as const,
  ),
  ['base64url in a cookie', `asked=${Buffer.from(`{"a":"${WORD}"}`).toString('base64url')}; b=c`],
  ['Base64 after what is none of it', `x/y${base64(WORD)}`],
  [
    'Base64 in lines',
    base64(`${'x'.repeat(50)}${WORD}${'x'.repeat(200)}`).replaceAll(/.{76}/g, '$&\r\n'),
  ],
  ['percent-encoded', percent(WORD)],
  ['every byte percent-encoded', Buffer.from(WORD).toString('hex').replaceAll(/../g, '%$&')],
  ['quoted-printable', quoted(WORD)],
  ['quoted-printable, broken in the middle', quoted(WORD).replace('Trace', 'Tr=\r\nace')],
  ['hexadecimal', Buffer.from(WORD).toString('hex')],
  ['in HTML', WORD.replace('@', '&#64;').replace('ë', '&#235;')],
  ['in JSON', JSON.stringify(WORD).replace('ë', '\\u00eb')],
  ['quoted-printable within Base64', base64(quoted(WORD))],
  ['Base64 within a percent-encoded address', percent(`/${base64(WORD)}`)],
  ['a mail in Base64 within JSON', JSON.stringify({ raw: base64(`To: ${WORD}\r\n`) })],
];

describe('the search finds what is', () => {
  test.each(WAYS)('%s', (_, text) => {
    expect(foundIn(`before ${text} after`, [WORD, 'nothing of it'])).toEqual([WORD]);
    expect(foundIn(JSON.stringify([`before\n${text}\nafter`]), [WORD])).toEqual([WORD]);
  });

  test('and nothing else', () => {
    expect(foundIn(WAYS.map(([, text]) => text).join(' '), ['Tracewell.Zoe', 'x@y.z'])).toEqual([]);
  });
});
