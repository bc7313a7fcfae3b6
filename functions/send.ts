import { randomUUID } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { broadcastsIn } from './adapters/broadcasts.ts';
import { dueIndexIn } from './adapters/due-index.ts';
import { libraryIn } from './adapters/library.ts';
import { sesMailer } from './adapters/mailer.ts';
import { proofsIn } from './adapters/proofs.ts';
import { signUpsIn } from './adapters/sign-ups.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import type { AttemptId } from './core/reader/subscriber.ts';
import { type DueMessage, parseDues } from './core/sending/due.ts';
import { instant } from './core/time.ts';
import { eachPart } from './runtime/batch.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { tellingRefusals } from './runtime/refusals.ts';
import { senderOf } from './runtime/sender.ts';
import { newBrake } from './sending/brake.ts';
import { canaryOf } from './sending/canary.ts';
import { newsletterOf } from './sending/issues.ts';
import { SIGNS, sendDue } from './sending/send-due.ts';

const env = environment('send', process.env);
const library = libraryIn(new URL('./content/', import.meta.url));
const now = () => instant(new Date());
const mailer = tellingRefusals(sesMailer(env.CONFIGURATION_SET, now));
const sender = senderOf(library, env);
const world = {
  subscribers: subscribersIn(env.TABLE_NAME),
  dueIndex: dueIndexIn(env.TABLE_NAME),
  mailer,
  library,
  sender,
  proofs: proofsIn(env.PROOF_BUCKET, env.PROOF_PREFIX),
  canary: canaryOf(mailer, sender.fromAddress, now),
  now,
  attempt: () => randomUUID() as AttemptId,
  brake: newBrake(),
  signUps: signUpsIn(env.TABLE_NAME),
  newsletter: newsletterOf(broadcastsIn(env.TABLE_NAME), now),
};

/**
 * Queue messages, each of some due moments: claim, send, finalize. All of a message at once, each
 * finished on its own, so that a crash leaves as little in doubt as can be.
 */
export const handler = door(
  'send',
  ({ Records }: SQSEvent): Promise<SQSBatchResponse> =>
    eachPart('send', Records, duesIn, (due) => sendDue(world, due), SIGNS),
);

function duesIn({ body }: { readonly body: string }): readonly DueMessage[] {
  const dues = parseDues(body);
  if (dues === undefined) throw new TypeError('no due moments');
  return dues;
}
