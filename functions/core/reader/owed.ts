import type { CourseOutline, CourseSlug } from '../course.ts';
import {
  epochSeconds,
  type Instant,
  type LocalDate,
  localDate,
  nextDay,
  plusSeconds,
} from '../time.ts';
import { had, timeOf, withHad } from './had.ts';
import { afterIssue, hadIssue, type IssueMail, issuesDue } from './issues.ts';
import { areLettersPaused, covers, isOver, pausesOfIssues } from './pauses.ts';
import {
  type Enrollment,
  isForgotten,
  type Pause,
  reads,
  type Standing,
  type Subscriber,
} from './subscriber.ts';
import { type CourseMail, opening, opensOn, owedInTurn, slotAfter } from './turns.ts';

/** One mail that the send queue can owe somebody. */
export type OwedMail =
  /** Of one request: news of an earlier one says nothing of it. */
  { readonly kind: 'confirmation'; readonly request: string } | CourseMail | IssueMail;

/** What somebody's request or their courses owe them. What the newsletter does, a look for issues tells. */
export type OwedLetter = Exclude<OwedMail, IssueMail>;

export type Courses = readonly CourseOutline[];

/**
 * The course that a mail is about; a confirmation is about the one they asked for last, and what the
 * newsletter sends is in the words of the one they read first.
 */
export const courseOf = (
  mail: OwedMail,
  { enrollments }: Pick<Subscriber, 'enrollments'>,
): CourseSlug | undefined => ('course' in mail ? mail.course : enrollments[0]?.course);

/**
 * Which request a confirmation is of, and which of its two mails it is, as a message tag can hold it:
 * the second that it was made in, with a mark on the first of two.
 */
const requestOf = ({ since, another }: Asking): string =>
  `${epochSeconds(since)}${another ? '-first' : ''}`;

type Asking = Standing & { readonly is: 'pending' };

/** What comes next for somebody; undefined when nothing is owed, now or later. */
export function owedMail(subscriber: Subscriber, courses: Courses): OwedLetter | undefined {
  const { standing } = subscriber;
  if (standing.is === 'pending') {
    return { kind: 'confirmation', request: requestOf(standing) };
  }
  return owedToReader(subscriber, courses)[0];
}

/** What a reader's courses owe them; nothing of who gets nothing any more. */
const owedToReader = (subscriber: Subscriber, courses: Courses): readonly CourseMail[] =>
  reads(subscriber) ? owedInTurn(subscriber, courses) : [];

/** What comes next for somebody on a day of theirs; undefined also while all that they take rests. */
function owedOn(subscriber: Subscriber, courses: Courses, day: LocalDate): OwedLetter | undefined {
  if (subscriber.standing.is === 'pending') return owedMail(subscriber, courses);
  return openOn(owedToReader(subscriber, courses), courses, day);
}

/** The first of them that may go on a day. */
const openOn = (owed: readonly CourseMail[], courses: Courses, day: LocalDate) =>
  owed.find((mail) => opensOn(mail, courses, day) === day);

/** Whether something is owed to somebody, and nothing of it may go on that day, since it rests. */
export const restsOn = (subscriber: Subscriber, courses: Courses, day: LocalDate): boolean =>
  owedOn(subscriber, courses, day) === undefined && owedMail(subscriber, courses) !== undefined;

/**
 * What may be sent to somebody right now. A pause or a rest that was still to come when the due moment
 * was set, or that nobody knew of then, has begun, if the mail comes late.
 */
export function owedNow(subscriber: Subscriber, courses: Courses, now: Instant) {
  return areLettersPaused(subscriber, now)
    ? undefined
    : owedOn(subscriber, courses, localDate(now, subscriber.zone));
}

/**
 * The courses of somebody that nobody knows, though the author did not end them: their folder was
 * left out of a deployment, and may come back with the next.
 */
export const missingCourses = (
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  courses: Courses,
): readonly CourseSlug[] =>
  enrollments
    .filter(({ stopped }) => stopped !== true)
    .map(({ course }) => course)
    .filter((slug) => !courses.some((known) => known.slug === slug));

/**
 * Who finished a course is in no index, so a lesson that is added later would find nobody. After a
 * deployment, this gives a due moment to whoever is owed something again: also to somebody whose
 * timed pause nothing has ended since, for want of a next letter. Whoever paused openly, left, or
 * has not confirmed gets none. Who waits for the end of a rest that the deployment took away or made
 * shorter gets an earlier day; and who waited for issues alone stands among those with a letter to come, whom no pause
 * of the newsletter holds.
 *
 * @returns undefined when there is nothing to change
 */
export function woken(
  subscriber: Subscriber,
  courses: Courses,
  now: Instant,
): Subscriber | undefined {
  const { dueAt, dueOf, zone } = subscriber;
  const next = arranged(subscriber, courses, now);
  if (next.dueAt === undefined) return undefined;
  if (dueAt === undefined || localDate(next.dueAt, zone) < localDate(dueAt, zone)) return next;
  if (dueOf === undefined || next.dueOf !== undefined) return undefined;
  // What is due by now, and today, is looked at in a minute. From another day is what a pause of the newsletter holds.
  const isNow = dueAt <= now && localDate(dueAt, zone) === localDate(now, zone);
  return isNow ? { ...next, dueAt } : next;
}

/**
 * Puts the due moment right after any change, and with it the membership in the `due` index: every
 * save goes through here. A welcome leaves at once, lessons at the reader's hour; an open pause
 * owes nothing, a timed one the first lesson after it. A pending sign-up keeps the moment that it
 * was given until its confirmation mail has gone. Whoever waits for a course that is missing is looked at
 * again every day: no deployment may make them be forgotten.
 */
export function arranged(subscriber: Subscriber, courses: Courses, now: Instant): Subscriber {
  const { dueAt, dueOf: _, ...rest } = subscriber;
  if (subscriber.standing.is === 'pending') return dueAt === undefined ? rest : { ...rest, dueAt };
  const letter = letterNext(rest, courses, now);
  const issues = issuesNext(rest, courses, now);
  if (issues === undefined || (letter !== undefined && letter <= issues))
    return letter === undefined ? rest : { ...rest, dueAt: letter };
  // Whoever has a letter to come stands among the letters: a pause of the newsletter holds none.
  return { ...rest, dueAt: issues, ...(letter === undefined && { dueOf: 'issues' as const }) };
}

/**
 * When the newsletter has something for somebody next: behind a pause of everything, and behind its own.
 *
 * @returns undefined when nothing waits for them, or what waits has no day yet
 */
export function issuesNext(
  subscriber: Subscriber,
  courses: Courses,
  now: Instant,
): Instant | undefined {
  const { zone } = subscriber;
  if (!reads(subscriber)) return undefined;
  let { notBefore } = subscriber;
  for (;;) {
    const soonest = issuesDue(subscriber, courses, now, notBefore);
    const day = soonest && localDate(soonest, zone);
    const pause = day && pausesOfIssues(subscriber).find((one) => covers(one, day));
    if (pause === undefined) return soonest;
    if (pause.until === undefined) return undefined;
    notBefore = pause.until;
  }
}

/** When the next letter or welcome is due, whatever the newsletter has. */
export function letterNext(
  subscriber: Subscriber,
  courses: Courses,
  now: Instant,
): Instant | undefined {
  const { standing, zone } = subscriber;
  const owed = owedToReader(subscriber, courses);
  const isOwed = owed.length > 0;
  const today = localDate(now, zone);
  if (!isOwed && !isLookedFor(subscriber, courses)) return undefined;
  const notBefore = isOwed ? subscriber.notBefore : nextDay(today);
  const waits = notBefore !== undefined && notBefore > today;
  const slot = waits || openOn(owed, courses, today)?.kind !== 'welcome';
  const open = opening(owed, courses);
  const soonest = slot ? slotAfter(subscriber, open, now, notBefore) : now;
  if (standing.is !== 'paused' || beforePause(standing, localDate(soonest, zone))) return soonest;
  return standing.until && slotAfter(subscriber, open, now, latest(standing.until, notBefore));
}

/** A reader who has nothing to get but a course that is missing. */
const isLookedFor = (subscriber: Subscriber, courses: Courses): boolean =>
  reads(subscriber) && missingCourses(subscriber, courses).length > 0;

const latest = (day: LocalDate, other: LocalDate | undefined): LocalDate =>
  other !== undefined && other > day ? other : day;

/** In seconds. */
const DAY = 86_400;

const beforePause = (pause: Pause, day: string): boolean =>
  pause.from !== undefined && day < pause.from;

/**
 * What the subscriber looks like once a mail has gone out. It counts for the day that it was for
 * them when it was claimed, however late the news of it comes and wherever they have moved since.
 */
export function afterSending(
  subscriber: Subscriber,
  mail: OwedMail,
  courses: Courses,
  now: Instant,
): Subscriber {
  const { claim: _, notBefore: __, ...unclaimed } = subscriber;
  if (mail.kind === 'confirmation') {
    return isKnownSent(unclaimed, mail) ? unclaimed : confirmationSent(unclaimed, now);
  }
  const { at, zone } = subscriber.claim ?? { at: now, zone: subscriber.zone };
  const on = localDate(at, zone);
  if (mail.kind === 'issue' || mail.kind === 'digest') {
    const { standing, last } = unclaimed;
    const had = {
      ...unclaimed,
      standing: awake(standing, on),
      last: { ...last, at, on, newsletter: true as const },
    };
    return arranged(afterIssue(had, mail, courses, at), courses, now);
  }
  const enrollments = unclaimed.enrollments.map((enrollment) =>
    enrollment.course === mail.course ? withMail(enrollment, mail) : enrollment,
  );
  const sent: Subscriber = {
    ...unclaimed,
    standing: awake(unclaimed.standing, on),
    enrollments,
    ...(mail.kind === 'lesson' && {
      last: { at, on, ...(enrollments.length > 1 && { course: mail.course }) },
    }),
  };
  return arranged(sent, courses, now);
}

/** How long after the first confirmation the second one goes by itself, in seconds. */
const REMINDER_SECONDS = 2 * DAY;

/** A second one comes only while its button still does something. */
function confirmationSent(request: Subscriber, now: Instant): Subscriber {
  const { dueAt: _, ...rest } = request;
  if (rest.standing.is !== 'pending' || !rest.standing.another) return rest;
  const { another: __, ...standing } = rest.standing;
  const dueAt = plusSeconds(now, REMINDER_SECONDS);
  const once = { ...rest, standing };
  return isForgotten(once, dueAt) ? once : { ...once, dueAt };
}

/** Whether it is known already that a mail went out, so that more news of it changes nothing. */
export function isKnownSent(subscriber: Subscriber, mail: OwedMail): boolean {
  if (mail.kind === 'confirmation') {
    const { standing, dueAt } = subscriber;
    const waits = standing.is === 'pending' && dueAt !== undefined;
    return !waits || requestOf(standing) !== mail.request;
  }
  if (mail.kind === 'issue' || mail.kind === 'digest') return hadIssue(subscriber, mail.on);
  const enrollment = subscriber.enrollments.find(({ course }) => course === mail.course);
  if (enrollment === undefined) return true;
  if (mail.kind === 'welcome') return enrollment.welcomed;
  const known = isOfNow(mail, enrollment) ? enrollment.received : had(enrollment);
  return known.includes(mail.lesson);
}

/** Whether a mail is a letter of the time before somebody began its course again. */
export function isOfBefore({ enrollments }: Subscriber, mail: OwedMail): boolean {
  if (mail.kind !== 'lesson') return false;
  const enrollment = enrollments.find(({ course }) => course === mail.course);
  return enrollment !== undefined && !isOfNow(mail, enrollment);
}

/** Whether a letter belongs to the time that somebody takes a course now. */
const isOfNow = (mail: OwedMail & { kind: 'lesson' }, enrollment: Enrollment): boolean =>
  mail.again === timeOf(enrollment);

function withMail(enrollment: Enrollment, mail: OwedMail & { kind: 'welcome' | 'lesson' }) {
  if (mail.kind === 'welcome') return { ...enrollment, welcomed: true };
  const { received, earlier = [] } = enrollment;
  if (!isOfNow(mail, enrollment)) return withHad(enrollment, received, [...earlier, mail.lesson]);
  if (received.includes(mail.lesson)) return enrollment;
  return withHad(enrollment, [...received, mail.lesson], earlier);
}

/** A timed pause is over once its last day has passed; one that somebody said meanwhile stays. */
function awake(standing: Standing, today: LocalDate): Standing {
  return standing.is === 'paused' && isOver(standing, today) ? { is: 'active' } : standing;
}
