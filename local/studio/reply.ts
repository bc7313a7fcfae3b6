import PostalMime from 'postal-mime';
import { outcomeKey } from '../../functions/adapters/inbound.ts';
import { MAX_OBJECT_BYTES } from '../../functions/core/replies/caps.ts';
import { LABELS } from '../../functions/core/replies/label.ts';
import { readMail } from '../../functions/core/replies/read-mail.ts';
import type { Desk } from '../desk/desk.ts';
import { rawMailsAt } from '../desk/raw-mails.ts';
import { type ReplyLine, replyIn } from '../desk/replies.ts';

/** One mail that somebody wrote: what became of it, and its words for as long as they lie in the bucket. */
export interface OneReply {
  readonly line: ReplyLine;
  /** Absent when the mail is gone, which it is after a month, or can't be asked for. */
  readonly words?: Words;
  /** As what it may be said that it should have been read. */
  readonly labels: readonly string[];
}

export interface Words {
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  readonly hasHtml: boolean;
  /** Of the thread: an answer to it names it. */
  readonly messageId?: string;
}

/** @returns undefined when nothing is known of such a mail */
export async function oneReply(desk: Desk, messageId: string): Promise<OneReply | undefined> {
  const item = await desk.items.get(outcomeKey(messageId));
  const line = item && replyIn(item);
  if (line === undefined) return undefined;
  const words = await wordsOf(desk, messageId);
  return { line, labels: LABELS, ...(words && { words }) };
}

async function wordsOf(desk: Desk, id: string): Promise<Words | undefined> {
  const raw = await rawOf(desk, id);
  const mail = raw && (await readMail(raw));
  if (mail?.kind !== 'mail') return undefined;
  const { from, fromName: name, subject, text, contentTypes, messageId } = mail;
  const hasHtml = contentTypes.includes('text/html');
  return { from, name, subject, text, hasHtml, ...(messageId && { messageId }) };
}

/** The html of a mail as it was sent: for a frame in which nothing of it runs or is loaded. */
export async function htmlOfReply(desk: Desk, messageId: string): Promise<string | undefined> {
  const raw = await rawOf(desk, messageId);
  return raw && (await PostalMime.parse(raw)).html;
}

/** The mail as it came; undefined when it is gone, or no stack says where it would be. */
async function rawOf(desk: Desk, messageId: string): Promise<Uint8Array | undefined> {
  const mails = await rawMailsAt(desk);
  try {
    return await mails?.read(messageId, MAX_OBJECT_BYTES);
  } catch (error) {
    if (error instanceof Error && GONE.includes(error.name)) return undefined;
    throw error;
  }
}

/** Where nobody may list a bucket, what is not there is denied. */
const GONE = ['NoSuchKey', 'AccessDenied'];
