import { describe, expect, test } from 'vitest';
import { consentIn } from '../../../functions/core/reader/consent.ts';
import { byReader } from '../../../functions/core/reader/fact.ts';
import { withNewsletter } from '../../../functions/core/reader/issues.ts';
import { countsIn } from '../../../functions/core/reader/last-mail.ts';
import type { Pause, Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { at, enrollment, reader, received } from '../../support/builders.ts';

/** The record of a pause of one list, and what is counted of it. */

const NOW = at('2026-12-01T12:00:00Z');
const day = (text: string) => text as LocalDate;
const until = (text: string) => ({ until: day(text) });
const LETTERS = { letters: true } as const;
const IN_COURSE = { newsletter: true, enrollments: [enrollment({ received: received('a') })] };
const paused = (fields: Partial<Pause> = {}) =>
  ({ standing: { is: 'paused', since: NOW, ...fields } }) as const;

describe('what is kept and counted of it', () => {
  const BEFORE = reader({
    ...IN_COURSE,
    issues: { from: day('2026-12-01'), had: { on: day('2026-11-30') } },
    last: { at: at('2026-11-30T07:00:00Z'), on: day('2026-11-30'), newsletter: true },
  });
  const issues = { ...BEFORE.issues, from: day('2026-12-01'), paused: until('2026-12-10') };
  const inPause = { ...BEFORE, issues };
  const counted = (after: Subscriber) =>
    countsIn(BEFORE, after, NOW).map(({ of, counter }) => [of.is, counter]);

  test.for<
    readonly [why: string, before: Subscriber, after: Subscriber, record: object | undefined]
  >([
    ['a pause', BEFORE, inPause, { kind: 'paused', until: '2026-12-10', what: 'newsletter' }],
    [
      'another length',
      inPause,
      { ...BEFORE, issues: { ...issues, paused: {} } },
      { kind: 'paused', what: 'newsletter' },
    ],
    [
      'the same',
      inPause,
      { ...inPause, issues: { ...issues, paused: until('2026-12-10') } },
      undefined,
    ],
    ['its end', inPause, BEFORE, { kind: 'resumed', what: 'newsletter' }],
    [
      'with the end of the newsletter: that alone',
      inPause,
      withNewsletter(inPause, false, NOW),
      { kind: 'newsletter', wanted: 'no' },
    ],
    [
      'of the letters',
      BEFORE,
      { ...BEFORE, ...paused(LETTERS) },
      { kind: 'paused', what: 'letters' },
    ],
    [
      'of the letters, that was of everything',
      { ...BEFORE, ...paused() },
      { ...BEFORE, ...paused(LETTERS) },
      { kind: 'paused', what: 'letters' },
    ],
  ])('%s', ([, before, after, record]) => {
    const fact = consentIn(before, after, byReader('page'), NOW);
    const { by: _, channel: __, ...details } = fact?.details ?? {};
    expect(fact && { kind: fact.kind, ...details }).toEqual(record);
  });

  test('each pause counts by what it pauses', () => {
    expect(counted(inPause)).toEqual([['issue', 'pausedAfter']]);
    expect(counted({ ...BEFORE, ...paused(LETTERS) })).toEqual([['letter', 'pausedAfter']]);
    expect(counted({ ...BEFORE, ...paused() })).toEqual([['issue', 'pausedAfter']]);
    expect(countsIn(inPause, { ...inPause, issues: { ...issues, paused: {} } }, NOW)).toEqual([]);
  });
});
