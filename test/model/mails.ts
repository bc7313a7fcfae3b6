import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { EmailAddress } from '../../functions/core/address.ts';
import { offered } from '../../functions/core/course.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Due } from '../../functions/core/sending/due.ts';
import { type SendOutcome, UNVERIFIED_SECONDS } from '../../functions/core/sending/pace.ts';
import type { TaggedMail } from '../../functions/core/sending/proof.ts';
import {
  type Instant,
  type LocalDate,
  localDate,
  plusSeconds,
  type Zone,
} from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { addressOf } from './addresses.ts';
import {
  type Deployed,
  expectFew,
  hourMeant,
  isFreeDay,
  latestDue,
  mayComeAgain,
  slotOn,
  wants,
} from './expectations.ts';
import type { FirstBroken } from './first-broken.ts';
import { cameOn, isLostAt, takenOf } from './inbox.ts';
import { News } from './news.ts';
import { expectOrder, expectTurn, rests } from './order.ts';
import type { Readers } from './readers.ts';

/** What a reader had asked for when somebody claimed the right to write to them. */
interface Claimed {
  readonly reader: Subscriber | undefined;
  readonly among: ReadonlyMap<SubscriberId, Subscriber>;
  readonly at: Instant;
  readonly due: Instant;
}

/** So late is late, in seconds: a day, by clocks that differ. */
const LATE_SECONDS = 86_400 - 120;

const DAY_SECONDS = 86_400;
/** Two clocks may be so far apart. */
const CLOCKS_SECONDS = 60;

/** By clocks so far apart, what was just after midnight may have been on the day before. */
const isOnDay = (at: Instant, day: LocalDate, zone: Zone): boolean =>
  [at, plusSeconds(at, -CLOCKS_SECONDS)].every((one) => localDate(one, zone) === day);

/** Whether something is due some minutes after SES did not know its address yet, by clocks that differ. */
const isAfterWait = (due: Instant, waitedAt: Instant | undefined): boolean =>
  waitedAt !== undefined &&
  due >= plusSeconds(waitedAt, UNVERIFIED_SECONDS - CLOCKS_SECONDS) &&
  due <= plusSeconds(waitedAt, UNVERIFIED_SECONDS + CLOCKS_SECONDS);

const isConfirmation = (mail: string): boolean => mail.startsWith('confirmation');

/** So long nothing may be queued once SES refused the account, in seconds, by clocks a minute apart. */
const HELD_SECONDS = 8 * 60;

/** Every mail, from the claim to the moment at which SES takes it: none of them may break a promise. */
export class Mails {
  readonly #claims = new Map<AttemptId, Claimed>();
  readonly #readers: Readers;
  readonly #first: FirstBroken;
  #heldAt: Instant | undefined;
  readonly news = new News();

  constructor(readers: Readers, first: FirstBroken) {
    this.#readers = readers;
    this.#first = first;
  }

  /** @throws when a mail to a reader goes where they don't read */
  addressed(id: SubscriberId, to: EmailAddress): void {
    this.#first.hold(() =>
      assert.equal(to, addressOf(id), 'a mail goes to where its reader reads'),
    );
  }

  /** @param at by the clock of the door that claims */
  claiming({ id, dueAt: due, request }: Due, attempt: AttemptId, at: Instant): void {
    const among = request ? this.#readers.requests : this.#readers.wishes;
    this.#claims.set(attempt, { reader: among.get(id), among, at, due });
  }

  claimed({ id, dueAt, request }: Due, now: Instant): void {
    const inbox = this.#readers.inbox(id);
    const doubt = inbox.doubts[request ? 'request' : 'subscriber'];
    if (doubt.inDoubt) inbox.knownAt = now;
    // A letter that was not sent, as turns out a day later, comes at their next hour.
    const late = dueAt < plusSeconds(now, -LATE_SECONDS);
    if (late && (doubt.inDoubt || doubt.tries > 0)) this.#isPutOff(id, now, request === true);
    doubt.tries += 1;
    if (!request) inbox.claimedAt = now;
  }

  /** @throws when a mail is tried again on a day on which it was refused, or a confirmation within a day */
  trying(id: SubscriberId, mail: string, now: Instant): void {
    const zone = this.#readers.wishes.get(id)?.zone;
    const isSoon = (at: Instant) =>
      isConfirmation(mail)
        ? at > plusSeconds(now, CLOCKS_SECONDS - DAY_SECONDS)
        : zone !== undefined && isOnDay(at, localDate(now, zone), zone);
    const { refused } = this.#readers.inbox(id);
    const again = refused.some((one) => one.mail === mail && isSoon(one.at));
    this.#first.hold(() => assert.ok(!again, `no ${mail} again at ${now}: it was refused`));
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
    const inbox = this.#readers.inbox(id);
    const doubt = inbox.doubts[isConfirmation(mail) ? 'request' : 'subscriber'];
    if (outcome.is === 'sent' && untroubled) doubt.inDoubt = false;
    if (outcome.is !== 'not-sent') return;
    doubt.tries -= 1;
    if (outcome.then === 'put-off' || (outcome.then === 'wait' && this.#isLate(id, now))) {
      this.#isPutOff(id, now, isConfirmation(mail));
    }
    if (outcome.then === 'wait') inbox.waitedAt = now;
    if (!untroubled) return;
    if (outcome.then === 'put-off') inbox.refused = [...inbox.refused, { mail, at: now }];
    if (outcome.then === 'hold') this.#heldAt = now;
  }

  /** Whether the day of a reader ends before what waits for some minutes is tried again, by clocks that differ. */
  #isLate(id: SubscriberId, now: Instant): boolean {
    const zone = this.#readers.wishes.get(id)?.zone;
    const later = plusSeconds(now, UNVERIFIED_SECONDS + CLOCKS_SECONDS);
    return zone !== undefined && localDate(later, zone) !== localDate(now, zone);
  }

  #isPutOff(id: SubscriberId, at: Instant, request: boolean): void {
    const inbox = this.#readers.inbox(id);
    const zone = this.#readers.wishes.get(id)?.zone;
    if (request) inbox.asksLaterAt = at;
    else if (zone !== undefined) inbox.putOff = { at, on: localDate(at, zone) };
  }

  /** @throws when a tick lets anybody be written to although SES refused the whole account */
  queued(now: Instant): void {
    const held = this.#heldAt;
    const holds = held !== undefined && held < now && now < plusSeconds(held, HELD_SECONDS);
    this.#first.hold(() => assert.ok(!holds, `nothing is queued at ${now}: held at ${held}`));
  }

  /**
   * @param isProven whether its proof comes as soon as those of others
   * @throws when this mail breaks a promise
   */
  taken(mail: TaggedMail, isProven: boolean, deployed: Deployed): void {
    this.#first.hold(() => {
      this.#take(mail, deployed);
      const at = this.#claims.get(mail.attempt)?.at;
      if (!isProven && at !== undefined) this.#readers.inbox(mail.id).unproven.add(at);
    });
  }

  /** The author lets sending go on, whatever SES had said. */
  goesOn(): void {
    this.#heldAt = undefined;
  }

  #take({ id, attempt, owed }: TaggedMail, deployed: Deployed): void {
    const claim = this.#claims.get(attempt);
    // Claimed in the very moment in which they asked, of which nobody had heard.
    const reader = claim?.reader ?? claim?.among.get(id);
    if (claim === undefined || reader === undefined) throw new Error('sent without a claim');
    const { at, due } = claim;
    const inbox = this.#readers.inbox(id);
    const doubt = inbox.doubts[owed.kind === 'confirmation' ? 'request' : 'subscriber'];
    // One in doubt for longer than proofs are kept, or until one comes: nobody knows from where they go on.
    const isLost = doubt.inDoubt && mayComeAgain(inbox, inbox.lessonAt, at);
    doubt.tries = 0;
    doubt.inDoubt = true;
    inbox.knownAt = at;
    if (owed.kind === 'confirmation') {
      assert.equal(reader.standing.is, 'pending', 'a confirmation is for who has not confirmed');
      const asked = this.#readers.requests.get(id);
      // Of an earlier sign-up, whose mail was on its way when somebody signed up again.
      if (asked !== undefined && asked !== reader) {
        inbox.confirmations += 1;
        return;
      }
      inbox.asks = false;
      const before = inbox.confirmationAt;
      inbox.confirmationAt = at;
      // Nothing is left, or there yet, of the first one's proof.
      if (mayComeAgain(inbox, before, at)) return;
      inbox.confirmations += 1;
      expectFew(inbox, before, at);
      return;
    }
    if (owed.kind === 'issue' || owed.kind === 'digest') {
      if (isLost) isLostAt(inbox, inbox.lessonAt);
      const waited = isAfterWait(due, inbox.waitedAt);
      this.news.taken(owed, { reader, inbox, at, due, deployed, waited });
      return;
    }
    const today = localDate(at, reader.zone);
    assert.ok(wants(reader, today), `no ${owed.kind} to somebody ${reader.standing.is}`);
    const taken = takenOf(inbox, owed.course);
    const enrollment = reader.enrollments.find(({ course }) => course === owed.course);
    assert.ok(enrollment !== undefined && !enrollment.stopped, `they want ${owed.course}`);
    const course = offered(deployed.courses).find(({ slug }) => slug === owed.course);
    assert.ok(course !== undefined, `${owed.course} is not over`);
    if (owed.kind === 'welcome') {
      const before = taken.welcomedAt;
      assert.ok(
        before === undefined || mayComeAgain(inbox, before, at),
        `one welcome, and not at ${before} too`,
      );
      taken.welcomedAt = at;
      inbox.welcomedAt = at;
      return;
    }
    const rested = rests(deployed.courses, owed.course, today);
    assert.ok(!rested, `no letter of ${owed.course} on ${today}: it rests`);
    // It left at the moment at which they began again: a letter of the time before.
    if (owed.again !== taken.again) {
      cameOn(inbox, today, at);
      return;
    }
    if (mayComeAgain(inbox, taken.at.get(owed.lesson), at)) {
      // It came twice, so the engine knows of its turn, and of its day, only now.
      assert.ok(isFreeDay(inbox, today), `one a day: ${today} after ${inbox.days}`);
      taken.at.set(owed.lesson, at);
      cameOn(inbox, today, at);
      return;
    }
    assert.ok(!taken.lessons.includes(owed.lesson), `no lesson twice: ${owed.lesson}`);
    taken.at.set(owed.lesson, at);
    if (isLost) isLostAt(inbox, inbox.lessonAt);
    else {
      expectOrder(course.lessons, taken, owed.lesson);
      expectTurn(reader, inbox, deployed.courses, { sent: owed.course, today });
    }
    assert.ok(isFreeDay(inbox, today), `one a day: ${today} after ${inbox.days}`);
    // Another mail was due before their hour, which has passed since: this one was due then.
    const hour = hourMeant(reader, inbox, { due, at });
    const day = Temporal.PlainDate.from(localDate(hour, reader.zone));
    assert.ok(reader.days.includes(String(day.dayOfWeek)), `due on one of their days: ${hour}`);
    // A welcome was due at once, of a course that the author has ended since, and this comes instead; or an issue was at
    // its moment, that waits again since their course has come back.
    const another = deployed.at >= due || this.news.isMoment(due);
    const instead = another && due > (slotOn(day, reader) ?? due);
    const waited = isAfterWait(due, inbox.waitedAt) && due > (slotOn(day, reader) ?? due);
    assert.ok(instead || waited || hour === slotOn(day, reader), `due at their hour: ${due}`);
    const latest = latestDue(reader, inbox, deployed);
    assert.ok(waited || due <= latest, `no day is left out: due at ${due}, and not at ${latest}`);
    taken.lessons.push(owed.lesson);
    cameOn(inbox, today, at);
    // What they wished in the meantime may have come before the news of it.
    if (reader.byTurns && reader === this.#readers.wishes.get(id)) inbox.turnOf = owed.course;
  }
}
