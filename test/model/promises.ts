import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { LessonId } from '../../functions/core/course.ts';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import type { SendOutcome } from '../../functions/core/sending/pace.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import {
  expectFew,
  expectOrder,
  isExpected,
  isTooOld,
  isWelcome,
  latestDue,
  reads,
  slotOn,
  stillToCome,
  wants,
} from './expectations.ts';
import { emptyInbox, type Inbox } from './inbox.ts';

/** What a reader had asked for when somebody claimed the right to write to them. */
interface Claimed {
  readonly reader: Subscriber;
  readonly at: Instant;
  readonly due: Instant;
}

/** So late is late, in seconds: a day, by clocks that differ. */
const LATE_SECONDS = 86_400 - 120;

/** So long nothing may be queued once SES refused the account, in seconds, by clocks a minute apart. */
const HELD_SECONDS = 8 * 60;

/**
 * The plain model: it knows nothing of claims, leases, queues and due moments, only what a reader
 * was promised, and watches every mail that SES takes.
 */
export class Promises {
  readonly #wishes = new Map<SubscriberId, Subscriber>();
  readonly #requests = new Map<SubscriberId, Subscriber>();
  readonly #claims = new Map<AttemptId, Claimed>();
  readonly #inboxes = new Map<SubscriberId, Inbox>();
  /** When the courses last changed. */
  #deployedAt = '' as Instant;
  #heldAt: Instant | undefined;
  #broken: unknown;

  /** Somebody typed this address into the form: that asks nothing of whoever reads under it. */
  signedUp(request: Subscriber, now: Instant): void {
    const inbox = this.#inbox(request.id);
    inbox.allowed += this.#wishes.has(request.id) ? 1 : 2;
    inbox.signedUpAt = now;
    // Of this request, none has come.
    delete inbox.confirmationAt;
    const { at, of } = request.asked ?? {};
    const week = inbox.bothered && plusSeconds(inbox.bothered, 7 * 86_400);
    if (at !== undefined && of !== undefined) {
      assert.ok(week === undefined || at >= week, 'who is known is bothered once in a week');
      inbox.bothered = at;
    }
    inbox.refused = [];
    inbox.asks = true;
    this.#requests.set(request.id, request);
  }

  /** They want the confirmation once more, and are to have it now. */
  askedAgain(id: SubscriberId, now: Instant): void {
    const inbox = this.#inbox(id);
    inbox.againAt = now;
    inbox.asks = true;
  }

  /** Whoever asked to join does so no more. */
  gaveUp(id: SubscriberId): void {
    this.#inbox(id).asks = false;
    this.#requests.delete(id);
  }

  confirmed(reader: Subscriber, now: Instant): void {
    this.gaveUp(reader.id);
    this.#inbox(reader.id).joinedAt ??= now;
    this.wished(reader, now);
  }

  /** A reader has more than before: when their letters come is as it was. */
  added(reader: Subscriber): void {
    this.gaveUp(reader.id);
    this.#wishes.set(reader.id, reader);
  }

  /** What somebody asked for last; what the table says is not asked. */
  wished(reader: Subscriber, now: Instant): void {
    const inbox = this.#inbox(reader.id);
    this.#wishes.set(reader.id, reader);
    inbox.wishedAt = now;
    const again = reader.enrollments[0]?.again;
    if (again === undefined || inbox.again === String(again)) return;
    inbox.again = String(again);
    inbox.lessons.length = 0;
    inbox.at.clear();
  }

  deployed(now: Instant): void {
    this.#deployedAt = now;
  }

  /** @param at by the clock of the door that claims */
  claiming({ id, dueAt: due, request }: Due, attempt: AttemptId, at: Instant): void {
    const reader = (request ? this.#requests : this.#wishes).get(id);
    if (reader !== undefined) this.#claims.set(attempt, { reader, at, due });
  }

  claimed({ id, dueAt, request }: Due, now: Instant): void {
    const inbox = this.#inbox(id);
    if (inbox.inDoubt) inbox.knownAt = now;
    // A letter that was not sent, as turns out a day later, comes at their next hour.
    const late = dueAt < plusSeconds(now, -LATE_SECONDS);
    if (late && (inbox.inDoubt || inbox.tries > 0)) this.#isPutOff(id, now);
    inbox.tries += 1;
    if (!request) inbox.claimedAt = now;
  }

  /** @throws when a mail is tried again on a day on which it was refused */
  trying(id: SubscriberId, mail: string, now: Instant): void {
    const zone = (this.#wishes.get(id) ?? this.#requests.get(id))?.zone;
    if (zone === undefined) return;
    const day = localDate(now, zone);
    const { refused } = this.#inbox(id);
    const again = refused.some((one) => one.mail === mail && localDate(one.at, zone) === day);
    this.#hold(() => assert.ok(!again, `no ${mail} again on ${day}: it was refused`));
  }

  /**
   * What a sender that lives was told of its mail.
   *
   * @param untroubled whether it could do all that follows from it
   */
  answered(
    id: SubscriberId,
    mail: string,
    outcome: SendOutcome,
    { now, untroubled }: { readonly now: Instant; readonly untroubled: boolean },
  ): void {
    const inbox = this.#inbox(id);
    if (outcome.is === 'sent' && untroubled) inbox.inDoubt = false;
    if (outcome.is !== 'not-sent') return;
    inbox.tries -= 1;
    if (outcome.then === 'put-off') this.#isPutOff(id, now);
    if (!untroubled) return;
    if (outcome.then === 'put-off') inbox.refused = [...inbox.refused, { mail, at: now }];
    if (outcome.then === 'hold') this.#heldAt = now;
  }

  #isPutOff(id: SubscriberId, at: Instant): void {
    const zone = (this.#wishes.get(id) ?? this.#requests.get(id))?.zone;
    if (zone !== undefined) this.#inbox(id).putOff = { at, on: localDate(at, zone) };
  }

  /** @throws when a tick lets anybody be written to although SES refused the whole account */
  queued(now: Instant): void {
    const held = this.#heldAt;
    const holds = held !== undefined && held < now && now < plusSeconds(held, HELD_SECONDS);
    this.#hold(() => assert.ok(!holds, `nothing is queued at ${now}: held at ${held}`));
  }

  /** @throws when this mail breaks a promise */
  taken(mail: TaggedMail, courses: Courses): void {
    this.#hold(() => this.#take(mail, courses));
  }

  #hold(promise: () => void): void {
    try {
      promise();
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
    inbox.inDoubt = true;
    inbox.knownAt = at;
    if (owed.kind === 'confirmation') {
      assert.equal(reader.standing.is, 'pending', 'a confirmation is for who has not confirmed');
      inbox.asks = false;
      const before = inbox.confirmationAt;
      inbox.confirmationAt = at;
      // Nothing is left of the first one's proof.
      if (isTooOld(before, at)) return;
      inbox.confirmations += 1;
      expectFew(inbox, before, at);
      return;
    }
    const today = localDate(at, reader.zone);
    assert.ok(wants(reader, today), `no ${owed.kind} to somebody ${reader.standing.is}`);
    if (owed.kind === 'welcome') {
      const before = inbox.welcomedAt;
      assert.ok(
        before === undefined || isTooOld(before, at),
        `one welcome, and not at ${before} too`,
      );
      inbox.welcomedAt = at;
      return;
    }
    // It left at the moment at which they began again: a letter of the time before.
    if (owed.again !== inbox.again) {
      inbox.days.push(today);
      inbox.lessonAt = at;
      return;
    }
    const lessons = courses.find(({ slug }) => slug === owed.course)?.lessons ?? [];
    if (isTooOld(inbox.at.get(owed.lesson), at)) return;
    assert.ok(!inbox.lessons.includes(owed.lesson), `no lesson twice: ${owed.lesson}`);
    inbox.at.set(owed.lesson, at);
    expectOrder(lessons, inbox.lessons, owed.lesson);
    assert.ok(today > (inbox.days.at(-1) ?? ''), `one a day: ${today} after ${inbox.days}`);
    const day = Temporal.PlainDate.from(localDate(due, reader.zone));
    assert.ok(reader.days.includes(String(day.dayOfWeek)), `due on one of their days: ${due}`);
    assert.equal(due, slotOn(day, reader), 'due at their hour');
    const latest = latestDue(reader, inbox, this.#deployedAt);
    assert.ok(due <= latest, `no day is left out: due at ${due}, and not at ${latest}`);
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
    const deployedAt = this.#deployedAt;
    for (const { asked, id } of this.#requests.values()) {
      const { asks, againAt, putOff } = this.#inbox(id);
      const late = asked !== undefined && (asked.at >= from || againAt >= from);
      const excused = late || (putOff !== undefined && putOff.at > plusSeconds(from, -86_400));
      assert.ok(excused || !asks, 'whoever asked to join has had their mail');
    }
    for (const [id, reader] of this.#wishes) {
      const inbox = this.#inbox(id);
      if (isWelcome(reader, inbox, courses, { from, deployedAt })) {
        assert.notEqual(inbox.welcomedAt, undefined, 'whoever confirmed is welcomed');
      }
      if (isExpected(reader, inbox, courses, { from, now, deployedAt })) {
        const day = localDate(now, reader.zone);
        assert.ok(inbox.days.includes(day), `a letter on ${day}, their day, at ${reader.hour}`);
      }
    }
  }

  /** @throws when somebody who reads, with all faults over, did not get all that is theirs */
  allCameTo(reader: Subscriber, courses: Courses, today: string): void {
    const { lessons: had, at, claimedAt } = this.#inbox(reader.id);
    const stored = reader.enrollments.flatMap(({ received }) => received);
    // Of whoever is owed nothing, nobody looks what became of a letter in doubt, and then it is late.
    const open = (one: LessonId) => reader.claim !== undefined || isTooOld(at.get(one), claimedAt);
    const sent = had.filter((one) => stored.includes(one) || !open(one));
    assert.deepEqual([...stored].sort(), [...sent].sort(), 'what is stored is what was sent');
    assert.ok(had.length - sent.length <= 1, 'and no more than that one');
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
    const fresh = emptyInbox();
    this.#inboxes.set(id, fresh);
    return fresh;
  }
}
