import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { CourseOutline, CourseSlug } from '../../../functions/core/course.ts';
import {
  afterSending,
  arranged,
  type Courses,
  owedNow,
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
import { course, enrollment, reader } from '../../support/builders.ts';
import { slotsOf } from '../../support/slots.ts';

/**
 * Anybody's letters through anybody's holidays: each on a day of theirs on which a course of theirs does
 * not rest, at their hour, one a day, and none of such days without one.
 */
const rest = (from: string, until: string): Rest => ({
  from: from as LocalDate,
  until: until as LocalDate,
});
const LESSONS = Array.from({ length: 400 }, (_, place) => `letter-${place}`);

/** A long course, resting on those days. */
const resting = (rests: readonly Rest[], slug = 'closer'): CourseOutline => ({
  ...course(LESSONS),
  slug: slug as CourseSlug,
  rests,
});

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
function live(one: Subscriber, from: Instant, coursesAt: (now: Instant) => Courses, told: Instant) {
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

test('on everybody’s calendar, also when a deployment brings other holidays in their midst', () => {
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
        const expected = slotsOf(one, { first: FIRST, days: SPAN + 1, after: from }).filter(
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
