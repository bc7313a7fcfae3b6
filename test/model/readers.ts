import assert from 'node:assert/strict';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import type { AskedMove, Move } from '../../functions/core/reader/move.ts';
import type { Request } from '../../functions/core/reader/request.ts';
import { reads, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { FirstBroken } from './first-broken.ts';
import { emptyInbox, type Inbox, movedOver, takenOf } from './inbox.ts';

/** What readers, and whoever typed an address into the form, asked for last; and their inboxes. */
export class Readers {
  readonly wishes = new Map<SubscriberId, Subscriber>();
  readonly requests = new Map<SubscriberId, Subscriber>();
  /** Whose items the table has lost: nobody brought them back yet. */
  readonly lost = new Set<SubscriberId>();
  readonly #inboxes = new Map<SubscriberId, Inbox>();
  readonly #first: FirstBroken;

  constructor(first: FirstBroken) {
    this.#first = first;
  }

  /** Somebody typed this address into the form: that asks nothing of whoever reads under it. */
  signedUp(request: Subscriber, now: Instant): void {
    const inbox = this.inbox(request.id);
    const isErased = this.#isErased(request.id);
    this.#first.hold(() => assert.ok(!isErased, 'nothing is typed of who had all of it erased'));
    inbox.allowed += this.wishes.has(request.id) ? 1 : 2;
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
    this.requests.set(request.id, request);
  }

  /** They want the confirmation once more, and are to have it now. */
  askedAgain(id: SubscriberId, now: Instant): void {
    const inbox = this.inbox(id);
    inbox.againAt = now;
    inbox.asks = true;
    inbox.refused = inbox.refused.filter(({ mail }) => !mail.startsWith('confirmation'));
  }

  /** Whoever asked to join does so no more. */
  gaveUp(id: SubscriberId): void {
    this.inbox(id).asks = false;
    this.requests.delete(id);
  }

  /** What was typed went with the data of whoever had the address, and so did when it was. */
  forgotten(id: SubscriberId): void {
    this.gaveUp(id);
    delete this.inbox(id).bothered;
  }

  /** @throws when the button of one mail is a yes to what was typed since */
  saidYes({ asked }: Request, button: Request['asked']): void {
    this.#first.hold(() => assert.equal(asked.at, button.at, 'a yes is to what its mail asked'));
  }

  confirmed(reader: Subscriber, now: Instant): void {
    const before = this.wishes.get(reader.id);
    this.#first.hold(() => {
      if (before?.standing.is !== 'left' || !hasAddress(before)) return;
      const taken = before.enrollments.map(({ course }) => course);
      const theirs = reader.enrollments.filter(({ course }) => taken.includes(course));
      assert.deepEqual(
        mannerOf(reader, theirs),
        mannerOf(before, before.enrollments),
        'who comes back is as they were',
      );
    });
    this.gaveUp(reader.id);
    const inbox = this.inbox(reader.id);
    const [first] = reader.enrollments;
    if (inbox.joinedAt === undefined && first !== undefined) inbox.joinedBy = first.course;
    inbox.joinedAt ??= now;
    this.wished(reader, now);
  }

  /** An author brought them along, with what they had elsewhere. */
  imported(reader: Subscriber, now: Instant): void {
    const inbox = this.inbox(reader.id);
    for (const { course, received, welcomed } of reader.enrollments) {
      const taken = takenOf(inbox, course);
      taken.lessons.push(...received);
      for (const lesson of received) taken.at.set(lesson, now);
      if (welcomed) taken.welcomedAt = now;
      else [inbox.joinedAt, inbox.joinedBy] = [now, course];
    }
    this.wished(reader, now);
  }

  /** A reader has more than before: when their letters come is as it was, but for another course. */
  added(reader: Subscriber, now: Instant): void {
    this.gaveUp(reader.id);
    const before = this.wishes.get(reader.id)?.enrollments.length;
    if (before === reader.enrollments.length) {
      this.#noteNewsletter(reader, now);
      this.wishes.set(reader.id, reader);
    } else this.wished(reader, now);
  }

  /** Since when somebody takes the newsletter, by what they asked for. */
  #noteNewsletter(reader: Subscriber, now: Instant): void {
    const before = this.wishes.get(reader.id);
    const inbox = this.inbox(reader.id);
    const today = localDate(now, reader.zone);
    if (!takes(reader)) delete inbox.takesOn;
    else if (before === undefined || !takes(before)) inbox.takesOn = today;
    if (before !== undefined && reads(before) && takes(reader) && !before.newsletter)
      inbox.tickedOn = today;
  }

  /** What somebody asked for last; what the table says is not asked. */
  wished(reader: Subscriber, now: Instant): void {
    const inbox = this.inbox(reader.id);
    this.#noteNewsletter(reader, now);
    this.wishes.set(reader.id, reader);
    inbox.wishedAt = now;
    delete inbox.turnOf;
    for (const { course, again } of reader.enrollments) {
      const taken = takenOf(inbox, course);
      if (again === undefined || taken.again === String(again)) continue;
      taken.again = String(again);
      taken.lessons.length = 0;
      taken.at.clear();
      taken.lost.clear();
    }
  }

  /**
   * A reader reads at another address. What they asked for and had goes along, and nothing else.
   *
   * @param asked the last of their wishes to move
   * @throws when nobody asked for that any more, or somebody else is known there
   */
  moved({ from, arrived, remains }: Move, asked: AskedMove | undefined, now: Instant): void {
    const reader = this.wishes.get(from.id);
    const there = this.wishes.get(arrived.id);
    this.#first.hold(() => {
      assert.ok(reader !== undefined, 'only a reader moves');
      assert.ok(asked !== undefined && asked.to === arrived.address, 'they asked for it last');
      assert.ok(asked.at > plusSeconds(now, -3600), 'and within the hour');
      assert.ok(hasAddress(reader), 'and not whoever had everything erased');
      const free = there === undefined || (!hasAddress(there) && !this.#isErased(arrived.id));
      assert.ok(free, 'nobody else is known there');
    });
    if (reader === undefined) return;
    this.wishes.set(arrived.id, { ...reader, id: arrived.id, address: arrived.address });
    this.wishes.set(from.id, remains);
    const after = movedOver(this.inbox(from.id), this.inbox(arrived.id));
    this.#inboxes.set(from.id, after.from);
    this.#inboxes.set(arrived.id, after.to);
  }

  /** They want nothing kept of them, and no mail any more, also none that was asked for before. */
  erased(remains: Subscriber): void {
    this.gaveUp(remains.id);
    this.wishes.set(remains.id, remains);
  }

  #isErased(id: SubscriberId): boolean {
    const standing = this.wishes.get(id)?.standing;
    return standing?.is === 'suppressed' && standing.because === 'erased';
  }

  inbox(id: SubscriberId): Inbox {
    const known = this.#inboxes.get(id);
    if (known !== undefined) return known;
    const fresh = emptyInbox();
    this.#inboxes.set(id, fresh);
    return fresh;
  }
}

const takes = (reader: Subscriber): boolean => reader.newsletter && reads(reader);

/** How letters come to somebody, and in which wording. */
const mannerOf = (
  { name, zone, hour, days, newsletter, discreet }: Subscriber,
  enrollments: Subscriber['enrollments'],
) => ({
  name,
  zone,
  hour,
  days,
  newsletter,
  discreet,
  tracks: enrollments.map(({ track }) => track),
});
