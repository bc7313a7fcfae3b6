import { afterSending, type Courses, isKnownSent, isOfBefore, owedNow } from '../reader/owed.ts';
import type { Claim, Subscriber } from '../reader/subscriber.ts';
import { type Instant, plusSeconds } from '../time.ts';
import type { Found, ProvenMail } from './proof.ts';

/** Somebody with a claim of ours, and the claim that stood there before. */
export interface Claimed {
  readonly subscriber: Subscriber & { readonly claim: Claim };
  /** Its lease had ended without news of its mail. */
  readonly before?: Claim;
}

/**
 * A claim in the place of what lay there: of whatever is in doubt, the beginning stays.
 *
 * @param found as it was before the claim; or with the claim, if the call was answered and repeated.
 *   Older doubt shows by being older then.
 */
export function claimedOver(
  found: Subscriber,
  { attempt, at, due }: Pick<Claim, 'attempt' | 'at' | 'due'>,
): Claimed {
  const { claim: before, zone } = found;
  const since = before?.since ?? at;
  const sinceZone = before?.sinceZone ?? zone;
  const claim: Claim = { attempt, at, zone, due, since, sinceZone, tried: at };
  const doubtful = before !== undefined && (before.attempt !== attempt || since < before.at);
  return { subscriber: { ...found, claim }, ...(doubtful && { before }) };
}

/**
 * How long proofs are kept, in days (infra/proofs.ts): what is in doubt for longer stays unknown. A wish
 * may move the next letter of whoever reads once a week by as much.
 */
export const PROOF_DAYS = 8;

/** How much newer than an attempt a proof has to be to show that its own would have come, in seconds. */
const MARGIN_SECONDS = 5 * 60;

/** How far apart the clocks of S3, SES and ours may be, in seconds. */
export const SKEW_SECONDS = 60;

/** How late a letter that was never sent may still come on its own, in seconds. */
const LATE_SECONDS = 86_400;

/** What the proofs say about the mails of a claim. "Not sent" is knowledge, "unknown" the lack of it. */
export type Evidence =
  | { readonly is: 'sent'; readonly mails: readonly ProvenMail[] }
  | { readonly is: 'not-sent' | 'unknown' };

/**
 * What to make of a due moment whose claim is ours: `send` for the first time, `send-again` what is known
 * not to have gone, take down what is `known-sent`, `wait` for a lease, or `put-off`.
 */
export type Verdict = 'send' | 'send-again' | 'known-sent' | 'wait' | 'put-off';

/** Whether there is something that proofs could tell: after {@link PROOF_DAYS} there are none. */
export const isOpen = (before: Claim, now: Instant): boolean =>
  before.tried >= plusSeconds(now, -PROOF_DAYS * 86_400);

/**
 * Weighs what was found. A proof counts when it is news; that of a confirmation only for the request
 * that it names, and of no other mail for a request. That there is none counts only when a proof of
 * a later mail has come, so that the stream of proofs is known to work, and when nothing was unreadable.
 */
export function weighed(found: Found, before: Claim, reader: Subscriber): Evidence {
  const asked = reader.standing.is === 'pending';
  const mails = found.mails.filter(
    (mail) => (mail.owed.kind === 'confirmation') === asked && isNews(mail, reader),
  );
  if (mails.length > 0) return { is: 'sent', mails };
  const watermark = plusSeconds(before.tried, MARGIN_SECONDS);
  const streams = found.newest !== undefined && found.newest >= watermark;
  return { is: streams && found.missing === 0 ? 'not-sent' : 'unknown' };
}

/**
 * A letter from before they began again is no letter of the course now, but it was that day's; and so was an issue that
 * counts as had, since they have unticked the newsletter meanwhile.
 */
function isNews({ owed, at }: ProvenMail, reader: Subscriber): boolean {
  const ofBefore = isOfBefore(reader, owed);
  if (!ofBefore && !isKnownSent(reader, owed)) return true;
  if (!ofBefore && owed.kind !== 'issue' && owed.kind !== 'digest') return false;
  return reader.last === undefined || at > plusSeconds(reader.last.at, MARGIN_SECONDS);
}

/**
 * What is to be done with a claim that stands over another. The order is: not twice, not lost, soon.
 *
 * @param evidence undefined when nothing is in doubt that proofs could tell
 */
export function verdictOn(
  { subscriber, before }: Required<Claimed>,
  evidence: Evidence | undefined,
  courses: Courses,
  now: Instant,
): Verdict {
  if (evidence === undefined) return 'send';
  if (evidence.is === 'unknown') return 'wait';
  if (evidence.is === 'sent') return 'known-sent';
  const { due } = subscriber.claim;
  if (before.due !== due) return 'send';
  const late = due < plusSeconds(now, -LATE_SECONDS);
  return late && owedNow(subscriber, courses, now)?.kind === 'lesson' ? 'put-off' : 'send-again';
}

/** What the reader is once mails are known to have gone that were in doubt, each on its own day. */
export function afterProof(
  reader: Subscriber,
  mails: readonly ProvenMail[],
  before: Claim,
  courses: Courses,
  now: Instant,
): Subscriber {
  let after = reader;
  const lastTry = plusSeconds(before.tried, -SKEW_SECONDS);
  for (const { owed, at } of mails) {
    const zone = at < lastTry ? before.sinceZone : before.zone;
    after = afterSending({ ...after, claim: { ...before, at, zone } }, owed, courses, now);
  }
  return after;
}
