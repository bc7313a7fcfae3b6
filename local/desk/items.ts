import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { TableAt } from '../account/import/where.ts';
import { READABLE } from './attributes.ts';

/** The two keys of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** One answer of a query or a scan: what was found, and behind which key it goes on. */
export interface Page {
  readonly items: readonly Attributes[];
  readonly behind: Attributes | undefined;
}

/** What a query asks: one partition, and of it the sort keys that begin so. */
export interface Asked {
  readonly pk: string;
  readonly begins?: string;
  readonly limit?: number;
  readonly latestFirst?: true;
  readonly behind?: Attributes;
}

/** The table as the desk reads it: each answer has the attributes that it may see, and no others. */
export interface DeskItems {
  get(key: Key): Promise<Attributes | undefined>;
  /** Up to a hundred items at once; those that are not there are not in the answer. */
  batch(keys: readonly Key[]): Promise<readonly Attributes[]>;
  query(asked: Asked): Promise<Page>;
  /** How many entries of a shard of the due index lie before a moment. */
  countDue(shard: string, before: string, behind?: Attributes): Promise<Counted>;
  /** The longest due entries of a shard. */
  due(shard: string, before: string, limit: number): Promise<readonly Attributes[]>;
  /** So many items of the table in no order; each that is looked at is paid for, also where it is not wanted. */
  scan(
    limit: number | undefined,
    behind: Attributes | undefined,
    kinds: readonly string[],
  ): Promise<Page>;
}

export interface Counted {
  readonly count: number;
  readonly behind: Attributes | undefined;
}

/** All names behind `#`, since some are words of DynamoDB's own. */
const namesOf = (all: readonly string[]) =>
  Object.fromEntries(all.map((name) => [`#${name}`, name]));
const only = (all: readonly string[]) => ({
  ProjectionExpression: all.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: namesOf(all),
});
const SEEN = only(READABLE);
/** What the index projects. */
const ENTRY = only(['pk', 'sk', 'dueAt']);

/** The table at a place, with reads that name what they want. */
export function deskItems({
  table: TableName,
  config,
}: Pick<TableAt, 'table' | 'config'>): DeskItems {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const query = async (input: Omit<QueryCommandInput, 'TableName'>) => {
    const found = await client.send(new QueryCommand({ TableName, ...input }));
    return { ...found, Items: found.Items ?? [], behind: found.LastEvaluatedKey };
  };
  const dueBefore = (shard: string, before: string) => ({
    IndexName: 'due',
    KeyConditionExpression: 'dueShard = :shard AND dueAt < :before',
    ExpressionAttributeValues: { ':shard': shard, ':before': before },
  });
  return {
    async get(key) {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: key, ...SEEN, ConsistentRead: true }),
      );
      return Item;
    },
    async batch(keys) {
      if (keys.length === 0) return [];
      const { Responses } = await client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [...keys], ...SEEN } } }),
      );
      return Responses?.[TableName] ?? [];
    },
    async query({ pk, begins, limit, latestFirst, behind }) {
      const where = begins === undefined ? '' : ' AND begins_with(#sk, :begins)';
      const { Items, behind: next } = await query({
        KeyConditionExpression: `#pk = :pk${where}`,
        ExpressionAttributeValues: {
          ':pk': pk,
          ...(begins !== undefined && { ':begins': begins }),
        },
        ...SEEN,
        Select: 'SPECIFIC_ATTRIBUTES',
        ScanIndexForward: !latestFirst,
        ...(limit !== undefined && { Limit: limit }),
        ...(behind && { ExclusiveStartKey: behind }),
      });
      return { items: Items, behind: next };
    },
    async countDue(shard, before, behind) {
      const { Count = 0, behind: next } = await query({
        ...dueBefore(shard, before),
        Select: 'COUNT',
        ...(behind && { ExclusiveStartKey: behind }),
      });
      return { count: Count, behind: next };
    },
    async due(shard, before, limit) {
      const asked = {
        ...dueBefore(shard, before),
        ...ENTRY,
        Select: 'SPECIFIC_ATTRIBUTES',
      } as const;
      return (await query({ ...asked, Limit: limit })).Items;
    },
    async scan(limit, behind, kinds) {
      const values = Object.fromEntries(kinds.map((kind, place) => [`:kind${place}`, kind]));
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName,
          ...SEEN,
          Select: 'SPECIFIC_ATTRIBUTES',
          FilterExpression: kinds.map((_, place) => `begins_with(#sk, :kind${place})`).join(' OR '),
          ExpressionAttributeValues: values,
          ...(limit !== undefined && { Limit: limit }),
          ...(behind && { ExclusiveStartKey: behind }),
        }),
      );
      return { items: Items, behind: LastEvaluatedKey };
    },
  };
}
