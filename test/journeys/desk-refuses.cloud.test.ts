import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type AtTheDesk, atTheDesk, RIGHTS, refusalOf } from '../support/at-the-desk.ts';

/**
 * What nobody may do who has one of the stack's policies for the desk, by the real SDK. Each is asked by an
 * administrator as well, so that it is the right that is missing and not the question that is wrong.
 */

let there: AtTheDesk;
beforeAll(async () => {
  there = await atTheDesk(inject('assembly'));
});
afterAll(() => there.stop());

const READER = () => ({ pk: `subscriber#${there.id}`, sk: 'subscriber' });
const named = (name: string) => ({
  ProjectionExpression: '#name',
  ExpressionAttributeNames: { '#name': name },
});
const TableName = () => ({ TableName: there.table });
const OF_ANN = () => ({
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': READER().pk },
});
const GUESS = { ':guess': 'a' };

type Client = DynamoDBDocumentClient;
type Row = readonly [reason: string, ask: (client: Client) => Promise<unknown>];

const READS: readonly Row[] = [
  [
    'a secret by its name',
    (c) => c.send(new GetCommand({ ...TableName(), Key: READER(), ...named('secret') })),
  ],
  [
    'a secret without an alias',
    (c) =>
      c.send(new GetCommand({ ...TableName(), Key: READER(), ProjectionExpression: 'pk, secret' })),
  ],
  ['a whole item', (c) => c.send(new GetCommand({ ...TableName(), Key: READER() }))],
  [
    'whole items of a batch',
    (c) => c.send(new BatchGetCommand({ RequestItems: { [there.table]: { Keys: [READER()] } } })),
  ],
  [
    'secrets of a batch',
    (c) =>
      c.send(
        new BatchGetCommand({
          RequestItems: { [there.table]: { Keys: [READER()], ...named('secret') } },
        }),
      ),
  ],
  ['whole items of a partition', (c) => c.send(new QueryCommand({ ...TableName(), ...OF_ANN() }))],
  [
    'the answers to check-ins',
    (c) =>
      c.send(
        new QueryCommand({
          ...TableName(),
          ...OF_ANN(),
          ...named('answer'),
          Select: 'SPECIFIC_ATTRIBUTES',
        }),
      ),
  ],
  [
    'a check-in by a filter',
    (c) =>
      c.send(
        new QueryCommand({
          ...TableName(),
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: 'answer > :four',
          ExpressionAttributeValues: { ':pk': READER().pk, ':four': 4 },
          ...named('pk'),
          Select: 'SPECIFIC_ATTRIBUTES',
        }),
      ),
  ],
  [
    'how many answered so',
    (c) =>
      c.send(
        new ScanCommand({
          ...TableName(),
          FilterExpression: 'answer > :four',
          ExpressionAttributeValues: { ':four': 4 },
          Select: 'COUNT',
        }),
      ),
  ],
  ['the whole table', (c) => c.send(new ScanCommand(TableName()))],
  [
    'a secret by guessing how it begins',
    (c) =>
      c.send(
        new ScanCommand({
          ...TableName(),
          FilterExpression: 'begins_with(secret, :guess)',
          ExpressionAttributeValues: GUESS,
          ...named('pk'),
          Select: 'SPECIFIC_ATTRIBUTES',
        }),
      ),
  ],
  [
    'the key that first secrets are made of',
    (c) =>
      c.send(
        new GetCommand({
          ...TableName(),
          Key: { pk: 'key', sk: 'subscriber-id' },
          ...named('secretKey'),
        }),
      ),
  ],
  [
    'all that an index projects',
    (c) =>
      c.send(
        new QueryCommand({
          ...TableName(),
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard',
          ExpressionAttributeValues: { ':shard': '0' },
        }),
      ),
  ],
  [
    'the index of the newsletter',
    (c) =>
      c.send(
        new QueryCommand({
          ...TableName(),
          IndexName: 'newsletter',
          KeyConditionExpression: 'newsletterShard = :shard',
          ExpressionAttributeValues: { ':shard': '0' },
          Select: 'COUNT',
        }),
      ),
  ],
];

const update = (more: object, Key: object = READER()) =>
  new UpdateCommand({ ...TableName(), Key: { ...Key }, ...more });
const SET = (name: string) => ({
  UpdateExpression: 'SET #set = :set',
  ExpressionAttributeNames: { '#set': name },
  ExpressionAttributeValues: { ':set': 'x' },
});
/** A condition that never holds, so that nothing is changed by a row that should be refused. */
const NEVER = { ConditionExpression: 'attribute_not_exists(pk)' };

const WRITES_OF_BOTH: readonly Row[] = [
  [
    'an item as a whole',
    (c) => c.send(new PutCommand({ ...TableName(), Item: READER(), ...NEVER })),
  ],
  ['an item away', (c) => c.send(new DeleteCommand({ ...TableName(), Key: READER(), ...NEVER }))],
  ['another secret', (c) => c.send(update({ ...SET('secret'), ...NEVER }))],
  [
    'another address, which would get the next links',
    (c) => c.send(update({ ...SET('address'), ...NEVER })),
  ],
  [
    'where the tick stands',
    (c) => c.send(update({ ...SET('standing'), ...NEVER }, { pk: 'dispatch', sk: 'state' })),
  ],
  [
    'with the old item as the answer',
    (c) => c.send(update({ ...SET('by'), ...NEVER, ReturnValues: 'ALL_OLD' })),
  ],
  [
    'with the new item as the answer',
    (c) => c.send(update({ ...SET('by'), ...NEVER, ReturnValues: 'ALL_NEW' })),
  ],
  [
    'with the item that fails a condition as the answer',
    (c) =>
      c.send(update({ ...SET('by'), ...NEVER, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })),
  ],
  [
    'under a condition on a secret',
    (c) =>
      c.send(
        update({
          ...SET('by'),
          ConditionExpression: 'secret = :guess',
          ExpressionAttributeValues: { ':set': 'x', ...GUESS },
        }),
      ),
  ],
  [
    'the same in a transaction',
    (c) =>
      c.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                ...update({ ...SET('secret'), ...NEVER }).input,
                UpdateExpression: 'SET #set = :set',
              },
            },
          ],
        }),
      ),
  ],
];

describe.each(RIGHTS)('refused with the policy “%s”', (right) => {
  test.each(READS)('reading %s', async (_, ask) => {
    expect(await refusalOf(ask(there.clientOf(right)))).toBe('AccessDeniedException');
    expect(await refusalOf(ask(there.clientOf('author'))), 'it can be asked').toBeUndefined();
  });

  test.each(WRITES_OF_BOTH)('writing %s', async (_, ask) => {
    expect(await refusalOf(ask(there.clientOf(right)))).toBe('AccessDeniedException');
    expect(await refusalOf(ask(there.clientOf('author'))), 'it can be asked').toBeUndefined();
  });

  test('mails that came in, and sending', async () => {
    const bucket = await bucketOf();
    const list = () => new ListObjectsV2Command({ Bucket: bucket, Prefix: 'inbound/' });
    expect(await refusalOf(new S3Client(there.configOf(right)).send(list()))).toBe('AccessDenied');
    expect(await refusalOf(new S3Client(there.configOf('author')).send(list()))).toBeUndefined();
    const raw = { RawMessage: { Data: Buffer.from('To: b@example.net\r\n\r\nhello') } };
    const ses = new SESClient(there.configOf(right));
    expect(await refusalOf(ses.send(new SendRawEmailCommand(raw)))).toBe('AccessDenied');
  });
});

async function bucketOf(): Promise<string> {
  const template = JSON.parse(
    readFileSync(join(inject('assembly'), 'Kindling.template.json'), 'utf8'),
  ) as { readonly Resources: Readonly<Record<string, { readonly Type: string }>> };
  const [name = ''] =
    Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::S3::Bucket') ?? [];
  return name;
}
