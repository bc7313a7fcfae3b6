import type { CourseSlug, LessonId } from './course.ts';
import type { OwedMail } from './reader/owed.ts';
import type { Instant, LocalDate } from './time.ts';

/**
 * A mail of many readers, by which things are counted. An issue is known by its day, as no two have the same
 * one; a digest by the day of its last issue.
 */
export type Counted =
  | { readonly is: 'letter'; readonly course: CourseSlug; readonly lesson: LessonId }
  | { readonly is: 'issue' | 'digest'; readonly on: LocalDate };

/**
 * What is counted of a mail, once for each reader and time that it happens. How many had a course's last letter,
 * and how many mails were due, follows from these (decision 045).
 */
export const COUNTERS = [
  /** SES says that it took it. */
  'accepted',
  /** SES refused its address for good. */
  'refused',
  /** It bounced for good. */
  'bounced',
  /** It was taken for spam. */
  'complained',
  /** A person wrote back. */
  'replied',
  /** They paused, and it was the last that they had. */
  'pausedAfter',
  /** They left, or stopped what it is of, and it was the last that they had. */
  'leftAfter',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** One thing to count. It says of which mail, and of nobody. */
export interface Count {
  readonly of: Counted;
  readonly counter: Counter;
  readonly at: Instant;
}

/** What a mail of the send queue is counted as; undefined for one that is no letter and no issue. */
export function countedOf(owed: OwedMail): Counted | undefined {
  switch (owed.kind) {
    case 'lesson':
      return { is: 'letter', course: owed.course, lesson: owed.lesson };
    case 'issue':
    case 'digest':
      return { is: owed.kind, on: owed.on };
    case 'confirmation':
    case 'welcome':
      return undefined;
  }
}

/** One thing that is counted of a mail, or nothing where it is none that is counted. */
export const countsOf = (
  counter: Counter,
  of: Counted | undefined,
  at: Instant,
): readonly Count[] => (of === undefined ? [] : [{ of, counter, at }]);
