import fc from 'fast-check';
import { parseAddress } from '../../functions/core/address.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import { nameIn } from '../../functions/core/reader/sign-up.ts';
import type { Enrollment, Standing, Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Instant, LocalDate } from '../../functions/core/time.ts';
import { reader } from './builders.ts';

/** Any reader that a table may hold, in a course of three letters, and the record of their consent. */

const optional = <Name extends string, T>(name: Name, value: fc.Arbitrary<T>) =>
  fc
    .option(value, { nil: undefined })
    .map((one) => (one === undefined ? {} : ({ [name]: one } as Record<Name, T>)));

const moment = fc
  .integer({ min: Date.parse('2024-01-01') / 1000, max: Date.parse('2026-11-22') / 1000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` as Instant);
const day = moment.map((at) => at.slice(0, 10) as LocalDate);

const address = fc
  .tuple(
    fc.stringMatching(/^[=+a-z'-][a-z0-9'+-]{0,12}$/),
    fc.constantFrom('example.com', 'example.org'),
  )
  .map(([local, domain]) => parseAddress(`${local}@${domain}`))
  .filter((one) => one !== undefined);

/** Also what a spreadsheet would take for a formula, and what ends a cell. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      "'=1+1",
      "''=1",
      '@SUM(A1)',
      '-Ann',
      '"Ann"',
      'A;n,n',
      '+49',
      "'t Hart",
    ),
  )
  .map(nameIn)
  .filter((one) => one !== '' && one.length <= 80);

const pause = fc
  .tuple(
    moment,
    optional('from', day),
    optional('until', day),
    optional('absent', fc.constant(true)),
  )
  .map(
    ([since, ...rest]) =>
      Object.assign({ is: 'paused', since }, ...rest) as Standing & { is: 'paused' },
  );

const standing: fc.Arbitrary<Standing> = fc.oneof(
  fc.constant({ is: 'active' } as const),
  pause,
  fc
    .tuple(
      moment,
      fc.constantFrom('one-click', 'page', 'reply', 'mailto', 'import'),
      optional('pause', pause),
    )
    .map(([at, by, rest]) => ({ is: 'left', at, by, ...rest }) as Standing),
  fc
    .tuple(moment, fc.constantFrom('hard-bounce', 'complaint', 'refused'))
    .map(([at, because]) => ({ is: 'suppressed', at, because }) as Standing),
);

const enrollment = fc
  .tuple(
    fc.subarray(['first', 'second', 'third']),
    fc.boolean(),
    optional('earlier', fc.constant(['second', 'gone'])),
    optional('again', fc.integer({ min: 1, max: 3 })),
    optional('stopped', fc.constant(true)),
    optional('gentler', fc.constant(true)),
    optional('track', fc.constantFrom('partner', 'friend')),
  )
  .map(
    ([received, welcomed, ...rest]) =>
      Object.assign({ course: 'closer', welcomed, received }, ...rest) as Enrollment,
  );

export const anyReader: fc.Arbitrary<Subscriber> = fc
  .tuple(
    fc.record({
      address,
      standing,
      enrollments: fc.array(enrollment, { maxLength: 1 }),
      newsletter: fc.boolean(),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
      hour: fc.integer({ min: 0, max: 47 }).map((half) => half / 2),
      days: fc.constantFrom('1234567', '12345', '3', '67'),
    }),
    optional('name', name),
    optional('byTurns', fc.constant(true)),
    optional('discreet', fc.constant(true)),
    optional('quiet', fc.constant(true)),
    optional(
      'last',
      fc.tuple(moment, day).map(([at, on]) => ({ at, on })),
    ),
  )
  .map(([fields, ...rest]) => reader(Object.assign({}, fields, ...rest)));

export const anyFacts: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.tuple(
      moment,
      fc.constantFrom('asked', 'confirmed', 'left', 'rejoined', 'quiet', 'imported'),
      fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,9}$/), fc.string({ maxLength: 20 }), {
        maxKeys: 4,
      }),
    ),
    { maxLength: 4 },
  )
  .map((facts) => facts.map(([at, kind, details]) => ({ kind, at, details }) as unknown as Fact));
