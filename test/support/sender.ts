import type { Sender } from '../../functions/core/mail/compose.ts';
import type { Publication } from '../../functions/core/publication.ts';
import { senderOf as senderIn } from '../../functions/runtime/sender.ts';

/** Who sends the mails of a publication, from a deployment of the tests. */
export const senderOf = (
  publication: Publication,
  WEB_URL = 'https://letters.example.com',
): Sender => senderIn({ publication }, { WEB_URL, REPLY_DOMAIN: 'reply.example.com' });
