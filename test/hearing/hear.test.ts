import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import { erased } from '../../functions/core/reader/lifecycle.ts';
import { readMailEvent } from '../../functions/core/sending/ses-event.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import type { LinkSecret, SubscriberId } from '../../functions/core/token.ts';
import { hear } from '../../functions/hearing/hear.ts';
import { at, course, enrollment, reader, received, request } from '../support/builders.ts';
import { FATES, fakeHearingWorld } from '../support/fake-hearing-world.ts';

/** What news of mails makes of their readers: in any order, twice, and a day late. */

const NOW = at('2026-11-26T18:00:00Z');
const ID = 'abcdefghijklmnop' as SubscriberId;
const LESSONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** One letter a day at seven, the last of them today. */
const sentAt = (place: number) => plusSeconds(at('2026-11-26T07:00:00Z'), (place - 7) * 86_400);
const tagsOf = (lesson: string) => ({
  subscriber: [ID],
  attempt: ['a1'],
  kind: ['lesson'],
  course: ['closer'],
  lesson: [lesson],
});
const news = (fate: object, lesson: string) =>
  JSON.stringify({
    ...fate,
    mail: {
      messageId: `m-${lesson}`,
      timestamp: sentAt(LESSONS.indexOf(lesson)),
      tags: tagsOf(lesson),
    },
  });

function someoneWhoReads() {
  const world = fakeHearingWorld(NOW, () => undefined);
  world.deploy([course([...LESSONS, 'i', 'j'])]);
  world.table.seed(
    reader({
      id: ID,
      dueAt: at('2026-11-27T07:00:00Z'),
      enrollments: [enrollment({ received: received(...LESSONS) })],
    }),
  );
  return world;
}

const standing = async (world: ReturnType<typeof fakeHearingWorld>) =>
  (await world.table.load(ID))?.standing;

test.each<[why: string, story: readonly (readonly [object, string])[], ends: object]>([
  ['a vacation note', [[FATES.full, 'h']], { is: 'active' }],
  ['a week of a full mailbox', LESSONS.map((one) => [FATES.full, one] as const), { is: 'paused' }],
  ['it does not exist', [[FATES.gone, 'h']], { is: 'suppressed', because: 'hard-bounce' }],
  [
    'whatever came first stays',
    [
      [FATES.complaint, 'h'],
      [FATES.gone, 'g'],
    ],
    { is: 'suppressed', because: 'complaint' },
  ],
  [
    'a full mailbox that then is no more',
    [...LESSONS.map((one) => [FATES.full, one] as const), [FATES.gone, 'h'] as const],
    { is: 'suppressed' },
  ],
  ['it is being tried', [[FATES.delayed, 'h']], { is: 'active' }],
])('%s', async (_, story, ends) => {
  const world = someoneWhoReads();
  await world.hearAll(story.map(([fate, lesson]) => news(fate, lesson)));
  expect(await standing(world)).toMatchObject(ends);
});

test('a full mailbox of the time before they began again says nothing of this time’s letters', async () => {
  const world = someoneWhoReads();
  const { enrollments, ...one } = (await world.table.load(ID)) ?? reader();
  world.table.seed({ ...one, enrollments: enrollments.map((each) => ({ ...each, again: 1 })) });
  await world.hearAll(LESSONS.map((lesson) => news(FATES.full, lesson)));
  expect(await standing(world)).toMatchObject({ is: 'active' });
  const again = LESSONS.map((lesson) =>
    news(FATES.full, lesson).replace('"course":', '"again":["1"],"course":').replace('m-', 'n-'),
  );
  await world.hearAll(again);
  expect(await standing(world)).toMatchObject({ is: 'paused' });
});

test('in any order, in any batches and twice, the end is the same, and so are the counts', async () => {
  const all = [
    ...LESSONS.slice(0, 6).map((one) => news(FATES.full, one)),
    news(FATES.gone, 'g'),
    news(FATES.gone, 'h'),
    news(FATES.delayed, 'h'),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...all, ...all], { minLength: 18 }),
      fc.integer({ min: 1, max: 18 }),
      async (told, size) => {
        const world = someoneWhoReads();
        for (let first = 0; first < told.length; first += size) {
          await world.hearAll(told.slice(first, first + size));
        }
        expect(await standing(world)).toMatchObject({ is: 'suppressed', because: 'hard-bounce' });
        expect(await world.returns.since('bounces', sentAt(0))).toBe(2);
      },
    ),
    { numRuns: 40 },
  );
});

test('letters that wait come after thirty days, and one that returns makes them wait again', async () => {
  const world = fakeHearingWorld(at('2026-11-01T06:59:00Z'), ({ tags }) =>
    tags['kind'] === 'lesson' ? 'full' : undefined,
  );
  world.deploy([course([...LESSONS, 'i', 'j', 'k'])]);
  world.table.seed(reader({ id: ID, dueAt: at('2026-11-01T07:00:00Z'), hour: 8 as never }));
  const days: string[] = [];
  for (let day = 0; day < 45; day += 1) {
    const before = world.sent.length;
    world.pass(60);
    await world.minute();
    if (world.sent.length > before) days.push(world.now().slice(5, 10));
    // The news comes in the evening.
    world.pass(12 * 3600);
    await world.hearAll(world.take());
    world.pass(12 * 3600 - 60);
  }
  expect(days).toEqual([
    ...['11-01', '11-02', '11-03', '11-04', '11-05', '11-06', '11-07'],
    '12-07',
  ]);
  expect(await standing(world)).toMatchObject({ is: 'paused', absent: true, until: '2027-01-06' });
});

test('of whoever had everything erased nothing is noted any more', async () => {
  const world = someoneWhoReads();
  const stored = await world.table.load(ID);
  if (stored === undefined) throw new Error('they were put there');
  world.table.seed(erased(stored, 'other' as LinkSecret, NOW));
  const noted: string[] = [];
  const returns = {
    ...world.returns,
    async noteSoft(...given: Parameters<typeof world.returns.noteSoft>) {
      noted.push(given[0]);
      return world.returns.noteSoft(...given);
    },
  };
  const event = readMailEvent(news(FATES.full, 'h'));
  if (event === undefined) throw new Error('not an SES event');
  expect(await hear({ ...world, returns }, event)).toEqual({ as: 'soft-bounce' });
  expect(noted).toEqual([]);
});

describe('whoever asked and did not confirm', () => {
  test('is counted with strangers, and their address is not mailed again', async () => {
    const world = someoneWhoReads();
    const id = 'baaaaaaaaaaaaaaa' as SubscriberId;
    world.table.seed(request({ id, standing: { is: 'pending', since: NOW } }));
    const mail = {
      messageId: 'm-1',
      timestamp: NOW,
      tags: { subscriber: [id], kind: ['confirmation'], attempt: ['a'], request: ['1'] },
    };
    await world.hearAll([JSON.stringify({ ...FATES.gone, mail })]);
    const stored = await world.table.requests.load(id);
    expect(stored?.standing).toMatchObject({ is: 'suppressed', because: 'hard-bounce' });
    expect(await world.returns.since('sign-ups', NOW)).toBe(1);
    expect(await world.returns.since('bounces', NOW)).toBe(0);
  });

  test('and a letter is known by its course, too', async () => {
    const world = someoneWhoReads();
    const other = LESSONS.map((lesson) =>
      news(FATES.full, lesson).replace('"closer"', JSON.stringify('other' as CourseSlug)),
    );
    await world.hearAll(other);
    expect((await standing(world))?.is).toBe('active');
  });
});

test('a letter that SES finds a virus in is named in the log, changes nothing and says nothing of its reader', async () => {
  const world = someoneWhoReads();
  const before = JSON.stringify(await world.table.load(ID));
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const event = readMailEvent(
    news({ eventType: 'Reject', reject: { reason: 'Bad content' } }, 'h'),
  );
  if (event === undefined) throw new Error('no event');
  expect(await hear(world, event)).toEqual({ as: 'rejected' });
  expect(log.mock.calls).toEqual([['{"event":"mail-rejected","closer/h":1}']]);
  log.mockRestore();
  expect(JSON.stringify(await world.table.load(ID))).toBe(before);
});
