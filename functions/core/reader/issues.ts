import type { CourseOutline } from '../course.ts';
import { type IssueId, type IssuePlan, isReached } from '../newsletter.ts';
import { type Instant, type LocalDate, localDate, nextDay, plusDays } from '../time.ts';
import { isFor } from './audience.ts';
import { covers, isOver } from './pauses.ts';
import { isLetterTime, isUsed, nextSlot } from './schedule.ts';
import type { Span, Subscriber, Waiting } from './subscriber.ts';
import { isInCourse } from './turns.ts';

/** What the newsletter owes somebody: one issue, or the titles of all that have waited. */
export type IssueMail =
  | { readonly kind: 'issue'; readonly issue: IssueId; readonly on: LocalDate }
  /** Of the issues up to this day, which is the last one's. */
  | { readonly kind: 'digest'; readonly on: LocalDate };

type Courses = readonly CourseOutline[];

/** An issue that waited alone for longer, in days, is told of in a digest and not sent whole. */
const FRESH_DAYS = 7;

/**
 * Somebody with the newsletter, or without it. Whoever takes it has the issues from that day of theirs on, and is
 * looked up at their next hour for one that is being sent that day. What has gone by then stays known, so that nobody
 * who was without it for an hour gets it twice; and when it comes is theirs to say, and stays said.
 *
 * @returns the same value when it is so already
 */
export function withNewsletter(subscriber: Subscriber, on: boolean, now: Instant): Subscriber {
  if (subscriber.newsletter === on) return subscriber;
  const { issues: before, ...rest } = subscriber;
  const date = localDate(now, subscriber.zone);
  const from = before !== undefined && before.from > date ? before.from : date;
  const ahead = before?.ahead?.filter((day) => day >= from) ?? [];
  const wish = before?.alongside && { alongside: before.alongside };
  const issues = { from, ...(ahead.length > 0 && { ahead }), ...wish };
  if (on) return { ...rest, newsletter: true, issues: { ...issues, waits: [{ date }] } };
  const isKept = wish !== undefined || from > date || ahead.length > 0;
  return { ...rest, newsletter: false, ...(isKept && { issues }) };
}

/**
 * Somebody who has issues also while a course goes on, or at its end. Whoever takes no newsletter has nothing to say
 * of when it comes.
 *
 * @returns the same value when it is so already
 */
export function withAlongside(subscriber: Subscriber, on: boolean, now: Instant): Subscriber {
  const date = localDate(now, subscriber.zone);
  const { issues = { from: date, waits: [{ date }] }, newsletter } = subscriber;
  if (!newsletter || (issues.alongside === true) === on) return subscriber;
  const { alongside: _, ...place } = issues;
  return { ...subscriber, issues: on ? { ...place, alongside: true } : place };
}

/**
 * Somebody whose newsletter is in a pause, or in none. What comes out meanwhile waits for its end; to untick
 * the box ends it, too, since whoever ticks it again wants issues.
 */
export function withNewsletterPaused(
  subscriber: Subscriber,
  pause: Span | undefined,
  now: Instant,
): Subscriber {
  const date = localDate(now, subscriber.zone);
  const { paused: _, ...place } = subscriber.issues ?? { from: date, waits: [{ date }] };
  return { ...subscriber, issues: pause === undefined ? place : { ...place, paused: pause } };
}

/**
 * Somebody for whom an issue waits, once it is known that it will be sent. Whether it is for them is
 * decided when it goes: by then they may have finished a course, or left one.
 *
 * @returns the same value when it is nothing to them: they don't take the newsletter, or it waits already
 */
export function awaiting(subscriber: Subscriber, issue: IssuePlan): Subscriber {
  const { date, at, during } = issue;
  if (!subscriber.newsletter || hadIssue(subscriber, date)) return subscriber;
  const place = subscriber.issues ?? { from: date };
  const { waits = [] } = place;
  if (waits.some((one) => one.date === date && one.at === at && one.during === during))
    return subscriber;
  const others = waits.filter((one) => one.date !== date);
  const waiting: Waiting = { date, ...(at && { at }), ...(during && { during }) };
  return { ...subscriber, issues: { ...place, waits: [...others, waiting] } };
}

/** Whether an issue of that day has gone to somebody, or came before they took the newsletter. */
export const hadIssue = ({ issues }: Pick<Subscriber, 'issues'>, on: LocalDate): boolean =>
  issues !== undefined && (on < issues.from || issues.ahead?.includes(on) === true);

/**
 * When somebody is looked up for issues next: at their hour, never on a day that has had a letter
 * (promise 2), and not while a course goes on, unless the issue or they say otherwise.
 *
 * @param notBefore the first day that may have a mail
 * @returns undefined when nothing waits that may go
 */
export function issuesDue(
  subscriber: Subscriber,
  courses: Courses,
  now: Instant,
  notBefore: LocalDate | undefined,
): Instant | undefined {
  const [first] = mayGo(subscriber, courses)
    .map((one) => slotOf(subscriber, one, now, notBefore))
    .sort();
  return first;
}

function slotOf(
  subscriber: Subscriber,
  { date, at }: Waiting,
  now: Instant,
  notBefore: LocalDate = date,
): Instant {
  const { zone, last } = subscriber;
  const day = at === undefined ? date : localDate(at, zone);
  const isMoment = at !== undefined && at > now && day >= notBefore && !isUsed(day, zone, last);
  return isMoment ? at : nextSlot(subscriber, now, last, day > notBefore ? day : notBefore);
}

/**
 * Whether what was due at a moment is an issue and not a letter: none is in a pause of the newsletter. Of both at the same hour the issue goes, and the
 * letter comes on the next of their days.
 */
export function isIssueTime(
  subscriber: Subscriber,
  due: Instant,
  courses: Courses,
  now: Instant,
): boolean {
  const { zone, last, issues } = subscriber;
  if (issues?.paused !== undefined && covers(issues.paused, localDate(now, zone))) return false;
  const ready = mayGo(subscriber, courses).filter((one) => isReached(one, zone, now));
  const isMoment = ready.some(({ at }) => at === due) && !isUsed(localDate(now, zone), zone, last);
  return isMoment || (ready.length > 0 && isLetterTime(subscriber, due));
}

/** What waits for somebody and does not wait for the end of their course. */
const mayGo = (subscriber: Subscriber, courses: Courses): readonly Waiting[] => {
  const { waits = [] } = (subscriber.newsletter ? subscriber.issues : undefined) ?? {};
  return waits.length === 0 || isFree(subscriber, courses)
    ? waits
    : waits.filter(({ during }) => during);
};

/** Whether issues come to somebody as they are sent. */
const isFree = (subscriber: Subscriber, courses: Courses): boolean =>
  subscriber.issues?.alongside === true || !isInCourse(subscriber, courses);

/** What a look for issues comes to. */
export interface Looked<One extends IssuePlan> {
  readonly mail?: IssueMail;
  /** What the mail is of, oldest first. */
  readonly issues: readonly One[];
  /** All that may go now, of which the mail may be one. */
  readonly ready: readonly One[];
  /** They, with what still waits for them. */
  readonly subscriber: Subscriber;
}

/**
 * What somebody is owed of the newsletter at their hour.
 *
 * @param sending the issues that are being sent or were, in any order
 */
export function looked<One extends IssuePlan>(
  subscriber: Subscriber,
  sending: readonly One[],
  courses: Courses,
  now: Instant,
): Looked<One> {
  const { zone } = subscriber;
  const theirs = sending
    .filter(({ date }) => subscriber.newsletter && !hadIssue(subscriber, date))
    .filter(({ audience }) => isFor(audience, subscriber, courses))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
  const reached = theirs.filter((one) => isReached(one, zone, now));
  const free = isFree(subscriber, courses);
  const ready = free ? reached : reached.filter(({ during }) => during);
  const going = free ? ready : ready.slice(0, 1);
  const waiting = theirs
    .filter((one) => !going.includes(one))
    .reduce<Subscriber>(
      awaiting,
      waitingOnlyFor(subscriber, () => false),
    );
  const [first] = going;
  const [last] = going.slice(-1);
  if (first === undefined || last === undefined)
    return { issues: going, ready, subscriber: waiting };
  const isFresh = localDate(now, zone) <= plusDays(first.date, FRESH_DAYS);
  const mail: IssueMail =
    first === last && (isFresh || !free)
      ? { kind: 'issue', issue: first.id, on: first.date }
      : { kind: 'digest', on: last.date };
  return { mail, issues: going, ready, subscriber: waiting };
}

/**
 * Somebody to whom an issue or a digest has gone. In the middle of a course they have it ahead of those
 * that wait for its end. Of who has unticked the box meanwhile it is known, too, should they tick it again.
 *
 * @param at the moment that it was claimed
 */
export function afterIssue(
  subscriber: Subscriber,
  { kind, on }: Pick<IssueMail, 'kind' | 'on'>,
  courses: Courses,
  at: Instant,
): Subscriber {
  const { issues = { from: on }, zone, newsletter } = subscriber;
  if (hadIssue(subscriber, on)) return subscriber;
  // An older one that waits shows it too, where they have asked since for issues as they come.
  const passed = subscriber.issues?.waits?.some(({ date }) => date < on) === true;
  const isAhead = newsletter && kind === 'issue' && (passed || !isFree(subscriber, courses));
  const { ahead = [] } = issues;
  const had = isAhead ? [...ahead, on] : ahead.filter((day) => day > on);
  const { ahead: _, paused, ...place } = issues;
  const isPaused = paused !== undefined && !isOver(paused, localDate(at, zone));
  const from = isAhead ? issues.from : nextDay(on);
  const last = { on, ...(kind === 'digest' && { digest: true as const }) };
  const after = {
    ...place,
    from,
    ...(newsletter && { had: last }),
    ...(had.length > 0 && { ahead: had }),
    ...(isPaused && { paused }),
  };
  return waitingOnlyFor(
    { ...subscriber, issues: after },
    // Of a later day, it was brought out since. Ahead went one alone, however many of those that don't wait for the end
    // had come by then.
    (one) =>
      one.date > on ||
      !isReached(one, zone, at) ||
      (isAhead && !(one.during === true && one.date === on)),
  );
}

/** Somebody for whom all that could go at a moment counts as sent: nobody knows whether it went. */
export function countedAsSent(subscriber: Subscriber, courses: Courses, at: Instant): Subscriber {
  const kind = isFree(subscriber, courses) ? 'digest' : 'issue';
  return mayGo(subscriber, courses)
    .filter((one) => isReached(one, subscriber.zone, at))
    .reduce((one, { date }) => afterIssue(one, { kind, on: date }, courses, at), subscriber);
}

/**
 * Somebody with the issues that another value of them knows as sent: none comes twice. Whether they take the
 * newsletter, and when it comes, is as they live.
 *
 * @returns the same value when it knows of no more
 */
export function withIssuesHad(live: Subscriber, other: Pick<Subscriber, 'issues'>): Subscriber {
  const { issues, newsletter } = live;
  const known = other.issues;
  if (!newsletter || known === undefined) return live;
  const from = issues !== undefined && issues.from > known.from ? issues.from : known.from;
  const days = new Set([...(issues?.ahead ?? []), ...(known.ahead ?? [])]);
  const ahead = [...days].filter((day) => day >= from).sort();
  const isSame = from === issues?.from && ahead.length === (issues.ahead ?? []).length;
  if (isSame) return live;
  const { ahead: _, ...place } = issues ?? { from };
  return { ...live, issues: { ...place, from, ...(ahead.length > 0 && { ahead }) } };
}

function waitingOnlyFor(subscriber: Subscriber, stays: (one: Waiting) => boolean): Subscriber {
  if (subscriber.issues?.waits === undefined) return subscriber;
  const { waits, ...rest } = subscriber.issues;
  const left = waits.filter(stays);
  return { ...subscriber, issues: left.length === 0 ? rest : { ...rest, waits: left } };
}
