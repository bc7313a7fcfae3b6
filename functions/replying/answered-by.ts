import type { Answered } from '../core/mail/answer.ts';
import type { InboundMail } from '../core/replies/read-mail.ts';

/** What an answer to a mail needs to stand in its thread. */
export const answeredBy = ({ messageId, references, subject }: InboundMail): Answered => ({
  ...(messageId !== undefined && { messageId }),
  references,
  subject,
});
