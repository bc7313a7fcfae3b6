import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spent } from '../../functions/core/reader/addition.ts';
import { byReader, type Fact } from '../../functions/core/reader/fact.ts';
import { NO_ADDRESS } from '../../functions/core/reader/lifecycle.ts';
import { joined } from '../../functions/core/reader/request.ts';
import type { AttemptId, Subscriber } from '../../functions/core/reader/subscriber.ts';
import { afterMove, notMailed } from '../../functions/core/reader/typed-address.ts';
import type { LinkSecret } from '../../functions/core/token.ts';
import { bothTables } from '../support/both-tables.ts';
import { at, reader, request, requestAt } from '../support/builders.ts';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';
import { typedAt } from '../support/move-note.ts';
import { freshId, itemOf } from '../support/stored-items.ts';

/** Requests lie beside their readers, and become them in one write. */

const NOW = at('2026-11-22T09:00:00Z');
const FIRST = 'first' as AttemptId;
const PRESENT = { now: NOW, courses: [] };
const FACT: Fact = { kind: 'confirmed', at: NOW, details: byReader('page') };

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

const everythingOf = ({ id }: Subscriber) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(dynalite.config)).send(
    new QueryCommand({
      TableName: dynalite.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `subscriber#${id}` },
      ConsistentRead: true,
    }),
  );

describe.each(bothTables(() => dynalite))('%s', (_, make) => {
  /** A request, and who is known under the same address. */
  async function beside(fields?: Partial<Subscriber>) {
    const table = make();
    const { requests } = table.subscribers;
    const id = freshId();
    const known = fields && reader({ id, standing: LEFT, ...fields });
    if (known !== undefined) await table.put(itemOf(known));
    expect(await requests.make(request({ id, dueAt: NOW, revision: 0 }))).toBe(true);
    const stored = await requests.load(id);
    if (stored === undefined) throw new Error('it was made');
    return { ...table, requests, id, known, stored };
  }
  const LEFT = { is: 'left', at: NOW, by: 'page' } as const;
  const again = (id: Subscriber['id'], moment: string) =>
    request({ id, hour: 3 as never, asked: { at: at(moment), details: {} } });

  test('there is one in a week: a second changes nothing, a third after it takes its place', async () => {
    const { requests, id, stored } = await beside();
    expect(await requests.make(again(id, '2026-11-29T08:59:59Z'))).toBe(false);
    expect(await requests.load(id)).toEqual(stored);
    expect(await requests.make(again(id, '2026-11-29T09:00:00Z'))).toBe(true);
    expect((await requests.load(id))?.hour).toBe(3);
  });

  test('it keeps its name, which its links have', async () => {
    const { subscribers } = make();
    const { requests } = subscribers;
    const id = freshId();
    const named = { ...requestAt(NOW), id, revision: 0 };
    expect(await requests.make(named)).toBe(true);
    expect(await requests.load(id)).toEqual({ ...named, revision: 1 });
  });

  test('a note of a change of address counts as one, and a sign-up may take its place', async () => {
    const { subscribers } = make();
    const { requests } = subscribers;
    const id = freshId();
    const { note } = typedAt({ id, secret: 'first' as LinkSecret, now: NOW });
    expect(await requests.make(note)).toBe(true);
    expect(await requests.make(note)).toBe(false);
    const before = await requests.load(id);
    expect(before).toEqual({ ...note, revision: 1 });
    const second = afterMove(request({ id, dueAt: NOW, revision: 0 }), before, { now: NOW });
    expect(second && (await subscribers.save(second))).toBe('saved');
    expect((await requests.load(id))?.asked).not.toHaveProperty('forMove');
    expect(await requests.make(note), 'which has its week').toBe(false);
  });

  test('a note of a mail that did not go stands in nobody’s way', async () => {
    const { subscribers } = make();
    const typed = typedAt({ id: freshId(), secret: 'first' as LinkSecret, now: NOW });
    const { note } = typed;
    expect(await subscribers.requests.make(note)).toBe(true);
    expect(await subscribers.save(notMailed(typed))).toBe('saved');
    expect(await subscribers.requests.make(note)).toBe(true);
  });

  test('whoever is known does not change by it', async () => {
    const { subscribers, raw, known, id } = await beside({ name: 'Ann' });
    expect(await raw(id)).toEqual(known && itemOf(known));
    expect(await subscribers.find(id)).toMatchObject({ is: 'whole', subscriber: { name: 'Ann' } });
  });

  test('pretending stores nothing', async () => {
    const { subscribers } = make();
    const id = freshId();
    await subscribers.requests.pretend(id);
    expect(await subscribers.requests.load(id)).toBeUndefined();
    expect(await subscribers.find(id)).toBeUndefined();
  });

  test('is claimed and finalised apart from whoever is known', async () => {
    const { subscribers, requests, id, known } = await beside({});
    const due = { id, dueAt: NOW };
    expect(await subscribers.claim(due, FIRST, NOW), 'who left').toEqual({ is: 'not-due' });
    const claimed = await subscribers.claim({ ...due, request: true }, FIRST, NOW);
    if (claimed.is !== 'claimed') throw new Error(claimed.is);
    const { dueAt: _, ...sent } = claimed.subscriber;
    expect(await subscribers.finalise(sent, FIRST)).toEqual({ is: 'saved' });
    expect((await requests.load(id))?.dueAt).toBeUndefined();
    expect(await subscribers.load(id)).toEqual(known);
  });

  test('a claim is given back', async () => {
    const { subscribers, requests, id, stored } = await beside();
    await subscribers.claim({ id, dueAt: NOW, request: true }, FIRST, NOW);
    await subscribers.release(stored, FIRST);
    expect(await requests.load(id)).toEqual(stored);
  });

  test.for([
    ['a new reader', undefined],
    ['who left', { revision: 7 }],
  ] as const)('becomes %s with its facts, and is gone', async ([, fields]) => {
    const { subscribers, requests, known, stored, id } = await beside(fields);
    const becomes = joined(stored, known, PRESENT);
    expect(await requests.grant(stored, becomes, [FACT])).toBe('saved');
    expect(await requests.load(id)).toBeUndefined();
    expect(await subscribers.load(id)).toEqual({ ...becomes, revision: becomes.revision + 1 });
  });

  const LATE: readonly [
    what: string,
    meanwhile: (table: Awaited<ReturnType<typeof beside>>) => Promise<unknown>,
  ][] = [
    ['the request has changed', ({ requests, stored }) => requests.leavers.save(ended(stored))],
    [
      'the reader has changed',
      ({ subscribers, known }) => (known ? subscribers.save(known) : Promise.resolve()),
    ],
    [
      'it was granted already',
      ({ requests, stored, known }) => requests.grant(stored, joined(stored, known, PRESENT), []),
    ],
  ];
  const ended = (one: Subscriber) => ({ ...one, standing: LEFT });
  test.for(LATE)('nothing is done when %s since it was seen', async ([, meanwhile]) => {
    const table = await beside({});
    const { requests, raw, known, stored, id } = table;
    await meanwhile(table);
    const before = await raw(id);
    expect(await requests.grant(stored, joined(stored, known, PRESENT), [FACT])).toBe('changed');
    expect(await raw(id)).toEqual(before);
  });

  test('one that is withdrawn is forgotten in its week, and blocks another until then', async () => {
    const { requests, stored, id } = await beside();
    expect(await requests.leavers.save(ended(stored))).toBe('saved');
    expect(await requests.make(again(id, '2026-11-23T09:00:00Z'))).toBe(false);
    expect(await requests.make(again(id, '2026-11-29T09:00:00Z'))).toBe(true);
  });

  test('what stays of one for somebody who is known sends nothing, and blocks another', async () => {
    const { subscribers, requests, known, stored, id } = await beside({});
    const becomes = joined(stored, known, PRESENT);
    expect(await requests.grant(stored, becomes, [FACT], spent(stored))).toBe('saved');
    expect(await subscribers.load(id)).toMatchObject({ standing: { is: 'active' } });
    expect(await requests.load(id)).toEqual({ ...spent(stored), revision: stored.revision + 1 });
    expect(await requests.grant(stored, becomes, [], spent(stored)), 'once').toBe('changed');
    expect(await requests.make(again(id, '2026-11-29T08:59:59Z'))).toBe(false);
  });

  test('an address that can’t be mailed is remembered for ever', async () => {
    const { requests, stored, id } = await beside();
    const standing = { is: 'suppressed', at: NOW, because: 'hard-bounce' } as const;
    await requests.leavers.save({ ...stored, standing });
    const rest = await requests.load(id);
    expect(rest).toMatchObject({ standing, asked: { details: {} } });
    expect([rest?.name, rest?.address], 'and not whose it is').toEqual([undefined, NO_ADDRESS]);
    expect(await requests.make(again(id, '2036-11-29T09:00:00Z'))).toBe(false);
  });
});

describe('a save and its fact', () => {
  const saved = async () => {
    const { subscribers, put, raw } = table();
    const ann = reader({ id: freshId() });
    await put(itemOf(ann));
    return { subscribers, raw, ann };
  };
  const table = () => {
    const [first] = bothTables(() => dynalite);
    if (first === undefined) throw new Error('no table');
    return first[1]();
  };
  const left = (ann: Subscriber) =>
    ({ ...ann, standing: { is: 'left', at: NOW, by: 'page' } }) as const;

  test('a repeat whose first answer was lost finds its own work', async () => {
    const { subscribers, ann } = await saved();
    const next = { ...ann, hour: 9 as never };
    expect(await subscribers.save(next)).toBe('saved');
    expect(await subscribers.save(next), 'the SDK’s own repeat').toBe('saved');
    expect(await subscribers.save({ ...next, hour: 10 as never }), 'another').toBe('changed');
    expect(await subscribers.leavers.save(left({ ...ann, revision: 2 }))).toBe('saved');
    expect(await subscribers.leavers.save(left({ ...ann, revision: 2 }))).toBe('saved');
  });

  test('a save that came too late leaves no fact', async () => {
    const { subscribers, ann } = await saved();
    const stale = left({ ...ann, revision: 0 });
    expect(await subscribers.leavers.save(stale, { ...FACT, kind: 'left' })).toBe('changed');
    const { Items } = await everythingOf(ann);
    expect(Items?.map(({ sk }) => sk)).toEqual(['subscriber']);
    expect(await subscribers.leavers.save(left(ann), { ...FACT, kind: 'left' })).toBe('saved');
    const after = await everythingOf(ann);
    expect(after.Items?.map(({ sk }) => sk)).toEqual([`fact#${NOW}#left`, 'subscriber']);
  });
});
