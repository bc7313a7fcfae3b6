import { expect, test } from 'vitest';
import { momentInWords, scheduleInWords } from '../../../functions/core/mail/phrases.ts';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Zone } from '../../../functions/core/time.ts';
import { at, reader } from '../../support/builders.ts';

test.for([
  ['midnight', 0, '12:00 AM'],
  ['the morning', 1, '1:00 AM'],
  ['before noon', 11, '11:00 AM'],
  ['noon', 12, '12:00 PM'],
  ['the evening', 23, '11:00 PM'],
] as const)('an hour as it is written: %s', ([, hour, words]) => {
  expect(scheduleInWords(reader({ hour: hour as Hour }))).toBe(
    `every day at ${words} (Europe/Berlin time)`,
  );
});

test.for([
  ['1234567', 'every day'],
  ['12345', 'on weekdays'],
  ['67', 'every Saturday and Sunday'],
  ['135', 'every Monday, Wednesday, and Friday'],
  ['7', 'every Sunday'],
] as const)('days as they are written: %s', ([days, words]) => {
  expect(scheduleInWords(reader({ days: days as Days }))).toContain(`${words} at `);
});

test('a moment is told on the reader’s own clock and calendar', () => {
  const moment = at('2026-11-22T23:35:00Z');
  expect(momentInWords(moment, 'Asia/Kolkata' as Zone)).toBe(
    'Monday, November 23, 2026, at 5:05 AM (Asia/Kolkata)',
  );
  expect(momentInWords(moment, 'America/New_York' as Zone)).toBe(
    'Sunday, November 22, 2026, at 6:35 PM (America/New York)',
  );
});
