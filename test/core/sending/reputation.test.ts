import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countedFrom,
  type Figures,
  lettersIn,
  stopFor,
} from '../../../functions/core/sending/reputation.ts';
import { at } from '../../support/builders.ts';

const NOW = at('2026-11-26T08:30:00Z');

describe('letters', () => {
  test.each<[why: string, letters: number, bounces: number, complaints: number, stop?: string]>([
    ['a quiet week', 1000, 0, 0],
    ['nine are an accident, however few letters there were', 9, 9, 0],
    ['ten of 250 are 4 %', 250, 10, 0, 'bounces'],
    ['ten of 251 are less', 251, 10, 0],
    ['of many letters, many', 100_000, 3999, 0],
    ['and then too many', 100_000, 4000, 0, 'bounces'],
    ['two complaints are two people', 100, 0, 2],
    ['three of 3,750 are 0.08 %', 3750, 0, 3, 'complaints'],
    ['three of 3,751 are less', 3751, 0, 3],
    ['either is enough', 100_000, 0, 80, 'complaints'],
    ['nobody knows how many letters there were: as bad as it can be', 0, 10, 0, 'bounces'],
  ])('%s: of %i, %i and %i', (_, letters, bounces, complaints, stop) => {
    expect(stopFor({ letters, bounces, complaints })).toBe(stop);
  });

  const figures: fc.Arbitrary<Figures> = fc.record({
    letters: fc.nat(200_000),
    bounces: fc.nat(9000),
    complaints: fc.nat(300),
  });

  test('never on less than ten bounces and three complaints', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(9), fc.nat(2), (letters, bounces, complaints) => {
        expect(stopFor({ letters, bounces, complaints })).toBeUndefined();
      }),
    );
  });

  test('more that come back never let letters go, and fewer letters do not, either', () => {
    fc.assert(
      fc.property(figures, fc.nat(100), fc.nat(100), fc.nat(1000), (one, more, yetMore, fewer) => {
        if (stopFor(one) === undefined) return;
        const worse = {
          letters: Math.max(0, one.letters - fewer),
          bounces: one.bounces + more,
          complaints: one.complaints + yetMore,
        };
        expect(stopFor(worse)).toBeDefined();
      }),
    );
  });

  test('below the share at which SES reviews an account, and above half of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4000, max: 500_000 }), (letters) => {
        const least = (cause: 'bounces' | 'complaints') => {
          let few = 0;
          const none = { letters, bounces: 0, complaints: 0 };
          while (stopFor({ ...none, [cause]: few }) === undefined) few += 1;
          return few / letters;
        };
        expect(least('bounces')).toBeLessThan(0.05);
        expect(least('complaints')).toBeLessThan(0.0011);
        expect(least('bounces')).toBeGreaterThan(0.025);
        expect(least('complaints')).toBeGreaterThan(0.0005);
      }),
      { numRuns: 30 },
    );
  });

  test('seven days are today and six before it', () => {
    expect(countedFrom(NOW, undefined)).toBe('2026-11-20T00:00:00Z');
  });

  test('what came back before a release is no reason to stop again', () => {
    expect(countedFrom(NOW, at('2026-11-25T12:00:00Z'))).toBe('2026-11-25T12:00:00Z');
    expect(countedFrom(NOW, at('2026-11-01T12:00:00Z')), 'long ago').toBe('2026-11-20T00:00:00Z');
  });

  test.each<[why: string, days: number, day: number, ofDays: number, ofDay: number, n: number]>([
    ['all mails but those to strangers', 1000, 150, 100, 20, 900],
    ['a new list, of which the figures of days know nothing yet', 0, 500, 0, 0, 500],
    ['a flood of made-up addresses is not a letter', 10_700, 10_100, 10_000, 10_000, 700],
    ['nor makes it letters less than none', 100, 100, 120, 120, 0],
  ])('%s', (_, days, day, ofDays, ofDay, letters) => {
    const confirmations = { days: ofDays, day: ofDay };
    expect(lettersIn({ days, day, confirmations })).toBe(letters);
  });
});
