import type { Inbox } from '../adapters/inbox.ts';
import { attachmentsIn, hasAttachments, NOTHING_ATTACHED } from '../core/replies/attachments.ts';
import { MAX_OBJECT_BYTES } from '../core/replies/caps.ts';
import type { Decided } from '../core/replies/intents.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';
import type { Received } from './forward.ts';

/** What came with a mail, and where all of it is kept. Files are read for an author alone. */
export async function attachedTo(
  inbox: Inbox,
  messageId: string,
  { toAuthor }: Decided,
  mail: InboundMail,
): Promise<Pick<Received, 'place' | 'attached'>> {
  const attached =
    toAuthor && hasAttachments(mail)
      ? await attachmentsIn(await inbox.read(messageId, MAX_OBJECT_BYTES + 1), mail)
      : NOTHING_ATTACHED;
  return { place: inbox.placeOf(messageId), attached };
}
