import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { offered } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { PROOF_DAYS } from '../../functions/core/sending/doubt.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { Inbox } from './inbox.ts';
import { openOn } from './order.ts';

/** What a reader may expect, said once more and without the engine. */

/** What the author deployed last, and when. */
export interface Deployed {
  readonly courses: Courses;
  readonly at: Instant;
}

/** Their hour on a day, if the zone has that hour on that day. */
export function slotOn(day: Temporal.PlainDate, { zone, hour }: Rhythm): Instant | undefined {
  const time = new Temporal.PlainTime(Math.floor(hour), (hour % 1) * 60);
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  if (!at.toPlainDate().equals(day)) return undefined;
  return at.toInstant().toString({ smallestUnit: 'second' }) as Instant;
}

/**
 * For when a letter was due that was claimed for a moment: for their first free hour behind it, if it was none of theirs
 * and that hour has passed.
 */
export function hourMeant(
  reader: Rhythm,
  { days: used }: Inbox,
  { due, at }: { readonly due: Instant; readonly at: Instant },
): Instant {
  let day = Temporal.PlainDate.from(localDate(due, reader.zone));
  const last = localDate(at, reader.zone);
  for (; day.toString() <= last; day = day.add({ days: 1 })) {
    const isFree = day.toString() > (used.at(-1) ?? '');
    const slot = reader.days.includes(String(day.dayOfWeek)) ? slotOn(day, reader) : undefined;
    if (slot !== undefined && isFree && slot <= at) return slot > due ? slot : due;
  }
  return due;
}

/** So late may a letter be of which nothing is known, in seconds: a lease, and the tick after it. */
export const DOUBT_SECONDS = 16 * 60;

/** The first slot of somebody behind all that may have to do with it: no later one may be theirs. */
export function latestDue(
  reader: Subscriber,
  inbox: Inbox,
  { courses, at: deployedAt }: Deployed,
): Instant {
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
    const rested = openOn(reader, inbox, courses, on).length === 0;
    if (slot !== undefined && slot > from && free && open && !rested) return slot;
    day = day.add({ days: 1 });
  }
}

/** Whether somebody may be written to on this day of theirs. */
export function wants({ standing }: Subscriber, today: string): boolean {
  if (standing.is !== 'paused') return standing.is === 'active';
  const begun = standing.from === undefined || standing.from <= today;
  return !begun || (standing.until !== undefined && standing.until <= today);
}

/** Whether issues may come on this day of theirs: a pause of the letters is none of the newsletter's. */
export function wantsIssues(reader: Subscriber, today: string): boolean {
  const { standing, issues: { paused } = { paused: undefined } } = reader;
  const all = standing.is === 'paused' && standing.letters ? { is: 'active' as const } : standing;
  const begun = paused !== undefined && (paused.from === undefined || paused.from <= today);
  const holds = begun && (paused.until === undefined || paused.until > today);
  return wants({ ...reader, standing: all }, today) && !holds;
}

/** Whether somebody gets letters with nothing in the way, now or later. */
export const reads = ({ standing }: Subscriber, today: string): boolean =>
  standing.is === 'active' ||
  (standing.is === 'paused' && standing.until !== undefined && standing.until <= today);

/** Of a mail in doubt, nobody can tell for longer than this whether it went: it may come again. */
export const isTooOld = (at: Instant | undefined, now: Instant | undefined): boolean =>
  at !== undefined && now !== undefined && at < plusSeconds(now, -PROOF_DAYS * 86_400);

/** Whether what came at a moment may come once more, since nobody can tell any more that it did. */
export const mayComeAgain = (
  { unproven }: Inbox,
  then: Instant | undefined,
  now: Instant,
): boolean => then !== undefined && (isTooOld(then, now) || unproven.has(then));

/** One mail a day, unless that of today may not have come for all that anybody can tell. */
export const isFreeDay = ({ days, lessonAt, unproven }: Inbox, today: string): boolean =>
  today > (days.at(-1) ?? '') || (lessonAt !== undefined && unproven.has(lessonAt));

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
  { courses, at: deployedAt }: Deployed,
  from: Instant,
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
  { courses, at: deployedAt }: Deployed,
  { from, now }: { readonly from: Instant; readonly now: Instant },
): boolean {
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
  return openOn(reader, inbox, courses, today).length > 0;
}
