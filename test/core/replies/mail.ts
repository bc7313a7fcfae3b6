import { type InboundMail, readMail } from '../../../functions/core/replies/read-mail.ts';

const encoder = new TextEncoder();

/** The bytes of a mail from its lines; a lone string is one line. */
export function bytesOf(...lines: readonly string[]): Uint8Array {
  return encoder.encode(lines.join('\r\n'));
}

/** Reads lines that have to be a mail. */
export async function mailOf(...lines: readonly string[]): Promise<InboundMail> {
  const mail = await readMail(bytesOf(...lines));
  if (mail.kind !== 'mail') throw new Error(`no mail: ${mail.reason}`);
  return mail;
}

/** A plain mail with these headers beside From and Subject. */
export function withHeaders(
  headers: readonly string[],
  body = 'Hello there',
): Promise<InboundMail> {
  const from = headers.some((line) => /^from:/i.test(line)) ? [] : ['From: Jo <jo@example.net>'];
  return mailOf(...from, ...headers, '', body);
}
