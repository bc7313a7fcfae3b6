import type { EmailAddress } from '../../functions/core/address.ts';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { ComesNext } from '../../functions/core/reader/next.ts';
import type { Standing } from '../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk } from './desk.ts';
import type { ReplyLine } from './replies.ts';

/** Where somebody is in one course. */
export interface InCourse {
  readonly course: CourseSlug;
  readonly track?: string;
  readonly stopped?: true;
  /** How often they have begun it again. */
  readonly again?: number;
  /** Letters of this time, oldest first. */
  readonly received: readonly LessonId[];
  readonly of: number;
  /** The next letter, if there is one. */
  readonly next?: LessonId;
}

/** A record: of consent, of its withdrawal, of what an author did. Oldest first. */
export interface FactLine {
  readonly at: Instant;
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
}

/** One reader as their author may see them: no secrets, no check-ins. */
export interface OneReader {
  readonly id: SubscriberId;
  readonly address: EmailAddress;
  readonly name?: string;
  /** Whether this is a request that nobody has confirmed. */
  readonly isRequest: boolean;
  readonly standing: Standing;
  readonly schedule: { readonly zone: string; readonly hour: number; readonly days: string };
  readonly courses: readonly InCourse[];
  readonly byTurns: boolean;
  readonly newsletter: boolean;
  readonly discreet: boolean;
  readonly quiet: boolean;
  readonly next: ComesNext;
  /** What comes then, in a word or two: `letter closer/closeness`. */
  readonly mail?: string;
  /** A mail is on its way, or nobody knows whether it went, since this moment. */
  readonly inFlightSince?: Instant;
  readonly facts: readonly FactLine[];
  /** What became of the last mails that they wrote, newest first. */
  readonly replies: readonly ReplyLine[];
}

export type Found =
  | { readonly is: 'found'; readonly reader: OneReader }
  /** Of nobody who is stored. */
  | { readonly is: 'unknown' }
  /** What is stored can't be read by this version. */
  | { readonly is: 'unreadable'; readonly because: string };

/** By an address, or by an id as lists and logs have it: no scan. */
export declare function oneReader(desk: Desk, addressOrId: string): Promise<Found>;
