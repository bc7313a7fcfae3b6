import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type Days,
  type Hour,
  nextSlot,
  parseDays,
  parseHour,
} from '../../../functions/core/reader/schedule.ts';
import { instant, type LocalDate, localDate, type Zone } from '../../../functions/core/time.ts';
import { at } from '../../support/builders.ts';

const rhythm = (zone: string, hour: number, days = '1234567') => ({
  zone: zone as Zone,
  hour: hour as Hour,
  days: days as Days,
});

describe('the next letter', () => {
  test.each([
    ['later today', 'Europe/Berlin', 8, '2026-11-22T05:00:00Z', '2026-11-22T07:00:00Z'],
    [
      'tomorrow, when the hour has passed',
      'Europe/Berlin',
      8,
      '2026-11-22T07:00:00Z',
      '2026-11-23T07:00:00Z',
    ],
    ['on a half hour', 'Europe/Berlin', 18.5, '2026-11-22T05:00:00Z', '2026-11-22T17:30:00Z'],
    [
      'a half hour that a clock change skips moves on by an hour',
      'Europe/Berlin',
      2.5,
      '2027-03-27T12:00:00Z',
      '2027-03-28T01:30:00Z',
    ],
    ['a zone half an hour off', 'Asia/Kolkata', 7, '2026-11-22T05:00:00Z', '2026-11-23T01:30:00Z'],
    [
      'the clock goes back: the same hour, later in UTC',
      'America/Los_Angeles',
      9,
      '2026-10-31T17:00:00Z',
      '2026-11-01T17:00:00Z',
    ],
    [
      'the hour that comes twice is taken the first time',
      'America/Los_Angeles',
      1,
      '2026-11-01T01:00:00Z',
      '2026-11-01T08:00:00Z',
    ],
    [
      'the hour that is skipped moves to the one after it',
      'Europe/Berlin',
      2,
      '2027-03-27T12:00:00Z',
      '2027-03-28T01:00:00Z',
    ],
    [
      'a skipped last hour of the day moves back, to stay on that day',
      'America/Nuuk',
      23,
      '2026-03-28T12:00:00Z',
      '2026-03-29T00:00:00Z',
    ],
  ])('%s', (_, zone, hour, after, expected) => {
    expect(nextSlot(rhythm(zone, hour), at(after))).toBe(expected);
  });

  test('comes on chosen days only', () => {
    const weekdays = rhythm('Europe/Berlin', 8, '12345');
    // 2026-11-21 is a Saturday.
    expect(nextSlot(weekdays, at('2026-11-21T00:00:00Z'))).toBe('2026-11-23T07:00:00Z');
  });

  test('never comes on a day that had one, also when the reader chose a later hour', () => {
    const last = { at: at('2026-11-22T07:00:00Z'), on: '2026-11-22' as LocalDate };
    expect(nextSlot(rhythm('Europe/Berlin', 20), last.at, last)).toBe('2026-11-23T19:00:00Z');
  });

  test.each([
    ['flying west', 'Pacific/Kiritimati', 'America/Los_Angeles'],
    ['flying east', 'America/Los_Angeles', 'Pacific/Kiritimati'],
  ])('moves to another zone without a second letter on the day: %s', (_, from, to) => {
    const sentAt = at('2026-11-22T18:00:00Z');
    const last = { at: sentAt, on: localDate(sentAt, from as Zone) };
    const slot = nextSlot(rhythm(to, 23), sentAt, last);
    expect(localDate(slot, to as Zone) > last.on).toBe(true);
    expect(localDate(slot, to as Zone) > localDate(sentAt, to as Zone)).toBe(true);
  });

  test('waits for the first day after a pause', () => {
    const from = '2026-12-07' as LocalDate;
    const slot = nextSlot(rhythm('Europe/Berlin', 8), at('2026-11-22T07:00:00Z'), undefined, from);
    expect(slot).toBe('2026-12-07T07:00:00Z');
  });

  test('is one a due local day, in every zone, across clock changes', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const start = fc.integer({ min: 0, max: 5 * 365 }).map((days) => days * 86_400_000);
    fc.assert(
      fc.property(zones, fc.nat(23), start, (zone, hour, offset) => {
        let now = instant(new Date(Date.UTC(2026, 0, 1) + offset));
        let last: { at: typeof now; on: LocalDate } | undefined;
        for (let day = 0; day < 10; day += 1) {
          const slot = nextSlot(rhythm(zone, hour), now, last);
          const on = localDate(slot, zone as Zone);
          if (last) {
            const next = Temporal.PlainDate.from(last.on).add({ days: 1 });
            expect(on).toBe(next.toString());
          }
          last = { at: slot, on };
          now = slot;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what people choose', () => {
  test.each([
    ['8', 8, 'a form sends text'],
    [0, 0, 'midnight is an hour'],
    ['99', undefined, 'no such hour'],
    ['24', undefined, 'the day ends at 23'],
    ['8.5', 8.5, 'on a half hour'],
    ['08:30', 8.5, 'as a clock shows it'],
    ['8:00', 8, 'the same, on the hour'],
    [23.5, 23.5, 'the last half hour'],
    ['8.25', undefined, 'no quarters'],
    ['8:15', undefined, 'no quarters'],
    ['24:30', undefined, 'the day has ended'],
    ['', undefined, 'nothing is no hour'],
    [-1, undefined, 'negative'],
  ])('hour %j is %j: %s', (given, expected, _reason) => {
    expect(parseHour(given)).toBe(expected);
  });

  test.each([
    ['daily', '1234567', 'every day'],
    ['weekdays', '12345', 'Monday to Friday'],
    ['weekends', '67', 'Saturday and Sunday'],
    ['weekly', '3', 'the weekday it is today'],
    ['mon, wed', '13', 'a list'],
    [['sun', 'mon', 'mon'], '17', 'form fields repeat; sorted, each once'],
    ['someday', undefined, 'no weekday'],
    ['', undefined, 'no day at all'],
  ])('days %j are %j: %s', (given, expected, _reason) => {
    expect(parseDays(given, 3)).toBe(expected);
  });
});
