import type { Desk } from './desk.ts';

/** One letter of a course, over all months. */
export interface FunnelRow {
  /** Counted from 1; absent for a letter that the course has no more. */
  readonly place?: number;
  readonly letter: string;
  readonly subject?: string;
  /** SES took so many, without those that bounced. */
  readonly received: number;
  readonly replied: number;
  readonly pausedAfter: number;
  readonly leftAfter: number;
}

export interface CourseFunnel {
  readonly course: string;
  readonly title: string;
  readonly finished: number;
  readonly rows: readonly FunnelRow[];
}

/** Per course what became of each letter, by counters: nobody is looked at. */
export declare function funnel(desk: Desk, course?: string): Promise<readonly CourseFunnel[]>;
