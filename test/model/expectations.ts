import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import {
  type CourseSlug,
  type LessonId,
  type LessonOutline,
  offered,
} from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Enrollment, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { PROOF_DAYS } from '../../functions/core/sending/doubt.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import { type Inbox, takenOf } from './inbox.ts';

/** What a reader may expect, said once more and without the engine. */

/** Their hour on a day, if the zone has that hour on that day. */
export function slotOn(day: Temporal.PlainDate, { zone, hour }: Rhythm): Instant | undefined {
  const time = new Temporal.PlainTime(Math.floor(hour), (hour % 1) * 60);
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  if (!at.toPlainDate().equals(day)) return undefined;
  return at.toInstant().toString({ smallestUnit: 'second' }) as Instant;
}

/** So late may a letter be of which nothing is known, in seconds: a lease, and the tick after it. */
export const DOUBT_SECONDS = 16 * 60;

/** The first slot of somebody behind all that may have to do with it: no later one may be theirs. */
export function latestDue(reader: Subscriber, inbox: Inbox, deployedAt: Instant): Instant {
  const { standing, zone, days } = reader;
  const { lessonAt, welcomedAt, knownAt, wishedAt, putOff } = inbox;
  const news = [welcomedAt, knownAt].map((at) => at && plusSeconds(at, 2 * DOUBT_SECONDS));
  const from = [wishedAt, deployedAt, putOff?.at, ...news].reduce<Instant>(
    (latest, at) => (at !== undefined && at > latest ? at : latest),
    wishedAt,
  );
  const used = [lessonAt, putOff?.at].map((at) => (at === undefined ? '' : localDate(at, zone)));
  let day = Temporal.PlainDate.from(localDate(from, zone));
  for (;;) {
    const on = day.toString();
    const slot = days.includes(String(day.dayOfWeek)) ? slotOn(day, reader) : undefined;
    const free = [...used, putOff?.on ?? '', inbox.days.at(-1) ?? ''].every((other) => on > other);
    // Before a pause, the day may pass without a tick; behind it the letter comes at once.
    const open = standing.is !== 'paused' || standing.until === undefined || on >= standing.until;
    if (slot !== undefined && slot > from && free && open) return slot;
    day = day.add({ days: 1 });
  }
}

/** Whether somebody may be written to on this day of theirs. */
export function wants({ standing }: Subscriber, today: string): boolean {
  if (standing.is !== 'paused') return standing.is === 'active';
  const begun = standing.from === undefined || standing.from <= today;
  return !begun || (standing.until !== undefined && standing.until <= today);
}

/** Whether somebody gets letters with nothing in the way, now or later. */
export const reads = ({ standing }: Subscriber, today: string): boolean =>
  standing.is === 'active' ||
  (standing.is === 'paused' && standing.until !== undefined && standing.until <= today);

const furthest = (lessons: readonly LessonOutline[], had: readonly LessonId[]): number =>
  lessons.findLastIndex(({ id }) => had.includes(id));

/** The lessons of a course that somebody who had these is still to get, by its own rules. */
function stillToCome(
  lessons: readonly LessonOutline[],
  had: readonly LessonId[],
): readonly LessonId[] {
  const reached = furthest(lessons, had);
  return lessons
    .filter(
      ({ id, forThosePast }, place) =>
        !had.includes(id) && (place > reached || forThosePast !== 'never'),
    )
    .map(({ id }) => id);
}

/** The courses that somebody wants and the author still has, in their order, with lessons to come. */
export const unread = (
  { enrollments }: Pick<Subscriber, 'enrollments'>,
  inbox: Inbox,
  courses: Courses,
): readonly CourseSlug[] =>
  enrollments
    .filter((one) => !one.stopped && toCome(one, inbox, courses).length > 0)
    .map(({ course }) => course);

const toCome = ({ course }: Enrollment, inbox: Inbox, courses: Courses): readonly LessonId[] =>
  stillToCome(
    offered(courses).find(({ slug }) => slug === course)?.lessons ?? [],
    takenOf(inbox, course).lessons,
  );

/** Courses in a row: the first that is not read. By turns: not the same again while another waits. */
export function expectTurn(
  reader: Subscriber,
  inbox: Inbox,
  courses: Courses,
  sent: CourseSlug,
): void {
  const [first, ...others] = unread(reader, inbox, courses);
  if (reader.byTurns !== true) {
    assert.equal(sent, first, 'one course after another');
  } else if (others.length > 0) {
    assert.notEqual(sent, inbox.turnOf, 'it is the turn of another course');
  }
}

/** Forward in the course without a gap; back only for a lesson that says so of itself. */
export function expectOrder(
  lessons: readonly LessonOutline[],
  had: readonly LessonId[],
  sent: LessonId,
): void {
  const place = lessons.findIndex(({ id }) => id === sent);
  const reached = furthest(lessons, had);
  assert.ok(place >= 0, `${sent} is in the course`);
  if (place < reached) {
    assert.notEqual(lessons[place]?.forThosePast, 'never', `${sent} is for those past it`);
    return;
  }
  const between = lessons.slice(reached + 1, place).filter(({ id }) => !had.includes(id));
  const skipped = between.map(({ id }) => id);
  assert.deepEqual(skipped, [], `nothing skipped before ${sent}`);
}

/** Of a mail in doubt, nobody can tell for longer than this whether it went: it may come again. */
export const isTooOld = (at: Instant | undefined, now: Instant | undefined): boolean =>
  at !== undefined && now !== undefined && at < plusSeconds(now, -PROOF_DAYS * 86_400);

/** The second confirmation comes two days after the first, or on request: by clocks a minute apart. */
const REMINDER_SECONDS = 2 * 86_400 - 120;
const CLOCKS_SECONDS = 120;

/** One confirmation to who had left, and to others two, with days or a request between them. */
export function expectFew(inbox: Inbox, before: Instant | undefined, at: Instant): void {
  assert.ok(inbox.confirmations <= inbox.allowed, 'two confirmations a sign-up');
  if (before === undefined || before < inbox.signedUpAt) return;
  const asked = inbox.againAt >= plusSeconds(before, -CLOCKS_SECONDS);
  assert.ok(asked || at >= plusSeconds(before, REMINDER_SECONDS), `no second one at ${at} already`);
}

/** Whether whoever confirmed is to have had their welcome. */
export function isWelcome(
  { standing, enrollments }: Subscriber,
  inbox: Inbox,
  courses: Courses,
  { from, deployedAt }: { readonly from: Instant; readonly deployedAt: Instant },
): boolean {
  const { joinedAt, joinedBy, putOff, wishedAt } = inbox;
  if (joinedAt === undefined || standing.is !== 'active') return false;
  const [first] = enrollments;
  if (first === undefined || first.course !== joinedBy || first.stopped) return false;
  if (!offered(courses).some(({ slug }) => slug === joinedBy)) return false;
  if (wishedAt >= from || deployedAt >= wishedAt) return false;
  // Put off to a day of their choice, which may be a week away.
  return putOff === undefined || putOff.at <= plusSeconds(from, -8 * 86_400);
}

/** Whether a reader is to have had a letter today, with nothing that could have kept it from them. */
export function isExpected(
  reader: Subscriber,
  inbox: Inbox,
  courses: Courses,
  when: { readonly from: Instant; readonly now: Instant; readonly deployedAt: Instant },
): boolean {
  const { from, now, deployedAt } = when;
  const today = localDate(now, reader.zone);
  const isToday = (at: Instant) => localDate(at, reader.zone) >= today;
  const day = Temporal.PlainDate.from(today);
  const slot = slotOn(day, reader);
  if (slot === undefined || slot > from || !reader.days.includes(String(day.dayOfWeek)))
    return false;
  if (!wants(reader, today)) return false;
  // Whatever they or the author changed since then is about the days after it.
  if (inbox.wishedAt >= slot || deployedAt >= slot) return false;
  const { putOff } = inbox;
  if (putOff !== undefined && (isToday(putOff.at) || putOff.on >= today)) return false;
  // The last mail, or the news of it, may have come so late that it was too late for this day.
  const { lessonAt, welcomedAt, knownAt } = inbox;
  const late = plusSeconds(slot, -2 * DOUBT_SECONDS);
  if (welcomedAt === undefined || welcomedAt > late) return false;
  if (knownAt !== undefined && knownAt > late) return false;
  if (lessonAt !== undefined && isToday(lessonAt)) return false;
  if ((inbox.days.at(-1) ?? '') >= today) return false;
  return unread(reader, inbox, courses).length > 0;
}
