import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  firstMailOf,
  importedRequest,
  importedSubscriber,
  importFateOf,
  type Known,
} from '../../../functions/core/reader/import.ts';
import { latenessOf, type WarmUp, warmUpDays } from '../../../functions/core/reader/import-days.ts';
import type { Newcomer } from '../../../functions/core/reader/import-row.ts';
import { afterSending, owedNow } from '../../../functions/core/reader/owed.ts';
import { forgottenAt, type Standing } from '../../../functions/core/reader/subscriber.ts';
import { type LocalDate, localDate, nextDay, plusSeconds } from '../../../functions/core/time.ts';
import { at, course, enrollment, reader, received } from '../../support/builders.ts';

const NOW = at('2026-11-22T09:00:00Z');
const TOMORROW = '2026-11-23' as LocalDate;
const COURSES = [course(['first', 'second', 'third'])];
const DETAILS = { by: 'author', channel: 'import', reason: 'moved' } as const;

function newcomer(fields: Partial<Newcomer> = {}): Newcomer {
  const { id: _, secret: __, revision: ___, ...rest } = reader(fields);
  return rest;
}

const keysOf = ({ id, secret } = reader()) => ({ id, secret });

describe('who is known stays as they are, whatever a list says', () => {
  const LISTED: readonly Standing[] = [
    { is: 'active' },
    { is: 'pending', since: NOW },
    { is: 'left', at: NOW, by: 'import' },
    { is: 'suppressed', at: NOW, because: 'complaint' },
  ];
  const KNOWN: readonly Known[] = ['reads', 'left', 'suppressed', 'erased', 'asked', 'unreadable'];
  test.for(KNOWN)('%s', (known) => {
    expect(LISTED.map((standing) => importFateOf({ standing }, known))).toEqual(
      LISTED.map(() => ({ is: 'known', known })),
    );
  });

  test('and of others the list decides', () => {
    expect(LISTED.map((standing) => importFateOf({ standing }, undefined).is)).toEqual([
      'comes',
      'asked',
      'left',
      'suppressed',
    ]);
  });
});

describe('who begins', () => {
  const start = { day: TOMORROW, place: 3 };
  const present = { now: NOW, courses: COURSES };
  const imported = (fields: Partial<Newcomer>, place = 3) =>
    importedSubscriber(newcomer(fields), keysOf(), { ...start, place }, present);

  const BEGINNINGS = [
    ['a beginner', enrollment({ welcomed: false }), { kind: 'welcome' }],
    ['who had one', enrollment({ received: received('first') }), { lesson: 'second' }],
    ['who had two', enrollment({ received: received('first', 'second') }), { lesson: 'third' }],
  ] as const;
  test.for(BEGINNINGS)('%s, on their day and a little after their hour', ([, one, mail]) => {
    const subscriber = imported({ enrollments: [one] });
    // Eight in Berlin, and three quarters of an hour.
    expect(subscriber.dueAt).toBe('2026-11-23T07:45:00Z');
    expect(owedNow(subscriber, COURSES, subscriber.dueAt ?? NOW)).toMatchObject(mail);
  });

  test('and from then on at their hour, a letter a day', () => {
    const first = imported({ enrollments: [enrollment({ received: received('first') })] });
    const due = first.dueAt ?? NOW;
    const mail = owedNow(first, COURSES, due);
    if (mail === undefined) throw new Error('nothing is owed');
    const then = afterSending(first, mail, COURSES, due);
    expect([then.notBefore, then.dueAt]).toEqual([undefined, '2026-11-24T07:00:00Z']);
  });

  test('nobody at the end of a course gets a mail, nor who reads the newsletter alone', () => {
    const finished = enrollment({ received: received('first', 'second', 'third') });
    for (const enrollments of [[finished], []]) {
      const one = newcomer({ enrollments, newsletter: true });
      expect(firstMailOf(one, COURSES)).toBeUndefined();
      expect(importedSubscriber(one, keysOf(), undefined, present).dueAt).toBeUndefined();
    }
  });

  test('who waits until they say so is owed nothing, who waits for a day the letter after it', () => {
    const since = NOW;
    const enrollments = [enrollment({ received: received('first') })];
    const open = newcomer({ enrollments, standing: { is: 'paused', since } });
    expect(firstMailOf(open, COURSES)).toBeUndefined();
    const until = '2026-12-24' as LocalDate;
    expect(imported({ enrollments, standing: { is: 'paused', since, until } }, 0).dueAt).toBe(
      '2026-12-24T07:00:00Z',
    );
  });

  test('no first letter is late into the next day of its reader', () => {
    const late = imported({ hour: 23.5 as never, enrollments: [enrollment()] }, 15);
    expect(late.dueAt).toBe('2026-11-23T22:30:00Z');
  });

  test('who has not confirmed gets one mail on their day, whose button is good for a week', () => {
    const one = newcomer({ enrollments: [enrollment({ welcomed: false })] });
    const day = '2026-12-20' as LocalDate;
    const request = importedRequest(one, keysOf(), { day, place: 1 }, DETAILS, NOW);
    const due = at('2026-12-20T07:15:00Z');
    expect(request).toMatchObject({
      dueAt: due,
      standing: { is: 'pending', since: due },
      asked: { at: due, details: DETAILS },
    });
    expect(forgottenAt(request)).toBe(plusSeconds(due, 7 * 86_400));
    const mail = owedNow(request, COURSES, due);
    if (mail === undefined) throw new Error('nothing is owed');
    expect(afterSending(request, mail, COURSES, due).dueAt).toBeUndefined();
  });

  test('those of one hour are spread over sixteen quarters of an hour', () => {
    const moments = Array.from({ length: 64 }, (_, place) => latenessOf(place));
    expect([new Set(moments).size, Math.max(...moments)]).toEqual([16, 3.75 * 3600]);
  });
});

describe('the days of the warm-up', () => {
  const plain: WarmUp = { from: TOMORROW, first: 200, room: 10_000, waiting: new Map() };
  const counts = (count: number, warmUp: Partial<WarmUp> = {}) =>
    warmUpDays(count, { ...plain, ...warmUp })?.map((day) => day.count);

  const PLANS = [
    ['nobody', 0, {}, []],
    ['few', 12, {}, [12]],
    ['as many as the first day bears', 200, {}, [200]],
    ['more: those who began go on, so the second day has as many new ones', 201, {}, [200, 1]],
    ['each day twice the one before', 3000, {}, [200, 200, 400, 800, 1400]],
    ['what the author says is little', 30, { first: 5 }, [5, 5, 10, 10]],
    ['no more than the account may send', 300, { room: 300 }, [200, 100]],
    ['an account in the sandbox, with a list that is too long', 191, { room: 190 }, undefined],
    ['an account that sends all it may', 1, { room: 0 }, undefined],
    ['a second list behind a first one', 100, { waiting: new Map([[TOMORROW, 150]]) }, [50, 50]],
  ] as const;
  test.for(PLANS)('%s', ([, count, warmUp, expected]) => {
    expect(counts(count, warmUp)).toEqual(expected);
  });

  test('a limitless account is warmed up as well', () => {
    expect(counts(1000, { room: Number.POSITIVE_INFINITY })).toEqual([200, 200, 400, 200]);
  });

  test('everybody has one day, and no day more than twice the day before or than there is room', () => {
    const some = {
      count: fc.nat(5000),
      first: fc.integer({ min: 1, max: 400 }),
      room: fc.nat(4000),
    };
    fc.assert(
      fc.property(fc.record(some), ({ count, first, room }) => {
        const days = warmUpDays(count, { ...plain, first, room });
        if (days === undefined) {
          expect(count).toBeGreaterThan(room);
          return;
        }
        let [begun, day] = [0, TOMORROW];
        for (const [index, one] of days.entries()) {
          expect(one.day).toBe(day);
          begun += one.count;
          expect(begun).toBeLessThanOrEqual(Math.min(room, first * 2 ** index));
          day = nextDay(day);
        }
        expect(begun).toBe(count);
      }),
    );
  });

  test('an import that was cut short and is begun again has the days that it would have had', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (count, cut) => {
        const whole = warmUpDays(count, plain) ?? [];
        let left = Math.min(cut, count);
        const waiting = new Map<LocalDate, number>();
        for (const { day, count: here } of whole) {
          if (left > 0) waiting.set(day, Math.min(left, here));
          left -= Math.min(left, here);
        }
        const written = [...waiting.values()].reduce((sum, one) => sum + one, 0);
        for (const { day, count: here } of warmUpDays(count - written, { ...plain, waiting }) ??
          []) {
          waiting.set(day, (waiting.get(day) ?? 0) + here);
        }
        expect([...waiting]).toEqual(whole.map((one) => [one.day, one.count]));
      }),
    );
  });

  test('the day is the reader’s own, wherever they live', () => {
    const zone = 'Pacific/Auckland' as never;
    const present = { now: NOW, courses: COURSES };
    const start = { day: TOMORROW, place: 9 };
    const far = importedSubscriber(newcomer({ zone }), keysOf(), start, present);
    expect(localDate(far.dueAt ?? NOW, zone)).toBe(TOMORROW);
  });
});
