import type { OwnWords } from './own-words.ts';
import type { Doubt } from './when.ts';
import type { Wish } from './wishes.ts';

/** What a reply asks for. Days are `YYYY-MM-DD` in the reader's zone. */
export type Understanding =
  | { readonly intent: 'unsubscribe' }
  /** `until` is the first day on which mail flows again; `open` has no such day. */
  | {
      readonly intent: 'pause';
      readonly from?: string;
      readonly until?: string;
      readonly open?: true;
    }
  | { readonly intent: 'resume'; readonly on?: string }
  | ({ readonly intent: 'schedule' } & Wish)
  | { readonly intent: 'skip' }
  /** Without a number the last one. */
  | { readonly intent: 'resend'; readonly lesson?: number }
  | { readonly intent: 'status' }
  | { readonly intent: 'help' }
  | { readonly intent: 'export' }
  | { readonly intent: 'delete' }
  /** It may be a command, so the reader is asked and nothing is changed. */
  | { readonly intent: 'clarify'; readonly because: Reason }
  | { readonly intent: 'none' };

/** Why a reader is asked: a word of ours, kept with the mail's record and counted in the log. */
export type Reason =
  | Doubt
  | 'a-question'
  | 'a-time-without-a-wish'
  | 'about-themselves'
  | 'away-without-end'
  | 'first-line-differs'
  | 'leave-later'
  | 'leave-or-pause'
  | 'leave-or-slower'
  | 'long-mail'
  | 'more-than-a-word'
  | 'more-to-it'
  | 'not-plainly-all'
  | 'start-over'
  | 'two-wishes';

/** What a reply is read against. */
export interface Context {
  /** ISO 8601 moment at which the reply came. */
  readonly now: string;
  /** The reader's IANA zone. */
  readonly zone: string;
  readonly subject?: string;
  /** The reader's own address, which "unsubscribe jo@example.com" may name. */
  readonly address?: string;
  readonly state?: 'active' | 'paused';
  /** What our mails say, which is nobody's wish. */
  readonly ownWords?: OwnWords;
}

export const NONE: Understanding = { intent: 'none' };

export const clarify = (because: Reason): Understanding => ({ intent: 'clarify', because });
