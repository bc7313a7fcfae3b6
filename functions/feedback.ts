import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { libraryIn } from './adapters/library.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { suppress } from './core/lifecycle.ts';
import { type MailEvent, readMailEvent, type TaggedMail } from './core/ses-event.ts';
import { instant } from './core/time.ts';
import { eachRecord } from './runtime/batch.ts';
import { change } from './runtime/change.ts';
import { environment } from './runtime/env.ts';
import { settleSent } from './runtime/send-due.ts';

const env = environment('feedback', process.env);
const subscribers = subscribersIn(env.TABLE_NAME);
const library = libraryIn(new URL('./content/', import.meta.url));
const now = () => instant(new Date());

/**
 * SES events, through SNS and SQS: bounces and complaints end the sending, Send events settle the
 * claims whose answer was lost.
 */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const events = new Map(Records.map((record) => [record, readRecord(record)]));
  const doubtful = await openClaims([...events.values()].flatMap(sentMail));
  return eachRecord('feedback', Records, async (record) => {
    const event = events.get(record);
    if (event === undefined) throw new TypeError('not an SES event');
    await act(event, doubtful);
    return event.is;
  });
}

/** SNS wraps the event in a notification whose `Message` is JSON text. */
function readRecord({ body }: SQSRecord): MailEvent | undefined {
  try {
    const { Message } = JSON.parse(body) as { readonly Message?: unknown };
    return readMailEvent(JSON.parse(String(Message)));
  } catch {
    return undefined;
  }
}

const sentMail = (event: MailEvent | undefined): readonly TaggedMail[] =>
  event?.is === 'sent' ? [event.mail] : [];

/** One read for the whole batch: nearly always every claim is long finalised. */
async function openClaims(mails: readonly TaggedMail[]) {
  const found = mails.length === 0 ? [] : await subscribers.loadAll(mails.map(({ id }) => id));
  return new Map(found.flatMap((one) => (one.claim ? [[one.claim.attempt, one] as const] : [])));
}

async function act(event: MailEvent, doubtful: Awaited<ReturnType<typeof openClaims>>) {
  if (event.is === 'sent') {
    const { owed, attempt } = event.mail;
    const claimed = doubtful.get(attempt);
    if (claimed !== undefined) {
      await settleSent({ subscribers, library, now }, claimed, owed, attempt);
    }
  } else if (event.is === 'unmailable') {
    const present = { now: now(), courses: library.courses };
    await change(subscribers, event.id, (one) => suppress(one, event.because, present));
  }
}
