import assert from 'node:assert/strict';
import { idInKey } from '../../functions/adapters/item.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { hasAddress } from '../../functions/core/reader/lifecycle.ts';
import { reads, type Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type Instant, localDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import {
  type Ends,
  endIn,
  endsOf,
  isErased,
  isSubscriber,
} from '../../local/account/restore/ends.ts';
import { planRestore } from '../../local/account/restore/plan.ts';
import type { Loss } from './author-steps.ts';
import { isTooOld } from './expectations.ts';
import type { HarshWorld } from './harsh-world.ts';
import { cameOn, type Inbox, isLostSince, takenOf } from './inbox.ts';
import type { Promises } from './promises.ts';
import type { Asked } from './steps.ts';

/** The table as it was at a moment. */
interface Copy {
  readonly at: Instant;
  readonly items: readonly Attributes[];
  /** What readers had asked for by then. */
  readonly wishes: ReadonlyMap<SubscriberId, Subscriber>;
}

/**
 * A table that loses readers, and an author who brings them back from a copy: that of the last good moment, or a
 * backup of some days ago. Whatever happened to everybody else since then stays as it is.
 */
export function losing(world: HarshWorld, { readers, mails }: Promises) {
  const { table, now } = world;
  let backup: Copy | undefined;
  let ends: Ends | undefined;
  let loss: { readonly copy: Copy; readonly lostAt: Instant } | undefined;

  const copied = (): Copy => ({
    at: now(),
    items: table.tables.all(),
    wishes: new Map(readers.wishes),
  });
  const itemIn = ({ items }: Copy, id: SubscriberId) =>
    items.find((item) => isSubscriber(item) && idInKey(item['pk']) === id);

  /** The author's `npm run backup`. */
  function keep(): void {
    backup = copied();
    ends = endsOf(backup.items, ends, now());
  }

  /**
   * Whether an older copy tells all of somebody: what they were to get since then follows from it, or they get
   * nothing any more. Of whoever wished for something since, nobody could know.
   */
  function tells(copy: Copy, id: SubscriberId, live: Attributes): boolean {
    const [then, wished] = [copy.wishes.get(id), readers.wishes.get(id)];
    const before = itemIn(copy, id);
    if (before === undefined || then === undefined || wished === undefined) return false;
    if (isErased(live)) return true;
    if (before['secret'] !== live['secret'] || world.deployed().at >= copy.at) return false;
    return reads(wished)
      ? readers.inbox(id).wishedAt < copy.at
      : reads(then) && hasAddress(wished) && sameChoices(then, wished);
  }

  async function lose({ who, of, how }: Loss): Promise<void> {
    if (loss !== undefined) return;
    ends = endsOf(table.tables.all(), ends, now());
    const fresh = copied();
    const older = backup !== undefined && backup.at < now() ? backup : fresh;
    const copy = of === 'backup' ? older : fresh;
    loss = { copy, lostAt: now() };
    for (const id of who) {
      const live = await table.raw(id);
      if (live === undefined) continue;
      if (copy !== fresh && !tells(copy, id, live)) continue;
      if (how === 'gone' || copy !== fresh) {
        table.tables.lose(id, copy !== fresh);
        // Requests don't come back (decision 25), nor what a mail was sent for lately.
        if (copy === fresh) readers.forgotten(id);
        readers.lost.add(id);
      } else if (endIn(live) === undefined) {
        // Of whoever gets nothing, a broken item stays as it is.
        await table.put({ ...live, ...damaged(live, how) });
        readers.lost.add(id);
      }
    }
    // Nobody waits until letters that were had come again, or items that can't be read are asked for.
    if (how !== 'gone') await restore();
  }

  /** The author's `npm run restore`: sending rests for as long as it takes. */
  async function restore(): Promise<void> {
    if (loss === undefined) return;
    const { copy, lostAt } = loss;
    loss = undefined;
    await world.hold();
    const facts = { copyAt: copy.at, lostAt, now: now(), courses: world.courses() };
    const plan = planRestore(copy.items, table.tables.all(), ends, facts);
    assert.equal(plan.is, 'plan');
    for (const write of plan.is === 'plan' ? plan.writes : []) await table.tables.write(write);
    await world.letGoOn();
    mails.goesOn();
    for (const id of readers.lost) comesBack(id, copy, copy.at === lostAt);
    readers.lost.clear();
    const again = planRestore(copy.items, table.tables.all(), ends, facts);
    const more = again.is === 'plan' ? again.writes : [];
    assert.deepEqual(more, [], 'whoever repeats a restore changes nothing');
  }

  /**
   * What counts as sent that may not have been: with an older copy all that was due since, and a letter that was in
   * doubt for longer than its proof is kept. A copy of the last moment forgets nothing and makes up nothing.
   */
  function comesBack(id: SubscriberId, copy: Copy, isExact: boolean): void {
    const reader = table.everyone().find((one) => one.id === id);
    const inbox = readers.inbox(id);
    assert.ok(reader !== undefined, 'whoever was lost is there again');
    const counted = countedFor(reader, inbox, now());
    const since = unknownSince(itemIn(copy, id), now());
    const doubts = since === undefined ? 0 : 1;
    assert.ok(
      !isExact || counted <= doubts,
      `${counted} count as sent, and ${doubts} was in doubt`,
    );
    // Which letter it was that was in doubt, nobody knows of a course that is gone.
    if (since !== undefined && counted === 0) isLostSince(inbox, since);
    if (!isExact || counted > 0) nextComesBehind(reader, inbox, now(), isExact);
    // An older copy does not know an issue that they were told of since: that may come once more.
    if (!isExact)
      for (const [date, when] of inbox.issues) if (when > copy.at) inbox.issues.delete(date);
    // Whatever was begun meanwhile went past them.
    if (inbox.takesOn !== undefined) inbox.takesOn = localDate(now(), reader.zone);
    inbox.wishedAt = now();
  }

  /** Nobody asks for anything who is lost, nor goes where they were: that is for whoever is at the restore. */
  const isOfLost = (wish: Asked): boolean =>
    readers.lost.size > 0 &&
    (readers.lost.has(wish.who) ||
      wish.wish === 'press again' ||
      (wish.wish === 'move' && readers.lost.has(wish.to)));

  return { keep, lose, restore, isOfLost };
}

/** Takes for sent what a restore took for sent, and tells how much that was. */
function countedFor({ enrollments }: Subscriber, inbox: Inbox, at: Instant): number {
  let counted = 0;
  for (const { course, received, welcomed } of enrollments) {
    const taken = takenOf(inbox, course);
    const more = received.filter((lesson) => !taken.lessons.includes(lesson));
    counted += more.length;
    taken.lessons.push(...more);
    for (const lesson of more) taken.at.set(lesson, at);
    if (welcomed && taken.welcomedAt === undefined) {
      taken.welcomedAt = at;
      inbox.welcomedAt = at;
    }
  }
  return counted;
}

/** The day of what came last, as the restored table knows it: the next letter is for a day behind it. */
function nextComesBehind({ last, zone }: Subscriber, inbox: Inbox, at: Instant, isExact: boolean) {
  if (last === undefined) return;
  const day = localDate(last.at, zone);
  // An older copy does not know that a letter came late, on the day after it was due (decision 25).
  const known = isExact ? inbox.days : inbox.days.filter((one) => one <= day);
  inbox.days.splice(0, inbox.days.length, ...known);
  cameOn(inbox, day, at);
}

/** Since when a mail was on its way in the copy of which no proof is left. */
function unknownSince(item: Attributes | undefined, at: Instant): Instant | undefined {
  const since = item?.['claim'] === undefined ? undefined : (item['claimSince'] as Instant);
  return isTooOld(since, at) ? since : undefined;
}

/** Letters that were had are forgotten, or the item is broken. */
function damaged({ enrollments }: Attributes, how: 'emptied' | 'broken'): Attributes {
  if (how === 'broken') return { days: 7 };
  const all = (enrollments ?? []) as readonly object[];
  return { enrollments: all.map((one) => ({ ...one, received: [] })) };
}

const choices = ({ zone, hour, days, byTurns, enrollments, newsletter, issues }: Subscriber) =>
  JSON.stringify([
    zone,
    hour,
    days,
    byTurns,
    newsletter,
    issues?.alongside,
    enrollments.map(({ course, stopped, again }) => [course, stopped, again]),
  ]);
const sameChoices = (one: Subscriber, other: Subscriber) => choices(one) === choices(other);
