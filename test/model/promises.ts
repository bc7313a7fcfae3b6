import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { LessonId, LessonOutline } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Rhythm } from '../../functions/core/reader/schedule.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { SendOutcome } from '../../functions/core/sending/pace.ts';
import type { TaggedMail } from '../../functions/core/sending/ses-event.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** What a reader had asked for when somebody claimed the right to write to them. */
interface Claimed {
  readonly reader: Subscriber;
  readonly at: Instant;
  readonly due: Instant;
}

/** What one reader was promised, and what came: plain lists, from which the promises can be read off. */
interface Inbox {
  readonly lessons: LessonId[];
  readonly days: string[];
  /** When the last lesson and the last welcome came. */
  lessonAt?: Instant;
  welcomedAt?: Instant;
  /** What they are to get for having signed up, and for having confirmed. */
  awaits?: 'confirmation' | 'welcome';
  confirmations: number;
  welcomes: number;
  signUps: number;
  /** When they last asked for something. */
  wishedAt: Instant;
  /** How many tries there were at the mail that comes next. */
  tries: number;
  /** The calls of SES for that mail that had no answer, by their moments. */
  unanswered: readonly Instant[];
  /** When there was last a reason why their letter could not come before another day. */
  putOff?: Instant;
}

/** So late may a letter be of which nothing is known, in seconds: a lease, and the tick after it. */
const DOUBT_SECONDS = 16 * 60;

/**
 * The plain model: it knows nothing of claims, leases, queues and due moments, only what a reader
 * was promised, and watches every mail that SES takes.
 */
export class Promises {
  readonly #wishes = new Map<SubscriberId, Subscriber>();
  readonly #claims = new Map<AttemptId, Claimed>();
  readonly #inboxes = new Map<SubscriberId, Inbox>();
  /** When the courses last changed. */
  #deployedAt = '' as Instant;
  #broken: unknown;

  signedUp(reader: Subscriber, now: Instant): void {
    const inbox = this.#inbox(reader.id);
    inbox.signUps += 1;
    inbox.awaits = 'confirmation';
    this.wished(reader, now);
  }

  /** What somebody asked for last; what the table says is not asked. */
  wished(reader: Subscriber, now: Instant): void {
    const inbox = this.#inbox(reader.id);
    const before = this.#wishes.get(reader.id)?.standing.is;
    if (before === 'pending' && reader.standing.is === 'active') inbox.awaits = 'welcome';
    this.#wishes.set(reader.id, reader);
    inbox.wishedAt = now;
  }

  deployed(now: Instant): void {
    this.#deployedAt = now;
  }

  /** @param at by the clock of the door that claims */
  claiming(id: SubscriberId, attempt: AttemptId, at: Instant, due: Instant): void {
    const reader = this.#wishes.get(id);
    if (reader !== undefined) this.#claims.set(attempt, { reader, at, due });
  }

  claimed(id: SubscriberId): void {
    this.#inbox(id).tries += 1;
  }

  /** What a sender that lives was told of its mail. */
  answered(id: SubscriberId, outcome: SendOutcome, now: Instant): void {
    const inbox = this.#inbox(id);
    if (outcome.is === 'sent') return;
    if (outcome.is === 'not-sent') {
      inbox.tries -= 1;
      if (outcome.then === 'put-off') inbox.putOff = now;
      return;
    }
    inbox.unanswered = [...inbox.unanswered, now];
    if (inbox.tries > 1) inbox.putOff = now;
  }

  /** @throws when this mail breaks a promise */
  taken(mail: TaggedMail, courses: Courses): void {
    try {
      this.#take(mail, courses);
    } catch (error) {
      // Whoever dies in this call takes its error along.
      this.#broken ??= error;
      throw error;
    }
  }

  /** @throws when a promise was broken, whoever met the error first */
  kept(): void {
    if (this.#broken !== undefined) throw this.#broken;
  }

  #take({ id, attempt, owed }: TaggedMail, courses: Courses): void {
    const claim = this.#claims.get(attempt);
    if (claim === undefined) throw new Error('sent without a claim');
    const { reader, at, due } = claim;
    const inbox = this.#inbox(id);
    inbox.tries = 0;
    inbox.unanswered = [];
    if (owed.kind === inbox.awaits) delete inbox.awaits;
    if (owed.kind === 'confirmation') {
      assert.equal(reader.standing.is, 'pending', 'a confirmation is for who has not confirmed');
      inbox.confirmations += 1;
      assert.ok(inbox.confirmations <= inbox.signUps, 'one confirmation a sign-up');
      return;
    }
    const today = localDate(at, reader.zone);
    assert.ok(wants(reader, today), `no ${owed.kind} to somebody ${reader.standing.is}`);
    if (owed.kind === 'welcome') {
      inbox.welcomes += 1;
      inbox.welcomedAt = at;
      assert.ok(inbox.welcomes <= inbox.signUps, 'one welcome a sign-up');
      return;
    }
    const lessons = courses.find(({ slug }) => slug === owed.course)?.lessons ?? [];
    assert.ok(!inbox.lessons.includes(owed.lesson), `no lesson twice: ${owed.lesson}`);
    expectOrder(lessons, inbox.lessons, owed.lesson);
    assert.ok(today > (inbox.days.at(-1) ?? ''), `one a day: ${today} after ${inbox.days}`);
    const day = Temporal.PlainDate.from(localDate(due, reader.zone));
    assert.ok(reader.days.includes(String(day.dayOfWeek)), `due on one of their days: ${due}`);
    assert.equal(due, slotOn(day, reader), 'due at their hour');
    inbox.lessons.push(owed.lesson);
    inbox.days.push(today);
    inbox.lessonAt = at;
  }

  /**
   * Everybody has what they were owed by now, since for nearly an hour all went well: their letter, if
   * it is their day and was their hour, and what follows a sign-up at once. There may be a reason why
   * it can't have come.
   *
   * @param from when all began to go well
   * @throws when a letter's day is being lost
   */
  dayIsKept(courses: Courses, from: Instant, now: Instant): void {
    for (const [id, reader] of this.#wishes) {
      const inbox = this.#inbox(id);
      if (this.#awaited(reader, inbox, courses, from)) {
        assert.equal(inbox.awaits, undefined, `their ${inbox.awaits} has come`);
      }
      if (this.#expected(reader, inbox, courses, from, now)) {
        const day = localDate(now, reader.zone);
        assert.ok(inbox.days.includes(day), `a letter on ${day}, their day, at ${reader.hour}`);
      }
    }
  }

  #awaited({ standing }: Subscriber, inbox: Inbox, courses: Courses, from: Instant): boolean {
    const { awaits, putOff, wishedAt } = inbox;
    if (awaits === undefined || courses.length === 0 || wishedAt >= from) return false;
    if (this.#deployedAt >= wishedAt) return false;
    // Put off by a day, or to a day of their choice that may be a week away.
    if (putOff !== undefined && putOff > plusSeconds(from, -8 * 86_400)) return false;
    return awaits === 'confirmation' ? standing.is === 'pending' : standing.is === 'active';
  }

  #expected(reader: Subscriber, inbox: Inbox, courses: Courses, from: Instant, now: Instant) {
    const today = localDate(now, reader.zone);
    const isToday = (at: Instant) => localDate(at, reader.zone) >= today;
    const day = Temporal.PlainDate.from(today);
    const slot = slotOn(day, reader);
    if (slot === undefined || slot > from || !reader.days.includes(String(day.dayOfWeek)))
      return false;
    if (!wants(reader, today) || inbox.awaits !== undefined) return false;
    // Whatever they or the author changed since then is about the days after it.
    if (inbox.wishedAt >= slot || this.#deployedAt >= slot) return false;
    if (inbox.putOff !== undefined && isToday(inbox.putOff)) return false;
    // The last mail, or the news of it, may have come so late that it was too late for this day.
    const { lessonAt, welcomedAt } = inbox;
    const late = plusSeconds(slot, -2 * DOUBT_SECONDS);
    if (welcomedAt === undefined || welcomedAt > late) return false;
    if (lessonAt !== undefined && (lessonAt > late || isToday(lessonAt))) return false;
    if ((inbox.days.at(-1) ?? '') >= today) return false;
    return stillToCome(courses, inbox.lessons).length > 0;
  }

  /** @throws when somebody who reads, with all faults over, did not get all that is theirs */
  allCameTo(reader: Subscriber, courses: Courses, today: string): void {
    const { lessons: had } = this.#inbox(reader.id);
    const stored = reader.enrollments.flatMap(({ received }) => received);
    assert.deepEqual([...stored].sort(), [...had].sort(), 'what is stored is what was sent');
    const wish = this.#wishes.get(reader.id)?.standing;
    const over =
      wish?.is === 'paused' && wish.until !== undefined && reader.standing.is === 'active';
    const is = over ? 'paused' : reader.standing.is;
    assert.equal(is, wish?.is, 'what they asked for is kept');
    if (!reads(reader, today)) return;
    assert.deepEqual(stillToCome(courses, had), [], 'no lesson is lost');
  }

  #inbox(id: SubscriberId): Inbox {
    const known = this.#inboxes.get(id);
    if (known !== undefined) return known;
    const none = { confirmations: 0, welcomes: 0, signUps: 0, tries: 0 };
    const fresh = { lessons: [], days: [], unanswered: [], wishedAt: '' as Instant, ...none };
    this.#inboxes.set(id, fresh);
    return fresh;
  }
}

/** Their hour on a day, if the zone has that hour on that day. */
function slotOn(day: Temporal.PlainDate, { zone, hour }: Rhythm): Instant | undefined {
  const time = new Temporal.PlainTime(Math.floor(hour), (hour % 1) * 60);
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: time });
  if (!at.toPlainDate().equals(day)) return undefined;
  return at.toInstant().toString({ smallestUnit: 'second' }) as Instant;
}

/** Whether somebody may be written to on this day of theirs. */
function wants({ standing }: Subscriber, today: string): boolean {
  if (standing.is !== 'paused') return standing.is === 'active';
  const begun = standing.from === undefined || standing.from <= today;
  return !begun || (standing.until !== undefined && standing.until <= today);
}

/** Whether somebody gets letters with nothing in the way, now or later. */
const reads = ({ standing }: Subscriber, today: string): boolean =>
  standing.is === 'active' ||
  (standing.is === 'paused' && standing.until !== undefined && standing.until <= today);

const furthest = (lessons: readonly LessonOutline[], had: readonly LessonId[]): number =>
  lessons.findLastIndex(({ id }) => had.includes(id));

/** The lessons of the first course that somebody who had these is still to get, by its own rules. */
function stillToCome(courses: Courses, had: readonly LessonId[]): readonly LessonId[] {
  const lessons = courses[0]?.lessons ?? [];
  const reached = furthest(lessons, had);
  return lessons
    .filter(
      ({ id, forThosePast }, place) =>
        !had.includes(id) && (place > reached || forThosePast !== 'never'),
    )
    .map(({ id }) => id);
}

/** Forward in the course without a gap; back only for a lesson that says so of itself. */
function expectOrder(
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
