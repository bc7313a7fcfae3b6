import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { libraryIn } from './adapters/library.ts';
import { subscribersIn } from './adapters/subscribers.ts';
import { suppressed } from './core/reader/lifecycle.ts';
import { isKnownSent } from './core/reader/owed.ts';
import { type MailEvent, readMailEvent, type TaggedMail } from './core/sending/ses-event.ts';
import { instant } from './core/time.ts';
import { eachRecord } from './runtime/batch.ts';
import { door } from './runtime/door.ts';
import { environment } from './runtime/env.ts';
import { endAll } from './runtime/leaving.ts';
import { noteSent } from './runtime/settle.ts';

const env = environment('feedback', process.env);
const subscribers = subscribersIn(env.TABLE_NAME);
const library = libraryIn(new URL('./content/', import.meta.url));
const now = () => instant(new Date());

/** What SES refused after all has a person look at it. */
const SIGNS = { rejected: 'Refused' } as const;

/**
 * SES events, through SNS and SQS: bounces and complaints end the sending, Send and Delivery events settle
 * the claims whose answer was lost.
 */
export const handler = door('feedback', takeEvents);

async function takeEvents({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const events = new Map(Records.map((record) => [record, readRecord(record)]));
  const news = await notYetKnown([...events.values()].flatMap(sentMail));
  return eachRecord(
    'feedback',
    Records,
    async (record) => {
      const event = events.get(record);
      if (event === undefined) throw new TypeError('not an SES event');
      await act(event, news);
      return event.is;
    },
    SIGNS,
  );
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

const sentMail = (event: MailEvent | undefined): readonly TaggedMail[] =>
  event?.is === 'sent' || event?.is === 'delivered' ? [event.mail] : [];

/**
 * One cheap read for the whole batch: nearly always all of it is known. It may miss the last second's
 * writes, so whoever is not in it is news too, and looked up again.
 */
async function notYetKnown(mails: readonly TaggedMail[]): Promise<ReadonlySet<TaggedMail>> {
  const found = mails.length === 0 ? [] : await subscribers.loadAll(mails.map(({ id }) => id));
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Set(
    mails.filter(({ id, owed }) => {
      const one = byId.get(id);
      return one === undefined || !isKnownSent(one, owed);
    }),
  );
}

async function act(event: MailEvent, news: ReadonlySet<TaggedMail>): Promise<void> {
  if (event.is === 'sent' || event.is === 'delivered') {
    if (news.has(event.mail)) await noteSent({ subscribers, library, now }, event.mail);
  } else if (event.is === 'unmailable') {
    const { id, because } = event;
    await endAll(subscribers, id, { end: (one) => suppressed(one, because, now()) });
  }
}
