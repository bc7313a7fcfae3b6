import { describe, expect, test } from 'vitest';
import type { IssueId, IssuePlan } from '../../functions/core/newsletter.ts';
import { type Broadcast, FRESH_WALK, type Stage } from '../../functions/core/sending/broadcast.ts';
import type { Instant, LocalDate, Zone } from '../../functions/core/time.ts';
import { changeInWords } from '../../local/account/newsletter/changes.ts';
import { whenAllInWords, whoInWords } from '../../local/account/newsletter/forecast-words.ts';
import { issueNamed, knownIssues, type Place } from '../../local/account/newsletter/issues.ts';
import { listInWords } from '../../local/account/newsletter/list.ts';
import { progressInWords } from '../../local/account/newsletter/progress.ts';
import { momentThere } from '../../local/account/newsletter/words.ts';
import { at } from '../support/builders.ts';

/** What an author is told of issues: where each stands, what a deployment changes, and who gets one when. */

const NOW = at('2026-11-26T12:00:00Z');
const DAY = '2026-12-03' as LocalDate;
const ISSUE: IssuePlan = { id: 'frost' as IssueId, date: DAY, audience: {} };
const berlin = 'Europe/Berlin' as Zone;

describe('where an issue stands', () => {
  const file = (id: string, date: string, sample?: true) => ({
    id: id as IssueId,
    date: date as LocalDate,
    audience: {},
    subject: `Subject of ${id}`,
    ...(sample && { sample }),
  });
  const stored = (id: string, stage: Stage, more: Partial<Broadcast> = {}): Broadcast => ({
    id: id as IssueId,
    stage,
    ...more,
  });
  const started = {
    ...ISSUE,
    title: 'As it began',
    preheader: '',
    startedAt: NOW,
    walk: FRESH_WALK,
  };
  const known = (files: readonly ReturnType<typeof file>[], broadcasts: readonly Broadcast[]) =>
    knownIssues(files, broadcasts, NOW, berlin);

  test.for([
    ['new in the folder', [file('a', '2026-12-01')], [], 'new'],
    ['new, and its day is past', [file('a', '2026-11-25')], [], 'late'],
    ['new, and today', [file('a', '2026-11-26')], [], 'new'],
    ['a sample, whatever its day', [file('a', '2026-11-25', true)], [], 'sample'],
    ['as it was deployed', [file('a', '2026-12-01')], [stored('a', 'scheduled')], 'scheduled'],
    [
      'archive, also with another day',
      [file('a', '2026-12-01')],
      [stored('a', 'archive')],
      'archive',
    ],
    ['scheduled, and its file is gone', [], [stored('a', 'scheduled')], 'gone'],
    [
      'begun, and its file is gone: it goes on',
      [],
      [stored('a', 'running', { started })],
      'running',
    ],
  ] as const)('%s', ([, files, broadcasts, place]) => {
    expect(known(files, broadcasts).map((one): Place => one.place)).toEqual([place]);
  });

  test('one that has begun is told as it was then', () => {
    const [one] = known([file('frost', '2026-12-24')], [stored('frost', 'running', { started })]);
    expect([one?.title, one?.plan?.date]).toEqual(['As it began', DAY]);
  });

  test.for([
    ['new', [file('a', '2026-12-01')], [], /^Issue a is new, and goes on 2026-12-01/],
    ['new, and past', [file('a', '2026-11-01')], [], /never mailed/],
    ['its file is gone', [], [stored('a', 'scheduled')], /not sent while that is so/],
    [
      'moved: it begins an hour before its day does anywhere',
      [file('a', '2026-12-02')],
      [stored('a', 'scheduled', { next: at('2026-11-30T09:00:00Z') })],
      /another day than before: on 2026-12-02/,
    ],
    [
      'as it was',
      [file('a', '2026-12-02')],
      [stored('a', 'scheduled', { next: at('2026-12-01T09:00:00Z') })],
      undefined,
    ],
    [
      'begun, and moved',
      [file('frost', '2026-12-24')],
      [stored('frost', 'running', { started })],
      /goes on as it began/,
    ],
    ['begun, and gone', [], [stored('frost', 'running', { started })], /goes on without its file/],
    [
      'begun, as it was',
      [file('frost', DAY)],
      [stored('frost', 'running', { started })],
      undefined,
    ],
    [
      'archive, with a day to come',
      [file('a', '2026-12-01')],
      [stored('a', 'archive')],
      /another id/,
    ],
    ['archive', [file('a', '2026-11-01')], [stored('a', 'archive')], undefined],
    ['a sample', [file('a', '2026-12-01', true)], [], undefined],
  ] as const)('what a deployment says of one that is %s', ([, files, broadcasts, says]) => {
    const [told] = known(files, broadcasts).map(changeInWords);
    expect(told).toEqual(says === undefined ? undefined : expect.stringMatching(says));
  });

  test('a name that is none is answered with those that there are', () => {
    const issues = known([file('b', '2026-12-01'), file('a', '2026-12-02')], []);
    expect(() => issueNamed('c', issues)).toThrow('There is no issue "c". There is: a, b.');
  });

  test('the latest first, in columns', () => {
    const issues = known(
      [file('first', '2026-11-01', true), file('frost', '2026-12-03')],
      [stored('frost', 'scheduled', { paused: true })],
    );
    expect(listInWords(issues)).toEqual([
      'slug   title             day         for  stage',
      'frost  Subject of frost  2026-12-03  all  paused, scheduled',
      'first  Subject of first  2026-11-01  all  sample: to send it, take the line “sample” out of its file',
    ]);
  });
});

describe('in words', () => {
  const due = (...moments: string[]) => moments.map((text) => ({ at: at(text), zone: berlin }));

  test('each lot that somebody is in, and the days where there are several', () => {
    const moments = due('2026-12-03T07:00:00Z', '2026-12-03T08:00:00Z', '2026-12-05T07:00:00Z');
    const forecast = { takers: 9, had: 1, due: moments, inCourse: 2, paused: 1 };
    expect(whoInWords(forecast, ISSUE).map((line) => line.trim())).toEqual([
      '9  take the newsletter',
      '2  of them it is not for',
      '1  have had it, or took the newsletter after its day',
      '3  get it at their hour',
      '2    on 2026-12-03 of theirs',
      '1    on 2026-12-05 of theirs',
      '2  are in a course, and get it when that is over',
      '1  have paused without an end, and get it when they go on',
    ]);
    const nobody = { takers: 1, had: 0, due: due('2026-12-03T07:00:00Z'), inCourse: 0, paused: 0 };
    expect(whoInWords(nobody, ISSUE)).toHaveLength(2);
  });

  test('a quota that is too small is said, and what to do', () => {
    const quota = { perDay: 200, sentToday: 190, perSecond: 1 };
    const lines = whenAllInWords(due('2026-12-03T07:00:00Z'), undefined, quota);
    expect(lines.at(-1)).toContain('Ask for a larger quota');
  });

  test.for([
    ['2026-12-03T07:00:00Z', berlin, '2026-12-03 07:00 UTC, which is 8:00 in Europe/Berlin'],
    [
      '2026-12-02T18:30:00Z',
      'Pacific/Auckland' as Zone,
      '2026-12-02 18:30 UTC, which is 7:30 on 2026-12-03 in Pacific/Auckland',
    ],
  ] as const)('%s in %s', ([text, zone, told]) => {
    expect(momentThere(text as Instant, zone)).toBe(told);
  });

  test.for([
    [0, 4, true, `${'░'.repeat(40)} 0 %`],
    [1, 3, true, `${'█'.repeat(10)}${'░'.repeat(30)} 25 %`],
    [999, 1, true, `${'█'.repeat(39)}░ 99 %`],
    [4, 0, true, `${'█'.repeat(40)} 100 %`],
    [1, 3, false, '25 %'],
  ] as const)('%i had it, and %i get it', ([had, open, drawn, line]) => {
    const moments = Array.from({ length: open }, () => ({ at: NOW, zone: berlin }));
    const forecast = { takers: 9, had, due: moments, inCourse: 0, paused: 0 };
    expect(progressInWords(forecast, drawn)).toBe(line);
  });
});
