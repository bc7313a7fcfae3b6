import { oneLine } from '../one-line.ts';
import {
  type CompiledMail,
  fill,
  htmlValue,
  type SlotName,
  type SlotValues,
  type Template,
} from './template.ts';

/** One header field; the value is unencoded text or, for addresses, already in wire form. */
export type Header = readonly [name: string, value: string];

/** A mail ready to be written: the compiled words, the reader's values, the header fields. */
export interface OutgoingMail {
  readonly mail: CompiledMail;
  readonly values: SlotValues;
  /** Every field but Subject, MIME-Version and Content-Type, in wire form. */
  readonly headers: readonly Header[];
  readonly attachments?: readonly Attachment[];
}

/** A file that goes with a mail. */
export interface Attachment {
  readonly name: string;
  /** Lower case, `image/jpeg`. */
  readonly type: string;
  readonly content: Uint8Array;
}

/** `=_` cannot occur in quoted-printable text, so this boundary needs no search (RFC 2045 §6.7). */
const BOUNDARY = '=_kindling_alternative';
const MIXED = '=_kindling_mixed';
const MAX_LINE = 76;
/**
 * Of a file's name, so many characters, from its end, where the ending stands: each may take twelve
 * octets in its one line of header, and no line may have more than 998 (RFC 5322 §2.1.1).
 */
const MAX_NAME = 80;

/**
 * The exact bytes for SES: multipart/alternative, text first, both quoted-printable in UTF-8, CRLF
 * line ends (RFC 2045, RFC 2046 §5.1.4; SES accepts no line over 1,000 octets).
 *
 * @throws when a slot has no value or a header would hold a line break
 */
export function writeMail({ mail, values, headers, attachments = [] }: OutgoingMail): string {
  const body = encoded(mail);
  const lines = [
    ...headers.map(([name, value]) => headerLine(name, value)),
    headerLine('Subject', encodeWords(fill(mail.subject, values))),
    'MIME-Version: 1.0',
  ];
  const written =
    `Content-Type: multipart/alternative;\r\n boundary="${BOUNDARY}"\r\n\r\n` +
    `--${BOUNDARY}\r\n${partHeaders('plain')}${fill(body.text, values, slotText)}\r\n` +
    `--${BOUNDARY}\r\n${partHeaders('html')}${fill(body.html, values, slotHtml)}\r\n` +
    `--${BOUNDARY}--\r\n`;
  return `${lines.join('\r\n')}\r\n${attachments.length === 0 ? written : mixed(written, attachments)}`;
}

/** The words first, then the files in base64 (RFC 2046 §5.1.3), each by its name (RFC 2231 §4). */
function mixed(written: string, attachments: readonly Attachment[]): string {
  const parts = attachments.map(({ name, type, content }) => {
    const shown = [...oneLine(name)].slice(-MAX_NAME).join('');
    const file = encodeURIComponent(shown).replace(
      /['()*]/g,
      (c) => `%${c.charCodeAt(0).toString(16)}`,
    );
    const lines =
      Buffer.from(content)
        .toString('base64')
        .match(/.{1,76}/g) ?? [];
    return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename*=UTF-8''${file}\r\n\r\n${lines.join('\r\n')}\r\n`;
  });
  const all = [written, ...parts].map((part) => `--${MIXED}\r\n${part}`).join('');
  return `Content-Type: multipart/mixed;\r\n boundary="${MIXED}"\r\n\r\n${all}--${MIXED}--\r\n`;
}

/**
 * `"Ann Lee" <ann@example.com>`, with an encoded word where the name needs one, folded before the
 * address when both would not fit into a line (RFC 5322 §2.1.1).
 */
export function mailbox(name: string, address: string): string {
  const shown = displayName(name);
  return `${shown}${shown.length + address.length > 60 ? '\r\n' : ''} <${address}>`;
}

/** A name in wire form: quoted, or in encoded words (RFC 5322 §3.2.4, RFC 2047). */
export function displayName(name: string): string {
  const safe = oneLine(name);
  const plain = /^[\x20-\x7e]*$/.test(safe);
  return plain ? `"${safe.replace(/["\\]/g, '\\$&')}"` : encodeWords(safe);
}

function headerLine(name: string, value: string): string {
  if (/[\r\n\0]/.test(value.replace(/\r\n[ \t]/g, ' '))) {
    throw new Error(`header ${name} holds a line break`);
  }
  return `${name}: ${value}`;
}

const partHeaders = (subtype: 'plain' | 'html'): string =>
  `Content-Type: text/${subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;

/** RFC 2047: UTF-8 words of at most 75 characters, never cut inside a code point. */
export function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const point of oneLine(text)) {
    if (Buffer.byteLength(word + point) > 42) {
      words.push(word);
      word = '';
    }
    word += point;
  }
  return [...words, word]
    .map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`)
    .join('\r\n ');
}

/** A compiled mail's literals in quoted-printable, encoded once per process and mail. */
const ENCODED = new WeakMap<CompiledMail, { readonly text: Template; readonly html: Template }>();

function encoded(mail: CompiledMail) {
  const known = ENCODED.get(mail);
  if (known !== undefined) return known;
  const fresh = { text: encodeTemplate(mail.text), html: encodeTemplate(mail.html) };
  ENCODED.set(mail, fresh);
  return fresh;
}

/** Ends each literal with a soft break where a slot follows, so that the slot starts a line. */
function encodeTemplate({ literals, slots }: Template): Template {
  const last = literals.length - 1;
  return {
    slots,
    literals: literals.map((literal, index) =>
      flat(index < last ? joinable(quotedPrintable(literal)) : quotedPrintable(literal)),
    ),
  };
}

/** One piece of memory: text put together by `+` is walked piece by piece at every use. */
const flat = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

const joinable = (text: string): string =>
  text === '' || text.endsWith('\r\n') ? text : `${text}=\r\n`;
const slotText = (value: string): string => joinable(quotedPrintable(value));
const slotHtml = (value: string, slot: SlotName): string =>
  joinable(quotedPrintable(htmlValue(value, slot)));

/** RFC 2045 §6.7: printable ASCII as it is, the rest as `=XX`, soft breaks at 76 characters. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (PLAIN.test(line) ? cut(line) : softBroken(units(line))))
    .join('\r\n');
}

/** A line in which nothing needs encoding: most of a mail, and all of its links but a few. */
const PLAIN = /^(?:[!-<>-~ ]*[!-<>-~])?$/;

/** The soft breaks of such a line; the last one may be a character longer, having none. */
function cut(line: string): string {
  if (line.length <= MAX_LINE) return line;
  const pieces: string[] = [];
  let from = 0;
  for (; line.length - from > MAX_LINE; from += MAX_LINE - 1) {
    pieces.push(line.slice(from, from + MAX_LINE - 1));
  }
  return [...pieces, line.slice(from)].join('=\r\n');
}

/** The pieces that a soft break may stand between; white space at a line's end is encoded. */
function units(line: string): readonly string[] {
  const bytes = Buffer.from(line, 'utf8');
  const last = bytes.length - 1;
  return Array.from(bytes, (byte, index) => {
    const printable = (byte >= 33 && byte <= 126 && byte !== 61) || (byte === 32 && index < last);
    return printable ? String.fromCharCode(byte) : (HEX[byte] ?? '');
  });
}

const HEX = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

/** One character of each line is left for the `=` of a soft break, which a slot may want behind it. */
function softBroken(pieces: readonly string[]): string {
  let text = '';
  let width = 0;
  for (const piece of pieces) {
    if (width + piece.length > MAX_LINE - 1) {
      text += '=\r\n';
      width = 0;
    }
    text += piece;
    width += piece.length;
  }
  return text;
}
