import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { IssueId, IssuePlan } from '../../functions/core/newsletter.ts';
import type { IssueMail } from '../../functions/core/reader/issues.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Started } from '../../functions/core/sending/broadcast.ts';
import { type Instant, localDate, plusSeconds } from '../../functions/core/time.ts';
import {
  type Deployed,
  hourMeant,
  isFreeDay,
  mayComeAgain,
  slotOn,
  wantsIssues,
} from './expectations.ts';
import { cameOn, type Inbox } from './inbox.ts';
import { unread } from './order.ts';

/** What an author does to issues, and what a reader of the newsletter was promised, said without the engine. */

/** Two clocks may be so far apart, in seconds. */
const CLOCKS_SECONDS = 60;

/** What surrounds a mail that SES took. */
export interface Taking {
  /** Its reader, as they were when it was claimed. */
  readonly reader: Subscriber;
  readonly inbox: Inbox;
  readonly at: Instant;
  readonly due: Instant;
  readonly deployed: Deployed;
  /** Whether it waited some minutes since SES did not know its address. */
  readonly waited: boolean;
}

export class News {
  readonly #begun = new Map<IssueId, Started>();
  readonly #over = new Set<IssueId>();
  readonly #paused = new Set<IssueId>();

  /** The first time counts: what is begun goes out as it was. */
  began(plan: Started): void {
    if (!this.#begun.has(plan.id)) this.#begun.set(plan.id, plan);
  }

  paused(id: IssueId): void {
    this.#paused.add(id);
  }

  resumed(id: IssueId): void {
    this.#paused.delete(id);
  }

  cancelled(id: IssueId): void {
    this.#over.add(id);
    this.#paused.delete(id);
  }

  /** Whether an issue was to go at this moment, whatever the hour of its readers: it may have been cancelled since. */
  isMoment(due: Instant): boolean {
    return [...this.#begun.values()].some(({ at }) => at === due);
  }

  /** The issues that readers are to get. */
  get #going(): readonly Started[] {
    return [...this.#begun.values()].filter(({ id }) => !this.#over.has(id));
  }

  /** @throws when this mail breaks a promise */
  taken(owed: IssueMail, taking: Taking): void {
    const { reader, inbox, at } = taking;
    const today = localDate(at, reader.zone);
    assert.ok(wantsIssues(reader, today), `no ${owed.kind} to somebody ${reader.standing.is}`);
    assert.ok(reader.newsletter, 'unticking wins');
    const isHeld = this.#going.some(({ id }) => this.#paused.has(id));
    assert.ok(!isHeld, 'nothing of the newsletter goes while an issue is paused');
    const plan = this.#going.find(({ date }) => date === owed.on);
    assert.ok(plan !== undefined, `an issue of ${owed.on} goes, and is not cancelled`);
    if (owed.kind === 'issue') assert.equal(owed.issue, plan.id, 'a day has one issue');
    assert.ok(isReached(plan, reader, at), `${plan.id} has its day`);
    assert.ok(owed.on >= (inbox.tickedOn ?? ''), 'none of before they took it');
    const before = inbox.issues.get(owed.on);
    if (mayComeAgain(inbox, before, at)) {
      assert.ok(isFreeDay(inbox, today), `one mail a day: ${today} after ${inbox.days}`);
      inbox.issues.set(owed.on, at);
      cameOn(inbox, today, at);
      return;
    }
    assert.equal(before, undefined, `no issue twice: ${plan.id}`);
    expectFree(owed, plan, taking);
    const told = owed.kind === 'issue' ? [plan] : this.#going.filter(({ date }) => date <= owed.on);
    expectHour(told, taking, [...this.#begun.values()]);
    assert.ok(isFreeDay(inbox, today), `one mail a day: ${today} after ${inbox.days}`);
    for (const { date } of told) if (!inbox.issues.has(date)) inbox.issues.set(date, at);
    cameOn(inbox, today, at);
  }

  /** @throws when somebody did not get an issue that came while they took the newsletter, with all over */
  allCame({ newsletter, id }: Subscriber, { issues, takesOn }: Inbox): void {
    if (!newsletter || takesOn === undefined) return;
    const lost = this.#going.filter(
      ({ date, startedAt }) =>
        // One that was held back until a later one had come is not sent behind it.
        date > takesOn &&
        ![...issues].some(([on, at]) => on >= date && (on === date || at <= startedAt)),
    );
    assert.deepEqual(
      lost.map((one) => one.id),
      [],
      `no issue is lost on ${id}`,
    );
  }
}

/** By clocks that differ. */
const isReached = ({ date, at: moment }: IssuePlan, { zone }: Subscriber, at: Instant): boolean => {
  const late = plusSeconds(at, CLOCKS_SECONDS);
  return moment === undefined ? date <= localDate(late, zone) : moment <= late;
};

/** While a course goes on, only an issue that says so, or to whoever does. */
function expectFree({ kind }: IssueMail, plan: IssuePlan, { reader, inbox, deployed }: Taking) {
  // Of what nobody can tell any more whether it came, nobody can tell whether a course is over.
  if ([...inbox.courses.values()].some(({ lost }) => lost.size > 0)) return;
  const isFree =
    unread(reader, inbox, deployed.courses).length === 0 || reader.issues?.alongside === true;
  const isDuring = kind === 'issue' && plan.during === true;
  assert.ok(isFree || isDuring, `${plan.id} waits for the end of a course`);
}

/** At their hour on one of their days, or at the moment of an issue that it is of: a digest waited for the first of them. */
function expectHour(
  told: readonly IssuePlan[],
  { reader, inbox, due, at, waited, deployed }: Taking,
  begun: readonly IssuePlan[],
): void {
  if (waited || told.some(({ at: moment }) => due === moment)) return;
  // Another mail was due before their hour, which has passed since: this one was due then.
  const hour = hourMeant(reader, inbox, { due, at });
  const day = Temporal.PlainDate.from(localDate(hour, reader.zone));
  assert.ok(reader.days.includes(String(day.dayOfWeek)), `due on one of their days: ${hour}`);
  const slot = slotOn(day, reader);
  // A welcome was due at once, of a course that the author has ended since, and this comes instead.
  const instead = deployed.at >= due && due > (slot ?? due);
  // The moment was of an issue that waits again, since its reader's course has come back, or was cancelled: what is theirs
  // comes then, if their hour on that day has passed.
  const ofAnother =
    begun.some((one) => one.at === due && !inbox.issues.has(one.date)) && due > (slot ?? due);
  assert.ok(instead || ofAnother || hour === slot, `due at their hour: ${due}`);
}
