import { describe, expect, test } from 'vitest';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { IssueId, IssuePlan } from '../../functions/core/newsletter.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import { lastOut, lettersOf } from '../../local/account/newsletter/drain.ts';
import { forecastOf } from '../../local/account/newsletter/forecast.ts';
import { issueCosts, readingCosts } from '../../local/account/newsletter/price.ts';
import { dollars } from '../../local/account/newsletter/words.ts';
import { at, course, enrollment, reader, received } from '../support/builders.ts';

/** What an author is told of an issue before it goes: who, when, how long, and for how much. */

const NOW = at('2026-11-26T12:00:00Z');
const DAY = '2026-12-03' as LocalDate;
const ISSUE: IssuePlan = { id: 'frost' as IssueId, date: DAY, audience: {} };
const COURSES = [course(['one', 'two'])];

/** Somebody with the newsletter and no course, at 8 in Berlin. */
const taker = (fields: Partial<Subscriber> = {}): Subscriber =>
  reader({ newsletter: true, enrollments: [], ...fields });
const HAD_ALL = [enrollment({ received: received('one', 'two') })];
const READING = [enrollment({ received: received('one') })];

const moment = (text: string): IssuePlan => ({ ...ISSUE, at: at(text) });

interface Case {
  readonly who: Subscriber;
  readonly issue?: IssuePlan;
  readonly now?: string;
  /** The moment that it is due for them, or the lot that they are counted in. */
  readonly gets: string;
}

const CASES: readonly (readonly [reason: string, is: Case])[] = [
  ['at their hour of its day', { who: taker(), gets: '2026-12-03T07:00:00Z' }],
  [
    'where the day begins first, on a half hour',
    {
      who: taker({ zone: 'Pacific/Auckland' as Zone, hour: 7.5 as Hour }),
      gets: '2026-12-02T18:30:00Z',
    },
  ],
  [
    'where the day ends last',
    { who: taker({ zone: 'Pacific/Honolulu' as Zone }), gets: '2026-12-03T18:00:00Z' },
  ],
  [
    'whose days are the weekend: on the next of them',
    { who: taker({ days: '67' as Days }), gets: '2026-12-05T07:00:00Z' },
  ],
  ['who has finished', { who: taker({ enrollments: HAD_ALL }), gets: '2026-12-03T07:00:00Z' }],
  [
    'who is in a course: when it is over',
    { who: taker({ enrollments: READING }), gets: 'inCourse' },
  ],
  [
    'who is in a course and wants issues all the same',
    {
      who: taker({
        enrollments: READING,
        issues: { from: '2026-11-01' as LocalDate, alongside: true },
      }),
      gets: '2026-12-03T07:00:00Z',
    },
  ],
  [
    'an issue that comes in the place of a letter',
    {
      who: taker({ enrollments: READING }),
      issue: { ...ISSUE, during: true },
      gets: '2026-12-03T07:00:00Z',
    },
  ],
  [
    'away until a day: on it',
    {
      who: taker({ standing: { is: 'paused', since: NOW, until: '2026-12-10' as LocalDate } }),
      gets: '2026-12-10T07:00:00Z',
    },
  ],
  [
    'in a pause that has no end',
    { who: taker({ standing: { is: 'paused', since: NOW } }), gets: 'paused' },
  ],
  [
    'in such a pause and in a course: the course has to end as well, and is named',
    {
      who: taker({ standing: { is: 'paused', since: NOW }, enrollments: READING }),
      gets: 'inCourse',
    },
  ],
  ['who did not tick the box', { who: reader(), gets: 'none' }],
  ['who left', { who: taker({ standing: { is: 'left', at: NOW, by: 'page' } }), gets: 'none' }],
  [
    'who took it after its day, or has had it',
    { who: taker({ issues: { from: '2026-12-04' as LocalDate } }), gets: 'had' },
  ],
  [
    'whom it is not for',
    {
      who: taker(),
      issue: { ...ISSUE, audience: { finished: 'closer' as CourseSlug } },
      gets: 'not for them',
    },
  ],
  [
    'at a moment: everywhere the same',
    {
      who: taker({ zone: 'Pacific/Auckland' as Zone }),
      issue: moment('2026-12-03T17:00:00Z'),
      gets: '2026-12-03T17:00:00Z',
    },
  ],
  [
    'at a moment behind the letter of that day: on the next day',
    {
      who: taker({ enrollments: READING }),
      issue: { ...moment('2026-12-03T17:00:00Z'), during: true },
      gets: '2026-12-04T07:00:00Z',
    },
  ],
  [
    'at a moment before the letter of that day: then',
    {
      who: taker({ enrollments: READING, hour: 20 as Hour }),
      issue: { ...moment('2026-12-03T17:00:00Z'), during: true },
      gets: '2026-12-03T17:00:00Z',
    },
  ],
  [
    'whose hour has passed, and who waits for the quota: due since then, and not tomorrow',
    {
      who: taker({
        issues: { from: '2026-11-01' as LocalDate, waits: [{ date: DAY }] },
        dueAt: at('2026-12-03T07:00:00Z'),
        dueOf: 'issues',
      }),
      now: '2026-12-03T09:00:00Z',
      gets: '2026-12-03T07:00:00Z',
    },
  ],
];

test.for(CASES)('%s', ([, { who, issue = ISSUE, now = NOW, gets }]) => {
  const forecast = forecastOf([who], issue, COURSES, at(now));
  const { takers, had, due, inCourse, paused } = forecast;
  const lots = { had, inCourse, paused };
  const [lot] = Object.entries(lots).find(([, count]) => count === 1) ?? [];
  const none = takers === 0 ? 'none' : 'not for them';
  expect(due[0]?.at ?? lot ?? none).toBe(gets);
  expect(due.length + had + inCourse + paused).toBe(gets.startsWith('no') ? 0 : 1);
});

describe('how long it takes', () => {
  const OUT = { perDay: 50_000, sentToday: 0, perSecond: 14 };
  const SEVEN = '2026-12-03T07:00:00Z';
  const many = (count: number, moments: string = SEVEN) =>
    Array.from({ length: count }, () => ({ at: at(moments) }));
  const atSeven = (count: number) => new Map([[7 * 60, count]]);

  test.for([
    ['a minute takes 756 at 14 a second', many(756), 0, OUT, SEVEN],
    ['one more takes another', many(757), 0, OUT, '2026-12-03T07:01:00Z'],
    ['letters of that hour go first', many(757), 756, OUT, '2026-12-03T07:02:00Z'],
    [
      'a day’s quota has two thirds for the newsletter, and the rest waits for tomorrow',
      many(200),
      0,
      { ...OUT, perDay: 200 },
      '2026-12-04T07:00:00Z',
    ],
    [
      'what other mails use of it is theirs',
      many(34),
      0,
      { ...OUT, perDay: 200, sentToday: 100 },
      '2026-12-04T07:00:00Z',
    ],
    ['no limit a day', many(756), 0, { ...OUT, perDay: -1 }, SEVEN],
    [
      'nothing of it is left: nobody gets it, and that is said',
      many(1),
      0,
      { ...OUT, perDay: 200, sentToday: 190 },
      undefined,
    ],
    [
      'somebody who is away for months has it when they are back',
      [...many(1), ...many(1, '2027-08-01T07:00:00Z')],
      0,
      OUT,
      '2027-08-01T07:00:00Z',
    ],
    ['nobody is to get it', [], 0, OUT, undefined],
  ] as const)('%s', ([, due, letters, quota, last]) => {
    expect(lastOut(due, atSeven(letters), quota, NOW)).toBe(last);
  });

  test('who was due before now waits from now on', () => {
    expect(lastOut(many(1), new Map(), OUT, at('2026-12-03T09:00:00Z'))).toBe(
      '2026-12-03T09:00:00Z',
    );
  });

  test('letters are those of readers who have some left', () => {
    const reads = reader({ enrollments: READING });
    const everybody = [
      ...[reads, reads, reader({ enrollments: READING, hour: 9 as Hour })],
      ...[taker(), reader({ enrollments: HAD_ALL })],
      reader({ enrollments: READING, standing: { is: 'paused', since: NOW } }),
    ];
    expect([...lettersOf(everybody, COURSES, NOW)]).toEqual([
      [7 * 60, 2],
      [8 * 60, 1],
    ]);
  });
});

describe('what it costs', () => {
  test('SES is a hundredth of a cent a mail; who is only looked at costs as well', () => {
    const { ses, ours } = issueCosts(1000, 1000, { perSecond: 14 });
    expect(ses).toBeCloseTo(0.1, 10);
    expect(ours).toBeGreaterThan(0.003);
    expect(ours).toBeLessThan(0.006);
    expect(issueCosts(0, 1000, { perSecond: 14 }).ours).toBeGreaterThan(0);
  });

  test('eight kilobytes of the table are a read unit', () => {
    expect(readingCosts(8192 * 1_000_000)).toBeCloseTo(0.125, 10);
    expect(readingCosts(1)).toBe(0.125e-6);
  });

  test.for([
    [0, '$0.00'],
    [0.002, 'less than a cent'],
    [12.345, '$12.35'],
  ] as const)('%f is told as %s', ([amount, told]) => expect(dollars(amount)).toBe(told));
});
