import { type Count, countsOf } from '../counting.ts';
import type { Instant } from '../time.ts';
import type { Channel, Leaver, Unmailable } from './subscriber.ts';

export const FACT_KINDS = [
  'asked',
  'confirmed',
  'left',
  'rejoined',
  'newsletter',
  'quiet',
  'paused',
  'resumed',
  'moved',
  'suppressed',
  'erased',
  'restored',
  'changed',
  'imported',
] as const;

/**
 * What is kept beside a subscriber: consent and withdrawal, one item an event (GDPR Art. 7), why an address
 * is not mailed any more, and what an author changed for somebody, or knew when they brought them here.
 */
export interface Fact {
  readonly kind: (typeof FACT_KINDS)[number];
  readonly at: Instant;
  /** Who did it and by which way, under the same two names in every fact; and what else is known. */
  readonly details: Source & Readonly<Record<string, string>>;
  /** What is counted in the same write. It is kept with no fact: counters know nobody. */
  readonly counts?: readonly Count[];
}

/** Who brings something about, and by which way. */
export type Source = {
  readonly by: 'reader' | 'author' | 'provider';
  readonly channel: Channel | 'form' | 'author' | 'feedback' | 'restore';
};

/** Something that a reader did by themselves. */
export const byReader = (channel: Source['channel']): Source => ({ by: 'reader', channel });

/** Something that the author did for a reader. */
export const BY_AUTHOR: Source = { by: 'author', channel: 'author' };

/** Something that the mail provider told us of a reader's mailbox. */
export const BY_PROVIDER: Source = { by: 'provider', channel: 'feedback' };

/** A fact, with what is counted of it. */
export const counting = (fact: Fact, counts: readonly Count[]): Fact =>
  counts.length === 0 ? fact : { ...fact, counts };

/**
 * The record of an end that nobody asked for by name: no mail can go there, or a mail was called spam.
 *
 * @param counts what is counted of it, where no event of the provider will tell of the mail
 */
export const suppressedFact = (
  because: Unmailable,
  at: Instant,
  counts: readonly Count[] = [],
): Fact => counting({ kind: 'suppressed', at, details: { ...BY_PROVIDER, because } }, counts);

/** The record of a leave of all, by somebody of whom no more is known than leaving needs. */
export const leftFact = (
  { lastMail }: Pick<Leaver, 'lastMail'>,
  at: Instant,
  details: Fact['details'],
): Fact => counting({ kind: 'left', at, details }, countsOf('leftAfter', lastMail, at));

/** A list that the author brought here. */
export const BY_IMPORT: Source = { by: 'author', channel: 'import' };
