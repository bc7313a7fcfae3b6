import { expect, test } from 'vitest';
import type { Days, Hour } from '../../../functions/core/reader/schedule.ts';
import type { Zone } from '../../../functions/core/time.ts';
import { momentInWords, scheduleInWords } from '../../../functions/core/words/phrases.ts';
import { at, reader } from '../../support/builders.ts';
import { ENGLISH } from '../../support/words.ts';

const NEW_YORK = 'America/New_York' as Zone;

test.for([
  ['midnight', 0, '12:00 AM', '0:00'],
  ['the morning', 1, '1:00 AM', '1:00'],
  ['before noon', 11, '11:00 AM', '11:00'],
  ['noon', 12, '12:00 PM', '12:00'],
  ['the evening', 23, '11:00 PM', '23:00'],
] as const)('an hour as it is written where they live: %s', ([, hour, american, german]) => {
  const at = { hour: hour as Hour };
  expect(scheduleInWords(reader({ ...at, zone: NEW_YORK }), ENGLISH)).toBe(
    `every day at ${american} (Eastern Time)`,
  );
  expect(scheduleInWords(reader(at), ENGLISH)).toMatch(
    new RegExp(`^every day at 0?${german} \\(Central European Time\\)$`),
  );
});

test.for([
  ['1234567', 'every day'],
  ['12345', 'on weekdays'],
  ['67', 'every Saturday and Sunday'],
  ['135', 'every Monday, Wednesday, and Friday'],
  ['7', 'every Sunday'],
] as const)('days as they are written: %s', ([days, words]) => {
  expect(scheduleInWords(reader({ days: days as Days }), ENGLISH)).toContain(`${words} at `);
});

test('a moment is told on the reader’s own clock and calendar', () => {
  const moment = at('2026-11-22T23:35:00Z');
  expect(momentInWords(moment, 'Asia/Calcutta' as Zone, ENGLISH)).toBe(
    'Monday, 23 November 2026, at 5:05 am',
  );
  expect(momentInWords(moment, NEW_YORK, ENGLISH)).toBe('Sunday, November 22, 2026, at 6:35 PM');
});
