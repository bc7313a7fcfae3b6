import { randomBytes } from 'node:crypto';
import { errandsIn } from './adapters/errands.ts';
import { inboxIn } from './adapters/inbox.ts';
import { libraryIn } from './adapters/library.ts';
import { sesMailer } from './adapters/mailer.ts';
import { movesIn } from './adapters/moves.ts';
import { ownDataIn } from './adapters/own-data.ts';
import { rateLimitIn } from './adapters/rate-limit.ts';
import { signUpsIn } from './adapters/sign-ups.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import type { ErrandAnswer } from './core/reader/errand.ts';
import { instant } from './core/time.ts';
import type { LinkSecret } from './core/token.ts';
import { runErrand } from './errands/run-errand.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures } from './runtime/log.ts';
import { tellingRefusals } from './runtime/refusals.ts';
import { senderOf } from './runtime/sender.ts';

const env = environment('errands', process.env);
const library = libraryIn(new URL('./content/', import.meta.url));
const subscribers = subscribersIn(env.TABLE_NAME);
const now = () => instant(new Date());
const world = {
  table: env.TABLE_NAME,
  errands: errandsIn(env.TABLE_NAME),
  subscribers,
  moves: movesIn(env.TABLE_NAME),
  ownData: ownDataIn(env.TABLE_NAME),
  inbox: inboxIn(env.MAIL_BUCKET, env.MAIL_PREFIX),
  rateLimit: rateLimitIn(env.TABLE_NAME),
  signUps: signUpsIn(env.TABLE_NAME),
  mailer: tellingRefusals(sesMailer(env.CONFIGURATION_SET, now)),
  sender: senderOf(library, env),
  library,
  idKey: () => subscribers.idKey(() => randomBytes(32)),
  secretKey: () => subscribers.secretKey(() => randomBytes(32)),
  newSecret: () => randomBytes(20).toString('base64url') as LinkSecret,
  now,
};

/** One errand of the author's desk: what it does for a reader by that reader's secret, which it never sees. */
export const handler = door('errand', async (event: unknown): Promise<ErrandAnswer> => {
  const answer = await runErrand(world, event);
  const because = answer.is === 'refused' ? answer.because : undefined;
  logFigures('errand', { [answer.is]: 1, ...(because && { [because]: 1 }) });
  return answer;
});
