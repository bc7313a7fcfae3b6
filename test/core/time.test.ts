import { expect, test } from 'vitest';
import { beginOf, type LocalDate, UTC, type Zone } from '../../functions/core/time.ts';

test.for([
  ['a day of UTC', '2026-11-23', UTC, '2026-11-23T00:00:00Z'],
  ['east of it, a day begins earlier', '2026-11-23', 'Europe/Berlin', '2026-11-22T23:00:00Z'],
  ['west of it, later', '2026-11-23', 'America/New_York', '2026-11-23T05:00:00Z'],
  ['on the day on which clocks change', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  ['and on the day after', '2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
  [
    'where the change takes midnight away',
    '2026-09-06',
    'America/Santiago',
    '2026-09-06T04:00:00Z',
  ],
] as const)('%s', ([, day, zone, begins]) => {
  expect(beginOf(day as LocalDate, zone as Zone)).toBe(begins);
});
