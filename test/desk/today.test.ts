import { describe, expect, test } from 'vitest';
import { STATE } from '../../functions/adapters/due-index.ts';
import { ISSUE_SHARDS, SHARDS } from '../../functions/adapters/item.ts';
import { CARE } from '../../functions/adapters/sign-ups.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { StackResource } from '../../local/account/ask/stack.ts';
import { paintFor } from '../../local/account/paint.ts';
import { type Today, today } from '../../local/desk/today.ts';
import { isWell, todayInWords } from '../../local/desk/words/today.ts';
import { at, claim, reader } from '../support/builders.ts';
import { freshId, itemOf } from '../support/stored-items.ts';
import { deskOver } from './fake-desk.ts';

/** Noon in London is one in Berlin, where the publication is at home. */
const NOW = at('2026-11-23T12:00:00Z');
const due = (moment: string, fields: object = {}) =>
  itemOf(reader({ id: freshId(), dueAt: at(moment), ...fields }));
const plain = paintFor({ color: false });
const told = (value: Today) => todayInWords(value, plain);

describe('what is due', () => {
  test.for<[why: string, moment: string, expected: 'due' | 'waiting' | 'neither']>([
    ['in a minute', '2026-11-23T12:01:00Z', 'due'],
    ['just before midnight, where the author is', '2026-11-23T22:59:59Z', 'due'],
    ['at that midnight: tomorrow', '2026-11-23T23:00:00Z', 'neither'],
    ['at this second', '2026-11-23T12:00:00Z', 'waiting'],
    ['yesterday', '2026-11-22T12:00:00Z', 'waiting'],
  ])('%s (%s): %s', async ([, moment, expected]) => {
    const { due: coming, waiting } = await today(deskOver([due(moment)]).desk);
    expect([coming.count, waiting.count]).toEqual([
      expected === 'due' ? 1 : 0,
      expected === 'waiting' ? 1 : 0,
    ]);
  });

  test('issues of the newsletter, too', async () => {
    const { waiting } = await today(
      deskOver([due('2026-11-23T11:00:00Z', { dueOf: 'issues' })]).desk,
    );
    expect(waiting).toEqual({ count: 1, more: false });
  });

  test('a claim of more than a minute is in doubt, and one that was just taken is not', async () => {
    const { desk } = deskOver([
      due('2026-11-23T11:00:00Z', { claim: claim(at('2026-11-23T11:59:00Z')) }),
      due('2026-11-23T11:00:00Z', { claim: claim(at('2026-11-23T11:59:01Z')) }),
      due('2026-11-23T11:00:00Z'),
    ]);
    const now = await today(desk);
    expect(now.doubt).toEqual({ looked: 3, count: 1 });
    expect(isWell(now)).toBe(false);
    expect(told(now)).toContain(
      '      1  in doubt, of the 3 that wait longest: nobody knows yet whether they went',
    );
  });
});

describe('what keeps mails from going', () => {
  const state = (fields: object): Attributes => ({ ...STATE, ...fields });
  const care = (fields: object): Attributes => ({ ...CARE, ...fields });
  const stopped = {
    since: NOW,
    because: 'bounces',
    figures: { letters: 100, bounces: 12, complaints: 0 },
    requests: { startedAt: NOW, shards: {} },
  };
  test.for<[why: string, item: Attributes, well: boolean, says: RegExp]>([
    ['nothing', state({}), true, /^Sending is open\.$/],
    [
      'a hold',
      state({ holdUntil: '2026-11-23T12:10:00Z' }),
      false,
      /^Nothing is sent before 2026-11-23T12:10/,
    ],
    [
      'a hold that is over',
      state({ holdUntil: '2026-11-23T12:00:00Z' }),
      true,
      /^Sending is open\.$/,
    ],
    [
      'a rest',
      state({ resting: { since: NOW, probes: { startedAt: NOW, shards: {} } } }),
      false,
      /^Sending has rested since 2026-11-23T12:00:00Z/,
    ],
    [
      'the brake',
      state({ stopped }),
      false,
      /^Letters have been stopped since .* for bounces: npm run release$/,
    ],
    [
      'a careful form',
      care({ since: NOW, until: '2026-11-23T12:30:00Z' }),
      true,
      /^The form is careful/,
    ],
    [
      'a slow form',
      care({ since: NOW, until: '2026-11-23T12:30:00Z', slowUntil: '2026-11-23T12:20:00Z' }),
      false,
      /^The form sends its mails slowly/,
    ],
    [
      'a form that was careful',
      care({ since: NOW, until: NOW, slowUntil: NOW }),
      true,
      /^Sending is open\.$/,
    ],
  ])('%s', async ([, item, well, says]) => {
    const now = await today(deskOver([item]).desk);
    expect(isWell(now)).toBe(well);
    expect(told(now)).toContainEqual(expect.stringMatching(says));
  });

  test.for([
    ['room for letters, without what is kept back', 1000, 40, 910],
    ['none is left', 1000, 999, 0],
    ['no limit', -1, 40, -1],
  ] as const)('the quota: %s', async ([, perDay, sentToday, left]) => {
    const { desk } = deskOver([]);
    const quota = async () => ({ perDay, sentToday, perSecond: 14 });
    const now = await today({ ...desk, account: { ...desk.account, quota } });
    expect(now.quota).toEqual({ sent: sentToday, perDay, left, perSecond: 14 });
    expect(told(now).join('\n')).toMatch(
      perDay < 0 ? /no limit a day, 14/ : /left for letters of 1000/,
    );
  });
});

describe('what watches', () => {
  const resource = (type: string, logicalId: string): StackResource => ({
    type,
    logicalId,
    physicalId: `the ${logicalId}`,
  });
  const STACK = [
    resource('AWS::SQS::Queue', 'SendQueueDeadLettersB4'),
    resource('AWS::SQS::Queue', 'FeedbackQueue1A'),
    resource('AWS::SQS::Queue', 'SendQueue2C'),
    resource('AWS::CloudWatch::Alarm', 'Silent'),
    resource('AWS::CloudWatch::Alarm', 'Loud'),
  ];

  test('the alarms that ring, and how much is on the send queue', async () => {
    const { desk } = deskOver([]);
    const asked: string[] = [];
    const now = await today({
      ...desk,
      account: {
        ...desk.account,
        resources: async () => STACK,
        waiting: async (url) => {
          asked.push(url);
          return 3;
        },
        alarms: async (names) =>
          names.map((name) => ({
            name,
            rings: name === 'the Loud',
            seasoned: undefined,
            description: 'See the article.',
            actions: [],
          })),
      },
    });
    expect(asked).toEqual(['the SendQueue2C']);
    expect(now).toMatchObject({
      queued: 3,
      alarms: [{ name: 'the Loud', description: 'See the article.' }],
    });
    expect(isWell(now)).toBe(false);
    expect(told(now)).toContain('the Loud rings: See the article.');
    expect(told(now)).toContain('      3  messages on the send queue');
  });

  test('a table that stands alone has none', async () => {
    const now = await today(deskOver([]).desk);
    expect(now).not.toHaveProperty('alarms');
    expect([isWell(now), told(now).at(-1)]).toEqual([
      true,
      expect.stringMatching(/^Alarms are not known/),
    ]);
  });

  test('a course that was deployed and is gone', async () => {
    const outline = (sk: string) => ({ pk: 'outline', sk, tracks: [], lessons: [] });
    const now = await today(deskOver([outline('closer'), outline('tea')]).desk);
    expect(now.missing).toEqual(['tea']);
    expect([isWell(now), told(now).at(-1)]).toEqual([
      false,
      expect.stringMatching(/^The course tea was/),
    ]);
  });
});

test('a hundred thousand who are due at once take a page more of each shard; beyond that it is said', async () => {
  const shards = [...SHARDS, ...ISSUE_SHARDS].length;
  const entries = (count: number) =>
    Array.from({ length: count }, (_, place) => ({
      pk: `subscriber#${freshId()}`,
      sk: 'subscriber',
      dueShard: SHARDS[place % SHARDS.length],
      dueAt: '2026-11-23T20:00:00Z',
    }));
  const some = deskOver(entries(100_000));
  expect((await today(some.desk)).due).toEqual({ count: 100_000, more: false });
  const counts = some.asked.filter((name) => name === 'countDue').length;
  // Two questions a shard, and one more of each of the eight that hold 12,500.
  expect(counts).toBe(2 * shards + SHARDS.length);
  expect(some.asked.length - counts).toBeLessThanOrEqual(shards + 4);

  const many = deskOver(entries(SHARDS.length * 40_001));
  const now = await today(many.desk);
  expect(now.due).toEqual({ count: SHARDS.length * 40_000, more: true });
  expect(told(now)).toContain(' 320000+  come due later today');
});
