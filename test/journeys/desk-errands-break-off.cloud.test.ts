import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { EmailAddress } from '../../functions/core/address.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { type IdKey, subscriberId } from '../../functions/core/token.ts';
import { carryOut, type Deed, type Outcome } from '../../local/desk/deeds.ts';
import { type AtTheDesk, atTheDesk } from '../support/at-the-desk.ts';
import { at, enrollment, reader, received } from '../support/builders.ts';
import { itemOf } from '../support/stored-items.ts';

/**
 * The errands door, struck at each of its calls in turn: at the first, the second, and so on, until an errand has
 * none left to strike. The desk asks again by the same name. What is asked for is done once, and has one record;
 * a mail goes once, or nobody is told that it went.
 */

let there: AtTheDesk;
let table: DynamoDBDocumentClient;
let key: IdKey;
beforeAll(async () => {
  there = await atTheDesk(inject('assembly'));
  table = DynamoDBDocumentClient.from(new DynamoDBClient(there.configOf('author')), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const { Item } = await table.send(
    new GetCommand({ TableName: there.table, Key: { pk: 'key', sk: 'subscriber-id' } }),
  );
  key = Buffer.from(String(Item?.['key']), 'base64') as Uint8Array as IdKey;
});
afterAll(() => there.stop());

let readers = 0;
/** Somebody who has had a letter, and to whom none is due for years. */
async function somebody(): Promise<Subscriber> {
  readers += 1;
  const address = `reader-${readers}@example.net` as EmailAddress;
  const one = reader({
    id: subscriberId(key, address),
    address,
    secret: `secret-${readers}` as never,
    dueAt: at('2036-11-24T07:00:00Z'),
    enrollments: [enrollment({ track: 'partner' as never, received: received('closeness') })],
  });
  await table.send(new PutCommand({ TableName: there.table, Item: { ...itemOf(one) } }));
  return one;
}

const besides = async ({ id }: Subscriber) => {
  const { items } = (await there.outside.table()) as { items: { pk: string; sk: string }[] };
  return items.filter(({ pk }) => pk === `subscriber#${id}`).map(({ sk }) => sk);
};
const newOf = ({ address }: Subscriber) => `new-${address}` as EmailAddress;

interface Way {
  readonly deedFor: (one: Subscriber) => Deed;
  /** Who is mailed; nobody, where an address is none. */
  readonly mailed: (one: Subscriber) => string | undefined;
  readonly record: string;
}

const WAYS: Readonly<Record<string, Way>> = {
  'a letter again': {
    deedFor: () => ({ is: 'again' }),
    mailed: ({ address }) => address,
    record: 'changed',
  },
  'another address': {
    deedFor: (one) => ({ is: 'address', to: newOf(one) }),
    mailed: newOf,
    record: 'changed',
  },
  'all that is stored': {
    deedFor: () => ({ is: 'erase' }),
    mailed: () => undefined,
    record: 'erased',
  },
};

/** What strikes, and what each kind of it leaves of a mail. */
const STRIKES = [
  ['dynamodb', 'kill-before'],
  ['dynamodb', 'kill-after'],
  ['dynamodb', 'lost-answer'],
  ['ses', 'kill-before'],
  ['ses', 'kill-after'],
  ['ses', 'lost-answer'],
] as const;

describe.each(Object.entries(WAYS))('%s', (_, { deedFor, mailed, record }) => {
  test.for(STRIKES)('%s: %s at each call', async ([service, kind]) => {
    let struck = 0;
    const ends: Outcome['is'][] = [];
    for (let left = 0; left === 0; struck += 1) {
      const one = await somebody();
      await there.outside.fault({ service, kind, function: 'errands', after: struck });
      const { is } = await carryOut(await there.deskOf('Acting'), one.id, deedFor(one), 'asked me');
      left = (await there.outside.json<readonly unknown[]>('/_local/faults')).length;
      await fetch(`${there.outside.url}/_local/faults`, { method: 'DELETE' });
      ends.push(is);
      const to = mailed(one);
      const mails = to === undefined ? 0 : (await there.outside.mailsTo(to)).length;
      if (is === 'done') expect(mails, 'it went').toBe(to === undefined ? 0 : 1);
      else expect([is, mails < 2]).toEqual(['in-doubt', true]);
      const facts = (await besides(one)).filter((sk) => sk.startsWith('fact#'));
      expect(facts, 'one record').toEqual([expect.stringMatching(new RegExp(`#${record}$`))]);
    }
    // The last is the one that nothing struck.
    expect(ends.at(-1)).toBe('done');
    const mails = mailed(await somebody()) === undefined ? 0 : 1;
    expect(struck).toBeGreaterThan(service === 'ses' ? mails : 4);
    if (record === 'erased') expect(new Set(ends)).toEqual(new Set(['done']));
    // What the SDK repeats is no other delivery; only of the note for a new address nobody can tell.
    if (service === 'dynamodb' && kind === 'lost-answer') {
      const doubts = ends.filter((is) => is !== 'done');
      expect(doubts).toEqual(record === 'changed' && mailed === newOf ? ['in-doubt'] : []);
    }
  });
});
