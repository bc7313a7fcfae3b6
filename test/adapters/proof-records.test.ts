import { describe, expect, test } from 'vitest';
import { digestOf } from '../../functions/adapters/proof-records.ts';
import type { OwedMail } from '../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import { tagsOf } from '../../functions/core/sending/proof.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at } from '../support/builders.ts';

/** What is read of an object that Firehose has written: SES's records, one behind the other. */

const ANN = 'abcdefghijklmnop' as SubscriberId;
const BOB = 'bbcdefghijklmnop' as SubscriberId;
const OWED = { kind: 'lesson', course: 'closer', lesson: 'closeness' } as unknown as OwedMail;
const PROVEN = { owed: OWED, at: at('2026-11-27T07:00:03Z') };

/** A Send event with its fields in the order of the developer guide. */
function record(
  id: SubscriberId,
  { type = 'Send', subject = 'Closeness', timestamp = '2026-11-27T07:00:03.645Z', tags = {} } = {},
): string {
  const sent = tagsOf({ id, attempt: 'a1' as AttemptId, owed: OWED });
  const given = { 'ses:caller-identity': ['send'], ...listed(sent), ...tags };
  const mail = {
    timestamp,
    source: 'letters@example.com',
    messageId: 'm',
    destination: ['ann@example.net'],
    headersTruncated: false,
    headers: [{ name: 'Subject', value: subject }],
    commonHeaders: { subject },
    tags: given,
  };
  return JSON.stringify({ eventType: type, mail, send: {} });
}

const listed = (tags: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]]));

async function* inParts(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}
const digest = (text: string, size = 7) => digestOf(inParts(text, size));

test.for<[between: string, size: number]>([
  ['', 1],
  ['', 100_000],
  ['\n', 7],
  ['\r\n', 64],
])('records with %j between them, %i bytes at a time', async ([between, size]) => {
  const later = '2026-11-27T07:00:59.000Z';
  const text = [record(ANN), record(BOB, { timestamp: later }), record(ANN)].join(between);
  expect(await digest(text + between, size)).toEqual({
    mails: new Map([
      [ANN, [PROVEN, PROVEN]],
      [BOB, [{ ...PROVEN, at: at(later) }]],
    ]),
    newest: at(later),
    unreadable: 0,
  });
});

describe('what somebody wrote is no record', () => {
  test.for([
    '{"eventType":"Send"}{"eventType":',
    '","tags":{"subscriber":["zzz"]},"timestamp":"2027-01-01T00:00:00Z',
    'Nähe {} } ] "tags":{ 🙂',
  ])('%s', async (subject) => {
    const { mails, newest, unreadable } = await digest(record(ANN, { subject }) + record(BOB));
    expect(mails).toEqual(
      new Map([
        [ANN, [PROVEN]],
        [BOB, [PROVEN]],
      ]),
    );
    expect({ newest, unreadable }).toEqual({ newest: PROVEN.at, unreadable: 0 });
  });
});

test('a mail of another kind shows only that proofs come', async () => {
  const text = record(ANN, { tags: { kind: ['canary'] }, timestamp: '2026-11-27T07:15:00Z' });
  expect(await digest(text)).toEqual({
    mails: new Map(),
    newest: at('2026-11-27T07:15:00Z'),
    unreadable: 0,
  });
});

test('an event that is no proof of sending shows nothing', async () => {
  expect(await digest(record(ANN, { type: 'Reject' }))).toEqual({
    mails: new Map(),
    unreadable: 0,
  });
});

test.for<[what: string, broken: string]>([
  ['cut off', record(BOB).slice(0, -30)],
  ['without tags', '{"eventType":"Send","mail":{"timestamp":"2026-11-27T07:00:03.645Z"}}'],
  ['of no moment', record(BOB, { timestamp: 'soon' })],
])('a record that is %s is counted, and the others are read', async ([, broken]) => {
  const read = await digest(`${record(ANN)}${broken}${record(ANN)}`);
  expect(read.mails.get(ANN)).toEqual([PROVEN, PROVEN]);
  expect(read.unreadable).toBe(1);
});

test('an object of nothing is one', async () => {
  expect(await digest('')).toEqual({ mails: new Map(), unreadable: 0 });
});
