import { randomUUID } from 'node:crypto';
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DynaliteTable, dynaliteTable } from '../support/dynalite-table.ts';

/** What dynalite lacks, by what AWS's API reference says of TransactWriteItems. */

let dynalite: DynaliteTable;
beforeAll(async () => {
  dynalite = await dynaliteTable();
});
afterAll(() => dynalite.stop());

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

function table() {
  const TableName = dynalite.name;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(dynalite.config));
  const pk = randomUUID();
  const key = (sk: string) => ({ pk, sk });
  return {
    put: (sk: string, count: number) =>
      client.send(new PutCommand({ TableName, Item: { ...key(sk), count } })),
    async count(sk: string): Promise<number | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: key(sk), ConsistentRead: true }),
      );
      return Item?.['count'] as number | undefined;
    },
    /** One more, if it is so many now. */
    more: (sk: string, from: number): Actions[number] => ({
      Update: {
        TableName,
        Key: key(sk),
        UpdateExpression: 'SET #count = #count + :one',
        ConditionExpression: '#count = :from',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':one': 1, ':from': from },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
    fresh: (sk: string, count = 1): Actions[number] => ({
      Put: {
        TableName,
        Item: { ...key(sk), count },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    gone: (sk: string): Actions[number] => ({ Delete: { TableName, Key: key(sk) } }),
    write: (TransactItems: Actions, ClientRequestToken?: string) =>
      client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken })),
    add: (sk: string) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: key(sk),
          UpdateExpression: 'ADD #count :one',
          ExpressionAttributeNames: { '#count': 'count' },
          ExpressionAttributeValues: { ':one': 1 },
        }),
      ),
  };
}

describe('a transaction', () => {
  test('does all of its writes', async () => {
    const { put, write, more, fresh, gone, count } = table();
    await put('a', 1);
    await put('c', 1);
    await write([more('a', 1), fresh('b'), gone('c')]);
    expect([await count('a'), await count('b'), await count('c')]).toEqual([2, 1, undefined]);
  });

  test('or none, whichever is refused, and says which and by what lay there', async () => {
    const { put, write, more, fresh, gone, count } = table();
    await put('a', 1);
    await put('c', 1);
    await put('d', 5);
    const refused = write([more('a', 1), fresh('b'), gone('c'), more('d', 1), fresh('e')]);
    const error: unknown = await refused.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TransactionCanceledException);
    const { CancellationReasons = [] } = error as TransactionCanceledException;
    expect(CancellationReasons.map(({ Code }) => Code)).toEqual([
      'None',
      'None',
      'None',
      'ConditionalCheckFailed',
      'None',
    ]);
    expect(CancellationReasons[3]?.Item).toMatchObject({ count: { N: '5' } });
    const counts = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(count));
    expect(counts).toEqual([1, undefined, 1, 5, undefined]);
  });

  test('repeated with its token is done once; the token is no good for another', async () => {
    const { put, write, more, fresh, count } = table();
    await put('a', 1);
    const token = randomUUID();
    await write([more('a', 1)], token);
    await write([more('a', 1)], token);
    expect(await count('a')).toBe(2);
    await expect(write([fresh('b')], token)).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
    await expect(write([more('a', 1)])).rejects.toBeInstanceOf(TransactionCanceledException);
  });

  test('touches no item twice', async () => {
    const { put, write, more, gone } = table();
    await put('a', 1);
    const refused = write([more('a', 1), gone('a')]);
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('and single writes beside it see all of it or nothing', async () => {
    const { put, write, more, add, count } = table();
    await put('a', 0);
    await put('b', 0);
    const tries = Array.from({ length: 20 }, (_, round) => [
      // Half of them are refused at their second write, and undone.
      write([more('a', round), more('b', round % 2 === 0 ? round : -1)]).catch(() => undefined),
      add('c'),
    ]);
    await Promise.all(tries.flat());
    expect(await count('a')).toBe(await count('b'));
    expect(await count('c')).toBe(20);
  });
});
