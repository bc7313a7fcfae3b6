import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { CourseOutline, CourseSlug } from '../../../functions/core/course.ts';
import { pause, reschedule } from '../../../functions/core/reader/lifecycle.ts';
import { comesNext, nextLetterAt } from '../../../functions/core/reader/next.ts';
import {
  afterSending,
  arranged,
  type Courses,
  owedNow,
  putOff,
  woken,
} from '../../../functions/core/reader/owed.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { dayWithoutRest, type Rest } from '../../../functions/core/rest.ts';
import {
  type Instant,
  instant,
  type LocalDate,
  localDate,
  plusSeconds,
  type Zone,
} from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const rest = (from: string, until: string): Rest => ({
  from: from as LocalDate,
  until: until as LocalDate,
});
const CHRISTMAS = rest('2026-12-20', '2027-01-06');
const LESSONS = Array.from({ length: 400 }, (_, place) => `letter-${place}`);

/** A long course, resting on those days. */
const resting = (rests: readonly Rest[], slug = 'closer'): CourseOutline => ({
  ...course(LESSONS),
  slug: slug as CourseSlug,
  rests,
});
const courses = [resting([CHRISTMAS])];
/** The day before it, in Berlin, at noon: that day's letter has gone. */
const EVE = at('2026-12-19T11:00:00Z');
const last = { at: at('2026-12-19T07:00:00Z'), on: '2026-12-19' as LocalDate };
const had = (fields: Partial<Subscriber> = {}): Subscriber =>
  reader({ enrollments: [enrollment({ received: received('letter-0') })], last, ...fields });

describe('days', () => {
  test.for<readonly [reason: string, rests: readonly Rest[], day: string, open: string]>([
    ['the day before it', [CHRISTMAS], '2026-12-19', '2026-12-19'],
    ['its first day', [CHRISTMAS], '2026-12-20', '2027-01-07'],
    ['its last day', [CHRISTMAS], '2027-01-06', '2027-01-07'],
    ['the day after it', [CHRISTMAS], '2027-01-07', '2027-01-07'],
    ['none', [], '2026-12-20', '2026-12-20'],
    [
      'one that begins where another ends',
      [rest('2027-01-07', '2027-01-08'), CHRISTMAS],
      '2026-12-24',
      '2027-01-09',
    ],
    [
      'one within another',
      [CHRISTMAS, rest('2026-12-24', '2026-12-26')],
      '2026-12-24',
      '2027-01-07',
    ],
  ])('%s', ([, rests, day, open]) => {
    expect(dayWithoutRest(rests, day as LocalDate)).toBe(open);
  });
});

describe('the next letter comes', () => {
  const paused = { is: 'paused', since: EVE } as const;
  test.for<readonly [reason: string, fields: Partial<Subscriber>, dueAt: string | undefined]>([
    ['at their hour on the day after it', {}, '2027-01-07T07:00:00Z'],
    ['on the first of their days after it', { days: '67' as Days }, '2027-01-09T07:00:00Z'],
    ['by their own calendar', { zone: 'Pacific/Auckland' as Zone }, '2027-01-06T19:00:00Z'],
    [
      'when a pause within it ends, none the sooner',
      { standing: { ...paused, until: '2026-12-28' as LocalDate } },
      '2027-01-07T07:00:00Z',
    ],
    [
      'when a pause ends that is longer',
      { standing: { ...paused, until: '2027-01-20' as LocalDate } },
      '2027-01-20T07:00:00Z',
    ],
    [
      'behind a pause that begins when it ends',
      {
        standing: { ...paused, from: '2027-01-07' as LocalDate, until: '2027-01-10' as LocalDate },
      },
      '2027-01-10T07:00:00Z',
    ],
    ['not at all in an open pause', { standing: paused }, undefined],
    [
      'behind it, if it was put off',
      { notBefore: '2026-12-22' as LocalDate },
      '2027-01-07T07:00:00Z',
    ],
    ['at once, if it is the welcome', { enrollments: [enrollment({ welcomed: false })] }, EVE],
  ])('%s', ([, fields, dueAt]) => {
    expect(arranged(had(fields), courses, EVE).dueAt).toBe(dueAt);
  });

  test('and a welcome goes within it too', () => {
    const within = at('2026-12-24T09:00:00Z');
    const asked = reader({ enrollments: [enrollment({ welcomed: false })] });
    expect(arranged(asked, courses, within).dueAt).toBe(within);
    expect(owedNow(asked, courses, within)?.kind).toBe('welcome');
    expect(nextLetterAt(arranged(asked, courses, within), { now: within, courses })).toBe(
      '2027-01-07T07:00:00Z',
    );
  });

  test('where they live now, at the hour they want now', () => {
    const wish = { zone: 'Australia/Adelaide' as Zone, hour: 6 as Hour, days: '1234567' as Days };
    const moved = reschedule(had(), wish, { now: EVE, courses });
    expect(moved.is === 'changed' && moved.subscriber.dueAt).toBe('2027-01-06T19:30:00Z');
  });
});

describe('a rest that nobody knew of when the due moment was set', () => {
  const due = had({ dueAt: at('2026-12-21T07:00:00Z') });
  const now = at('2026-12-21T07:00:10Z');

  test('nothing is sent, and they are put behind it', () => {
    expect(owedNow(due, courses, now)).toBeUndefined();
    const next = arranged(due, courses, now);
    expect(next.dueAt).toBe('2027-01-07T07:00:00Z');
    expect(next.enrollments).toEqual(due.enrollments);
  });

  test.for<readonly [reason: string, moment: Instant]>([
    ['before that day', EVE],
    ['on that day, until it is put behind it', now],
  ])('the true day is named %s', ([, moment]) => {
    expect(comesNext(due, { now: moment, courses })).toEqual({
      is: 'on',
      at: '2027-01-07T07:00:00Z',
    });
  });

  test('a letter of the day before it that is late comes behind it', () => {
    const late = had({ dueAt: at('2026-12-19T22:30:00Z') });
    expect(owedNow(late, courses, at('2026-12-19T22:59:00Z'))?.kind).toBe('lesson');
    expect(owedNow(late, courses, at('2026-12-19T23:01:00Z'))).toBeUndefined();
  });

  test('one that was claimed before it, and went, is none of those to come', () => {
    const lesson = owedNow(due, [resting([])], now);
    if (lesson?.kind !== 'lesson') throw new Error('no letter is owed');
    const after = afterSending(due, lesson, courses, now);
    expect(after.dueAt).toBe('2027-01-07T07:00:00Z');
    expect(after.enrollments[0]?.received).toEqual(['letter-0', 'letter-1']);
  });

  test('one that SES refuses on its eve is put off behind it', () => {
    expect(putOff(had({ dueAt: EVE }), courses, EVE).dueAt).toBe('2027-01-07T07:00:00Z');
  });
});

describe('a rest that is taken away', () => {
  const now = at('2026-12-28T12:00:00Z');
  const waiting = had({ dueAt: at('2027-01-07T07:00:00Z') });
  test.for<
    readonly [reason: string, rests: readonly Rest[], fields: Partial<Subscriber>, due?: string]
  >([
    ['they go on at their hour', [], {}, '2026-12-29T07:00:00Z'],
    ['it is shorter', [rest('2026-12-20', '2027-01-02')], {}, '2027-01-03T07:00:00Z'],
    ['it is as it was', [CHRISTMAS], {}],
    ['it is longer: the sender will see', [rest('2026-12-20', '2027-01-31')], {}],
    [
      'but their own pause stays',
      [],
      { standing: { is: 'paused', since: EVE, until: '2027-01-07' as LocalDate } },
    ],
    ['and what SES refused until then', [], { notBefore: '2027-01-07' as LocalDate }],
    ['whoever left stays away', [], { standing: { is: 'left', at: EVE, by: 'page' } }],
  ])('%s', ([, rests, fields, due]) => {
    expect(woken({ ...waiting, ...fields }, [resting(rests)], now)?.dueAt).toBe(due);
  });
});

describe('several courses', () => {
  const both = [resting([CHRISTMAS]), resting([], 'other')];
  const enrollments = [
    enrollment({ received: received('letter-0') }),
    enrollment({ course: 'other' as CourseSlug }),
  ];
  const tomorrow = at('2026-12-20T07:00:00Z');

  test('by turns: one rests, and the other has each day', () => {
    const turns = had({ enrollments, byTurns: true, last: { ...last, course: 'other' as never } });
    expect(arranged(turns, both, EVE).dueAt).toBe(tomorrow);
    expect(owedNow(turns, both, tomorrow)).toMatchObject({ course: 'other' });
    expect(owedNow(turns, both, EVE)).toMatchObject({ course: 'closer' });
  });

  test('by turns: both rest, and the first to be back has its turn', () => {
    const turns = had({ enrollments, byTurns: true });
    const rests = [resting([CHRISTMAS]), resting([rest('2026-12-20', '2026-12-27')], 'other')];
    expect(arranged(turns, rests, EVE).dueAt).toBe('2026-12-28T07:00:00Z');
  });

  test('one after another: the second waits for the first, which rests', () => {
    expect(arranged(had({ enrollments }), both, EVE).dueAt).toBe('2027-01-07T07:00:00Z');
    expect(owedNow(had({ enrollments }), both, tomorrow)).toBeUndefined();
  });
});

test('a pause that is asked for within it ends as it was said', () => {
  const now = at('2026-12-24T09:00:00Z');
  const asked = pause(
    had({ dueAt: at('2027-01-07T07:00:00Z') }),
    { until: '2027-01-08' as LocalDate },
    {
      now,
      courses,
    },
  );
  expect(asked.is === 'changed' && asked.subscriber.dueAt).toBe('2027-01-08T07:00:00Z');
});

/**
 * Anybody's letters through anybody's holidays: each on a day of theirs on which a course of theirs does
 * not rest, at their hour, one a day, and none of such days without one.
 */
describe('on everybody’s calendar', () => {
  const ZONES = Intl.supportedValuesOf('timeZone') as Zone[];
  const FIRST = Temporal.PlainDate.from('2026-09-20');
  const SPAN = 120;
  const dayAt = (offset: number) => FIRST.add({ days: offset }).toString() as LocalDate;
  const someRests = fc
    .uniqueArray(fc.integer({ min: 0, max: SPAN }), { maxLength: 6 })
    .map((ends) => {
      const sorted = ends.sort((a, b) => a - b);
      return sorted.flatMap((from, index) => {
        const until = sorted[index + 1];
        return index % 2 === 0 && until !== undefined ? [rest(dayAt(from), dayAt(until))] : [];
      });
    });
  const rhythm = fc.record({
    zone: fc.constantFrom(...ZONES),
    hour: fc.integer({ min: 0, max: 47 }).map((half) => (half / 2) as Hour),
    days: fc
      .uniqueArray(fc.constantFrom(...'1234567'), { minLength: 1 })
      .map((days) => days.sort().join('') as Days),
  });

  interface Sent {
    readonly on: LocalDate;
    readonly course: CourseSlug;
    readonly lesson: string;
  }

  /** Sends all that is due until the span is over, as a sender does that is never late. */
  function live(
    one: Subscriber,
    from: Instant,
    coursesAt: (now: Instant) => Courses,
    told: Instant,
  ) {
    const sent: Sent[] = [];
    let now = from;
    let known = false;
    let current = arranged(one, coursesAt(now), now);
    for (;;) {
      const { dueAt } = current;
      if (!known && (dueAt === undefined || dueAt > told)) {
        known = true;
        now = now > told ? now : told;
        current = woken(current, coursesAt(now), now) ?? current;
        continue;
      }
      if (dueAt === undefined || localDate(dueAt, one.zone) > dayAt(SPAN)) return sent;
      now = dueAt;
      const owed = owedNow(current, coursesAt(now), now);
      if (owed?.kind !== 'lesson') {
        current = arranged(current, coursesAt(now), now);
        continue;
      }
      sent.push({ on: localDate(now, one.zone), course: owed.course, lesson: owed.lesson });
      current = afterSending(current, owed, coursesAt(now), now);
    }
  }

  /** The days of a rhythm in the span, each with its moment. */
  const slots = ({ zone, hour, days }: Pick<Subscriber, 'zone' | 'hour' | 'days'>, from: Instant) =>
    Array.from({ length: SPAN + 1 }, (_, offset) => FIRST.add({ days: offset }))
      .filter((day) => days.includes(String(day.dayOfWeek)))
      .map((day) => {
        const time = { hour: Math.floor(hour), minute: (hour % 1) * 60 };
        const moment = day.toPlainDateTime(time).toZonedDateTime(zone);
        return { day: day.toString() as LocalDate, at: instant(moment.toInstant()) };
      })
      .filter((slot) => slot.at > from);

  test('also when a deployment brings other holidays in their midst', () => {
    fc.assert(
      fc.property(
        rhythm,
        fc.tuple(someRests, someRests),
        fc.tuple(someRests, someRests),
        fc.boolean(),
        fc.integer({ min: 0, max: SPAN * 24 }),
        (when, before, after, byTurns, hours) => {
          const from = plusSeconds(instant(FIRST.toZonedDateTime(when.zone).toInstant()), -1);
          const told = plusSeconds(from, hours * 3600 + 1800);
          const of = ([one, other]: readonly [readonly Rest[], readonly Rest[]]) => [
            resting(one),
            resting(other, 'other'),
          ];
          const known = [of(before), of(after)] as const;
          const coursesAt = (now: Instant) => known[now >= told ? 1 : 0];
          const enrollments = [enrollment(), enrollment({ course: 'other' as CourseSlug })];
          const one = reader({ ...when, enrollments, ...(byTurns && { byTurns: true as const }) });
          const sent = live(one, from, coursesAt, told);
          const isOpen = (slug: string, { day, at: moment }: { day: LocalDate; at: Instant }) =>
            coursesAt(moment).some(
              ({ slug: own, rests = [] }) => own === slug && dayWithoutRest(rests, day) === day,
            );
          const expected = slots(one, from).filter(
            (slot) => isOpen('closer', slot) || (byTurns && isOpen('other', slot)),
          );
          expect(sent.map(({ on }) => on)).toEqual(expected.map(({ day }) => day));
          sent.forEach((letter, index) => {
            const slot = expected[index];
            expect(slot && isOpen(letter.course, slot)).toBe(true);
          });
          // In the order of each course, none left out.
          for (const { slug } of known[0]) {
            const own = sent.filter((letter) => letter.course === slug).map((each) => each.lesson);
            expect(own).toEqual(LESSONS.slice(0, own.length));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
