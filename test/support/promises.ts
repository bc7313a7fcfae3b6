import { expect } from 'vitest';
import type { LessonId, LessonOutline } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import { weekday } from '../../functions/core/reader/schedule.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { PROOF_DAYS } from '../../functions/core/sending/doubt.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** What a reader had asked for when somebody claimed the right to write to them. */
interface Claimed {
  readonly reader: Subscriber;
  readonly at: Instant;
  readonly due: Instant;
}

/** What one reader got: plain lists, from which promises 1 and 2 can be read off. */
interface Inbox {
  readonly lessons: LessonId[];
  readonly days: string[];
  /** When they got each lesson. */
  readonly at: Map<LessonId, Instant>;
  claimedAt: Instant | undefined;
  /** When their last confirmation mail went. */
  confirmedAt: Instant | undefined;
  confirmations: number;
  signUps: number;
}

/**
 * The plain model: it knows nothing of claims, leases, queues and due moments, only what a reader
 * was promised, and watches every mail that SES takes.
 */
export class Promises {
  readonly #wishes = new Map<SubscriberId, Subscriber>();
  readonly #requests = new Map<SubscriberId, Subscriber>();
  readonly #claims = new Map<AttemptId, Claimed>();
  readonly #inboxes = new Map<SubscriberId, Inbox>();

  /** Somebody typed this address into the form: that asks nothing of whoever reads under it. */
  signedUp(request: Subscriber): void {
    this.#inbox(request.id).signUps += 1;
    this.#requests.set(request.id, request);
  }

  /** What somebody asked for last; what the table says is not asked. */
  wished(reader: Subscriber): void {
    this.#wishes.set(reader.id, reader);
  }

  claiming({ id, dueAt: due, request }: Due, attempt: AttemptId, at: Instant): void {
    const reader = (request ? this.#requests : this.#wishes).get(id);
    if (reader === undefined) return;
    this.#claims.set(attempt, { reader, at, due });
    if (!request) this.#inbox(id).claimedAt = at;
  }

  /** @throws when this mail breaks a promise */
  taken({ id, attempt, owed }: TaggedMail, courses: Courses): void {
    const claim = this.#claims.get(attempt);
    if (claim === undefined) throw new Error('sent without a claim');
    const { reader, at, due } = claim;
    const inbox = this.#inbox(id);
    if (owed.kind === 'confirmation') {
      expect(reader.standing.is, 'a confirmation is for whoever has not confirmed').toBe('pending');
      if (inbox.confirmedAt !== undefined && isOver(inbox.confirmedAt, at)) return;
      inbox.confirmedAt = at;
      inbox.confirmations += 1;
      expect(inbox.confirmations, 'one confirmation a sign-up').toBeLessThanOrEqual(inbox.signUps);
      return;
    }
    const today = localDate(at, reader.zone);
    expect(wants(reader, today), `${owed.kind} to somebody ${reader.standing.is}`).toBe(true);
    if (owed.kind === 'welcome') return;
    const lessons = courses.find(({ slug }) => slug === owed.course)?.lessons ?? [];
    if (isForgotten(inbox.at, owed.lesson, at)) return;
    expect(inbox.lessons, 'no lesson twice').not.toContain(owed.lesson);
    inbox.at.set(owed.lesson, at);
    expectOrder(lessons, inbox.lessons, owed.lesson);
    expect(today > (inbox.days.at(-1) ?? ''), `one a day: ${today} after ${inbox.days}`).toBe(true);
    const day = String(weekday(due, reader.zone));
    expect(reader.days, 'due on one of their days, however late it comes').toContain(day);
    inbox.lessons.push(owed.lesson);
    inbox.days.push(today);
  }

  /** @throws when somebody who reads, with all faults over, did not get all that is theirs */
  allCameTo(reader: Subscriber, courses: Courses, today: string): void {
    const { lessons: had, at, claimedAt } = this.#inbox(reader.id);
    const stored = reader.enrollments.flatMap(({ received }) => received);
    // Of whoever is owed nothing, nobody looks what became of a letter in doubt, and then it is late.
    const open = (one: LessonId) => reader.claim !== undefined || isForgotten(at, one, claimedAt);
    const sent = had.filter((one) => stored.includes(one) || !open(one));
    expect([...stored].sort(), 'what is stored is what was sent').toEqual([...sent].sort());
    expect(had.length - sent.length, 'and no more than that one').toBeLessThanOrEqual(1);
    const wish = this.#wishes.get(reader.id)?.standing;
    const over =
      wish?.is === 'paused' && wish.until !== undefined && reader.standing.is === 'active';
    expect(over ? 'paused' : reader.standing.is, 'what they asked for is kept').toBe(wish?.is);
    if (!reads(reader, today)) return;
    const lessons = courses[0]?.lessons ?? [];
    const reached = furthest(lessons, had);
    const missing = lessons.filter(
      ({ id, forThosePast }, place) =>
        !had.includes(id) && (place > reached || forThosePast !== 'never'),
    );
    expect(
      missing.map(({ id }) => id),
      'no lesson is lost',
    ).toEqual([]);
  }

  #inbox(id: SubscriberId): Inbox {
    const known = this.#inboxes.get(id);
    if (known !== undefined) return known;
    const fresh = {
      lessons: [],
      days: [],
      at: new Map<LessonId, Instant>(),
      claimedAt: undefined,
      confirmedAt: undefined,
      confirmations: 0,
      signUps: 0,
    };
    this.#inboxes.set(id, fresh);
    return fresh;
  }
}

/** Of a mail in doubt, nobody can tell for longer than this whether it went: it may come again. */
function isForgotten(
  had: ReadonlyMap<LessonId, Instant>,
  lesson: LessonId,
  now: Instant | undefined,
): boolean {
  const at = had.get(lesson);
  return at !== undefined && now !== undefined && isOver(at, now);
}

const isOver = (at: Instant, now: Instant): boolean => at < plusSeconds(now, -PROOF_DAYS * 86_400);

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

/** Forward in the course without a gap; back only for a lesson that says so of itself. */
function expectOrder(
  lessons: readonly LessonOutline[],
  had: readonly LessonId[],
  sent: LessonId,
): void {
  const place = lessons.findIndex(({ id }) => id === sent);
  const reached = furthest(lessons, had);
  expect(place, `${sent} is in the course`).toBeGreaterThanOrEqual(0);
  if (place < reached) {
    expect(lessons[place]?.forThosePast, `${sent}: is for those past it`).not.toBe('never');
    return;
  }
  const between = lessons.slice(reached + 1, place).filter(({ id }) => !had.includes(id));
  expect(
    between.map(({ id }) => id),
    `nothing skipped before ${sent}`,
  ).toEqual([]);
}
