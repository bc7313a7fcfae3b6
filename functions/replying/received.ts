import type { Inbox } from '../adapters/inbox.ts';
import { attachmentsIn, hasAttachments, NOTHING_ATTACHED } from '../core/replies/attachments.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import type { Decided } from '../core/replies/intents.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import type { Act } from '../core/replies/wish-code.ts';
import type { Received } from './forward.ts';

/** What is known of a mail when the mails about it are written. Files are read for an author alone. */
export async function receivedOf(
  inbox: Inbox,
  messageId: string,
  { toAuthor }: Decided,
  mail: InboundMail,
  undo: readonly Act[],
): Promise<Received> {
  const attached =
    toAuthor && hasAttachments(mail)
      ? await attachmentsIn(await inbox.read(messageId, MAX_OBJECT_BYTES + 1), mail)
      : NOTHING_ATTACHED;
  return { messageId, place: inbox.placeOf(messageId), attached, undo };
}
