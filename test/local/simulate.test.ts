import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localDate, plusSeconds } from '../../functions/core/time.ts';
import { ArgumentError } from '../../local/account/arguments.ts';
import { DEFAULTS } from '../../local/simulate/assumptions.ts';
import { madeUpReaders } from '../../local/simulate/readers.ts';
import { live } from '../../local/simulate/run.ts';
import { simulate } from '../../local/simulate/simulate.ts';
import { daysBetween, totalsOf } from '../../local/simulate/totals.ts';
import { VALUES, type Wanted } from '../../local/simulate/wanted.ts';
import { courseOf, libraryIn, wantedOf } from '../support/simulated-course.ts';

const FOLDER = courseOf(20);
const library = libraryIn(FOLDER);

async function lived({ crowd, limits, end, from, lastDay }: Wanted) {
  const readers = madeUpReaders(crowd);
  const came = await live(library, readers, { limits, start: crowd.start, end });
  const days = daysBetween(from, lastDay);
  const { zone } = crowd.usual;
  return {
    readers,
    came,
    totals: totalsOf(came, { days, zone, limits, courses: library.courses }),
  };
}

/** What the command prints. */
async function printed(args: readonly string[], contentDir = FOLDER): Promise<readonly string[]> {
  const lines: string[] = [];
  const now = () => new Date('2026-10-01T12:00:00Z');
  const outside = { contentDir, color: false, now, print: (line: string) => lines.push(line) };
  expect(await simulate(outside, args)).toBe(0);
  return lines;
}

describe('what the engine sent', async () => {
  const wanted = wantedOf(library, {
    readers: '60',
    days: '45',
    from: '2026-11-01',
    newsletter: '50',
    pausing: '60',
    leaving: '30',
  });
  const { readers, came, totals } = await lived(wanted);

  test('is what the totals say, and what lies with the readers', () => {
    const kinds = (...wanted: readonly string[]) =>
      came.sent.filter(({ owed }) => wanted.includes(owed.kind)).length;
    const had = came.readers.flatMap((one) => one?.enrollments[0]?.received ?? []);
    const news = came.readers.filter((one) => one?.issues?.had?.on === '2026-12-01');
    expect(totals.mails.letters).toBe(kinds('lesson'));
    expect(totals.mails.letters).toBe(had.length);
    expect(totals.mails.issues).toBe(kinds('issue', 'digest'));
    expect(totals.mails.issues).toBe(news.length);
    expect(news.length).toBeGreaterThan(5);
    expect(totals.mails.others).toBe(2 * readers.length);
    expect(totals.mails.all).toBe(came.sent.length);
    const sum = (of: 'letters' | 'issues' | 'others') =>
      totals.days.reduce((all, day) => all + day[of], 0);
    expect([sum('letters'), sum('issues'), sum('others')]).toEqual([
      totals.mails.letters,
      totals.mails.issues,
      totals.mails.others,
    ]);
    expect(totals).toMatchObject({ late: 0, waiting: 0 });
  });

  test('came on no day of a pause, and not after somebody left', () => {
    const quiet = readers.filter(({ pauses, leaves }) => pauses.length > 0 || leaves !== undefined);
    expect(quiet.length).toBeGreaterThan(20);
    for (const { number, pauses, leaves = '9', signUp } of quiet) {
      const theirs = came.sent.filter(({ reader }) => reader === number);
      const inPause = theirs.filter(({ at }) =>
        pauses.some((one) => at > one.at && localDate(at, signUp.zone) < one.until),
      );
      expect(inPause).toEqual([]);
      expect(theirs.filter(({ at }) => at > leaves)).toEqual([]);
    }
  });

  test('tells where everybody stands in the end', () => {
    const { reading, finished, paused, left, unconfirmed } = totals.readers;
    expect(left).toBe(readers.filter(({ leaves }) => leaves !== undefined).length);
    expect(reading + finished + paused + left + unconfirmed).toBe(readers.length);
    const complete = came.readers.filter((one) => one?.enrollments[0]?.received.length === 20);
    const gone = complete.filter((one) => one?.standing.is === 'left');
    expect(finished).toBe(complete.length - gone.length);
  });

  test('is busiest where it is said', () => {
    const { peakMinute, peakQuota } = totals;
    const inMinute = came.sent.filter(({ at }) => at.slice(0, 16) === peakMinute.at?.slice(0, 16));
    expect(inMinute).toHaveLength(peakMinute.mails);
    expect(Math.max(...totals.days.map(({ peak }) => peak))).toBe(peakMinute.mails);
    const until = peakQuota.at ?? '';
    const since = plusSeconds(peakQuota.at ?? wanted.end, -86_400);
    const counted = came.sent.filter(({ at }) => at > since && at <= until);
    // Of mails of the same second, the first ones count fewer.
    expect(counted.length).toBeGreaterThanOrEqual(peakQuota.mails);
    const days = totals.days.map(({ letters, issues, others }) => letters + issues + others);
    expect(peakQuota.mails).toBeGreaterThanOrEqual(Math.max(...days) - 10);
  });

  test('costs what the price list says', () => {
    expect(totals.cost.ses).toBeCloseTo(totals.mails.all * 0.0001, 6);
    const each = totals.cost.ours / totals.mails.all;
    expect(each).toBeGreaterThan(2e-6);
    expect(each).toBeLessThan(4e-6);
  });
});

test('who is looked at for an issue costs something, also where nobody gets it', () => {
  const { crowd, limits } = wantedOf(library);
  const around = { days: [], zone: crowd.usual.zone, limits, courses: library.courses };
  const nothing = { sent: [], readers: [], late: 0, waiting: 0 };
  // Two looks, each a read, and a write that notes it.
  expect(totalsOf({ ...nothing, told: 2000 }, around).cost).toEqual({
    ses: 0,
    ours: 1000 * (0.625e-6 + 2 * 0.125e-6),
  });
});

test('an account that may send little is late, and says so', async () => {
  const given = { readers: '40', days: '12', joining: '4', quota: '20', from: '2026-10-02' };
  const { totals } = await lived(wantedOf(library, given));
  expect(totals.late).toBeGreaterThan(20);
  expect(totals.waiting).toBeGreaterThan(10);
  const lines = await printed(
    Object.entries(given).flatMap(([name, value]) => [`--${name}`, value]),
  );
  expect(lines).toContain(
    `${totals.late} mails went more than two hours late: the quota is too small, or the rate`,
  );
  expect(lines).toContain(`${totals.waiting} readers still wait for a mail at the end`);
});

describe('the command', () => {
  test('says the same for the same seed, also to scripts', async () => {
    const args = ['--readers', '20', '--days', '10', '--seed', '7'];
    expect(await printed(args)).toEqual(await printed(args));
    const [json = ''] = await printed([...args, '--json']);
    const told = JSON.parse(json);
    expect(told).toMatchObject({
      course: 'tiny',
      from: '2026-10-02',
      lastDay: '2026-10-11',
      assumed: { seed: 7, readers: 20, days: 10, pausing: DEFAULTS.pausing },
      limits: { perDay: DEFAULTS.quota, perSecond: DEFAULTS.rate },
      reader: { number: 1 },
    });
    expect(told.totals.days).toHaveLength(10);
    expect(told.reader.calendar).toHaveLength(10);
    expect(json).not.toContain('@');
  });

  test('names the issues that are samples: nobody gets them', async () => {
    const lines = await printed(
      ['--readers', '1', '--days', '90', '--from', '2026-11-01'],
      'content',
    );
    expect(lines.at(-1)).toBe(
      'Issues that came with Kindling are mailed to nobody until they are yours: friendship-mid-life, small-rituals',
    );
  });

  test.for<readonly [why: string, args: readonly string[], message: string]>([
    [
      'no number',
      ['--readers', 'many'],
      '--readers wants a whole number from 1 to 100000, and got "many"',
    ],
    ['nobody', ['--readers', '0'], '--readers wants a whole number from 1 to 100000, and got "0"'],
    ['too many', ['--readers', '100001'], 'from 1 to 100000'],
    ['half a day', ['--days', '1.5'], '--days wants a whole number from 1 to 730, and got "1.5"'],
    [
      'joining goes on longer',
      ['--days', '5', '--joining', '6'],
      '--joining wants a whole number from 1 to 5',
    ],
    [
      'less than nobody',
      ['--leaving=-1'],
      '--leaving wants how many of a hundred, from 0 to 100, and got "-1"',
    ],
    ['more than all', ['--pausing', '101'], '--pausing wants how many of a hundred'],
    [
      'a day that is none',
      ['--from', '2026-02-30'],
      '--from wants a day such as 2026-12-31, and got "2026-02-30"',
    ],
    [
      'no course',
      ['--course', 'big'],
      '--course wants the folder of a course (tiny), and got "big"',
    ],
    [
      'no zone',
      ['--zones', 'Berlin:2'],
      '--zones wants zones, each with its weight, such as Europe/Berlin:3,UTC:1, and got "Berlin:2"',
    ],
    ['no weight', ['--zones', 'UTC:0'], 'and got "UTC:0"'],
    [
      'no zone of the one',
      ['--zone', 'Berlin'],
      '--zone wants a time zone such as Europe/Berlin, and got "Berlin"',
    ],
    [
      'no hour',
      ['--hour', '25'],
      '--hour wants an hour from 0 to 23, or such as 7:30, and got "25"',
    ],
    [
      'no days',
      ['--on', 'someday'],
      '--on wants daily, weekdays, weekends, or days such as mon,wed,fri, and got "someday"',
    ],
    [
      'one day',
      ['--pause', '2026-10-05'],
      '--pause wants the first day and the last, such as 2026-12-20..2027-01-06, and got "2026-10-05"',
    ],
    [
      'backwards',
      ['--pause', '2026-10-05..2026-10-04'],
      '--pause wants the first day and the last',
    ],
    [
      'before they read',
      ['--pause', '2026-10-02..2026-10-04', '--readers', '2'],
      '--pause has to begin after 2026-10-',
    ],
    [
      'a reader who is none',
      ['--readers', '2', '--reader', '3'],
      '--reader wants a whole number from 1 to 2, and got "3"',
    ],
    ['another option', ['--table', 'x'], "Unknown option '--table'"],
  ])('bad input: %s', async ([, args, message]) => {
    const failing = printed(args);
    await expect(failing).rejects.toThrow(ArgumentError);
    await expect(failing).rejects.toThrow(message);
  });

  test('a course that can’t be read is told with its file and line', async () => {
    await expect(printed([], courseOf(1, 'rests: never\n'))).rejects.toThrow(
      'content/publication.yaml:10 rests: found "never", expected a list of holidays',
    );
  });
});

test('the guide tells each option, and what is assumed', () => {
  const guide = readFileSync('docs/simulating.md', 'utf8');
  const rows = [...guide.matchAll(/^\| `--(\w+) ?([^`]*)` \|/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(rows.map(([name]) => name).sort()).toEqual([...VALUES].sort());
  for (const [name = '', value] of Object.entries(DEFAULTS))
    expect(rows).toContainEqual([name, String(value)]);
});
