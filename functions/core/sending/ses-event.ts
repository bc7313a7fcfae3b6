import * as z from 'zod/mini';
import type { Unmailable } from '../reader/subscriber.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';

/** What an event tells about one mail of ours. */
export type MailEvent =
  | { readonly is: 'unmailable'; readonly id: SubscriberId; readonly because: Unmailable }
  /** Refused for its content, or bounced for now: counted, and nothing is changed. */
  | { readonly is: 'rejected' | 'soft-bounce' }
  /** SES has tried whether it may publish to our topic. */
  | { readonly is: 'notice' }
  /** Nothing to do: a kind we don't act on, or a mail without our tags. */
  | { readonly is: 'ignored' };

const tags = z.record(z.string(), z.array(z.string()));
const schema = z.object({
  eventType: z.optional(z.string()),
  notificationType: z.optional(z.string()),
  mail: z.object({ tags: z.optional(tags) }),
  bounce: z.optional(z.object({ bounceType: z.string() })),
  complaint: z.optional(z.object({ complaintFeedbackType: z.optional(z.nullable(z.string())) })),
});

/**
 * How the plain text begins that SES publishes once, when a topic becomes an event destination. No
 * documentation tells of it; whoever has made one has met it.
 */
const NOTICE = 'Successfully validated SNS topic';

/**
 * Reads an SES event (developer guide, "Contents of event data"). Events repeat and come in any
 * order, so each only ever moves somebody towards "do not send". The mail is known by its tags:
 * `mail.headers` is cut at 10 KB. That a mail was sent is no event here but a proof, which is
 * looked up (proof.ts).
 *
 * @param message as SES publishes it: JSON, but for the notice
 * @returns undefined when it is no SES event
 */
export function readMailEvent(message: string): MailEvent | undefined {
  if (message.startsWith(NOTICE)) return { is: 'notice' };
  const parsed = schema.safeParse(jsonOf(message));
  if (!parsed.success) return undefined;
  const { eventType, notificationType, mail, bounce, complaint } = parsed.data;
  const id = parseSubscriberId(mail.tags?.['subscriber']?.[0] ?? '');
  switch (eventType ?? notificationType) {
    case 'Bounce':
      // Transient and Undetermined may be a vacation note or a full mailbox (§2.4).
      if (bounce?.bounceType !== 'Permanent') return { is: 'soft-bounce' };
      return id ? { is: 'unmailable', id, because: 'hard-bounce' } : { is: 'ignored' };
    case 'Complaint':
      // `not-spam` is a reader moving us out of the junk folder.
      if (complaint?.complaintFeedbackType === 'not-spam') return { is: 'ignored' };
      return id ? { is: 'unmailable', id, because: 'complaint' } : { is: 'ignored' };
    case 'Reject':
      return { is: 'rejected' };
    default:
      return { is: 'ignored' };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
