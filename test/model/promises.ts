import assert from 'node:assert/strict';
import type { Courses } from '../../functions/core/reader/owed.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import { type Deployed, isExpected, isWelcome, mayComeAgain, reads } from './expectations.ts';
import { FirstBroken } from './first-broken.ts';
import { takenOf } from './inbox.ts';
import { Mails } from './mails.ts';
import { unread } from './order.ts';
import { Readers } from './readers.ts';

/**
 * The plain model: it knows nothing of claims, leases, queues and due moments, only what a reader
 * was promised, and watches every mail that SES takes.
 */
export class Promises {
  readonly #first = new FirstBroken();
  readonly readers = new Readers(this.#first);
  readonly mails = new Mails(this.readers, this.#first);

  /** @throws when a promise was broken, whoever met the error first */
  kept(): void {
    this.#first.kept();
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
    deployed: Deployed,
    {
      from,
      now,
      stopped,
    }: { readonly from: Instant; readonly now: Instant; readonly stopped: boolean },
  ): void {
    for (const { asked, id } of this.readers.requests.values()) {
      const { asks, againAt, asksLaterAt } = this.readers.inbox(id);
      const late = asked !== undefined && (asked.at >= from || againAt >= from);
      const excused =
        late || (asksLaterAt !== undefined && asksLaterAt > plusSeconds(from, -86_400));
      assert.ok(excused || !asks, 'whoever asked to join has had their mail');
    }
    if (stopped) return;
    for (const [id, reader] of this.readers.wishes) {
      if (this.readers.lost.has(id)) continue;
      const inbox = this.readers.inbox(id);
      if (isWelcome(reader, inbox, deployed, from)) {
        const [first] = reader.enrollments;
        const welcomed = first && takenOf(inbox, first.course).welcomedAt;
        assert.notEqual(welcomed, undefined, 'whoever confirmed is welcomed');
      }
      if (isExpected(reader, inbox, deployed, { from, now })) {
        const day = localDate(now, reader.zone);
        assert.ok(inbox.days.includes(day), `a letter on ${day}, their day, at ${reader.hour}`);
      }
    }
  }

  /** @throws when somebody who reads, with all faults over, did not get all that is theirs */
  allCameTo(reader: Subscriber, courses: Courses, today: string): void {
    const inbox = this.readers.inbox(reader.id);
    const had = reader.enrollments.flatMap(({ course }) => {
      const taken = takenOf(inbox, course);
      const nameOf = (one: string) => `${course} ${one}`;
      return [...taken.at].map(([one, at]) => ({
        name: nameOf(one),
        at,
        lost: taken.lost.has(one),
      }));
    });
    const stored = reader.enrollments.flatMap(({ course, received }) =>
      received.map((one) => `${course} ${one}`),
    );
    // Of whoever is owed nothing, nobody looks what became of a letter in doubt, and then it is late.
    const isOpen = (at: Instant) =>
      reader.claim !== undefined ||
      (inbox.claimedAt !== undefined && mayComeAgain(inbox, at, inbox.claimedAt));
    const sent = had.filter(({ name, at, lost }) => stored.includes(name) || !(lost || isOpen(at)));
    const names = sent.map(({ name }) => name);
    assert.deepEqual([...stored].sort(), names.sort(), 'what is stored is what was sent');
    const unknown = had.filter(
      (one) => !sent.includes(one) && !one.lost && !inbox.unproven.has(one.at),
    );
    assert.ok(unknown.length <= 1, 'and no more than that one');
    const wished = this.readers.wishes.get(reader.id);
    assert.deepEqual(choicesOf(reader), wished && choicesOf(wished), 'their courses are as wished');
    const wish = wished?.standing;
    const over =
      wish?.is === 'paused' && wish.until !== undefined && reader.standing.is === 'active';
    const is = over ? 'paused' : reader.standing.is;
    assert.equal(is, wish?.is, 'what they asked for is kept');
    assert.equal(reader.newsletter, wished?.newsletter, 'and so is whether the newsletter comes');
    const own = wished && ownPause(wished, today);
    assert.deepEqual(ownPause(reader, today), own, 'and its pause');
    if (!reads(reader, today)) return;
    if (own === undefined) this.mails.news.allCame(reader, inbox);
    assert.deepEqual(unread(reader, inbox, courses), [], 'no lesson is lost');
  }
}

/** The newsletter's own pause, while it lasts. */
const ownPause = ({ newsletter, issues }: Subscriber, today: string) =>
  newsletter && (issues?.paused?.until ?? '9') > today ? issues?.paused : undefined;

/** What somebody chose among courses. */
const choicesOf = ({ byTurns, enrollments }: Subscriber) => ({
  byTurns,
  courses: enrollments.map(({ course, stopped, again }) => ({ course, stopped, again })),
});
