import { decodeWords } from 'postal-mime';
import { addressesIn, type Header, header } from './mime-headers.ts';

/** Headers beyond this are cut off in events, in both directions (mail-standards V-02). */
const MAX_HEADER_BYTES = 10 * 1024;

/** The part of SES's events that describes a mail's header. */
export function headerFacts(headers: readonly Header[]): object {
  const kept: { name: string; value: string }[] = [];
  let bytes = 0;
  for (const [name, value] of headers) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value) + 4;
    if (bytes > MAX_HEADER_BYTES) break;
    kept.push({ name, value });
  }
  return {
    headersTruncated: kept.length < headers.length,
    headers: kept,
    commonHeaders: commonHeaders(headers),
  };
}

function commonHeaders(headers: readonly Header[]): object {
  const decoded = (name: string) => {
    const value = header(headers, name);
    return value === undefined ? undefined : decodeWords(value);
  };
  const list = (name: string) => {
    const value = header(headers, name);
    return value === undefined
      ? undefined
      : value.split(/,(?=[^"]*(?:"[^"]*"[^"]*)*$)/).map(trimmed);
  };
  const given = {
    returnPath: addressesIn(header(headers, 'return-path') ?? '')[0],
    from: list('from'),
    date: header(headers, 'date'),
    to: list('to'),
    cc: list('cc'),
    replyTo: list('reply-to'),
    messageId: header(headers, 'message-id'),
    subject: decoded('subject'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const trimmed = (part: string) => decodeWords(part.trim());
