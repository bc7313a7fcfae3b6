import PostalMime, { type Email } from 'postal-mime';
import { MAX_BODY_CHARS } from './caps.ts';
import { repairC1 } from './characters.ts';
import { unflow } from './flowed.ts';
import { textOfHtml } from './html.ts';
import { type Slimmed, slimmed } from './parts.ts';

/** A mail as the later steps need it; every string decoded, nothing of it trusted. */
export interface InboundMail {
  readonly kind: 'mail';
  /** In the mail's order, names in lower case, values unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The From address in lower case, empty when there is none. */
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  /** The sender's Message-ID, which is not SES's `mail.messageId`. */
  readonly messageId?: string;
  readonly references: readonly string[];
  /** The person's own parts as text, quotes and signature still in it; at most 64 KB. */
  readonly text: string;
  /** The type of each part in lower case, the mail's own first. */
  readonly contentTypes: readonly string[];
}

/** Bytes that are no mail. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly reason: 'empty' | 'no-header' | 'malformed';
}

const HEADER_LINE = /^[!-9;-~]{1,76}[ \t]{0,9}:/;

/**
 * Reads a mail as it lies in the bucket. Never throws; any 40 MB take less than half a second.
 * Text of `multipart/report`, `message/rfc822` and `message/delivery-status` is not the person's
 * and is left out (mail-standards I-07).
 */
export async function readMail(bytes: Uint8Array): Promise<InboundMail | Unreadable> {
  if (bytes.length === 0) return { kind: 'unreadable', reason: 'empty' };
  if (!looksLikeMail(bytes)) return { kind: 'unreadable', reason: 'no-header' };
  try {
    const slim = slimmed(bytes);
    const parsed = await PostalMime.parse(slim.bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: 64,
    });
    return inbound(parsed, slim);
  } catch {
    return { kind: 'unreadable', reason: 'malformed' };
  }
}

function looksLikeMail(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 16_384));
  const lines = start.split(/\r\n?|\n/, 20).filter((line) => line.trim() !== '');
  // An mbox file starts with a "From " line before its first header.
  return lines.slice(0, 2).some((line) => HEADER_LINE.test(line));
}

function inbound(mail: Email, slim: Slimmed): InboundMail {
  const sender = mail.from?.group === undefined ? mail.from : mail.from.group[0];
  return {
    kind: 'mail',
    headers: mail.headers.map(({ key, value }) => [key, repairC1(value)] as const),
    from: (sender?.address ?? '').trim().toLowerCase(),
    fromName: repairC1(sender?.name ?? ''),
    subject: repairC1(mail.subject ?? '').trim(),
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId }),
    references: messageIds(mail.references),
    text: textOf(mail, slim),
    contentTypes: slim.parts.map(({ type }) => type),
  };
}

const messageIds = (header: string | undefined): readonly string[] =>
  (header ?? '').slice(0, 20_000).match(/<[^<>\s]{1,900}>/g) ?? [];

/** text/plain if it says anything, else the HTML as text (mail-standards I-06). */
function textOf(mail: Email, slim: Slimmed): string {
  const report = slim.parts.some(({ type }) => type === 'multipart/report');
  if (slim.headersOnly || report) return '';
  const plain = clean(unflowed(mail.text ?? '', slim));
  if (plain.trim() !== '') return plain;
  const html = clean(textOfHtml(mail.html ?? ''));
  return html.trim() === '' ? '' : html;
}

function unflowed(text: string, { parts }: Slimmed): string {
  const flowed = parts.find((part) => part.flowed && part.type === 'text/plain');
  const start = text.slice(0, MAX_BODY_CHARS);
  return flowed === undefined ? start : unflow(start, flowed.delSp);
}

const clean = (text: string): string =>
  repairC1(text.slice(0, MAX_BODY_CHARS)).replace(/\r\n?/g, '\n').replaceAll('\0', '').trimEnd();
