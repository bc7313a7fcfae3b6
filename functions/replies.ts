import { randomBytes } from 'node:crypto';
import type { SESEvent } from 'aws-lambda';
import { correspondenceIn } from './adapters/correspondence.ts';
import { dueIndexIn } from './adapters/due-index.ts';
import { inboxIn } from './adapters/inbox.ts';
import { libraryIn } from './adapters/library.ts';
import { sesMailer } from './adapters/mailer.ts';
import { probesIn } from './adapters/probe.ts';
import { sendQueueAt } from './adapters/send-queue.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { wordingsIn } from './adapters/wordings.ts';
import { instant } from './core/time.ts';
import type { IdKey } from './core/token.ts';
import { handleReply } from './replying/handle-reply.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';
import { tellingRefusals } from './runtime/refusals.ts';
import { senderOf } from './runtime/sender.ts';

const env = environment('replies', process.env);
const library = libraryIn(new URL('./content/', import.meta.url));
const subscribers = subscribersIn(env.TABLE_NAME);
let key: Promise<IdKey> | undefined;
const now = () => instant(new Date());
const world = {
  subscribers,
  library,
  correspondence: correspondenceIn(env.TABLE_NAME),
  probes: probesIn(env.TABLE_NAME),
  dueIndex: dueIndexIn(env.TABLE_NAME),
  queue: sendQueueAt(env.SEND_QUEUE_URL),
  inbox: inboxIn(env.MAIL_BUCKET, env.MAIL_PREFIX),
  wordings: wordingsIn(env.TABLE_NAME),
  mailer: tellingRefusals(sesMailer(env.CONFIGURATION_SET, now)),
  sender: senderOf(library, env),
  idKey: () => {
    key ??= subscribers.idKey(() => randomBytes(32));
    return key;
  },
  now,
};

/** One mail to us, already stored: understood, or changed by nothing and read by the author. */
export const handler = door('reply', async ({ Records }: SESEvent): Promise<void> => {
  for (const { ses } of Records) {
    const { mail, receipt } = ses;
    const { outcome, because } = await handleReply(world, {
      messageId: mail.messageId,
      recipients: receipt.recipients,
      verdicts: {
        spam: receipt.spamVerdict.status,
        virus: receipt.virusVerdict.status,
        dmarc: receipt.dmarcVerdict.status,
      },
    });
    logFigures('reply', { [outcome]: 1, ...(because && { [because]: 1 }) });
  }
});
