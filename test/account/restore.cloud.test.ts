import { readdirSync } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { subscriberKey } from '../../functions/adapters/item.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { wishesIn } from '../../local/account/arguments.ts';
import { backup } from '../../local/account/backup.ts';
import { restore } from '../../local/account/restore.ts';
import { lookAround, openSession } from '../../local/account/session.ts';
import { authorOf } from '../support/local-account.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, person } from '../support/visitor.ts';
import { shellBefore } from './shell.ts';

const { cloud, outside } = shippedCloud('2026-11-23T12:00:00Z');

const ORDER = readdirSync('content/courses/closer/lessons')
  .sort()
  .map((file) => /^\d+-(.+)\.md$/.exec(file)?.[1]);

/** The table in the hands of somebody with the author's rights. */
function handsOn(TableName: string) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(authorOf(cloud())), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const under = async (pk: string): Promise<readonly Attributes[]> => {
    const asked = {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    };
    return (await client.send(new QueryCommand({ TableName, ...asked }))).Items ?? [];
  };
  return {
    under,
    async item(pk: string): Promise<Attributes> {
      return (await under(pk)).find(({ sk }) => sk === 'subscriber') ?? {};
    },
    async lose(...places: readonly string[]): Promise<void> {
      for (const { pk, sk } of (await Promise.all(places.map(under))).flat()) {
        await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
      }
    },
    put: (item: Attributes) => client.send(new PutCommand({ TableName, Item: { ...item } })),
  };
}

/** Somebody who has read for three days. */
async function readerCalled(name: string) {
  const one = person(outside, `${name}@example.net`);
  await one.joins({ hour: 8 });
  const { id } = await outside.json<{ id: SubscriberId }>(`/_local/subscribers/${one.address}`);
  return { ...one, ...subscriberKey(id) };
}

/** The author's shell, on the cloud's clock. */
async function author() {
  let now = await outside.now();
  const { run, outside: shell } = shellBefore(
    cloud(),
    {},
    { domain: 'example.com', now: () => new Date(now) },
  );
  const { stack } = await lookAround(await openSession(shell, wishesIn([], {})));
  return {
    table: handsOn(stack?.outputs['TableName'] ?? ''),
    async says(command: typeof restore, ...args: readonly string[]): Promise<string> {
      now = await outside.now();
      const { text, code } = await run(command, ...args);
      expect(text).not.toMatch(/@example\.net/);
      expect(code, text).toBe(0);
      return text;
    },
  };
}

test('what can’t be understood is refused before a copy is made', async () => {
  const { run } = shellBefore(cloud(), {}, { domain: 'example.com' });
  for (const [status, args, says] of [
    [1, [], 'What is to be brought back?'],
    [1, ['--backup', 'arn:aws:dynamodb:x'], 'What is to be brought back?'],
    [2, ['--at', '2026-11-23T12:00:00Z', '--lost-at', 'yesterday'], '--lost-at wants a moment'],
    [1, ['--at', '2999-01-01T00:00:00Z'], '--at wants a moment that has passed'],
  ] as const) {
    const { text, code } = await run(restore, ...args);
    expect(text).toContain(says);
    expect(text).not.toContain('Making the copy');
    expect(code).toBe(status);
  }
});

test('a drill: nothing is lost, nothing comes twice, and nobody is brought back', async () => {
  const [ann, ben, gus] = [
    await readerCalled('ann'),
    await readerCalled('ben'),
    await readerCalled('gus'),
  ];
  const [cid, fay] = [await readerCalled('cid'), await readerCalled('fay')];
  await outside.advance('P3D');
  const { table, says } = await author();

  const dry = await says(restore, '--at', await outside.now());
  expect(dry).toContain('5  are as they were, and stay so');
  const again = /npm run restore -- (--from .*) --yes/.exec(dry)?.[1]?.split(' ') ?? [];

  // A day goes on: one leaves, one is erased, and letters go out.
  await fetch(linkIn(await cid.latest(), 'unsubscribe'), { method: 'POST' });
  await table.put({
    ...(await table.item(fay.pk)),
    address: 'erased@erased.invalid',
    enrollments: [],
    dueAt: undefined,
    dueShard: undefined,
    standing: { is: 'suppressed', at: await outside.now(), because: 'erased' },
  });
  await outside.advance('P1D');
  expect(await says(backup)).toContain('2 who get nothing');
  expect(await ann.lessons()).toHaveLength(4);

  // Then a script runs wild.
  const consent = await table.under(ann.pk);
  await table.lose(ann.pk, cid.pk, fay.pk, 'key');
  const forgetful = [{ course: 'closer', welcomed: true, received: [] }];
  await table.put({ ...(await table.item(ben.pk)), enrollments: forgetful });
  await table.put({ ...(await table.item(gus.pk)), days: 7 });

  const told = [...again, '--lost-at', await outside.now()];
  const looked = await says(restore, ...told);
  for (const line of ['1  come back: ', '1  come back as ended', '1  get back', '1  are mended']) {
    expect(looked).toContain(line);
  }
  expect(await table.under(ann.pk), 'a look changes nothing').toEqual([]);
  expect(await says(restore, ...told, '--yes')).toContain('Sending rests.');
  const there = await table.under(ann.pk);
  const facts = consent.filter(({ sk }) => String(sk).startsWith('fact#'));
  expect(there, 'consent can be proved again').toEqual(expect.arrayContaining(facts));
  expect(there, 'and so can the restore').toHaveLength(consent.length + 1);
  expect(await says(restore, ...told, '--yes'), 'twice is once').toContain('0 items written');

  const mails = async () => (await outside.json<readonly unknown[]>('/_local/messages')).length;
  const before = await mails();
  await outside.advance('P1D');
  expect(await mails(), 'sending rests').toBe(before);

  await says(restore, '--go-on');
  await outside.advance('P3D');
  for (const one of [ann, ben, gus]) {
    const lessons = await one.lessons();
    // Four before the loss, none while sending rested but the one that waited, then one a day.
    expect(lessons.length, one.address).toBeGreaterThanOrEqual(7);
    expect(lessons, one.address).toEqual(ORDER.slice(0, lessons.length));
  }
  for (const one of [cid, fay]) expect(await one.lessons(), one.address).toHaveLength(3);
  const { id } = await outside.json<{ id: string }>(`/_local/subscribers/${ann.address}`);
  expect(subscriberKey(id as SubscriberId).pk, 'the same key').toBe(ann.pk);
});
