import { describe, expect, test } from 'vitest';
import { nextLesson } from '../../../functions/core/course.ts';
import {
  afterSending,
  arranged,
  isKnownSent,
  owedMail,
  owedNow,
} from '../../../functions/core/reader/owed.ts';
import type { Hour } from '../../../functions/core/reader/schedule.ts';
import type { Standing } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../../functions/core/time.ts';
import { at, claim, course, enrollment, lesson, reader, received } from '../../support/builders.ts';

const now = at('2026-11-22T07:00:30Z');
const courses = [course(['one', 'two', 'three'])];
const closer = courses[0]?.slug as never;

describe('what is owed', () => {
  test.each<[string, Standing, unknown]>([
    ['a sign-up', { is: 'pending', since: now }, { kind: 'confirmation', request: '1795330830' }],
    ['a reader', { is: 'active' }, { kind: 'lesson', course: 'closer', lesson: 'two' }],
    ['somebody who left', { is: 'left', at: now, by: 'page' }, undefined],
    ['an address that bounced', { is: 'suppressed', at: now, because: 'hard-bounce' }, undefined],
  ])('to %s', (_, standing, expected) => {
    const subscriber = reader({
      standing,
      enrollments: [enrollment({ received: received('one') })],
    });
    expect(owedMail(subscriber, courses)).toEqual(expected);
  });

  test('the welcome comes before the first lesson', () => {
    const subscriber = reader({ enrollments: [enrollment({ welcomed: false })] });
    expect(owedMail(subscriber, courses)?.kind).toBe('welcome');
  });

  test('a course that the author has ended owes nothing, not even a welcome', () => {
    const ended = { ...course([]), retired: true as const };
    const subscriber = reader({ enrollments: [enrollment({ welcomed: false })] });
    expect(owedMail(subscriber, [ended])).toBeUndefined();
    expect(arranged(subscriber, [ended], now).dueAt).toBeUndefined();
  });

  test.for<[string, Standing, string | undefined]>([
    ['a reader: tomorrow at their hour', { is: 'active' }, '2026-11-23T07:00:00Z'],
    [
      'in a timed pause: the day it ends',
      { is: 'paused', since: now, until: '2026-12-01' as LocalDate },
      '2026-12-01T07:00:00Z',
    ],
    ['in an open pause: not until they say so', { is: 'paused', since: now }, undefined],
    ['somebody who left: never', { is: 'left', at: now, by: 'page' }, undefined],
  ])('a course that is missing is looked for, %s', ([, standing, dueAt]) => {
    expect(arranged(reader({ standing }), [], now).dueAt).toBe(dueAt);
  });

  test('a course that is missing holds up no other', () => {
    const both = reader({ enrollments: [enrollment({ course: 'gone' as never }), enrollment()] });
    expect(owedMail(both, courses)).toMatchObject({ course: 'closer', lesson: 'one' });
  });

  test('a second course begins when the first is finished', () => {
    const both = [...courses, { ...course(['uno']), slug: 'other' as never }];
    const subscriber = reader({
      enrollments: [
        enrollment({ received: received('one', 'two', 'three') }),
        enrollment({ course: 'other' as never }),
      ],
    });
    expect(owedMail(subscriber, both)).toMatchObject({ course: 'other', lesson: 'uno' });
  });
});

describe('what may be sent right now, in a pause', () => {
  const today = '2026-11-22' as LocalDate;
  const tomorrow = '2026-11-23' as LocalDate;
  test.for<[string, { from?: LocalDate; until?: LocalDate }, boolean]>([
    ['without an end: nothing', {}, false],
    ['that ends tomorrow: nothing', { until: tomorrow }, false],
    ['whose last day was yesterday: the letter', { until: today }, true],
    ['that begins tomorrow: the letter', { from: tomorrow }, true],
    ['that has begun today: nothing', { from: today, until: tomorrow }, false],
  ])('%s', ([, days, may]) => {
    const paused = reader({ standing: { is: 'paused', since: now, ...days } });
    expect(owedNow(paused, courses, now) !== undefined).toBe(may);
  });
});

describe('the next lesson, when the course changes while people read it', () => {
  test.each<[string, ReturnType<typeof course>, string[], string | undefined]>([
    ['moved: by identity, not by place', course(['two', 'one', 'three']), ['one'], 'three'],
    ['inserted ahead: comes in its place', course(['one', 'new', 'two']), ['one'], 'new'],
    ['inserted behind them: never', course(['new', 'one', 'two']), ['one'], 'two'],
    [
      'inserted behind them, as the next one',
      course([lesson('new', { forThosePast: 'next-day' }), 'one', 'two']),
      ['one'],
      'new',
    ],
    [
      'inserted behind them, at the end',
      course([lesson('new', { forThosePast: 'at-the-end' }), 'one', 'two']),
      ['one', 'two'],
      'new',
    ],
    ['retired: passed over', course(['one', 'three']), ['one'], 'three'],
    ['retired after they had it: no restart', course(['two', 'three']), ['one', 'two'], 'three'],
    ['finished', course(['one']), ['one'], undefined],
  ])('%s', (_, changed, had, expected) => {
    expect(nextLesson(changed, received(...had))?.id).toBe(expected);
  });
});

describe('the due moment', () => {
  test.each<[string, Standing, string | undefined]>([
    ['a reader: at their hour', { is: 'active' }, '2026-11-23T07:00:00Z'],
    ['paused without an end: nothing', { is: 'paused', since: now }, undefined],
    [
      'paused until a day: their hour on it',
      { is: 'paused', since: now, until: '2026-12-06' as LocalDate },
      '2026-12-06T07:00:00Z',
    ],
    [
      'paused from a later day: the letters before it still come',
      {
        is: 'paused',
        since: now,
        from: '2026-12-01' as LocalDate,
        until: '2026-12-15' as LocalDate,
      },
      '2026-11-23T07:00:00Z',
    ],
    ['left: nothing', { is: 'left', at: now, by: 'reply' }, undefined],
  ])('%s', (_, standing, expected) => {
    expect(arranged(reader({ standing }), courses, now).dueAt).toBe(expected);
  });

  test('is on another day, also at an hour that is still to come on that of the last letter', () => {
    const last = { at: now, on: '2026-11-22' as LocalDate };
    const evening = reader({ last, hour: 20 as Hour });
    expect(arranged(evening, courses, now).dueAt).toBe('2026-11-23T19:00:00Z');
  });

  test('skips the days of a pause that has begun in between', () => {
    const standing = {
      is: 'paused',
      since: now,
      from: '2026-11-23' as LocalDate,
      until: '2026-11-25' as LocalDate,
    } as const;
    expect(arranged(reader({ standing }), courses, now).dueAt).toBe('2026-11-25T07:00:00Z');
  });
});

describe('after a mail has gone', () => {
  test('the lesson is received and the next is due tomorrow', () => {
    const sent = afterSending(
      reader(),
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.enrollments[0]?.received).toEqual(['one']);
    expect(sent.dueAt).toBe('2026-11-23T07:00:00Z');
    expect(sent.claim).toBeUndefined();
  });

  test('news of it may be late: the day counts on which it was claimed', () => {
    const zone = 'Europe/Berlin' as Zone;
    const claimed = reader({
      claim: claim(at('2026-11-21T07:00:00Z'), { zone }),
    });
    const sent = afterSending(
      claimed,
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.last?.on).toBe('2026-11-21');
  });

  test('they may have moved since: the day it was for them then is used', () => {
    const zone = 'Pacific/Kiritimati' as Zone;
    const moved = reader({
      claim: claim(at('2026-11-21T11:00:00Z'), { zone }),
    });
    const sent = afterSending(
      moved,
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.last?.on).toBe('2026-11-22');
  });

  test('a reader who paused meanwhile stays paused', () => {
    const paused = reader({ standing: { is: 'paused', since: now } });
    const sent = afterSending(
      paused,
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.standing.is).toBe('paused');
    expect(sent.dueAt).toBeUndefined();
  });

  test('a reader who left meanwhile owes and is owed nothing', () => {
    const left = reader({ standing: { is: 'left', at: now, by: 'one-click' } });
    const sent = afterSending(
      left,
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.dueAt).toBeUndefined();
  });

  test('the first lesson after a timed pause ends it', () => {
    const standing = { is: 'paused', since: now, until: '2026-11-22' as LocalDate } as const;
    const sent = afterSending(
      reader({ standing }),
      { kind: 'lesson', course: closer, lesson: 'one' as never },
      courses,
      now,
    );
    expect(sent.standing).toEqual({ is: 'active' });
  });

  describe('news of a confirmation', () => {
    const pending = reader({ standing: { is: 'pending', since: now }, dueAt: now });
    const own = { kind: 'confirmation', request: String(Date.parse(now) / 1000) } as const;
    const earlier = { ...own, request: '1' } as const;

    test('it is sent once: nothing more is due until the person acts', () => {
      expect(isKnownSent(pending, own)).toBe(false);
      const sent = afterSending(pending, own, courses, now);
      expect(sent.dueAt).toBeUndefined();
      expect(isKnownSent(sent, own)).toBe(true);
    });

    test('of an earlier request says nothing of this one', () => {
      expect(isKnownSent(pending, earlier), 'nothing to note').toBe(true);
      expect(afterSending(pending, earlier, courses, now).dueAt).toBe(now);
    });

    test('while the person has confirmed meanwhile does not undo that', () => {
      const confirmed = reader({ dueAt: now, enrollments: [enrollment({ welcomed: false })] });
      expect(afterSending(confirmed, own, courses, now).dueAt).toBe(now);
    });
  });
});
