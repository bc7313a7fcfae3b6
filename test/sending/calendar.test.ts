import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { DAILY, type Days, type Hour, nextSlot } from '../../functions/core/reader/schedule.ts';
import { instant, localDate, plusSeconds, type Zone } from '../../functions/core/time.ts';

/**
 * Promise 2 on everybody's calendar: every IANA zone, five years, all 24 hours, exactly one letter
 * on each due local day.
 *
 * What a zone does to a schedule is its offsets over time and nothing else, so zones that share
 * them are walked once. And a day whose neighbours have its offset is like any other such day, so
 * between two clock changes one week is walked, and around each clock change every day.
 * `CALENDAR=all` walks every single day instead, in some minutes.
 */
const FROM = Temporal.PlainDate.from('2026-01-01');
const UNTIL = Temporal.PlainDate.from('2031-01-01');
const ALL = process.env['CALENDAR'] === 'all';

/** Days around a clock change, so that the walk is well under way when it comes. */
const MARGIN_DAYS = 3;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour as Hour);

/** Zones with the same offsets in these years. */
interface Timeline {
  readonly zones: readonly string[];
  readonly changes: readonly Temporal.ZonedDateTime[];
}

function timelines(): readonly Timeline[] {
  const found = new Map<string, { zones: string[]; changes: Temporal.ZonedDateTime[] }>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const start = FROM.toZonedDateTime(zone);
    const changes = changesAfter(start);
    const key = [start, ...changes].map((at) => `${at.epochMilliseconds} ${at.offset}`).join();
    const known = found.get(key);
    if (known) known.zones.push(zone);
    else found.set(key, { zones: [zone], changes: [...changes] });
  }
  return [...found.values()];
}

function changesAfter(start: Temporal.ZonedDateTime): readonly Temporal.ZonedDateTime[] {
  const next = start.getTimeZoneTransition('next');
  const over = next === null || Temporal.PlainDate.compare(next.toPlainDate(), UNTIL) >= 0;
  return over ? [] : [next, ...changesAfter(next)];
}

/** Stretches of days to walk: around each change, and a week of each time between. */
function stretches({ changes }: Timeline): readonly (readonly [Temporal.PlainDate, number])[] {
  if (ALL) return [[FROM, FROM.until(UNTIL).days]];
  const around = changes.map(
    (change) => [change.toPlainDate().subtract({ days: MARGIN_DAYS }), MARGIN_DAYS * 2] as const,
  );
  const between = [FROM, ...changes.map((change) => change.toPlainDate())].map(
    (day) => [day.add({ days: MARGIN_DAYS }), 7] as const,
  );
  return [...around, ...between];
}

/** The letters of somebody who reads at an hour, each sent 20 minutes after it was due. */
function walk(
  zone: Zone,
  hour: Hour,
  first: Temporal.PlainDate,
  count: number,
  days: Days = DAILY,
): readonly Temporal.ZonedDateTime[] {
  const letters: Temporal.ZonedDateTime[] = [];
  let now = instant(first.toZonedDateTime(zone).subtract({ minutes: 1 }).toInstant());
  let last: { at: typeof now; on: ReturnType<typeof localDate> } | undefined;
  while (letters.length < count) {
    const slot = nextSlot({ zone, hour, days }, now, last);
    letters.push(Temporal.Instant.from(slot).toZonedDateTimeISO(zone));
    now = plusSeconds(slot, 1200);
    last = { at: now, on: localDate(now, zone) };
  }
  return letters;
}

const lines = timelines();

describe('every zone is walked', () => {
  test('by one of its kind', () => {
    const zones = lines.flatMap((line) => line.zones);
    expect(zones.length).toBe(Intl.supportedValuesOf('timeZone').length);
    expect(zones.length).toBeGreaterThan(400);
  });

  test('and clock changes of all kinds are among them', () => {
    const steps = lines.flatMap(({ changes }) =>
      changes.map((change) => {
        const before = change.subtract({ nanoseconds: 1 });
        return (change.offsetNanoseconds - before.offsetNanoseconds) / 3.6e12;
      }),
    );
    for (const usual of [1, -1, 0.5, -0.5]) expect(steps).toContain(usual);
  });
});

test('exactly one letter a day, at the hour, or next to it when the clock skipped it', () => {
  for (const line of lines) {
    const zone = line.zones[0] as Zone;
    for (const [first, count] of stretches(line)) {
      for (const hour of HOURS) {
        walk(zone, hour, first, count).forEach((letter, index) => {
          const day = first.add({ days: index });
          if (!letter.toPlainDate().equals(day) || letter.hour !== hour)
            expectSkipped(letter, day, hour);
        });
      }
    }
  }
});

/** The hour did not exist: the letter comes on the same day, next to it. */
function expectSkipped(letter: Temporal.ZonedDateTime, day: Temporal.PlainDate, hour: Hour): void {
  const where = `${letter.timeZoneId} ${day} at ${hour}`;
  const wanted = day.toPlainDateTime(new Temporal.PlainTime(hour));
  const exists = () => wanted.toZonedDateTime(letter.timeZoneId, { disambiguation: 'reject' });
  expect(exists, `${where}: there is no such hour`).toThrow(RangeError);
  expect(letter.toPlainDate().toString(), where).toBe(day.toString());
  const late = wanted.until(letter.toPlainDateTime()).total('hours');
  // Troll in Antarctica goes on by two hours at once.
  expect(Math.abs(late), where).toBeLessThanOrEqual(2);
}

test.each<[string, Days, readonly number[]]>([
  ['weekdays', '12345' as Days, [1, 2, 3, 4, 5]],
  ['one day a week', '7' as Days, [7]],
  ['chosen days', '246' as Days, [2, 4, 6]],
])(
  '%s: on each of those days and on no other, across the clock changes of a year',
  (_, days, due) => {
    const zone = 'America/New_York' as Zone;
    for (const hour of [0, 2, 23] as Hour[]) {
      const letters = walk(zone, hour, FROM, due.length * 52, days);
      const expected: string[] = [];
      for (let day = FROM; expected.length < letters.length; day = day.add({ days: 1 })) {
        if (due.includes(day.dayOfWeek)) expected.push(day.toString());
      }
      expect(letters.map((letter) => letter.toPlainDate().toString())).toEqual(expected);
    }
  },
);
