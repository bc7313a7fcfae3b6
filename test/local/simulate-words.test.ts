import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import type { CalendarDay } from '../../local/simulate/calendar.ts';
import { drawnCalendar } from '../../local/simulate/draw-calendar.ts';
import { drawnDays, totalsInWords } from '../../local/simulate/draw-totals.ts';
import { madeUpReaders } from '../../local/simulate/readers.ts';
import { simulate } from '../../local/simulate/simulate.ts';
import type { Day, Totals } from '../../local/simulate/totals.ts';
import { readerInWords, samplesInWords, title } from '../../local/simulate/words.ts';
import { at, issue } from '../support/builders.ts';
import { courseOf, libraryIn, wantedOf } from '../support/simulated-course.ts';
import { terminalSvg } from '../support/terminal-svg.ts';

const NOON = at('2026-12-01T12:00:00Z');
const onDay = (day: string, fields: Partial<CalendarDay> = {}): CalendarDay => ({
  day: day as LocalDate,
  mails: [],
  ...fields,
});
const letter = (number: number, title: string) =>
  ({ is: 'lesson', at: NOON, number, title }) as const;
/** The lines below the name of the month and of its days. */
const grid = (...days: readonly CalendarDay[]) => drawnCalendar(days, false).slice(2, -1);

describe('a month as a grid', () => {
  test('begins with its name, and its first week stands below its weekdays', () => {
    expect(drawnCalendar([onDay('2026-12-01'), onDay('2026-12-02')], false)).toEqual([
      'December 2026',
      'Mon        Tue        Wed        Thu        Fri        Sat        Sun',
      '           1          2',
      '',
    ]);
  });

  test('is one of several', () => {
    const heads = drawnCalendar([onDay('2026-11-30'), onDay('2026-12-01')], false);
    expect(heads.filter((line) => line.endsWith('2026'))).toEqual([
      'November 2026',
      'December 2026',
    ]);
  });

  test('goes on in the next line on Monday', () => {
    expect(grid(onDay('2026-12-06'), onDay('2026-12-07'))).toEqual([`${' '.repeat(66)}6`, '7']);
  });

  test.for<readonly [why: string, fields: Partial<CalendarDay>, lines: readonly string[]]>([
    ['a short title', { mails: [letter(3, 'Tea')] }, ['7', '3 Tea']],
    ['a title of two lines', { mails: [letter(12, 'Six minutes')] }, ['7', '12 Six', 'minutes']],
    [
      'a longer one is cut',
      { mails: [letter(5, 'What are all the eggs for')] },
      ['7', '5 What are', 'all the e…'],
    ],
    ['a word that is too long', { mails: [letter(8, 'Unbelievable')] }, ['7', '8', 'Unbelieva…']],
    [
      'letters of more than one unit',
      { mails: [letter(1, '💛💛💛💛💛💛💛💛')] },
      ['7', '1 💛💛💛💛💛💛💛💛'],
    ],
    ['an issue', { mails: [{ is: 'issue', at: NOON, title: 'News' }] }, ['7', '✉ News']],
    ['a digest', { mails: [{ is: 'digest', at: NOON }] }, ['7', '✉ digest']],
    [
      'all of the first day',
      { mails: [{ is: 'confirmation', at: NOON }, { is: 'welcome', at: NOON }, letter(1, 'Tea')] },
      ['7', 'confirm', 'welcome', '1 Tea'],
    ],
    ['a day that they did not choose', { unchosen: true }, ['7 ·']],
    ['a holiday', { rests: true }, ['7', 'holiday']],
    ['a pause', { paused: true }, ['7', 'pause']],
    ['both', { rests: true, paused: true }, ['7', 'holiday', 'pause']],
    ['the last day', { leaves: true }, ['7', 'leaves']],
    ['clocks go on', { clock: 60 }, ['7', 'clock +1 h']],
    ['clocks go back by half an hour', { clock: -30 }, ['7', 'clock −½ h']],
    ['clocks go on by two hours', { clock: 120 }, ['7', 'clock +2 h']],
  ])('%s', ([, fields, lines]) => {
    expect(grid(onDay('2026-12-07', fields))).toEqual(lines);
  });

  test('keeps each cell in its column, however many lines it has', () => {
    const days = [
      onDay('2026-12-07', { rests: true }),
      onDay('2026-12-08', { mails: [letter(1, 'Tea')] }),
    ];
    expect(grid(...days)).toEqual(['7          8', 'holiday    1 Tea']);
  });

  test('has colors on a terminal, and the columns stay', () => {
    const days = [onDay('2026-12-07', { paused: true }), onDay('2026-12-08', { rests: true })];
    const colored = drawnCalendar(days, true);
    expect(colored[3]).toContain('\u001b[33mpause\u001b[39m      \u001b[36mholiday');
    const codes = new RegExp(`${'\u001b'}\\[\\d+m`, 'g');
    expect(colored.map((line) => line.replaceAll(codes, ''))).toEqual(drawnCalendar(days, false));
  });
});

const counted = (day: string, letters: number, issues = 0, others = 0, peak = 1): Day => ({
  day: day as LocalDate,
  letters,
  issues,
  others,
  peak,
});

describe('mails a day as bars', () => {
  test('the busiest day has the widest, and each kind its part', () => {
    const days = [
      counted('2026-12-01', 900, 450, 450, 300),
      counted('2026-12-02', 100),
      counted('2026-12-03', 0, 0, 0, 0),
    ];
    expect(drawnDays(days, false)).toEqual([
      'day             █ letters  ▓ newsletter  ░ confirmations and welcomes  mails  in a minute',
      `Tue 2026-12-01  ${'█'.repeat(18)}${'▓'.repeat(9)}${'░'.repeat(9)}  1,800          300`,
      `Wed 2026-12-02  ██${' '.repeat(34)}    100            1`,
      `Thu 2026-12-03  ${' '.repeat(36)}      0            0`,
    ]);
  });

  test('days on which nothing goes have none', () => {
    expect(drawnDays([counted('2026-12-03', 0)], false)[1]).toContain(`  ${' '.repeat(36)}      0`);
  });

  test('colors on a terminal', () => {
    expect(drawnDays([counted('2026-12-01', 1, 1, 0)], true)[1]).toContain(
      `${'█'.repeat(18)}\u001b[36m${'▓'.repeat(18)}\u001b[39m`,
    );
  });
});

const TOTALS: Totals = {
  days: [],
  mails: { letters: 24_000, issues: 300, others: 2000, all: 26_300 },
  peakMinute: { mails: 310, at: at('2026-12-03T06:00:00Z') },
  peakQuota: { mails: 12_500, at: at('2026-12-04T05:59:00Z') },
  late: 0,
  waiting: 0,
  cost: { ses: 2.5, ours: 0.5 },
  readers: { reading: 10, finished: 900, paused: 20, left: 70, unconfirmed: 0 },
};
const LIMITS = { perDay: 50_000, perSecond: 14 };

describe('totals in sentences', () => {
  test('all of them', () => {
    expect(totalsInWords(TOTALS, LIMITS)).toEqual([
      '26,300 mails: 24,000 letters, 300 of the newsletter, 2,000 confirmations and welcomes',
      '310 in the busiest minute (2026-12-03 06:00 UTC); the account may send 14 a second',
      `${'█'.repeat(10)}${'░'.repeat(30)} 25 % of the day’s quota of 50,000, at most (2026-12-04 05:59 UTC)`,
      `${'█'.repeat(33)}${'░'.repeat(7)} $2.50 for SES of $3.00 in all`,
      'In the end 10 read, 900 have finished, 20 are in a pause, 70 have left',
    ]);
  });

  test.for<readonly [why: string, fields: Partial<Totals>, line: string]>([
    [
      'late',
      { late: 1200 },
      '1,200 mails went more than two hours late: the quota is too small, or the rate',
    ],
    ['waiting', { waiting: 3 }, '3 readers still wait for a mail at the end'],
    [
      'not confirmed',
      { readers: { ...TOTALS.readers, unconfirmed: 4 } },
      'In the end 10 read, 900 have finished, 20 are in a pause, 70 have left, 4 have not confirmed',
    ],
    [
      'hardly any',
      { peakQuota: { mails: 1 } },
      `${'░'.repeat(40)} less than 1 % of the day’s quota of 50,000, at most`,
    ],
    [
      'none',
      { peakQuota: { mails: 0 } },
      `${'░'.repeat(40)} 0 % of the day’s quota of 50,000, at most`,
    ],
    [
      'more than all',
      { peakQuota: { mails: 60_000 } },
      `${'█'.repeat(40)} 120 % of the day’s quota of 50,000, at most`,
    ],
    [
      'for nothing',
      { cost: { ses: 0, ours: 0 } },
      `${'░'.repeat(40)} $0.00 for SES of $0.00 in all`,
    ],
  ])('%s', ([, fields, line]) => {
    expect(totalsInWords({ ...TOTALS, ...fields }, LIMITS)).toContain(line);
  });
});

describe('who it is about', () => {
  const library = libraryIn(courseOf(3));
  const wanted = wantedOf(library, { readers: '1200', days: '9', seed: '5' });

  test('all', () => {
    expect(title(wanted)).toBe('1,200 readers of tiny, 2026-10-02 to 2026-10-10, seed 5');
  });

  test.for<readonly [hour: number, days: string, newsletter: boolean, line: string]>([
    [7, '1234567', false, 'Asia/Tokyo, 7:00, every day.'],
    [6.5, '135', true, 'Asia/Tokyo, 6:30, Mon, Wed, Fri, with the newsletter.'],
  ])('one, at %s on %s', ([hour, days, newsletter, line]) => {
    const [reader] = madeUpReaders({ ...wanted.crowd, readers: 1 });
    if (reader === undefined) throw new Error('nobody');
    const rhythm = {
      zone: 'Asia/Tokyo' as Zone,
      hour: hour as Hour,
      days: days as Days,
      newsletter,
    };
    const one = { ...reader, asks: NOON, signUp: { ...reader.signUp, ...rhythm } };
    const calendar = [
      onDay('2026-12-01', { mails: [{ is: 'welcome', at: NOON }, letter(1, 'Tea')] }),
    ];
    expect(readerInWords(one, calendar)).toBe(
      `Reader 1: ${line} Signs up on 2026-12-01 and has 1 of 3 letters.`,
    );
  });

  test.for<readonly [why: string, date: string, sample: boolean, isNamed: boolean]>([
    ['on the first day', '2026-10-02', true, true],
    ['on the last day', '2026-10-10', true, true],
    ['the day before', '2026-10-01', true, false],
    ['the day after', '2026-10-11', true, false],
    ['no sample', '2026-10-05', false, false],
  ])('a sample %s', ([, date, sample, isNamed]) => {
    const issues = [issue('news', date, sample ? { sample: true } : {})];
    expect(samplesInWords(issues, wanted)).toEqual(
      isNamed
        ? ['Issues that came with Kindling are mailed to nobody until they are yours: news']
        : [],
    );
  });
});

/** If it is drawn otherwise now: `npx vitest run test/local/simulate-words -u` draws it anew. */
test('the picture in the guide shows what is printed', async () => {
  const lines = [
    '$ npm run simulate -- --readers 60 --days 40 --from 2027-03-01 --zone America/New_York',
  ];
  const now = () => new Date('2026-12-01T12:00:00Z');
  const outside = {
    contentDir: 'content',
    color: false,
    now,
    print: (line: string) => lines.push(line),
  };
  const asked = ['--readers', '60', '--days', '40', '--from', '2027-03-01', '--newsletter', '0'];
  await simulate(outside, [
    ...asked,
    '--zone',
    'America/New_York',
    '--pause',
    '2027-03-20..2027-03-26',
  ]);
  const svg = terminalSvg(
    'A course that is simulated: a reader’s calendar, mails a day, and totals',
    lines,
  );
  await expect(svg).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/pictures/simulate.svg'),
  );
});
