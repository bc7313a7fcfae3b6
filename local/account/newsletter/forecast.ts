import type { IssuePlan } from '../../../functions/core/newsletter.ts';
import { isReached } from '../../../functions/core/newsletter.ts';
import { isFor } from '../../../functions/core/reader/audience.ts';
import { awaiting, hadIssue, withNewsletterPaused } from '../../../functions/core/reader/issues.ts';
import { type Courses, issuesNext } from '../../../functions/core/reader/owed.ts';
import { reads, type Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { isInCourse, letterSlot } from '../../../functions/core/reader/turns.ts';
import { startsAt } from '../../../functions/core/sending/broadcast.ts';
import { type Instant, localDate, plusSeconds, type Zone } from '../../../functions/core/time.ts';

/** When an issue is due for one reader. */
export interface Due {
  readonly at: Instant;
  readonly zone: Zone;
}

/** Who gets an issue, as everybody stands now. Each of whom it is for is in one of the last four. */
export interface Forecast {
  /** Who takes the newsletter. */
  readonly takers: number;
  /** Who has had it, or took the newsletter after its day, which is the same in what is stored. */
  readonly had: number;
  /** Who gets it at a moment that is known, the first of them first. */
  readonly due: readonly Due[];
  /** Whom it waits for until their course is over. */
  readonly inCourse: number;
  /** Whom it waits for until they end a pause that has no end. */
  readonly paused: number;
}

/** By the functions with which the engine finds each reader's moment. */
export function forecastOf(
  everybody: readonly Subscriber[],
  issue: IssuePlan,
  courses: Courses,
  now: Instant,
): Forecast {
  const takers = everybody.filter((one) => one.newsletter && reads(one));
  const theirs = takers.filter((one) => isFor(issue.audience, one, courses));
  const open = theirs.filter((one) => !hadIssue(one, issue.date));
  const due: Due[] = [];
  let [inCourse, paused] = [0, 0];
  for (const reader of open) {
    const at = momentFor(reader, issue, courses, now);
    if (at !== undefined) due.push({ at, zone: reader.zone });
    else if (waitsForCourse(reader, issue, courses, now)) inCourse += 1;
    else paused += 1;
  }
  due.sort((one, other) => (one.at < other.at ? -1 : 1));
  return { takers: takers.length, had: theirs.length - open.length, due, inCourse, paused };
}

/** When an issue is due for somebody; one that waits for its turn in the quota stays due since then. */
function momentFor(
  reader: Subscriber,
  issue: IssuePlan,
  courses: Courses,
  now: Instant,
): Instant | undefined {
  const { dueAt, dueOf, zone } = reader;
  const waits = reader.issues?.waits?.some(({ date }) => date === issue.date) === true;
  const isLate = dueOf === 'issues' && dueAt !== undefined && dueAt <= now;
  if (waits && isLate && isReached(issue, zone, now)) return dueAt;
  const start = startsAt(issue);
  return issuesNext(waitingFor(reader, issue, courses), courses, start > now ? start : now);
}

/** Whether nothing but the end of a course gives them the issue. */
const waitsForCourse = (
  reader: Subscriber,
  issue: IssuePlan,
  courses: Courses,
  now: Instant,
): boolean => momentFor(unpaused(reader, now), issue, courses, now) === undefined;

const unpaused = (reader: Subscriber, now: Instant): Subscriber =>
  withNewsletterPaused({ ...reader, standing: { is: 'active' } }, undefined, now);

/** Somebody for whom this issue waits, and no other. */
function waitingFor(reader: Subscriber, issue: IssuePlan, courses: Courses): Subscriber {
  const { waits: _, ...place } = reader.issues ?? { from: issue.date };
  const usual = afterLetter({ ...reader, issues: place }, issue, courses);
  return awaiting(usual, issue);
}

/** So far before a moment it is the day before, wherever somebody is, in seconds. */
const TWO_DAYS = 2 * 86_400;

/** A letter that goes on the day of an issue's moment and before it: then the issue waits for the next day. */
function afterLetter(reader: Subscriber, { at }: IssuePlan, courses: Courses): Subscriber {
  if (at === undefined || !isInCourse(reader, courses)) return reader;
  const on = localDate(at, reader.zone);
  const letter = letterSlot(reader, courses, plusSeconds(at, -TWO_DAYS), on);
  const isBefore = letter < at && localDate(letter, reader.zone) === on;
  return isBefore ? { ...reader, last: { at: letter, on } } : reader;
}
