import { COUNTS, countersIn } from '../../functions/adapters/counter-items.ts';
import { type CourseSummary, summaryOf } from '../account/counting/summary.ts';
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
  /** It was the last letter that they had. */
  readonly pausedAfter: number;
  readonly leftAfter: number;
}

export interface CourseFunnel {
  readonly course: string;
  readonly title: string;
  /** How many had its last letter. */
  readonly finished: number;
  readonly rows: readonly FunnelRow[];
}

/**
 * What became of each letter of each course, or of one, by counters: as many items as there are letters and
 * months, and nobody is looked at.
 */
export async function funnel(
  { items, courses, content }: Desk,
  course?: string,
): Promise<readonly CourseFunnel[]> {
  const counters = (await items.all({ pk: COUNTS, begins: 'letter#' })).flatMap(
    (item) => countersIn(item) ?? [],
  );
  const { courses: all } = summaryOf(counters, { courses, issues: content.newsletters });
  return all
    .filter((one) => course === undefined || one.course === course)
    .map((one) => rowsOf(one, courses));
}

function rowsOf({ course, finished, letters }: CourseSummary, courses: Desk['courses']) {
  const known = courses.find(({ slug }) => slug === course);
  const lessons = known?.lessons ?? [];
  return {
    course,
    title: known?.title ?? course,
    finished,
    rows: letters.map(({ letter, accepted, bounced, replied, pausedAfter, leftAfter }) => {
      const place = lessons.findIndex(({ id }) => id === letter) + 1;
      const subject = lessons[place - 1]?.subject;
      return {
        ...(place > 0 && { place }),
        letter,
        ...(subject !== undefined && { subject }),
        received: Math.max(0, accepted - bounced),
        replied,
        pausedAfter,
        leftAfter,
      };
    }),
  };
}
