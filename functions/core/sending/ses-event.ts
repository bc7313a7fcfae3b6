import * as z from 'zod/mini';
import { type Counted, countedOf } from '../counting.ts';
import type { OwedMail } from '../reader/owed.ts';
import type { Unmailable } from '../reader/subscriber.ts';
import type { Returned } from '../reader/unreached.ts';
import { type Instant, instant } from '../time.ts';
import { parseSubscriberId, type SubscriberId } from '../token.ts';
import { type GivenTags, taggedMail } from './proof.ts';
import { STREAM_TAG } from './stream.ts';

/** The mail that an event is about, as far as counting needs it. */
export interface ToldMail {
  /** SES's own name of it: the same mail counts once, however many events tell of it. */
  readonly messageId: string;
  /** When SES took it. An event may come a day later. */
  readonly at: Instant;
  /** Whom it was for: somebody who has confirmed, or whoever's address somebody typed. */
  readonly to: 'reader' | 'stranger';
  /** Which letter, if it was one. */
  readonly letter?: Omit<Returned, 'at'>;
  /** What it is counted as, if it was a letter or an issue. */
  readonly counted?: Counted;
}

/** What an event tells about one mail of ours. */
export type MailEvent =
  /** The address must not be mailed again. */
  | {
      readonly is: 'hard-bounce' | 'complaint';
      readonly because: Unmailable;
      readonly id: SubscriberId;
      /** Absent when the provider does not count it, or it does not say which mail. */
      readonly counts?: ToldMail;
    }
  /** For now, or nobody knows why: it takes many of them. */
  | { readonly is: 'soft-bounce'; readonly id: SubscriberId; readonly mail: ToldMail | undefined }
  /** It was taken and never sent; `what` is the letter, or the kind of mail. */
  | { readonly is: 'rejected'; readonly what: string }
  /** Nothing is changed; somebody has to hear of the first. */
  | { readonly is: 'forward-bounced' | 'delayed' | 'not-spam' }
  /** SES has tried whether it may publish to our topic. */
  | { readonly is: 'notice' }
  /** Nothing to do: a kind we don't act on, or a mail without our tags. */
  | { readonly is: 'ignored' };

const IGNORED = { is: 'ignored' } as const;

const text = z.optional(z.nullable(z.string()));
const schema = z.object({
  eventType: z.optional(z.string()),
  notificationType: z.optional(z.string()),
  mail: z.object({
    messageId: z.optional(z.string()),
    timestamp: z.optional(z.string()),
    tags: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
  bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: text })),
  complaint: z.optional(z.object({ complaintFeedbackType: text, complaintSubType: text })),
});

type Told = z.infer<typeof schema>;

/**
 * How the plain text begins that SES publishes once, when a topic becomes an event destination. No
 * documentation tells of it; whoever has made one has met it.
 */
const NOTICE = 'Successfully validated SNS topic';

/**
 * An address that the account's own suppression list holds: SES took the mail and did not send it, and
 * counts neither a bounce nor a complaint (SES developer guide, "Account-level suppression list").
 */
const NOT_COUNTED = 'OnAccountSuppressionList';

/**
 * Reads an SES event (developer guide, "Contents of event data"). Events repeat and come in any
 * order, so each only ever moves somebody towards "do not send". The mail is known by its tags:
 * `mail.headers` is cut at 10 KB. That a mail was sent is no event here but a proof, which is
 * looked up (proof.ts); that it was delivered, opened or clicked is nothing that we ask for.
 *
 * @param message as SES publishes it: JSON, but for the notice
 * @returns undefined when it is no SES event
 */
export function readMailEvent(message: string): MailEvent | undefined {
  if (message.startsWith(NOTICE)) return { is: 'notice' };
  const parsed = schema.safeParse(jsonOf(message));
  if (!parsed.success) return undefined;
  const { data } = parsed;
  switch (data.eventType ?? data.notificationType) {
    case 'Bounce':
      return bounced(data);
    case 'Complaint':
      return complained(data);
    // Bad content is a virus found after SES had taken the mail; a template that SES can't fill would
    // be a fault of ours, and is spelled with a space.
    case 'Reject':
    case 'Rendering Failure':
      return { is: 'rejected', what: whatIn(data.mail) };
    // It is still being tried: what becomes of it is told by another event.
    case 'DeliveryDelay':
      return { is: 'delayed' };
    default:
      return IGNORED;
  }
}

function bounced({ mail, bounce }: Told): MailEvent {
  const { bounceType = '', bounceSubType } = bounce ?? {};
  const id = idIn(mail);
  // Transient and Undetermined may be a vacation note or a full mailbox (§2.4).
  const permanent = bounceType === 'Permanent';
  if (id === undefined) {
    const vague = !permanent && (bounceSubType ?? 'General') === 'General';
    const forward = mail.tags?.['kind']?.[0] === 'forward';
    return forward && !vague && bounceType !== 'Undetermined' ? { is: 'forward-bounced' } : IGNORED;
  }
  if (!permanent) return { is: 'soft-bounce', id, mail: toldMail(mail) };
  return ending('hard-bounce', id, mail, bounceSubType);
}

function complained({ mail, complaint }: Told): MailEvent {
  // A reader moving us out of the junk folder.
  if (complaint?.complaintFeedbackType === 'not-spam') return { is: 'not-spam' };
  const id = idIn(mail);
  // Abuse, fraud, a virus, failed authentication, or no kind at all, as most: none is worth a guess.
  return id === undefined ? IGNORED : ending('complaint', id, mail, complaint?.complaintSubType);
}

function ending(
  is: 'hard-bounce' | 'complaint',
  id: SubscriberId,
  mail: Told['mail'],
  subType: string | null | undefined,
): MailEvent {
  const counts = subType === NOT_COUNTED ? undefined : toldMail(mail);
  return { is, because: is, id, ...(counts && { counts }) };
}

/** What a mail was, as its tags say: nothing of a reader. */
function whatIn({ tags = {} }: Told['mail']): string {
  const owed = taggedMail(tags)?.owed;
  return owed?.kind === 'lesson' ? `${owed.course}/${owed.lesson}` : (tags['kind']?.[0] ?? 'mail');
}

const idIn = ({ tags }: Told['mail']) => parseSubscriberId(tags?.['subscriber']?.[0] ?? '');

function toldMail({ messageId, timestamp = '', tags = {} }: Told['mail']): ToldMail | undefined {
  const at = new Date(timestamp);
  if (messageId === undefined || Number.isNaN(at.getTime())) return undefined;
  const owed = taggedMail(tags)?.owed;
  const counted = owed && countedOf(owed);
  return {
    messageId,
    at: instant(at),
    to: isToStranger(tags) ? 'stranger' : 'reader',
    ...(owed?.kind === 'lesson' && { letter: letterOf(owed) }),
    ...(counted && { counted }),
  };
}

const letterOf = ({ course, lesson, again }: OwedMail & { kind: 'lesson' }) => ({
  course,
  lesson,
  ...(again !== undefined && { again }),
});

/** By its stream; a mail that is older than streams, or whose stream did not come back, by its kind. */
const isToStranger = (tags: GivenTags): boolean =>
  tags[STREAM_TAG]?.[0] === 'sign-ups' || TO_STRANGERS.has(tags['kind']?.[0]);

const TO_STRANGERS: ReadonlySet<string | undefined> = new Set(['confirmation', 'new-address']);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
