import * as z from 'zod/mini';
import type { CourseSlug, LessonId } from '../course.ts';
import type { OwedMail } from '../reader/owed.ts';
import type { AttemptId, Unmailable } from '../reader/subscriber.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';

/** What an event tells about one mail of ours. */
export type MailEvent =
  /** SES took it, or has handed it over: either proves a sending whose answer was lost. */
  | { readonly is: 'sent' | 'delivered'; readonly mail: TaggedMail }
  | { readonly is: 'unmailable'; readonly id: SubscriberId; readonly because: Unmailable }
  /** Refused for its content, or bounced for now: counted, and nothing is changed. */
  | { readonly is: 'rejected' | 'soft-bounce' }
  /** SES has tried whether it may publish to our topic. */
  | { readonly is: 'notice' }
  /** Nothing to do: a kind we don't act on, or a mail without our tags. */
  | { readonly is: 'ignored' };

/** The tags of a send, as they come back. */
export interface TaggedMail {
  readonly id: SubscriberId;
  readonly attempt: AttemptId;
  readonly owed: OwedMail;
}

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
 * `mail.headers` is cut at 10 KB.
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
    case 'Send':
      return proof('sent', mail.tags ?? {});
    case 'Delivery':
      return proof('delivered', mail.tags ?? {});
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

type Tags = Readonly<Record<string, readonly string[]>>;

function proof(is: 'sent' | 'delivered', given: Tags): MailEvent {
  const id = parseSubscriberId(given['subscriber']?.[0] ?? '');
  const attempt = given['attempt']?.[0];
  const owed = taggedMail(given);
  if (id === undefined || attempt === undefined || owed === undefined) return { is: 'ignored' };
  return { is, mail: { id, attempt: attempt as AttemptId, owed } };
}

function taggedMail(given: Tags): OwedMail | undefined {
  const kind = given['kind']?.[0] ?? '';
  return Object.hasOwn(OWED, kind) ? OWED[kind as OwedMail['kind']](given) : undefined;
}

/** Reads a mail's tags back, by its kind: one that nobody reads would never be known as sent. */
const OWED: { readonly [Kind in OwedMail['kind']]: (given: Tags) => OwedMail | undefined } = {
  confirmation(given) {
    const request = given['request']?.[0];
    return request === undefined ? undefined : { kind: 'confirmation', request };
  },
  welcome(given) {
    const course = courseIn(given);
    return course && { kind: 'welcome', course };
  },
  lesson(given) {
    const course = courseIn(given);
    const lesson = given['lesson']?.[0] as LessonId | undefined;
    return course && lesson && { kind: 'lesson', course, lesson };
  },
};

const courseIn = (given: Tags) => given['course']?.[0] as CourseSlug | undefined;
