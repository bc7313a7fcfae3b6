import { randomBytes } from 'node:crypto';
import { checkInsIn } from './adapters/check-ins.ts';
import { correspondenceIn } from './adapters/correspondence.ts';
import { dueIndexIn } from './adapters/due-index.ts';
import { inboxIn } from './adapters/inbox.ts';
import { libraryIn } from './adapters/library.ts';
import { sesMailer } from './adapters/mailer.ts';
import { movesIn } from './adapters/moves.ts';
import { ownDataIn } from './adapters/own-data.ts';
import { pressesIn } from './adapters/presses.ts';
import { probesIn } from './adapters/probe.ts';
import { rateLimitIn } from './adapters/rate-limit.ts';
import { sendQueueAt } from './adapters/send-queue.ts';
import { signUpsIn } from './adapters/sign-ups.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { wordingsIn } from './adapters/wordings.ts';
import { instant } from './core/time.ts';
import type { IdKey, LinkSecret, SecretKey } from './core/token.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { tellingRefusals } from './runtime/refusals.ts';
import { senderOf } from './runtime/sender.ts';
import { webApp } from './web/app.ts';
import { webHandler } from './web/handler.ts';

const env = environment('web', process.env);
const subscribers = subscribersIn(env.TABLE_NAME);
const library = libraryIn(new URL('./content/', import.meta.url));
const now = () => instant(new Date());
let idKey: IdKey | undefined;
let secretKey: SecretKey | undefined;

const app = webApp({
  subscribers,
  checkIns: checkInsIn(env.TABLE_NAME),
  correspondence: correspondenceIn(env.TABLE_NAME),
  moves: movesIn(env.TABLE_NAME),
  ownData: ownDataIn(env.TABLE_NAME),
  inbox: inboxIn(env.MAIL_BUCKET, env.MAIL_PREFIX),
  mailer: tellingRefusals(sesMailer(env.CONFIGURATION_SET, now)),
  sender: senderOf(library, env),
  rateLimit: rateLimitIn(env.TABLE_NAME),
  signUps: signUpsIn(env.TABLE_NAME),
  presses: pressesIn(env.TABLE_NAME),
  wordings: wordingsIn(env.TABLE_NAME),
  probes: probesIn(env.TABLE_NAME),
  dueIndex: dueIndexIn(env.TABLE_NAME),
  queue: sendQueueAt(env.SEND_QUEUE_URL),
  library,
  webUrl: env.WEB_URL.replace(/\/$/, ''),
  replyDomain: env.REPLY_DOMAIN,
  async idKey() {
    idKey ??= await subscribers.idKey(() => randomBytes(32));
    return idKey;
  },
  async secretKey() {
    secretKey ??= await subscribers.secretKey(() => randomBytes(32));
    return secretKey;
  },
  newSecret: () => randomBytes(20).toString('base64url') as LinkSecret,
  now,
  milliseconds: () => Date.now(),
});

/** Everything that people reach with a browser, and mail programs with one click. */
export const handler = door('web', webHandler(app));
