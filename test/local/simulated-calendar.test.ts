import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate, plusSeconds } from '../../functions/core/time.ts';
import { simulated } from '../../local/simulate/simulate.ts';
import { courseOf, libraryIn, wantedOf } from '../support/simulated-course.ts';
import { slotsOf } from '../support/slots.ts';

const isWithin = (day: string, first: string, last: string): boolean => first <= day && day <= last;

describe('a reader’s calendar, through a holiday and a clock change', () => {
  const rests = 'rests:\n  - { from: 2026-10-22, until: 2026-11-02 }\n';
  const library = libraryIn(courseOf(40, rests));

  test.for<
    readonly [why: string, zone: string, hour: string, on: string, clock: readonly string[]]
  >([
    ['back in the night, on a day of it', 'Europe/Berlin', '2:30', 'daily', ['2026-10-25 -60']],
    ['back after it has ended elsewhere', 'America/New_York', '7', 'daily', ['2026-11-01 -60']],
    ['on, before it', 'Australia/Lord_Howe', '2', 'daily', ['2026-10-04 30']],
    ['never', 'Asia/Kolkata', '23.5', 'daily', []],
    ['only on some days', 'Europe/London', '6', 'mon,wed,fri', ['2026-10-25 -60']],
  ])('%s: %s', async ([, zone, hour, on, clock]) => {
    const wanted = wantedOf(library, {
      from: '2026-10-02',
      days: '60',
      readers: '3',
      reader: '2',
      joining: '1',
      zone,
      hour,
      on,
      pause: '2026-11-10..2026-11-15',
    });
    const { reader, calendar } = await simulated(library, wanted);
    const { signUp, asks, takes } = reader;
    const first = Temporal.PlainDate.from('2026-10-01');
    const slots = slotsOf(signUp, { first, days: 62, after: plusSeconds(asks, takes) });
    const expected = slots
      .filter(({ day }) => !isWithin(day, '2026-10-22', '2026-11-02'))
      .filter(({ day }) => !isWithin(day, '2026-11-10', '2026-11-15'))
      .filter(({ at }) => at < wanted.end)
      .slice(0, 40);
    const letters = calendar.flatMap(({ day, mails }) =>
      mails.filter(({ is }) => is === 'lesson').map((mail) => ({ ...mail, day })),
    );
    expect(letters.map(({ day, at }) => ({ day, at }))).toEqual(expected);
    expect(letters.map((mail) => mail.number)).toEqual(expected.map((_, index) => index + 1));
    expect(letters.map(({ title }) => title?.slice(0, 11))).toEqual(
      expected.map(() => 'The letter-'),
    );
    const marked = (mark: 'rests' | 'paused') =>
      calendar.filter((one) => one[mark]).map(({ day }) => day);
    expect([marked('rests').at(0), marked('rests').at(-1)]).toEqual(['2026-10-22', '2026-11-02']);
    expect([marked('paused').at(0), marked('paused').at(-1)]).toEqual(['2026-11-10', '2026-11-15']);
    const changes = calendar.flatMap(({ day, clock: by }) =>
      by === undefined ? [] : [`${day} ${by}`],
    );
    expect(changes).toEqual(clock);
    const unchosen = calendar
      .filter((one) => one.unchosen)
      .map(({ day }) => new Date(day).getUTCDay());
    expect(new Set(unchosen)).toEqual(new Set(on === 'daily' ? [] : [0, 2, 4, 6]));
  });
});

test('who leaves has the day of it in their calendar, and nothing behind it', async () => {
  const library = libraryIn(courseOf(40, 'rests:\n  - { from: 2026-10-20, until: 2026-11-20 }\n'));
  const wanted = wantedOf(library, { days: '60', readers: '5', leaving: '100', joining: '1' });
  const { reader, calendar } = await simulated(library, wanted);
  const on = localDate(reader.leaves ?? wanted.end, reader.signUp.zone);
  expect(calendar.filter(({ leaves }) => leaves).map(({ day }) => day)).toEqual([on]);
  const behind = calendar.filter(({ day }) => day > on);
  expect(behind.length).toBeGreaterThan(10);
  expect(behind.filter(({ mails, paused, rests }) => mails.length > 0 || paused || rests)).toEqual(
    [],
  );
});

test('an issue stands on its day with its title', async () => {
  const library = libraryIn(courseOf(2));
  const wanted = wantedOf(library, {
    from: '2026-11-20',
    days: '20',
    readers: '1',
    newsletter: '100',
    joining: '1',
    leaving: '0',
    pausing: '0',
    on: 'daily',
  });
  const { calendar } = await simulated(library, wanted);
  const day = calendar.find(({ day }) => day === ('2026-12-01' as LocalDate));
  expect(day?.mails).toMatchObject([{ is: 'issue', title: 'Some news' }]);
});
