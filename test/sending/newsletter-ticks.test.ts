import { describe, expect, test } from 'vitest';
import { UnreadableItem } from '../../functions/adapters/stored.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { DueMessage } from '../../functions/core/sending/due.ts';
import type { LocalDate } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { lookForIssues, newsletterOf } from '../../functions/sending/issues.ts';
import { publishIssues } from '../../functions/sending/publish.ts';
import { sendDue } from '../../functions/sending/send-due.ts';
import { takeDue } from '../../functions/sending/take-due.ts';
import { at, claim, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { fakeSendingWorld } from '../support/fake-sending-world.ts';

/** The newsletter minute by minute: what is put on the queue of it, and who is told of an issue. */

const SEVEN = at('2026-12-03T07:00:00Z');
const COURSE = course(['a', 'b']);
const FINISHED = [enrollment({ received: received('a', 'b') })];
const RITUALS = issue('rituals', '2026-12-03');
const ID = RITUALS.id;
const FROM = '2026-12-01' as LocalDate;

/** So many ids, over all shards, which an id's first letter tells. */
const ids = (count: number, mark: string) =>
  Array.from(
    { length: count },
    (_, n) => `${'abcdefgh'[n % 8]}${'abcdefgh'[n >> 3]}${mark}aaaaaaaaaaaaa` as SubscriberId,
  );

const takers = (count: number) =>
  ids(count, 'n').map((id) => reader({ id, newsletter: true, enrollments: FINISHED }));

/** Whoever is due for an issue, and whoever for a letter. */
const forIssue = (id: SubscriberId): Subscriber =>
  reader({
    id,
    newsletter: true,
    enrollments: FINISHED,
    issues: { from: FROM, waits: [{ date: RITUALS.date }] },
    dueAt: SEVEN,
    dueOf: 'issues',
  });
const forLetter = (id: SubscriberId): Subscriber => reader({ id, dueAt: SEVEN });

function minutes(start = SEVEN) {
  const mails: string[] = [];
  const world = fakeSendingWorld(start, {
    claiming: () => {},
    taken: ({ id }) => void mails.push(id),
  });
  world.deploy([COURSE]);
  world.bring([RITUALS]);
  return { world, mails };
}

describe('a tick', () => {
  /** @param perDay the account's quota; -1 for none */
  function morning(letters: number, issues: number, { perDay = -1, sentToday = 0 } = {}) {
    const { world } = minutes();
    for (const id of ids(letters, 'l')) world.table.seed(forLetter(id));
    for (const id of ids(issues, 'n')) world.table.seed(forIssue(id));
    const queued: (readonly DueMessage[])[] = [];
    const quota = { perDay, sentToday, perSecond: 1 };
    const ticking = {
      ...world,
      account: { quota: async () => quota },
      queue: {
        ...world.queue,
        async put(messages: Parameters<typeof world.queue.put>[0]) {
          queued.push(messages.flatMap(({ dues }) => dues));
          await world.queue.put(messages);
        },
      },
    };
    const kinds = () =>
      queued.map((dues) => dues.map(({ issues }) => (issues ? 'issue' : 'letter')));
    return { world, queued, kinds, tick: () => takeDue(ticking) };
  }
  const row = (letters: number, issues: number) => [
    ...Array.from({ length: letters }, () => 'letter'),
    ...Array.from({ length: issues }, () => 'issue'),
  ];

  test('takes letters first, and issues in what they leave of a minute', async () => {
    const { tick, kinds } = morning(50, 10);
    expect(await tick()).toMatchObject({ figures: { taken: 54, issues: 4 } });
    expect(kinds()).toEqual([row(50, 4)]);
  });

  test('goes on behind the issues that the last one took', async () => {
    const { world, tick, queued, kinds } = morning(50, 10);
    await tick();
    world.pass(60);
    world.delete(world.receive().slice(1), false);
    await tick();
    expect(kinds()).toEqual([row(50, 4), row(0, 6)]);
    expect(new Set(queued.flat().map(({ id }) => id)).size).toBe(60);
  });

  test('leaves a third of the day’s quota to letters', async () => {
    const { tick, kinds } = morning(5, 40, { perDay: 90, sentToday: 45 });
    await tick();
    // Of 60, 45 are gone and 5 are letters.
    expect(kinds()).toEqual([row(5, 10)]);
  });

  test('puts nothing of a newsletter on the queue that is paused', async () => {
    const { world, tick, kinds } = morning(5, 10);
    await publishIssues(world);
    await world.broadcasts.pause(ID);
    await tick();
    expect(kinds()).toEqual([row(5, 0)]);
  });

  test('probes with an issue where no letter is due', async () => {
    const { world, tick, queued } = morning(0, 1);
    await world.dueIndex.rest(SEVEN);
    await tick();
    expect(queued.flat()).toMatchObject([{ probe: true }]);
  });

  test('no probe is an issue of a newsletter that is paused: nothing would be sent', async () => {
    const { world, tick, queued } = morning(0, 1);
    await publishIssues(world);
    await world.broadcasts.pause(ID);
    await world.dueIndex.rest(SEVEN);
    await tick();
    expect(queued.flat()).toEqual([]);
  });
});

describe('telling whoever takes the newsletter', () => {
  const EVENING = at('2026-12-02T12:00:00Z');
  const isTold = ({ issues }: Subscriber) =>
    issues?.waits?.some(({ date }) => date === RITUALS.date) === true;

  test('reaches all of a long list, in calls that each end in time and go on where the last one was', async () => {
    const { world } = minutes(EVENING);
    for (const one of takers(64)) world.table.seed(one);
    // A page, of three here, takes a whole call.
    const broadcasts: typeof world.broadcasts = {
      ...world.broadcasts,
      async page(...asked) {
        world.pass(45);
        return world.broadcasts.page(...asked);
      },
    };
    const seen: number[] = [];
    // Eight in each of eight shards: three pages each.
    for (let calls = 0; calls < 24; calls += 1) {
      seen.push((await publishIssues({ ...world, broadcasts })).seen);
    }
    expect(seen.slice(0, 4)).toEqual([3, 3, 2, 3]);
    expect(world.table.everyone().filter(isTold)).toHaveLength(64);
  });

  test('comes in two passes, the second when the day is there everywhere, and writes what is new', async () => {
    const { world } = minutes(EVENING);
    for (const one of takers(8)) world.table.seed(one);
    expect(await publishIssues(world)).toEqual({ started: 1, seen: 8, told: 8, failed: 0 });
    expect(await publishIssues(world), 'between').toMatchObject({ started: 0, seen: 0 });
    world.pass(24 * 3600);
    expect(await publishIssues(world)).toEqual({ started: 0, seen: 8, told: 0, failed: 0 });
    world.pass(60);
    expect(await publishIssues(world), 'all know').toMatchObject({ seen: 0 });
    expect(await world.broadcasts.all()).toMatchObject([{ id: ID, stage: 'sent' }]);
  });

  test('passes over who can’t be read, whom the second pass finds', async () => {
    const { world } = minutes(EVENING);
    const all = takers(8);
    const [broken] = all;
    for (const one of all) world.table.seed(one);
    const subscribers: typeof world.subscribers = {
      ...world.subscribers,
      async load(id) {
        if (id === broken?.id) throw new UnreadableItem('standing');
        return world.subscribers.load(id);
      },
    };
    expect(await publishIssues({ ...world, subscribers })).toMatchObject({ told: 7, failed: 1 });
    world.pass(24 * 3600);
    expect(await publishIssues(world)).toMatchObject({ seen: 8, told: 1, failed: 0 });
  });

  test('moves nothing that is due and has not gone: it would be another day’s', async () => {
    const { world, mails } = minutes(EVENING);
    const ann = reader({ newsletter: true, dueAt: EVENING });
    world.table.seed(ann);
    expect(await publishIssues(world)).toMatchObject({ told: 1 });
    expect(world.table.everyone()).toMatchObject([{ dueAt: EVENING }]);
    expect(await sendDue(world, { id: ann.id, dueAt: EVENING })).toBe('sent');
    expect(mails).toEqual([ann.id]);
  });

  test('tries again where somebody changes something at the same moment', async () => {
    const { world } = minutes(EVENING);
    const [ann] = takers(1);
    if (ann === undefined) throw new Error('nobody');
    world.table.seed(ann);
    world.table.afterNextLoad(async () => {
      const [stored] = world.table.everyone();
      if (stored !== undefined) await world.table.save({ ...stored, days: ann.days });
    });
    expect(await publishIssues(world)).toMatchObject({ told: 1, failed: 0 });
  });
});

describe('what a sender knows of the issues', () => {
  function known() {
    const { world } = minutes();
    let asked = 0;
    let away = false;
    const broadcasts: Pick<typeof world.broadcasts, 'all' | 'mailOf'> = {
      ...world.broadcasts,
      async all() {
        asked += 1;
        if (away) throw new Error('the table is away');
        return world.broadcasts.all();
      },
    };
    const newsletter = newsletterOf(broadcasts, world.now);
    return {
      world,
      newsletter,
      asked: () => asked,
      is: (isAway: boolean) => {
        away = isAway;
      },
    };
  }

  test('it asks for once in a quarter of a minute', async () => {
    const { world, newsletter, asked } = known();
    await publishIssues(world);
    expect(await newsletter.sending()).toHaveLength(1);
    await world.broadcasts.pause(ID);
    world.pass(14);
    expect(await newsletter.sending()).toHaveLength(1);
    expect(asked()).toBe(1);
    world.pass(1);
    expect(await newsletter.sending(), 'paused').toBeUndefined();
  });

  test('it asks for again at once when the table was away', async () => {
    const { newsletter, is } = known();
    is(true);
    await expect(newsletter.sending()).rejects.toThrow('the table is away');
    is(false);
    expect(await newsletter.sending()).toEqual([]);
  });
});

describe('what a sender finds', () => {
  test('of two issues a digest tells of both', async () => {
    const { world } = minutes();
    const friends = issue('friends', '2026-12-04');
    world.bring([RITUALS, friends]);
    await publishIssues(world);
    world.pass(24 * 3600);
    await publishIssues(world);
    const due = at('2026-12-04T07:00:00Z');
    const waits = [{ date: RITUALS.date }, { date: friends.date }];
    const [ann = reader()] = takers(1);
    const claimed = { ...ann, issues: { from: FROM, waits }, claim: claim(due) };
    const look = await lookForIssues(world, claimed);
    if (look?.is !== 'mail') throw new Error('nothing was found');
    expect(look.owed).toEqual({ kind: 'digest', on: friends.date });
    const told = JSON.stringify(look.mail.values);
    for (const { title } of [RITUALS, friends]) expect(told).toContain(title);
  });

  test('nothing, for somebody whose pause has begun when it comes late', async () => {
    const { world, mails } = minutes();
    await publishIssues(world);
    const since = at('2026-12-01T00:00:00Z');
    const ann = forIssue('aaaaaaaaaaaaaaaa' as SubscriberId);
    const from = '2026-12-04' as LocalDate;
    world.table.seed({ ...ann, standing: { is: 'paused', since, from } });
    world.pass(24 * 3600);
    await sendDue(world, { id: ann.id, dueAt: SEVEN, issues: true });
    expect(mails).toEqual([]);
  });

  test('and touches nobody while the newsletter is paused', async () => {
    const { world } = minutes();
    await publishIssues(world);
    await world.broadcasts.pause(ID);
    const ann = forIssue('aaaaaaaaaaaaaaaa' as SubscriberId);
    world.table.seed(ann);
    const before = world.table.dump();
    expect(await sendDue(world, { id: ann.id, dueAt: SEVEN, issues: true })).toBe('resting');
    expect(world.table.dump()).toBe(before);
  });
});
