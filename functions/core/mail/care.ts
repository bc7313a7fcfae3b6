import type { Subscriber } from '../reader/subscriber.ts';
import { countryOf } from '../words/locale.ts';
import type { Words } from '../words/words.ts';
import { type Answered, LOOP_HEADER, threadHeaders } from './answer.ts';
import { replyAddress, type Sender } from './compose.ts';
import { namesFor } from './discreet.ts';
import type { RowPicture } from './rows.ts';
import { type SafetyLines, safetyLinesOf } from './safety-lines.ts';
import type { CompiledMail } from './template.ts';
import { mailbox, type OutgoingMail } from './write.ts';

/** What the note to a reader in distress is put together from, besides its reader. */
export interface CareComposition {
  readonly mail: CompiledMail;
  readonly answered: Answered;
  readonly sender: Sender;
  readonly safetyLines: SafetyLines;
  readonly row: RowPicture;
  /** Of the language that they wrote in. */
  readonly words: Words;
}

/**
 * Who can be called now, where they live. No list's mail: without a List-Id and an unsubscribe link
 * it names nothing that they read. It says that it is automatic (RFC 3834 §5), and whatever they
 * answer reaches a person.
 */
export function composeCare(
  subscriber: Subscriber,
  { mail, answered, sender, safetyLines, row, words }: CareComposition,
): OutgoingMail {
  const country = safetyLines[countryOf(subscriber.zone) ?? ''];
  const { replyDomain } = sender;
  const names = namesFor(subscriber, sender, words);
  return {
    mail,
    values: safetyLinesOf(country, words, row),
    headers: [
      ['From', mailbox(names.from, sender.fromAddress)],
      ['To', `<${subscriber.address}>`],
      ['Reply-To', mailbox(names.replyTo, replyAddress(subscriber, replyDomain))],
      ['Auto-Submitted', 'auto-replied'],
      ['X-Auto-Response-Suppress', 'OOF, AutoReply'],
      [LOOP_HEADER, replyDomain],
      ...threadHeaders(answered),
    ],
  };
}
