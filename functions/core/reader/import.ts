import { type Instant, type LocalDate, localDate, plusSeconds } from '../time.ts';
import type { LinkSecret, SubscriberId } from '../token.ts';
import { requestName } from './asked-link.ts';
import { BY_IMPORT, type Fact } from './fact.ts';
import { latenessOf } from './import-days.ts';
import type { Evidence, Newcomer } from './import-row.ts';
import { arranged, type Courses, type OwedLetter, owedMail } from './owed.ts';
import type { Request } from './request.ts';
import { nextSlot } from './schedule.ts';
import type { Subscriber } from './subscriber.ts';

/** Who is known by an address already, as far as an import asks. */
export type Known = 'reads' | 'left' | 'suppressed' | 'erased' | 'asked' | 'unreadable';

/** What becomes of somebody on a list. */
export type ImportFate =
  /** Reads from now on, or is at the end of what there is to read. */
  | { readonly is: 'comes' }
  /** Is sent one confirmation mail, and nothing else before they press its button. */
  | { readonly is: 'asked' }
  /** Gets nothing: that is kept. */
  | { readonly is: 'left' | 'suppressed' }
  /** Is as they were. */
  | { readonly is: 'known'; readonly known: Known };

/**
 * Whoever is known stays as they are, whatever a list says: an import brings nobody back who left, was
 * suppressed or erased, and overwrites nothing of a reader.
 */
export function importFateOf(
  { standing }: Pick<Newcomer, 'standing'>,
  known: Known | undefined,
): ImportFate {
  if (known !== undefined) return { is: 'known', known };
  if (standing.is === 'pending') return { is: 'asked' };
  if (standing.is === 'left' || standing.is === 'suppressed') return { is: standing.is };
  return { is: 'comes' };
}

/**
 * What an imported reader is owed once they begin; a confirmation for whoever is asked first, and nothing
 * for whoever waits until they say so.
 */
export function firstMailOf(newcomer: Newcomer, courses: Courses): OwedLetter | undefined {
  const { standing } = newcomer;
  if (standing.is === 'paused' && standing.until === undefined) return undefined;
  return owedMail({ ...newcomer, ...NO_KEYS }, courses);
}

const NO_KEYS = { id: '' as SubscriberId, secret: '' as LinkSecret, revision: 0 };

/** What somebody is stored with. */
export interface Keys {
  readonly id: SubscriberId;
  readonly secret: LinkSecret;
}

/** When somebody's first mail may come: on that day, and at which place among those of the day. */
export interface Start {
  readonly day: LocalDate;
  readonly place: number;
}

/**
 * An imported subscriber. Their first mail comes on their day of the warm-up, at their hour or some quarters
 * of an hour later; after it everything is as they want it.
 *
 * @param start undefined for whom nothing is owed
 */
export function importedSubscriber(
  newcomer: Newcomer,
  keys: Keys,
  start: Start | undefined,
  { now, courses }: { readonly now: Instant; readonly courses: Courses },
): Subscriber {
  const plain: Subscriber = { ...newcomer, ...keys, revision: 0 };
  if (start === undefined) return arranged(plain, courses, now);
  const due = arranged({ ...plain, notBefore: start.day }, courses, now);
  return due.dueAt === undefined ? due : { ...due, dueAt: later(due.dueAt, start, due) };
}

/** Later on the same day of theirs, which is the one that the letter counts for. */
function later(at: Instant, { place }: Start, { zone }: Pick<Newcomer, 'zone'>): Instant {
  const moment = plusSeconds(at, latenessOf(place));
  return localDate(moment, zone) === localDate(at, zone) ? moment : at;
}

/**
 * Somebody who has not confirmed: one mail, and no second one, since they did not ask today. They count as
 * asked from when it comes, so that its button is good for a week.
 */
export function importedRequest(
  newcomer: Newcomer,
  keys: Keys,
  start: Start,
  details: Fact['details'],
  now: Instant,
): Request {
  const dueAt = later(nextSlot(newcomer, now, undefined, start.day), start, newcomer);
  const standing = { is: 'pending', since: dueAt } as const;
  const asked = { at: dueAt, name: requestName(dueAt), details };
  return { ...newcomer, ...keys, standing, revision: 0, dueAt, asked };
}

/**
 * The record of an import: who brought somebody here and why, and what the list says of how they came to
 * be on it.
 */
export const importedBy = (evidence: Evidence, reason: string): Fact['details'] => ({
  ...evidence,
  ...BY_IMPORT,
  reason,
});
