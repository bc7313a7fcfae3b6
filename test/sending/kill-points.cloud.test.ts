import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CELLS, REFUSALS } from '../support/kill-points.ts';
import { lessonsOf } from '../support/lessons.ts';
import { ses } from '../support/struck-calls.ts';
import { lessonIn, person, type World, world } from '../support/visitor.ts';
import { delayOf, struckIn, WEATHER } from '../support/weather.ts';

/**
 * Promise 2 under every fault, on the deployed template and in rough weather: each cell is one day of
 * the course on which something goes wrong. Whoever was owed a lesson that day gets it in the minute
 * it is due, or as late as what went wrong explains; nobody twice, and all in order. Cells share a
 * cloud, so that each one also starts from what the one before left behind.
 */

/** They are all due at eight in Berlin, seven in UTC. */
const readersOf = (outside: World, size: number) =>
  Array.from({ length: size }, (_, index) => person(outside, `reader-${index}@example.net`));

describe.each([
  [10, 'faults', CELLS],
  [4, 'refusals', REFUSALS],
] as const)('a batch of %i meets %s', (size, _, cells) => {
  let cloud: Cloud;
  let outside: World;
  let course: readonly string[];
  let people: readonly ReturnType<typeof person>[];
  let day = 23;

  beforeAll(async () => {
    const assemblyDir = inject('assembly');
    cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
    outside = world(cloud.url);
    people = readersOf(outside, size);
    for (const one of people) await one.joins({ zone: 'Europe/Berlin', hour: 8 });
    course = lessonsOf(inject('assembly'));
    await outside.post('/_local/weather', WEATHER);
  });
  afterAll(() => cloud.stop());

  const at = (hour: number, minute: number) =>
    outside.goTo(new Date(Date.UTC(2026, 10, day, hour, minute)).toISOString());

  /** By how many minutes after seven each letter of today came. */
  const minutesLate = async () => {
    const seven = Date.UTC(2026, 10, day, 7);
    const mails = (await Promise.all(people.map((one) => one.mails()))).flat();
    return mails
      .filter((mail) => lessonIn(mail) !== undefined && Date.parse(mail.date) >= seven)
      .map(({ date }) => Math.floor((Date.parse(date) - seven) / 60_000));
  };

  test.each(cells)('$name', async ({ faults, later = [], late = 0, putOff = 0 }) => {
    day += 1;
    await fetch(`${outside.url}/_local/faults`, { method: 'DELETE' });
    await at(6, 59);
    const before = await struckIn(outside);
    for (const fault of faults(Math.floor(size / 2), size)) await outside.fault(fault);
    if (later.length > 0) await at(7, 10);
    for (const fault of later) await outside.fault(fault);
    await at(11, 0);

    expect(await outside.json('/_local/faults'), 'every fault has struck').toEqual([]);
    for (const one of people) {
      const list = await one.lessons();
      expect(list).toEqual(course.slice(0, list.length));
    }
    const came = await minutesLate();
    expect(came.length, 'one each').toBe(size - putOff);
    expect(Math.max(0, ...came), 'in time').toBeLessThanOrEqual(
      late + delayOf(before, await struckIn(outside)),
    );
  });

  test('whoever was put off goes on the day after', async () => {
    day += 1;
    await at(11, 0);
    expect(await minutesLate()).toHaveLength(size);
  });
});

test('the one cell that cannot be closed: SES took the mail, the sender died, and of this mail alone no proof came', async () => {
  const assemblyDir = inject('assembly');
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
  try {
    const outside = world(cloud.url);
    const ann = person(outside, 'ann@example.net');
    await ann.joins({ zone: 'Europe/Berlin', hour: 8 });
    await outside.fault(ses('kill-after'));
    await outside.fault({ service: 'ses-events', kind: 'lost', function: 'send', action: 'Send' });
    await outside.advance('P1D');
    expect(await ann.lessons(), 'never lost, once too often').toEqual(['closeness', 'closeness']);
    await outside.advance('P1D');
    expect((await ann.lessons()).slice(2), 'and the course goes on').toEqual(['emotional']);
    const logs = await outside.json<readonly { text: string }[]>('/_local/logs');
    expect(logs.filter(({ text }) => text.includes('"sent-again":1'))).toHaveLength(1);
  } finally {
    await cloud.stop();
  }
});
