import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { lessonsOf } from '../support/lessons.ts';
import { person, type World, world } from '../support/visitor.ts';

/**
 * Promise 2 under every single fault, on the deployed template: each cell is one day of the course
 * on which one thing goes wrong, once. Whoever was owed a lesson that day must have got it by
 * noon, nobody twice, and all in order. Cells share a cloud, so that each one also starts from
 * what the one before left behind.
 */

interface Cell {
  readonly name: string;
  /** @param size how many lessons are due at once: one batch. `half` is the middle of it. */
  readonly faults: (size: number, half: number) => readonly object[];
  /** What goes wrong some minutes later, when all is in doubt. */
  readonly later?: readonly object[];
  /** How many readers wait until tomorrow: their mail was refused for what is in it. */
  readonly putOff?: number;
}

const ses = (kind: string) => ({ service: 'ses', kind, function: 'send', action: 'SendRawEmail' });
/** The sender's writes: a batch makes all its claims before its first finalise. */
const write = (kind: string, after: number) => ({
  service: 'dynamodb',
  kind,
  function: 'send',
  action: 'UpdateItem',
  after,
});
const quota = (kind: string) => ({
  service: 'ses',
  kind,
  function: 'tick',
  action: 'GetSendQuota',
});
/** What the sender asks the bucket of proofs: first for a list, then for what is in it. */
const looking = (kind: string, action: string) => ({
  service: 's3',
  kind,
  function: 'send',
  action,
});

const CELLS: readonly Cell[] = [
  { name: 'killed before a claim', faults: (_, half) => [write('kill-before', half)] },
  { name: 'killed after a claim', faults: (_, half) => [write('kill-after', half)] },
  {
    name: 'killed before SES took a mail',
    faults: (_, after) => [{ ...ses('kill-before'), after }],
  },
  { name: 'killed after SES took a mail', faults: (_, after) => [{ ...ses('kill-after'), after }] },
  {
    name: 'killed before a finalise',
    faults: (size, half) => [write('kill-before', size + half)],
  },
  { name: 'killed after a finalise', faults: (size, half) => [write('kill-after', size + half)] },
  {
    name: 'killed after the last finalise, before the queue heard of it',
    faults: (size) => [write('kill-after', 2 * size - 1)],
  },
  {
    name: 'killed twice, the second time after the lease',
    faults: () => [ses('kill-before')],
    later: [ses('kill-after')],
  },
  {
    name: 'the tick is killed before it has queued',
    faults: () => [{ service: 'sqs', kind: 'kill-before', function: 'tick' }],
  },
  {
    name: 'the tick is killed after it has queued',
    faults: () => [
      { service: 'sqs', kind: 'kill-after', function: 'tick', action: 'SendMessageBatch' },
    ],
  },
  {
    name: 'the tick is killed after it noted its place',
    faults: () => [
      { service: 'dynamodb', kind: 'kill-after', function: 'tick', action: 'UpdateItem' },
    ],
  },
  { name: 'SES: too fast', faults: () => [{ ...ses('throttle'), count: 3 }] },
  { name: 'SES: the day’s quota is used up', faults: () => [ses('quota')] },
  { name: 'SES: connection reset before it took the mail', faults: () => [ses('reset')] },
  { name: 'SES: 500, and nobody knows', faults: () => [ses('500')] },
  { name: 'SES: took the mail, the answer was lost', faults: () => [ses('lost-answer')] },
  { name: 'SES: took the mail and never answers', faults: () => [ses('timeout')] },
  {
    name: 'the answer is lost, and its proof comes twice',
    // A Send and a Delivery are there for each.
    faults: (size) => [
      ses('lost-answer'),
      { service: 'ses-events', kind: 'twice', function: 'send', count: 2 * size },
    ],
  },
  {
    name: 'the answer is lost, and all proofs are an hour late',
    faults: () => [ses('lost-answer'), { service: 'firehose', kind: 'late', count: 60 }],
  },
  {
    name: 'SES: 500, and all proofs are an hour late',
    faults: () => [ses('500'), { service: 'firehose', kind: 'late', count: 60 }],
  },
  {
    name: 'the answer is lost, and whoever looks for its proof is killed',
    faults: () => [ses('lost-answer')],
    later: [looking('kill-after', 'GetObject')],
  },
  {
    name: 'the answer is lost, and the proofs can’t be listed, and then not be read',
    faults: () => [ses('lost-answer')],
    later: [
      { ...looking('500', 'ListBucket'), count: 2 },
      { ...looking('500', 'GetObject'), count: 2 },
    ],
  },
  { name: 'the table throttles claims', faults: () => [{ ...write('throttle', 0), count: 2 }] },
  { name: 'a claim’s answer is lost', faults: (_, half) => [write('lost-answer', half)] },
  {
    name: 'a finalise’s answer is lost',
    faults: (size, half) => [write('lost-answer', size + half)],
  },
  {
    name: 'the table fails finalises for longer than the SDK tries',
    faults: (size) => [{ ...write('500', size), count: 4 * size }],
  },
  // The last one: its reader is a day behind from here on.
  { name: 'SES: refuses what is in a mail', faults: () => [ses('reject')], putOff: 1 },
];

/** They are all due at eight in Berlin, seven in UTC. */
const readersOf = (outside: World, size: number) =>
  Array.from({ length: size }, (_, index) => person(outside, `reader-${index}@example.net`));

async function withReaders(size: number): Promise<{ cloud: Cloud; outside: World }> {
  const assemblyDir = inject('assembly');
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
  const outside = world(cloud.url);
  for (const reader of readersOf(outside, size)) {
    await reader.joins({ zone: 'Europe/Berlin', hour: 8 });
  }
  return { cloud, outside };
}

describe.each([1, 10])('a batch of %i', (size) => {
  let cloud: Cloud;
  let outside: World;
  let course: readonly string[];
  let day = 0;

  beforeAll(async () => {
    ({ cloud, outside } = await withReaders(size));
    course = lessonsOf(inject('assembly'));
  });
  afterAll(() => cloud.stop());

  /** Lessons so far, by reader. */
  const lessons = () => Promise.all(readersOf(outside, size).map((reader) => reader.lessons()));

  test.each(CELLS)('$name', async ({ faults, later = [], putOff = 0 }) => {
    const before = (await lessons()).flat().length;
    for (const fault of faults(size, Math.floor(size / 2))) await outside.fault(fault);
    day += 1;
    const at = (hour: number, minute: number) =>
      outside.goTo(new Date(Date.UTC(2026, 10, 23 + day, hour, minute)).toISOString());
    if (later.length > 0) await at(7, 10);
    for (const fault of later) await outside.fault(fault);
    await at(11, 0);

    expect(await outside.json('/_local/faults'), 'every fault has struck').toEqual([]);
    const got = await lessons();
    for (const list of got) expect(list).toEqual(course.slice(0, list.length));
    expect(got.flat().length - before, 'one each').toBe(size - putOff);
  });

  test('whoever was put off goes on the day after', async () => {
    const before = (await lessons()).flat().length;
    await outside.advance('P1D');
    expect((await lessons()).flat().length - before).toBe(size);
  });
});

/** What costs nobody a minute: it leaves nothing in doubt, so nothing waits for a lease. */
describe.each([1, 10])('on time, a batch of %i', (size) => {
  let cloud: Cloud;
  let outside: World;
  let day = 24;

  beforeAll(async () => {
    ({ cloud, outside } = await withReaders(size));
  });
  afterAll(() => cloud.stop());

  test.for<[name: string, fault: object]>([
    [
      'the connections to SES died while the sender slept',
      { service: 'ses', kind: 'stale-connection', function: 'send' },
    ],
    ['SES breaks off when it is asked for the quota', quota('reset')],
    ['SES fails when it is asked for the quota', quota('500')],
  ])('%s', async ([, fault]) => {
    await outside.goTo(`2026-11-${++day}T07:01:00Z`);
    await outside.goTo(`2026-11-${++day}T06:59:30Z`);
    expect((await outside.fault(fault)).count, 'there is something to break').toBeGreaterThan(0);
    await outside.goTo(`2026-11-${day}T07:01:00Z`);
    expect(await outside.json('/_local/faults'), 'it has broken').toEqual([]);
    const sent = await Promise.all(
      readersOf(outside, size).map(async (reader) => (await reader.latest()).date),
    );
    const minutes = sent.map((date) => new Date(date).toISOString().slice(0, 16));
    expect(minutes).toEqual(Array(size).fill(`2026-11-${day}T07:00`));
  });
});

test('the one cell that cannot be closed: SES took the mail, the sender died, and of this mail alone no proof came', async () => {
  const assemblyDir = inject('assembly');
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z' });
  try {
    const outside = world(cloud.url);
    const ann = person(outside, 'ann@example.net');
    await ann.joins({ zone: 'Europe/Berlin', hour: 8 });
    await outside.fault({ ...ses('kill-after') });
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
