import { describe, expect, test } from 'vitest';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { takeNewsletter } from '../../functions/core/reader/lifecycle.ts';
import { arranged } from '../../functions/core/reader/owed.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import { at, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { newsletterDays } from '../support/newsletter-days.ts';

/** Issues go out on the engine of letters: who gets which, when, and that each comes once. */

const COURSE = course(['a', 'b', 'c']);
const FINISHED = [enrollment({ received: received('a', 'b', 'c') })];
const START = '2026-12-01T00:00:00Z';
const RITUALS = issue('rituals', '2026-12-03');
const FRIENDS = issue('friends', '2027-01-07');

/** Somebody who has read all letters of the course, and takes the newsletter. */
const finished = (fields: Partial<Subscriber> = {}) =>
  reader({ newsletter: true, enrollments: FINISHED, ...fields });

function month(readers: readonly Subscriber[], issues = [RITUALS]) {
  const days = newsletterDays(at(START));
  days.world.deploy([COURSE]);
  days.world.bring(issues);
  for (const one of readers) days.world.table.seed(arranged(one, [COURSE], at(START)));
  return days;
}

describe('an issue comes on its day, at each reader’s hour', () => {
  test.for<[string, Partial<Subscriber>, string]>([
    ['in Berlin at eight', {}, '2026-12-03T07:00:00Z'],
    [
      'at half past seven in Adelaide, which is the evening before in UTC',
      { zone: 'Australia/Adelaide' as Zone, hour: 7.5 as Hour },
      '2026-12-02T21:00:00Z',
    ],
    [
      'at midnight where days begin first',
      { zone: 'Pacific/Kiritimati' as Zone, hour: 0 as Hour },
      '2026-12-02T10:00:00Z',
    ],
    [
      'late where days end last',
      { zone: 'Etc/GMT+12' as Zone, hour: 23.5 as Hour },
      '2026-12-04T11:30:00Z',
    ],
    [
      'on the first of their days from it on: they read at weekends',
      { days: '67' as Days },
      '2026-12-05T07:00:00Z',
    ],
  ])('%s', async ([, fields, moment]) => {
    const ann = finished(fields);
    const days = month([ann]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([`issue rituals ${moment}`]);
  });

  test('or at its own moment, for everybody at once', async () => {
    const ann = finished();
    const live = issue('live', '2026-12-03', { at: at('2026-12-03T18:00:00Z') });
    const days = month([ann], [live]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual(['issue live 2026-12-03T18:00:00Z']);
  });
});

describe('who gets none', () => {
  test.for<[string, Partial<Subscriber>]>([
    ['who does not take it', { newsletter: false }],
    ['who is in an open pause', { standing: { is: 'paused', since: at(START) } }],
    ['who took it later', { issues: { from: '2026-12-04' as LocalDate } }],
    [
      'who had it ahead of others',
      { issues: { from: '2026-12-01' as LocalDate, ahead: ['2026-12-03' as LocalDate] } },
    ],
  ])('%s', async ([, fields]) => {
    const ann = finished(fields);
    const days = month([ann]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([]);
  });

  test('of an issue whose day was over when it was first deployed', async () => {
    const ann = finished();
    const days = month([ann], [issue('old', '2026-11-30')]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([]);
    expect(await days.world.broadcasts.all()).toEqual([{ id: 'old', stage: 'archive' }]);
  });

  test('of an issue that came with Kindling', async () => {
    const ann = finished();
    const days = month([ann], [{ ...RITUALS, sample: true }]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([]);
  });
});

describe('who takes it in between', () => {
  test.for<[string, string, readonly string[]]>([
    ['the day before', '2026-12-02T12:00:00Z', ['issue rituals 2026-12-03T07:00:00Z']],
    [
      'on its day, at their next hour',
      '2026-12-03T12:00:00Z',
      ['issue rituals 2026-12-04T07:00:00Z'],
    ],
    ['the day after, not at all', '2026-12-04T12:00:00Z', []],
  ])('%s', async ([, moment, gets]) => {
    const ann = finished({ newsletter: false });
    const days = month([ann]);
    await days.until(moment);
    const present = { now: days.world.now(), courses: [COURSE] };
    const change = takeNewsletter(ann, true, present);
    if (change.is !== 'changed') throw new Error(change.is);
    days.world.table.seed(change.subscriber);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual(gets);
    const [after] = days.world.table.everyone();
    expect(after?.dueAt, 'nothing is left to look for').toBeUndefined();
  });
});

describe('whoever takes a course', () => {
  const inCourse = (fields: Partial<Subscriber> = {}) =>
    reader({ newsletter: true, enrollments: [enrollment({ received: received('a') })], ...fields });

  test('gets what came meanwhile in one mail, on the day after the last letter', async () => {
    const ann = inCourse();
    const days = month([ann], [issue('first', '2026-12-01'), issue('second', '2026-12-02')]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'letter b 2026-12-01T07:00:00Z',
      'letter c 2026-12-02T07:00:00Z',
      'digest 2026-12-03T07:00:00Z',
    ]);
  });

  test('gets one that says so in the place of a letter, which comes a day later', async () => {
    const ann = inCourse();
    const days = month([ann], [issue('now', '2026-12-02', { during: true })]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'letter b 2026-12-01T07:00:00Z',
      'issue now 2026-12-02T07:00:00Z',
      'letter c 2026-12-03T07:00:00Z',
    ]);
  });

  test('gets no letter on a day that had an issue, at whatever moment that came', async () => {
    const ann = inCourse();
    const live = { during: true, at: at('2026-12-02T06:00:00Z') } as const;
    const days = month([ann], [issue('live', '2026-12-02', live)]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'letter b 2026-12-01T07:00:00Z',
      'issue live 2026-12-02T06:00:00Z',
      'letter c 2026-12-03T07:00:00Z',
    ]);
  });

  test('has the others still to come when one that says so was sent', async () => {
    const ann = inCourse({ days: '3' as Days, issues: { from: '2026-11-20' as LocalDate } });
    const days = month(
      [ann],
      [issue('waits', '2026-12-01'), issue('now', '2026-12-02', { during: true })],
    );
    await days.until('2027-01-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'issue now 2026-12-02T07:00:00Z',
      'letter b 2026-12-09T07:00:00Z',
      'letter c 2026-12-16T07:00:00Z',
      'digest 2026-12-23T07:00:00Z',
    ]);
  });

  test('gets each as it comes if they want that', async () => {
    const ann = inCourse({ issues: { from: '2026-11-20' as LocalDate, alongside: true } });
    const days = month([ann], [issue('first', '2026-12-01')]);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'issue first 2026-12-01T07:00:00Z',
      'letter b 2026-12-02T07:00:00Z',
      'letter c 2026-12-03T07:00:00Z',
    ]);
  });
});

describe('while it runs', () => {
  const adelaide = finished({ zone: 'Australia/Adelaide' as Zone });
  const berlin = finished({ id: 'bbbbbbbbbbbbbbbb' as Subscriber['id'] });
  const ID = 'rituals' as IssueId;

  test('a cancelled one comes to nobody else', async () => {
    const days = month([adelaide, berlin]);
    await days.until('2026-12-03T00:00:00Z');
    await days.world.broadcasts.cancel(ID);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(adelaide)).toEqual(['issue rituals 2026-12-02T21:30:00Z']);
    expect(days.of(berlin)).toEqual([]);
    for (const { dueAt } of days.world.table.everyone()) expect(dueAt).toBeUndefined();
  });

  test('one that waits does not come at the moment of one that was cancelled', async () => {
    const live = { ...issue('live', '2026-12-04', { at: at('2026-12-04T03:00:00Z') }) };
    const who = finished({ days: '67' as Days });
    const days = month([who], [RITUALS, live]);
    await days.until('2026-12-04T02:50:00Z');
    await days.world.broadcasts.cancel('live' as IssueId);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(who)).toEqual(['issue rituals 2026-12-05T07:00:00Z']);
  });

  test('a paused one waits, and goes on at once', async () => {
    const days = month([adelaide, berlin]);
    await days.until('2026-12-03T00:00:00Z');
    await days.world.broadcasts.pause(ID);
    await days.until('2026-12-04T15:00:00Z');
    expect(days.of(berlin)).toEqual([]);
    await days.world.broadcasts.resume(ID, days.world.now());
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(berlin)).toEqual(['issue rituals 2026-12-04T15:00:00Z']);
  });

  test('a pause holds no letter of who would get it in the place of one', async () => {
    const ann = reader({
      newsletter: true,
      enrollments: [enrollment({ received: received('a') })],
    });
    const days = month([ann], [issue('now', '2026-12-02', { during: true })]);
    await days.until('2026-12-01T20:00:00Z');
    await days.world.broadcasts.pause('now' as IssueId);
    await days.until('2026-12-05T00:00:00Z');
    await days.world.broadcasts.resume('now' as IssueId, days.world.now());
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'letter b 2026-12-01T07:00:00Z',
      'letter c 2026-12-02T07:00:00Z',
      'issue now 2026-12-05T00:00:00Z',
    ]);
  });

  test('nor where it has a moment of its own before the letter’s hour', async () => {
    const ann = reader({
      newsletter: true,
      enrollments: [enrollment({ received: received('a') })],
    });
    const moment = { at: at('2026-12-02T05:00:00Z'), during: true } as const;
    const days = month([ann], [issue('now', '2026-12-02', moment)]);
    await days.until('2026-12-02T04:30:00Z');
    await days.world.broadcasts.pause('now' as IssueId);
    await days.until('2026-12-03T00:00:00Z');
    expect(days.of(ann)).toEqual([
      'letter b 2026-12-01T07:00:00Z',
      'letter c 2026-12-02T07:00:00Z',
    ]);
  });

  test('its words and its day stay, whatever the package says of it by then', async () => {
    const days = month([adelaide, berlin]);
    await days.until('2026-12-03T00:00:00Z');
    days.world.bring([issue('rituals', '2026-12-20')]);
    await days.until('2027-01-01T00:00:00Z');
    expect(days.of(adelaide)).toEqual(['issue rituals 2026-12-02T21:30:00Z']);
    expect(days.of(berlin)).toEqual(['issue rituals 2026-12-03T07:00:00Z']);
  });

  test('whoever unticks it first gets nothing', async () => {
    const days = month([berlin]);
    await days.until('2026-12-03T06:00:00Z');
    const [stored] = days.world.table.everyone();
    if (stored === undefined) throw new Error('nobody');
    const present = { now: days.world.now(), courses: [COURSE] };
    const change = takeNewsletter(stored, false, present);
    if (change.is !== 'changed') throw new Error(change.is);
    await days.world.table.save(change.subscriber);
    await days.until('2026-12-10T00:00:00Z');
    expect(days.of(berlin)).toEqual([]);
  });
});

test('two months, two issues, each of them once', async () => {
  const ann = finished();
  const days = month([ann], [RITUALS, FRIENDS]);
  await days.until('2027-01-20T00:00:00Z');
  expect(days.of(ann)).toEqual([
    'issue rituals 2026-12-03T07:00:00Z',
    'issue friends 2027-01-07T07:00:00Z',
  ]);
});

test('who was away for months gets the titles in one mail', async () => {
  const until = '2027-02-01' as LocalDate;
  const ann = finished({ standing: { is: 'paused', since: at(START), until } });
  const days = month([ann], [RITUALS, FRIENDS]);
  await days.until('2027-02-10T00:00:00Z');
  expect(days.of(ann)).toEqual(['digest 2027-02-01T07:00:00Z']);
});
