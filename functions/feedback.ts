import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { subscribersIn } from './adapters/subscribers.ts';
import { suppressed } from './core/reader/lifecycle.ts';
import { type MailEvent, readMailEvent } from './core/sending/ses-event.ts';
import { instant } from './core/time.ts';
import { eachRecord } from './runtime/batch.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { endAll } from './runtime/leaving.ts';

const env = environment('feedback', process.env);
const subscribers = subscribersIn(env.TABLE_NAME);
const now = () => instant(new Date());

/** What SES refused after all has a person look at it. */
const SIGNS = { rejected: 'Refused' } as const;

/** SES events, through SNS and SQS: bounces and complaints end the sending. */
export const handler = door(
  'feedback',
  ({ Records }: SQSEvent): Promise<SQSBatchResponse> =>
    eachRecord('feedback', Records, takeEvent, SIGNS),
);

async function takeEvent(record: SQSRecord): Promise<string> {
  const event = readRecord(record);
  if (event === undefined) throw new TypeError('not an SES event');
  await act(event);
  return event.is;
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

async function act(event: MailEvent): Promise<void> {
  if (event.is !== 'unmailable') return;
  const { id, because } = event;
  await endAll(subscribers, id, { end: (one) => suppressed(one, because, now()) });
}
