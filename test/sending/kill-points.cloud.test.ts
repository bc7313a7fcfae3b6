import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import type { WeatherReport } from '../../local/cloud/weather/weather.ts';
import {
  claim,
  finalise,
  goOn,
  hold,
  index,
  lateProofs,
  looking,
  place,
  queue,
  quota,
  release,
  rest,
  ses,
  state,
  waiting,
} from '../support/kill-points.ts';
import { lessonsOf } from '../support/lessons.ts';
import { lessonIn, person, type World, world } from '../support/visitor.ts';
import { WEATHER } from '../support/weather.ts';

/**
 * Promise 2 under every fault, on the deployed template and in rough weather: each cell is one day of
 * the course on which something goes wrong. Whoever was owed a lesson that day gets it in the minute
 * it is due, or as late as what went wrong explains; nobody twice, and all in order. Cells share a
 * cloud, so that each one also starts from what the one before left behind.
 */

interface Cell {
  readonly name: string;
  /** @param half the middle of all that are due at once */
  readonly faults: (half: number, size: number) => readonly object[];
  /** What goes wrong some minutes later, when all is in doubt. */
  readonly later?: readonly object[];
  /** By how many minutes the letter may be late: none, if not said. */
  readonly late?: number;
  /** How many readers wait until tomorrow: their mail was refused for what is in it. */
  readonly putOff?: number;
}

/** Of whom nobody knows: a lease, one more until a proof of something newer has come, and the ticks. */
const DOUBT = 34;
/** The tick begins anew at the index after so many minutes, and finds what was given back. */
const AGAIN = 6;
/** The account's refusals hold all sending for so long, and the tick after it. */
const HELD = 11;

const CELLS: readonly Cell[] = [
  {
    name: 'the connections to SES died while the sender slept',
    faults: () => [ses('stale-connection')],
  },
  { name: 'SES breaks off when it is asked for the quota', faults: () => [quota('reset')] },
  { name: 'SES fails when it is asked for the quota', faults: () => [quota('500')] },
  {
    name: 'killed before a claim',
    faults: (after) => [{ ...claim('kill-before'), after }],
    late: AGAIN,
  },
  {
    name: 'killed after a claim',
    faults: (after) => [{ ...claim('kill-after'), after }],
    late: DOUBT,
  },
  { name: 'a claim’s answer is lost', faults: (after) => [{ ...claim('lost-answer'), after }] },
  { name: 'the table throttles claims', faults: () => [{ ...claim('throttle'), count: 2 }] },
  {
    name: 'killed before SES took a mail',
    faults: (after) => [{ ...ses('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after SES took a mail',
    faults: (after) => [{ ...ses('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed twice, the second time after the lease',
    faults: () => [ses('kill-before')],
    later: [ses('kill-after')],
    late: 2 * DOUBT,
  },
  {
    name: 'killed before a finalise',
    faults: (after) => [{ ...finalise('kill-before'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after a finalise',
    faults: (after) => [{ ...finalise('kill-after'), after }],
    late: DOUBT,
  },
  {
    name: 'killed after the last finalise, before the queue heard of it',
    faults: (_, size) => [{ ...finalise('kill-after'), after: size - 1 }],
    late: DOUBT,
  },
  {
    name: 'a finalise’s answer is lost',
    faults: (after) => [{ ...finalise('lost-answer'), after }],
  },
  {
    name: 'the table fails finalises for longer than the SDK tries',
    faults: (_, size) => [{ ...finalise('500'), count: 4 * size }],
  },
  {
    name: 'the tick is killed before it has queued',
    faults: () => [queue('kill-before')],
    late: 1,
  },
  { name: 'the tick is killed after it has queued', faults: () => [queue('kill-after')] },
  { name: 'the tick is killed after it noted its place', faults: () => [place('kill-after')] },
  {
    name: 'the tick can’t read where it stood',
    faults: () => [{ ...state('500'), count: 4 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the index fails',
    faults: () => [{ ...index('500'), count: 40 }],
    late: 1,
  },
  {
    name: 'the tick’s question to the queue is not answered',
    faults: () => [waiting('lost-answer')],
  },
  {
    name: 'SES: connection reset before it took the mail',
    faults: () => [ses('reset')],
    late: DOUBT,
  },
  { name: 'SES: took the mail, the answer was lost', faults: () => [ses('lost-answer')] },
  { name: 'SES: took the mail and never answers', faults: () => [ses('timeout')] },
];

/** What the sender does about a refusal or a silence goes wrong as well. */
const REFUSALS: readonly Cell[] = [
  { name: 'SES: too fast', faults: () => [{ ...ses('throttle'), count: 3 }], late: AGAIN },
  {
    name: 'SES: too fast, and killed before the claim is given back',
    faults: () => [ses('throttle'), release('kill-before')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and killed after the claim is given back',
    faults: () => [ses('throttle'), release('kill-after')],
    late: DOUBT,
  },
  {
    name: 'SES: too fast, and the answer to the claim given back is lost',
    faults: () => [ses('throttle'), release('lost-answer')],
    late: AGAIN,
  },
  { name: 'SES: the day’s quota is used up', faults: () => [ses('quota')], late: HELD },
  {
    name: 'the quota is used up, and killed before all sending is held',
    faults: () => [ses('quota'), hold('kill-before')],
    late: DOUBT,
  },
  {
    name: 'the quota is used up, and the answer to the hold is lost',
    faults: () => [ses('quota'), hold('lost-answer')],
    late: HELD,
  },
  {
    name: 'SES: silent for a while, so that sending rests',
    faults: () => [{ ...ses('500'), count: 3 }],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before all sending rests',
    faults: () => [{ ...ses('500'), count: 3 }, rest('kill-before')],
    late: DOUBT + 4,
  },
  {
    name: 'silent, and killed before sending goes on',
    faults: () => [{ ...ses('500'), count: 3 }, goOn('kill-before')],
    late: 2 * DOUBT,
  },
  {
    name: 'the answer is lost, and its proof comes twice',
    // A Send and a Delivery are there for each.
    faults: (_, size) => [
      ses('lost-answer'),
      { service: 'ses-events', kind: 'twice', function: 'send', count: 2 * size },
    ],
  },
  {
    name: 'the answer is lost, and all proofs are an hour late',
    faults: () => [ses('lost-answer'), lateProofs],
  },
  {
    name: 'SES: 500, and all proofs are an hour late',
    faults: () => [ses('500'), lateProofs],
    late: 60 + DOUBT,
  },
  {
    name: 'the answer is lost, and whoever looks for its proof is killed',
    faults: () => [ses('lost-answer')],
    later: [looking('GetObject')('kill-after')],
  },
  {
    name: 'the answer is lost, and the proofs can’t be listed, and then not be read',
    faults: () => [ses('lost-answer')],
    later: [
      { ...looking('ListBucket')('500'), count: 2 },
      { ...looking('GetObject')('500'), count: 2 },
    ],
  },
  {
    name: 'the answer is lost, and whoever takes it down as sent is killed',
    faults: () => [ses('lost-answer')],
    later: [finalise('kill-before')],
  },
  {
    name: 'SES: fails twice, for a mail and for the one to nobody',
    faults: () => [ses('500')],
    later: [ses('500')],
    late: 2 * DOUBT,
  },
  // The last ones: a reader of each is a day behind from here on.
  { name: 'SES: refuses what is in a mail', faults: () => [ses('reject')], putOff: 1 },
  {
    name: 'SES: refuses a mail, and the answer to its putting off is lost',
    faults: () => [ses('reject'), finalise('lost-answer')],
    putOff: 1,
  },
];

/** They are all due at eight in Berlin, seven in UTC. */
const readersOf = (outside: World, size: number) =>
  Array.from({ length: size }, (_, index) => person(outside, `reader-${index}@example.net`));

describe.each([
  [1, 'faults', CELLS],
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
  const struck = async () => (await outside.json<WeatherReport>('/_local/weather')).struck;

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
    await at(6, 59);
    const before = await struck();
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
    const logs = await outside.json<readonly { at: string; text: string }[]>('/_local/logs');
    console.log(day, came.join(), JSON.stringify(await struck()));
    if (came.some((m) => m > 0))
      for (const l of logs.filter(
        (x) =>
          x.at >= new Date(Date.UTC(2026, 10, day, 6, 59)).toISOString() &&
          x.at < new Date(Date.UTC(2026, 10, day, 7, 5)).toISOString() &&
          /ailed|rror/.test(x.text),
      ))
        console.log(l.at, l.text.slice(0, 160));
    expect(came.length, 'one each').toBe(size - putOff);
    expect(Math.max(0, ...came), 'in time').toBeLessThanOrEqual(
      late + delayOf(before, await struck()),
    );
  });

  test('whoever was put off goes on the day after', async () => {
    day += 1;
    await at(11, 0);
    expect(await minutesLate()).toHaveLength(size);
  });
});

type Struck = WeatherReport['struck'];

/** Minutes that the weather itself may cost. */
function delayOf(before: Struck, after: Struck): number {
  const since = (kind: keyof Struck) => (after[kind] ?? 0) - (before[kind] ?? 0);
  // A refused entry is due still, and the next tick puts it on the queue.
  return since('refused-entries') + Math.min(4, since('few-lambdas'));
}
