import { NOTHING_ATTACHED } from '../../functions/core/replies/attachments.ts';
import type { Received } from '../../functions/replying/forward.ts';
import { authored } from './pseudo.ts';

/** How a mail came that has nothing with it. */
export const RECEIVED: Received = {
  messageId: 'mail-1',
  place: authored('s3://mails/1'),
  attached: NOTHING_ATTACHED,
  undo: [],
  list: 'letters',
};
