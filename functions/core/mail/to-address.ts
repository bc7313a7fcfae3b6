import type { EmailAddress } from '../address.ts';
import type { Subscriber } from '../reader/subscriber.ts';
import type { Words } from '../words/words.ts';
import type { Sender } from './compose.ts';
import { asWanted, namesFor } from './discreet.ts';
import type { CompiledMail } from './template.ts';
import { mailbox, type OutgoingMail } from './write.ts';

/** A mail to an address that a reader typed as their new one. */
export interface ToAddress {
  readonly notice: 'new-address' | 'address-taken';
  readonly address: EmailAddress;
  readonly mail: CompiledMail;
  /** Where its button leads, if it has one. */
  readonly url?: string;
}

/**
 * It may be a stranger's address: nothing in the mail tells whose letters these are, and no link in it
 * is a reader's. Whatever is answered reaches a person.
 */
export function composeToAddress(
  reader: Pick<Subscriber, 'discreet'>,
  { address, mail, url }: ToAddress,
  sender: Sender,
  words: Words,
): OutgoingMail {
  const names = namesFor(reader, sender, words);
  const { fromAddress, replyDomain, webUrl } = sender;
  return {
    mail: asWanted(mail, reader, { is: 'note' }, words),
    values: { safeUrl: `${webUrl}/safe`, ...(url !== undefined && { confirmUrl: url }) },
    headers: [
      ['From', mailbox(names.from, fromAddress)],
      ['To', `<${address}>`],
      ['Reply-To', mailbox(names.replyTo, `letters@${replyDomain}`)],
      ['Auto-Submitted', 'auto-generated'],
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
    ],
  };
}
