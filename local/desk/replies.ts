import type { Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from './desk.ts';

/** What became of one mail that somebody wrote: words of ours, and nothing of theirs. */
export interface ReplyLine {
  readonly messageId: string;
  readonly at: Instant;
  /** Absent where nobody knows whose it was. */
  readonly reader?: SubscriberId;
  /** The letter that it answers, `course/letter`, or `issue 2026-12-03`. */
  readonly letter?: string;
  readonly intent: string;
  readonly outcome: string;
  readonly until?: string;
  readonly because?: string;
  readonly toAuthor: boolean;
  readonly distress: boolean;
  /** The author said that it was no wish. */
  readonly noWish: boolean;
  /** The author said that it is answered. */
  readonly answered: boolean;
}

/** The inbound mails of a month. */
export interface Inbox {
  /** `2026-11`, in UTC. */
  readonly month: string;
  /** A person reads these, and has not said that they are answered; oldest first, distress before all. */
  readonly waiting: readonly ReplyLine[];
  readonly answered: readonly ReplyLine[];
  /** A wish was understood and done. */
  readonly understood: readonly ReplyLine[];
  /** It was not sure, and the reader was asked. */
  readonly asked: readonly ReplyLine[];
  /** Automatic mail, repetitions, and what was dropped. */
  readonly ignored: number;
  /** So many at most are read; whether the month has more. */
  readonly more: boolean;
}

export declare function replies(desk: Desk, month?: string): Promise<Inbox>;

/** Marks a mail as answered, or as waiting again. @returns whether there is such a mail */
export declare function markAnswered(
  desk: Desk,
  mail: Pick<ReplyLine, 'messageId' | 'at'>,
  answered: boolean,
): Promise<boolean>;
