import type { Library } from '../adapters/library.ts';
import type { Sender } from '../core/mail/compose.ts';

/** Who mails come from, put together from the author's words and the account's addresses. */
export function senderOf(
  { publication }: Pick<Library, 'publication'>,
  env: { readonly WEB_URL: string; readonly REPLY_DOMAIN: string },
): Sender {
  return {
    publicationName: publication.name,
    fromName: publication.from.name,
    fromAddress: publication.from.address,
    replyDomain: env.REPLY_DOMAIN,
    webUrl: env.WEB_URL.replace(/\/$/, ''),
  };
}
