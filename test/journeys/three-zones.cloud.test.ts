import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { lessonIn, person } from '../support/visitor.ts';

// Berlin leaves summer time on October 25, Los Angeles on November 1; Kolkata never had it.
const { outside } = shippedCloud('2026-10-14T12:00:00Z');

const readers = [
  { address: 'asha@example.net', zone: 'Asia/Kolkata', hour: 6 },
  { address: 'luis@example.net', zone: 'America/Los_Angeles', hour: 21 },
  { address: 'britta@example.net', zone: 'Europe/Berlin', hour: 2 },
] as const;

describe('twenty-eight days across two clock changes', () => {
  beforeAll(async () => {
    for (const { address, zone, hour } of readers) {
      await person(outside, address).joins({ zone, hour });
    }
    await outside.advance('P30D');
  });

  test.each(readers)('$zone: each letter on its day, at the hour chosen', async (reader) => {
    const mails = await person(outside, reader.address).mails();
    const letters = mails.filter((mail) => lessonIn(mail) !== undefined);
    const local = letters.map(({ date }) =>
      Temporal.Instant.from(new Date(date).toISOString()).toZonedDateTimeISO(reader.zone),
    );
    expect(new Set(letters.map(lessonIn)).size, 'all different').toBe(28);
    expect(letters).toHaveLength(28);
    expect(new Set(local.map(({ hour }) => hour))).toEqual(new Set([reader.hour]));
    const days = local.map((time) => time.toPlainDate());
    days.slice(1).forEach((day, index) => {
      expect(day.since(days[index] as never).days, String(day)).toBe(1);
    });
  });
});
