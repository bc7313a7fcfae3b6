import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { paintFor } from '../../local/account/paint.ts';
import { cost, shareOf, sumOf } from '../../local/desk/cost.ts';
import { funnel } from '../../local/desk/funnel.ts';
import { costInWords } from '../../local/desk/words/cost.ts';
import { barOf, funnelInWords } from '../../local/desk/words/funnel.ts';
import { at, course } from '../support/builders.ts';
import { deskOver } from './fake-desk.ts';

/** Two readings of the same counters: what became of letters, and what they cost. */

const counter = (sk: string, counts: object): Attributes => ({ pk: 'counts', sk, v: 1, ...counts });
const COUNTED = [
  counter('letter#2026-10#closer#closeness', { accepted: 300, bounced: 2, replied: 20 }),
  counter('letter#2026-11#closer#closeness', { accepted: 112, bounced: 1, leftAfter: 9 }),
  counter('letter#2026-11#closer#ideas', { accepted: 400, pausedAfter: 10, leftAfter: 100 }),
  counter('letter#2026-11#closer#meaning', { accepted: 38 }),
  counter('letter#2026-10#closer#former', { accepted: 1 }),
  counter('issue#2026-11-03', { accepted: 50 }),
  counter('issue#2026-10-03', { accepted: 70 }),
  counter('digest#2026-11-10', { accepted: 4 }),
  counter('told#x', {}),
];
const plain = paintFor({ color: false });

describe('a funnel', () => {
  const desk = () => deskOver(COUNTED, { courses: [course(['closeness', 'ideas', 'meaning'])] });

  test('has a row a letter over all months, also of one that is gone, in one question', async () => {
    const { desk: at, asked } = desk();
    const [closer, ...others] = await funnel(at);
    expect([asked, others]).toEqual([['all'], []]);
    expect(closer).toEqual({
      course: 'closer',
      title: 'Closer',
      finished: 38,
      rows: [
        {
          place: 1,
          letter: 'closeness',
          subject: 'Subject of closeness',
          received: 409,
          replied: 20,
          pausedAfter: 0,
          leftAfter: 9,
        },
        {
          place: 2,
          letter: 'ideas',
          subject: 'Subject of ideas',
          received: 400,
          replied: 0,
          pausedAfter: 10,
          leftAfter: 100,
        },
        {
          place: 3,
          letter: 'meaning',
          subject: 'Subject of meaning',
          received: 38,
          replied: 0,
          pausedAfter: 0,
          leftAfter: 0,
        },
        { letter: 'former', received: 1, replied: 0, pausedAfter: 0, leftAfter: 0 },
      ],
    });
  });

  test('is a picture that tells who left without a color', async () => {
    const [closer] = await funnel(desk().desk, 'closer');
    if (closer === undefined) throw new Error('it was counted');
    expect(funnelInWords(closer, plain)).toEqual([
      'closer: Closer',
      '█ received  ▓ paused after it  ░ left after it',
      '  1 closeness ███████████████████████████████████████░ 409  20 replied, 9 left',
      '  2 ideas     ████████████████████████████▓░░░░░░░░░░  400  10 paused, 100 left',
      '  3 meaning   ████                                      38',
      '  – former    █                                          1',
      '38 have had its last letter.',
      '',
    ]);
    expect(funnelInWords(closer, paintFor({ color: true })).join('\n')).toContain('\u001b[31m░');
  });

  test('of one course, or of none', async () => {
    expect(await funnel(desk().desk, 'tea')).toEqual([]);
  });

  test('before the first letter says so', async () => {
    const [closer] = await funnel(deskOver([]).desk);
    if (closer === undefined) throw new Error('it is in the folder');
    expect(funnelInWords(closer, plain)).toEqual([
      'closer: Closer',
      'Nobody has had a letter of it, as far as was counted.',
      '',
    ]);
  });

  test.for<[why: string, row: [number, number, number], most: number, expected: object]>([
    ['all of it', [40, 0, 0], 40, { went: 40, paused: 0, left: 0 }],
    ['one who left among many is seen', [1000, 0, 1], 1000, { went: 39, paused: 0, left: 1 }],
    ['one reader among many is seen', [1, 0, 0], 1000, { went: 1, paused: 0, left: 0 }],
    ['more left than are counted yet', [1, 0, 5], 10, { went: 0, paused: 0, left: 4 }],
    ['and more paused', [2, 9, 1], 10, { went: 0, paused: 4, left: 4 }],
    ['nobody', [0, 0, 0], 0, { went: 0, paused: 0, left: 0 }],
  ])('a bar: %s', ([, [received, pausedAfter, leftAfter], most, expected]) => {
    expect(barOf({ received, pausedAfter, leftAfter }, most)).toEqual(expected);
  });
});

describe('a month’s cost', () => {
  test('is of this month’s counters, and of the mails that came in', async () => {
    const now = at('2026-11-16T00:00:00Z');
    const inbox = { pk: 'inbox#2026-11', sk: '2026-11-02T09:00:00Z#m' };
    const { desk } = deskOver([...COUNTED, inbox], { now });
    const alarm = { type: 'AWS::CloudWatch::Alarm', logicalId: 'A', physicalId: 'a' };
    const resources = async () => [alarm, alarm];
    const told = await cost({ ...desk, account: { ...desk.account, resources } });
    const counts = ({ parts }: typeof told.soFar) => parts.map(({ what, count }) => [what, count]);
    expect(told.month).toBe('2026-11');
    expect(counts(told.soFar)).toEqual([
      ['letters', 550],
      ['newsletter', 54],
      ['replies', 1],
      ['idle', 1],
    ]);
    // Half of November is over.
    expect(counts(told.forecast)).toEqual([
      ['letters', 1100],
      ['newsletter', 108],
      ['replies', 2],
      ['idle', 1],
    ]);
    const [letters, , , idle] = told.forecast.parts;
    expect(letters?.ses).toBeCloseTo(0.11, 10);
    // Two alarms are twenty cents; ticks and redaction are the rest.
    expect(idle?.ours).toBeGreaterThan(0.2);
    expect(told.soFar.parts[3]?.ours).toBeCloseTo((idle?.ours ?? 0) / 2, 10);
    const lines = costInWords(told, plain);
    expect(lines[0]).toBe('2026-11');
    expect(lines[2]).toMatch(/^letters +550 +1100 +\$0\.06 +\$0\.11$/);
    expect(lines.find((line) => line.endsWith('SES'))).toMatch(/^█+░+ \d+ % SES$/);
  });

  test('of a table that stands alone has no alarms', async () => {
    const told = await cost(deskOver([]).desk);
    expect([told.soFar.total, told.forecast.total]).toEqual([0, 0]);
    expect(costInWords(told, plain)).toContain(`${'░'.repeat(40)} 0 % SES`);
  });

  test.for([
    ['2026-11-16T00:00:00Z', 0.5],
    ['2027-02-15T00:00:00Z', 0.5],
    ['2026-11-30T12:00:00Z', 29.5 / 30],
  ] as const)('at %s so much of it is over', ([moment, share]) => {
    expect(shareOf(at(moment))).toBeCloseTo(share, 10);
  });

  test('begins with more than nothing', () => {
    expect(shareOf(at('2026-11-01T00:00:00Z'))).toBeGreaterThan(0);
  });

  test('a reply is received and answered', () => {
    const { parts, total } = sumOf(
      { letters: 0, newsletter: 0, replies: 1000 },
      { perSecond: 14, idle: 0 },
    );
    expect(parts[2]?.ses).toBeCloseTo(0.2, 10);
    expect(total).toBeCloseTo(0.2, 10);
  });
});
