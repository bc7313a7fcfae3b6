import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { EmailAddress } from '../../functions/core/address.ts';
import { offered } from '../../functions/core/course.ts';
import type { AskedMove, Move } from '../../functions/core/reader/move.ts';
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
  expectTurn,
  isExpected,
  isTooOld,
  isWelcome,
  latestDue,
  reads,
  slotOn,
  unread,
  wants,
} from './expectations.ts';
import { emptyInbox, type Inbox, movedOver, takenOf } from './inbox.ts';
import { addressOf } from './steps.ts';

/** What a reader had asked for when somebody claimed the right to write to them. */
interface Claimed {
  readonly reader: Subscriber | undefined;
  readonly among: ReadonlyMap<SubscriberId, Subscriber>;
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
    const inbox = this.#inbox(reader.id);
    const [first] = reader.enrollments;
    if (inbox.joinedAt === undefined && first !== undefined) inbox.joinedBy = first.course;
    inbox.joinedAt ??= now;
    this.wished(reader, now);
  }

  /** A reader has more than before: when their letters come is as it was, but for another course. */
  added(reader: Subscriber, now: Instant): void {
    this.gaveUp(reader.id);
    const before = this.#wishes.get(reader.id)?.enrollments.length;
    if (before === reader.enrollments.length) this.#wishes.set(reader.id, reader);
    else this.wished(reader, now);
  }

  /** What somebody asked for last; what the table says is not asked. */
  wished(reader: Subscriber, now: Instant): void {
    const inbox = this.#inbox(reader.id);
    this.#wishes.set(reader.id, reader);
    inbox.wishedAt = now;
    delete inbox.turnOf;
    for (const { course, again } of reader.enrollments) {
      const taken = takenOf(inbox, course);
      if (again === undefined || taken.again === String(again)) continue;
      taken.again = String(again);
      taken.lessons.length = 0;
      taken.at.clear();
    }
  }

  /**
   * A reader reads at another address. What they asked for and had goes along, and nothing else.
   *
   * @param asked the last of their wishes to move
   * @throws when nobody asked for that any more, or somebody else is known there
   */
  moved({ from, arrived, remains }: Move, asked: AskedMove | undefined, now: Instant): void {
    const reader = this.#wishes.get(from.id);
    const there = this.#wishes.get(arrived.id);
    this.#hold(() => {
      assert.ok(reader !== undefined, 'only a reader moves');
      assert.ok(asked !== undefined && asked.to === arrived.address, 'they asked for it last');
      assert.ok(asked.at > plusSeconds(now, -3600), 'and within the hour');
      const free = there === undefined || there.address === remains.address;
      assert.ok(free, 'nobody else is known there');
    });
    if (reader === undefined) return;
    this.#wishes.set(arrived.id, { ...reader, id: arrived.id, address: arrived.address });
    this.#wishes.set(from.id, remains);
    const after = movedOver(this.#inbox(from.id), this.#inbox(arrived.id));
    this.#inboxes.set(from.id, after.from);
    this.#inboxes.set(arrived.id, after.to);
  }

  /** @throws when a mail to a reader goes where they don't read */
  addressed(id: SubscriberId, to: EmailAddress): void {
    this.#hold(() => assert.equal(to, addressOf(id), 'a mail goes to where its reader reads'));
  }

  deployed(now: Instant): void {
    this.#deployedAt = now;
  }

  /** @param at by the clock of the door that claims */
  claiming({ id, dueAt: due, request }: Due, attempt: AttemptId, at: Instant): void {
    const among = request ? this.#requests : this.#wishes;
    this.#claims.set(attempt, { reader: among.get(id), among, at, due });
  }

  claimed({ id, dueAt, request }: Due, now: Instant): void {
    const inbox = this.#inbox(id);
    const doubt = inbox.doubts[request ? 'request' : 'subscriber'];
    if (doubt.inDoubt) inbox.knownAt = now;
    // A letter that was not sent, as turns out a day later, comes at their next hour.
    const late = dueAt < plusSeconds(now, -LATE_SECONDS);
    if (late && (doubt.inDoubt || doubt.tries > 0)) this.#isPutOff(id, now);
    doubt.tries += 1;
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
    const doubt = inbox.doubts[mail.startsWith('confirmation') ? 'request' : 'subscriber'];
    if (outcome.is === 'sent' && untroubled) doubt.inDoubt = false;
    if (outcome.is !== 'not-sent') return;
    doubt.tries -= 1;
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
    // Claimed in the very moment in which they asked, of which nobody had heard.
    const reader = claim?.reader ?? claim?.among.get(id);
    if (claim === undefined || reader === undefined) throw new Error('sent without a claim');
    const { at, due } = claim;
    const inbox = this.#inbox(id);
    const doubt = inbox.doubts[owed.kind === 'confirmation' ? 'request' : 'subscriber'];
    doubt.tries = 0;
    doubt.inDoubt = true;
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
    const taken = takenOf(inbox, owed.course);
    const enrollment = reader.enrollments.find(({ course }) => course === owed.course);
    assert.ok(enrollment !== undefined && !enrollment.stopped, `they want ${owed.course}`);
    const course = offered(courses).find(({ slug }) => slug === owed.course);
    assert.ok(course !== undefined, `${owed.course} is not over`);
    if (owed.kind === 'welcome') {
      const before = taken.welcomedAt;
      assert.ok(
        before === undefined || isTooOld(before, at),
        `one welcome, and not at ${before} too`,
      );
      taken.welcomedAt = at;
      inbox.welcomedAt = at;
      return;
    }
    // It left at the moment at which they began again: a letter of the time before.
    if (owed.again !== taken.again) {
      inbox.days.push(today);
      inbox.lessonAt = at;
      delete inbox.turnOf;
      return;
    }
    if (isTooOld(taken.at.get(owed.lesson), at)) return;
    assert.ok(!taken.lessons.includes(owed.lesson), `no lesson twice: ${owed.lesson}`);
    taken.at.set(owed.lesson, at);
    expectOrder(course.lessons, taken.lessons, owed.lesson);
    expectTurn(reader, inbox, courses, owed.course);
    assert.ok(today > (inbox.days.at(-1) ?? ''), `one a day: ${today} after ${inbox.days}`);
    const day = Temporal.PlainDate.from(localDate(due, reader.zone));
    assert.ok(reader.days.includes(String(day.dayOfWeek)), `due on one of their days: ${due}`);
    // A welcome was due at once, of a course that the author has ended since, and this comes instead.
    const instead = this.#deployedAt >= due && due > (slotOn(day, reader) ?? due);
    assert.ok(instead || due === slotOn(day, reader), `due at their hour: ${due}`);
    const latest = latestDue(reader, inbox, this.#deployedAt);
    assert.ok(due <= latest, `no day is left out: due at ${due}, and not at ${latest}`);
    taken.lessons.push(owed.lesson);
    inbox.days.push(today);
    inbox.lessonAt = at;
    delete inbox.turnOf;
    // What they wished in the meantime may have come before the news of it.
    if (reader.byTurns && reader === this.#wishes.get(id)) inbox.turnOf = owed.course;
  }

  /**
   * Everybody has what they were owed by now, since for nearly an hour all went well: their letter, if
   * it is their day and was their hour, and what follows a sign-up at once. There may be a reason why
   * it can't have come.
   *
   * @param times when all began to go well, and whether letters are stopped
   * @throws when a letter's day is being lost
   */
  dayIsKept(
    courses: Courses,
    {
      from,
      now,
      stopped,
    }: { readonly from: Instant; readonly now: Instant; readonly stopped: boolean },
  ): void {
    const deployedAt = this.#deployedAt;
    for (const { asked, id } of this.#requests.values()) {
      const { asks, againAt, putOff } = this.#inbox(id);
      const late = asked !== undefined && (asked.at >= from || againAt >= from);
      const excused = late || (putOff !== undefined && putOff.at > plusSeconds(from, -86_400));
      assert.ok(excused || !asks, 'whoever asked to join has had their mail');
    }
    if (stopped) return;
    for (const [id, reader] of this.#wishes) {
      const inbox = this.#inbox(id);
      if (isWelcome(reader, inbox, courses, { from, deployedAt })) {
        const [first] = reader.enrollments;
        const welcomed = first && takenOf(inbox, first.course).welcomedAt;
        assert.notEqual(welcomed, undefined, 'whoever confirmed is welcomed');
      }
      if (isExpected(reader, inbox, courses, { from, now, deployedAt })) {
        const day = localDate(now, reader.zone);
        assert.ok(inbox.days.includes(day), `a letter on ${day}, their day, at ${reader.hour}`);
      }
    }
  }

  /** @throws when somebody who reads, with all faults over, did not get all that is theirs */
  allCameTo(reader: Subscriber, courses: Courses, today: string): void {
    const inbox = this.#inbox(reader.id);
    const had = reader.enrollments.flatMap(({ course }) =>
      [...takenOf(inbox, course).at].map(([one, at]) => ({ name: `${course} ${one}`, at })),
    );
    const stored = reader.enrollments.flatMap(({ course, received }) =>
      received.map((one) => `${course} ${one}`),
    );
    // Of whoever is owed nothing, nobody looks what became of a letter in doubt, and then it is late.
    const isOpen = (at: Instant) => reader.claim !== undefined || isTooOld(at, inbox.claimedAt);
    const sent = had.filter(({ name, at }) => stored.includes(name) || !isOpen(at));
    const names = sent.map(({ name }) => name);
    assert.deepEqual([...stored].sort(), names.sort(), 'what is stored is what was sent');
    assert.ok(had.length - sent.length <= 1, 'and no more than that one');
    const wished = this.#wishes.get(reader.id);
    assert.deepEqual(choicesOf(reader), wished && choicesOf(wished), 'their courses are as wished');
    const wish = wished?.standing;
    const over =
      wish?.is === 'paused' && wish.until !== undefined && reader.standing.is === 'active';
    const is = over ? 'paused' : reader.standing.is;
    assert.equal(is, wish?.is, 'what they asked for is kept');
    if (!reads(reader, today)) return;
    assert.deepEqual(unread(reader, inbox, courses), [], 'no lesson is lost');
  }

  #inbox(id: SubscriberId): Inbox {
    const known = this.#inboxes.get(id);
    if (known !== undefined) return known;
    const fresh = emptyInbox();
    this.#inboxes.set(id, fresh);
    return fresh;
  }
}

/** What somebody chose among courses. */
const choicesOf = ({ byTurns, enrollments }: Subscriber) => ({
  byTurns,
  courses: enrollments.map(({ course, stopped, again }) => ({ course, stopped, again })),
});
