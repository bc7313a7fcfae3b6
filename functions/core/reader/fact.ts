import type { Instant } from '../time.ts';

/** What is kept beside a subscriber: consent and withdrawal, one item an event (GDPR Art. 7). */
export interface Fact {
  readonly kind: 'asked' | 'confirmed' | 'left' | 'rejoined' | 'newsletter' | 'moved' | 'erased';
  readonly at: Instant;
  readonly details: Readonly<Record<string, string>>;
}
