import { expect, test } from 'vitest';
import { areIssuesEarly, isEarly } from '../../../functions/core/reader/instead.ts';
import type { OwedLetter } from '../../../functions/core/reader/owed.ts';
import type { Days, Hour, LastLesson } from '../../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../../functions/core/time.ts';
import { at, claim, reader } from '../../support/builders.ts';

/**
 * A welcome was due at once and its course has ended since, or an issue was and waits in a pause of the newsletter: what
 * is owed in its place is a letter.
 */

const LETTER: OwedLetter = { kind: 'lesson', course: 'closer' as never, lesson: 'a' as never };
const WELCOME: OwedLetter = { kind: 'welcome', course: 'closer' as never };

/** A Friday. In Berlin, 8 o’clock is 7 in UTC. */
const lastOn = (day: string, moment: string): { readonly last: LastLesson } => ({
  last: { on: day as LocalDate, at: at(moment) },
});
const WEEKENDS = '67' as Days;

test.for<
  readonly [
    reason: string,
    early: boolean,
    mail: OwedLetter,
    due: string,
    fields: Partial<Subscriber>,
    claimed?: string,
  ]
>([
  ['at their hour it is a letter’s moment', false, LETTER, '2026-11-27T07:00:00Z', {}],
  ['after it, too', false, LETTER, '2026-11-27T15:00:00Z', {}],
  ['before their hour it waits for that', true, LETTER, '2026-11-27T06:59:00Z', {}],
  [
    'that day had its letter',
    true,
    LETTER,
    '2026-11-27T15:00:00Z',
    lastOn('2026-11-27', '2026-11-27T07:00:30Z'),
  ],
  [
    'the day before had one',
    false,
    LETTER,
    '2026-11-27T15:00:00Z',
    lastOn('2026-11-26', '2026-11-26T07:00:30Z'),
  ],
  [
    'where they live now, that day had one',
    true,
    LETTER,
    '2026-11-27T15:00:00Z',
    { zone: 'Asia/Tokyo' as Zone, ...lastOn('2026-11-26', '2026-11-27T16:00:00Z') },
  ],
  ['it is none of their days', true, LETTER, '2026-11-27T15:00:00Z', { days: WEEKENDS }],
  ['it is one of their days', false, LETTER, '2026-11-28T15:00:00Z', { days: WEEKENDS }],
  [
    'before their hour a welcome is due all the same',
    false,
    WELCOME,
    '2026-11-27T07:00:00Z',
    { hour: 20 as Hour },
  ],
  [
    'nobody could send until their hour had come: it is late, and not early',
    false,
    LETTER,
    '2026-11-27T06:59:00Z',
    {},
    '2026-11-27T07:00:00Z',
  ],
  [
    'nobody could send until one of their days',
    false,
    LETTER,
    '2026-11-27T15:00:00Z',
    { days: WEEKENDS },
    '2026-11-28T09:00:00Z',
  ],
  [
    'nobody could send for hours, and the hour that passed was of a day that had its letter',
    true,
    LETTER,
    '2026-11-27T06:00:00Z',
    lastOn('2026-11-27', '2026-11-27T05:00:00Z'),
    '2026-11-27T09:00:00Z',
  ],
  [
    'nobody could send for a day, before the first that may have a letter',
    true,
    LETTER,
    '2026-11-27T06:00:00Z',
    { notBefore: '2026-11-29' as LocalDate },
    '2026-11-28T15:00:00Z',
  ],
])('%s: early is %s', ([, early, mail, due, fields, now = due]) => {
  const claimed = { ...reader(fields), claim: claim(at(due)) };
  expect(isEarly(mail, claimed, at(now))).toBe(early);
});

test.for<
  readonly [
    reason: string,
    early: boolean,
    moments: readonly (string | undefined)[],
    due: string,
    claimed?: string,
  ]
>([
  [
    'at the moment of one of them all that wait come',
    false,
    [undefined, '2026-11-27T05:00:00Z'],
    '2026-11-27T05:00:00Z',
  ],
  [
    'the moment was of an issue that was cancelled since: they wait for their hour',
    true,
    [undefined],
    '2026-11-27T05:00:00Z',
  ],
  [
    'another one had a moment that has passed',
    true,
    ['2026-11-26T05:00:00Z'],
    '2026-11-27T05:00:00Z',
  ],
  [
    'nobody could send until their hour had come',
    false,
    [undefined],
    '2026-11-27T05:00:00Z',
    '2026-11-27T07:00:00Z',
  ],
  ['it is their hour', false, [undefined], '2026-11-27T07:00:00Z'],
])('issues: %s', ([, early, moments, due, now = due]) => {
  const ready = moments.map((one) => (one === undefined ? {} : { at: at(one) }));
  const claimed = { ...reader(), claim: claim(at(due)) };
  expect(areIssuesEarly(ready, claimed, at(now))).toBe(early);
});
