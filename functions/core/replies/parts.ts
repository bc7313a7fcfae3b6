import { MAX_OBJECT_BYTES } from './caps.ts';

/** What the header of one MIME part says about it. */
export interface Part {
  /** Lower case, `text/plain` where the header says nothing (RFC 2045 §5.2). */
  readonly type: string;
  readonly flowed: boolean;
  readonly delSp: boolean;
}

/** A mail made small enough to parse in any case, and what its part headers said. */
export interface Slimmed {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
  readonly headersOnly: boolean;
}

/** Header, beginning and line end of 60 parts. */
const MAX_PIECES = 180;
const MAX_HEADER = 64 * 1024;
const MAX_TEXT = 160 * 1024;
const MAX_LINES = 3000;
const MAX_KEPT = 480 * 1024;
const MAX_OTHER = 256;

/**
 * Keeps every part's header and the beginning of every text part, and drops the rest of the mail:
 * attachments say nothing about what the person wants, and the parser's time grows with its input.
 * `format=flowed` is neutralised in the headers, so that the parser leaves the lines alone (see
 * `unflow`). Nested messages keep their header only: their text is not the person's own (I-07).
 */
export function slimmed(given: Uint8Array): Slimmed {
  const headersOnly = given.length > MAX_OBJECT_BYTES;
  const whole = withLineFeeds(given.subarray(0, headersOnly ? MAX_HEADER : given.length));
  const mirror = latin1(whole);
  const pieces: Uint8Array[] = [];
  const parts: Part[] = [];
  const boundaries = new Set<string>();
  let kept = 0;
  for (let start = 0; start < mirror.length && pieces.length < MAX_PIECES; ) {
    const headerEnd = endOfHeader(mirror, start, MAX_HEADER);
    const header = mirror.slice(start, headerEnd);
    const part = readPart(header);
    for (const boundary of boundariesOf(header)) boundaries.add(boundary);
    const end = nextBoundary(mirror, headerEnd, boundaries);
    const room = headersOnly || kept > MAX_KEPT ? 0 : part.room;
    const stop = endOfLines(mirror, headerEnd, Math.min(end, headerEnd + room));
    pieces.push(
      neutral(whole.slice(start, headerEnd), header),
      whole.subarray(headerEnd, stop),
      LINE_FEED,
    );
    kept += stop - start;
    if (!/^--[^\r\n]{0,200}--\s*$/.test(header)) parts.push(part);
    start = end;
  }
  return { bytes: joined(pieces), parts, headersOnly };
}

const LINE_FEED = Uint8Array.of(0x0a);

/** One character per byte, so that positions are the same; only ASCII is looked for in it. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A mail whose lines end in CR only would lose its body in the parser. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

function endOfHeader(mail: string, start: number, cap: number): number {
  const region = mail.slice(start, start + cap);
  const ends = [region.indexOf('\n\n'), region.indexOf('\n\r\n')].filter((at) => at >= 0);
  return start + Math.min(region.length, ...ends.map((at) => at + 1));
}

/** The parser takes time for every line, and nobody writes so many. */
function endOfLines(mail: string, from: number, stop: number): number {
  let at = from;
  for (let lines = 0; lines < MAX_LINES; lines += 1) {
    const end = mail.indexOf('\n', at);
    if (end < 0 || end >= stop) return stop;
    at = end + 1;
  }
  return at;
}

function boundariesOf(header: string): string[] {
  return [...header.matchAll(/\bboundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi)]
    .map(([, quoted, bare]) => quoted ?? bare ?? '')
    .filter((boundary) => boundary !== '')
    .slice(0, 5);
}

/** Where the next line that is `--` and a known boundary begins; the mail's end if none does. */
function nextBoundary(mail: string, from: number, boundaries: ReadonlySet<string>): number {
  if (boundaries.size === 0) return mail.length;
  for (let at = mail.indexOf('\n--', from); at >= 0; at = mail.indexOf('\n--', at + 3)) {
    const line = mail.slice(at + 3, at + 210);
    for (const boundary of boundaries) if (line.startsWith(boundary)) return at + 1;
  }
  return mail.length;
}

function readPart(header: string): Part & { readonly room: number } {
  const lines = header.replace(/\r?\n[ \t]+/g, ' ');
  const content = /^content-type[ \t]{0,9}:([^\n]{0,2000})/im.exec(lines)?.[1] ?? '';
  const type = /^\s{0,99}([\w.+-]{1,60}\/[\w.+-]{1,80})/.exec(content)?.[1]?.toLowerCase();
  const attached = /^content-disposition[ \t]{0,9}:\s{0,99}attachment/im.test(lines);
  const text = type === undefined || type === 'text/plain' || type === 'text/html';
  return {
    type: type ?? 'text/plain',
    flowed: /;\s{0,99}format\s{0,9}=\s{0,9}"?flowed/i.test(content),
    delSp: /;\s{0,99}delsp\s{0,9}=\s{0,9}"?yes/i.test(content),
    room: text && !attached ? MAX_TEXT : MAX_OTHER,
  };
}

/** The header with `format=fixed ` in place of `format=flowed`, as many bytes long as before. */
function neutral(bytes: Uint8Array, header: string): Uint8Array {
  for (const match of header.matchAll(/format\s{0,9}=\s{0,9}"?(?=flowed)/gi)) {
    bytes.set(FIXED, match.index + match[0].length);
  }
  return bytes;
}

const FIXED = new TextEncoder().encode('fixed ');

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
