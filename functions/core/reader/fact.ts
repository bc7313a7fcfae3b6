import type { Instant } from '../time.ts';
import type { Channel } from './subscriber.ts';

export const FACT_KINDS = [
  'asked',
  'confirmed',
  'left',
  'rejoined',
  'newsletter',
  'moved',
  'erased',
  'changed',
  'imported',
] as const;

/**
 * What is kept beside a subscriber: consent and withdrawal, one item an event (GDPR Art. 7), and what an
 * author changed for somebody, or knew when they brought them here.
 */
export interface Fact {
  readonly kind: (typeof FACT_KINDS)[number];
  readonly at: Instant;
  /** Who did it and by which way, under the same two names in every fact; and what else is known. */
  readonly details: Source & Readonly<Record<string, string>>;
}

/** Who brings something about, and by which way. */
export type Source = {
  readonly by: 'reader' | 'author' | 'provider';
  readonly channel: Channel | 'form' | 'author';
};

/** Something that a reader did by themselves. */
export const byReader = (channel: Source['channel']): Source => ({ by: 'reader', channel });

/** Something that the author did for a reader. */
export const BY_AUTHOR: Source = { by: 'author', channel: 'author' };

/** A list that the author brought here. */
export const BY_IMPORT: Source = { by: 'author', channel: 'import' };
