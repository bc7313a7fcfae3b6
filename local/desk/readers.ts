import type { CourseSlug } from '../../functions/core/course.ts';
import type { Instant, LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { Desk, Price } from './desk.ts';

/** Where somebody stands, as the desk counts them; `asked` has not confirmed. */
export const STANDINGS = ['active', 'paused', 'left', 'suppressed', 'asked', 'unreadable'] as const;
export type StandingName = (typeof STANDINGS)[number];

/** Everybody in numbers. */
export interface ReaderCounts {
  readonly now: Instant;
  readonly standing: Readonly<Record<StandingName, number>>;
  readonly newsletter: number;
  /** By course: who is in it, has come to its end, or has stopped it. Of those who read. */
  readonly courses: Readonly<
    Record<
      string,
      { readonly reading: number; readonly finished: number; readonly stopped: number }
    >
  >;
  /** How many said yes on each of the last days (UTC), the latest first. */
  readonly joined: readonly { readonly day: LocalDate; readonly count: number }[];
}

/** What `countReaders` takes: it goes through the whole table. */
export declare function priceOfCounting(desk: Desk): Promise<Price>;
export declare function countReaders(desk: Desk): Promise<ReaderCounts>;

/** One line of a list. */
export interface ReaderLine {
  readonly id: SubscriberId;
  /** Empty of somebody who had everything erased. */
  readonly address: string;
  readonly name?: string;
  readonly standing: StandingName;
  readonly courses: readonly { readonly course: CourseSlug; readonly place: string }[];
  readonly newsletter: boolean;
  readonly dueAt?: Instant;
}

/** What a page is asked for. */
export interface PageWishes {
  readonly standing?: StandingName;
  readonly course?: string;
  /** What an earlier page called `next`. */
  readonly after?: string;
  /** How many lines; 50 unless said, 200 at most. */
  readonly lines?: number;
}

/** Some of them, in no order that means anything. */
export interface ReadersPage {
  readonly readers: readonly ReaderLine[];
  /** Asks for the next page; absent when the table is over. A page may be short, or empty, and not the last. */
  readonly next?: string;
}

export declare function readersPage(desk: Desk, wishes: PageWishes): Promise<ReadersPage>;
