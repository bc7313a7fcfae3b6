import { expect, test } from 'vitest';
import { arranged } from '../../functions/core/reader/owed.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { forecastOf } from '../../local/account/newsletter/forecast.ts';
import { at, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { newsletterDays } from '../support/newsletter-days.ts';

/** What a dry run foresees is what the engine does. */

const COURSE = course(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n']);
const START = at('2026-12-01T00:00:00Z');
const ALL = COURSE.lessons.map(({ id }) => id);

const LIVES: readonly Partial<Subscriber>[] = [
  { enrollments: [] },
  { enrollments: [enrollment({ received: ALL })] },
  { enrollments: [enrollment({ received: received('a') })] },
  {
    enrollments: [enrollment({ received: received('a') })],
    issues: { from: '2026-11-20' as LocalDate, alongside: true },
  },
  { enrollments: [], standing: { is: 'paused', since: START, until: '2026-12-05' as LocalDate } },
  { enrollments: [], standing: { is: 'paused', since: START } },
  { enrollments: [], newsletter: false },
];
const PLACES = ['Europe/Berlin', 'Pacific/Kiritimati', 'Australia/Adelaide', 'Etc/GMT+12'];
const RHYTHMS = [
  { hour: 7.5 as Hour, days: '1234567' as Days },
  { hour: 21 as Hour, days: '67' as Days },
];

/** Everybody who could differ: each life, in each place, in each rhythm. */
const READERS = LIVES.flatMap((life) =>
  PLACES.flatMap((zone) => RHYTHMS.map((rhythm) => ({ ...life, ...rhythm, zone: zone as Zone }))),
).map((fields, place) => reader({ newsletter: true, ...fields, id: idOf(place) }));

test.for([
  ['on a day', issue('frost', '2026-12-03')],
  ['on a day, also in a course', issue('frost', '2026-12-03', { during: true })],
  ['at a moment', issue('frost', '2026-12-03', { at: at('2026-12-03T17:00:00Z') })],
  [
    'at a moment, also in a course',
    issue('frost', '2026-12-03', { at: at('2026-12-03T17:00:00Z'), during: true }),
  ],
] as const)('an issue %s', async ([, frost]) => {
  const days = newsletterDays(START);
  days.world.deploy([COURSE]);
  days.world.bring([frost]);
  const everybody = READERS.map((one) => arranged(one, [COURSE], START));
  for (const one of everybody) days.world.table.seed(one);
  await days.until('2026-12-08T12:00:00Z');
  const came = everybody.map((one) => days.of(one).find((what) => what.startsWith('issue')));
  const foreseen = everybody.map((one) => {
    const [due] = forecastOf([one], frost, [COURSE], START).due;
    return due && `issue frost ${due.at}`;
  });
  expect(came.filter((one) => one !== undefined).length).toBeGreaterThan(20);
  // Not all who are due at one moment go in one minute.
  expect(foreseen.map(toTheHour)).toEqual(came.map(toTheHour));
});

const toTheHour = (got: string | undefined) => got?.replace(/:\d\d:\d\dZ$/, '');

/** An id as they are made: 16 letters of base32. */
function idOf(place: number): SubscriberId {
  const letter = (digit: number) => 'abcdefghijklmnopqrstuvwxyz234567'[digit];
  return `aaaaaaaaaaaaaa${letter(Math.floor(place / 32))}${letter(place % 32)}` as SubscriberId;
}
