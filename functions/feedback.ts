import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { sesAccount } from './adapters/account.ts';
import { dueIndexIn } from './adapters/due-index.ts';
import { type ReturnKind, returnsIn } from './adapters/returns.ts';
import { signUpsIn } from './adapters/sign-ups.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { type MailEvent, readMailEvent } from './core/sending/ses-event.ts';
import { instant } from './core/time.ts';
import { hear } from './hearing/hear.ts';
import { type Weighed, weigh } from './hearing/weigh.ts';
import { eachRecord } from './runtime/batch.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { logFigures, type Signs } from './runtime/log.ts';

const env = environment('feedback', process.env);
const world = {
  subscribers: subscribersIn(env.TABLE_NAME),
  returns: returnsIn(env.TABLE_NAME),
  signUps: signUpsIn(env.TABLE_NAME),
  dueIndex: dueIndexIn(env.TABLE_NAME),
  account: sesAccount(),
  now: () => instant(new Date()),
};

/** What SES refused after all, and a mailbox that does not take readers' words, have a person look at them. */
const SIGNS = { rejected: 'Refused', 'forward-bounced': 'Refused' } as const;

/** Letters that are stopped ring by the tick, each minute. */
const WEIGHED: Readonly<Partial<Record<Weighed, Signs>>> = { 'form-slow': { FormSlow: 1 } };

/**
 * SES events, through SNS and SQS: bounces and complaints end the sending to an address, and too many
 * of them all letters. When that can't be weighed, the events come again and change nothing twice.
 */
export const handler = door(
  'feedback',
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const heard = new Set<ReturnKind>();
    const answer = await eachRecord('feedback', Records, (record) => take(record, heard), SIGNS);
    for (const what of await weigh(world, heard)) logFigures(what, {}, WEIGHED[what]);
    return answer;
  },
);

async function take(record: SQSRecord, heard: Set<ReturnKind>): Promise<string> {
  const event = readRecord(record);
  if (event === undefined) throw new TypeError('not an SES event');
  const { as, of } = await hear(world, event);
  if (of !== undefined) heard.add(of);
  return as;
}

/** SNS wraps what SES publishes in a notification. */
function readRecord({ body }: SQSRecord): MailEvent | undefined {
  try {
    const { Message } = JSON.parse(body) as { readonly Message?: unknown };
    return readMailEvent(String(Message));
  } catch {
    return undefined;
  }
}
