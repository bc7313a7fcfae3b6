import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { READABLE } from '../../functions/adapters/readable.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Instant } from '../../functions/core/time.ts';
import type { TableAt } from '../account/import/where.ts';

/** The two keys of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** One answer of a query or a scan: what was found, and behind which key it goes on. */
interface Page {
  readonly items: readonly Attributes[];
  readonly behind: Attributes | undefined;
}

/** What a query asks: one partition, and of it the sort keys that begin so. */
interface Asked {
  readonly pk: string;
  readonly begins?: string;
  readonly limit?: number;
  /** The last ones first. */
  readonly latest?: true;
}

/** A shard of the due index, and of it what is due from one moment to another, both of them in it. */
export interface Span {
  readonly shard: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The table as the desk reads it: each question names the attributes that it may see, and asks for no others.
 * Every method is one request, but for `all`, and for `batch` of more than a hundred.
 */
export interface DeskItems {
  get(key: Key): Promise<Attributes | undefined>;
  /** Items by their keys, a hundred in a request; those that are not there are not in the answer. */
  batch(keys: readonly Key[]): Promise<readonly Attributes[]>;
  query(asked: Asked): Promise<Page>;
  /** All pages of a partition that ends by itself: courses, or months times letters. */
  all(asked: Omit<Asked, 'limit'>): Promise<readonly Attributes[]>;
  /** How many entries of a span there are, as far as one answer counts, and behind which it goes on. */
  countDue(
    span: Span,
    behind?: Attributes,
  ): Promise<{ readonly count: number; readonly behind: Attributes | undefined }>;
  /** The longest due entries of a span. */
  due(span: Span, limit: number): Promise<readonly Attributes[]>;
  /** A part of the table in no order. Each item that is looked at is paid for, also one of another kind. */
  scan(wanted: {
    readonly kinds: readonly string[];
    readonly limit?: number;
    readonly behind?: Attributes | undefined;
  }): Promise<Page>;
}

/** Names stand behind `#`, since some of them are words of DynamoDB's own. */
const only = (all: readonly string[]) => ({
  ProjectionExpression: all.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(all.map((name) => [`#${name}`, name])),
});
const SEEN = only(READABLE);
/** What the index projects. */
const ENTRY = only(['pk', 'sk', 'dueAt']);
/** So many items a request takes at most (API reference, BatchGetItem). */
export const AT_ONCE = 100;
const SPECIFIC = { Select: 'SPECIFIC_ATTRIBUTES' } as const;

/** The table at a place, by reads that name what they want. */
export function deskItems({
  table: TableName,
  config,
}: Pick<TableAt, 'table' | 'config'>): DeskItems {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  async function query(input: Omit<QueryCommandInput, 'TableName'>) {
    const found = await client.send(new QueryCommand({ TableName, ...input }));
    const { Items: items = [], Count: count = 0, LastEvaluatedKey: behind } = found;
    return { items, count, behind };
  }

  const inPartition = ({ pk, begins, limit, latest }: Asked, behind?: Attributes) =>
    query({
      ...SEEN,
      ...SPECIFIC,
      KeyConditionExpression: `#pk = :pk${begins === undefined ? '' : ' AND begins_with(#sk, :begins)'}`,
      ExpressionAttributeValues: { ':pk': pk, ...(begins !== undefined && { ':begins': begins }) },
      ...(limit !== undefined && { Limit: limit }),
      ...(latest && { ScanIndexForward: false }),
      ...(behind && { ExclusiveStartKey: behind }),
    });

  async function got(keys: readonly Key[]): Promise<readonly Attributes[]> {
    const found: Attributes[] = [];
    let open: readonly Key[] | undefined = keys;
    // What a busy table has left out is asked for again.
    while (open !== undefined && open.length > 0) {
      const RequestItems = { [TableName]: { Keys: [...open], ...SEEN } };
      const answer = await client.send(new BatchGetCommand({ RequestItems }));
      found.push(...(answer.Responses?.[TableName] ?? []));
      open = answer.UnprocessedKeys?.[TableName]?.Keys as readonly Key[] | undefined;
    }
    return found;
  }

  return {
    async get(key) {
      const asked = new GetCommand({ TableName, Key: key, ...SEEN, ConsistentRead: true });
      return (await client.send(asked)).Item;
    },

    async batch(keys) {
      const found: Attributes[] = [];
      for (let from = 0; from < keys.length; from += AT_ONCE)
        found.push(...(await got(keys.slice(from, from + AT_ONCE))));
      return found;
    },

    query: (asked) => inPartition(asked),

    async all(asked) {
      const found: Attributes[] = [];
      let behind: Attributes | undefined;
      do {
        const page = await inPartition(asked, behind);
        found.push(...page.items);
        behind = page.behind;
      } while (behind !== undefined);
      return found;
    },

    countDue: (span, behind) =>
      query({
        ...inSpan(span),
        Select: 'COUNT',
        ...(behind && { ExclusiveStartKey: behind }),
      }),

    async due(span, limit) {
      const { ExpressionAttributeNames, ...asked } = inSpan(span);
      const names = { ...ENTRY.ExpressionAttributeNames, ...ExpressionAttributeNames };
      const page = { ...ENTRY, ...SPECIFIC, Limit: limit };
      return (await query({ ...asked, ...page, ExpressionAttributeNames: names })).items;
    },

    async scan({ kinds, limit, behind }) {
      const { Items: items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName,
          ...SEEN,
          ...SPECIFIC,
          FilterExpression: kinds.map((_, place) => `begins_with(#sk, :kind${place})`).join(' OR '),
          ExpressionAttributeValues: Object.fromEntries(
            kinds.map((kind, place) => [`:kind${place}`, kind]),
          ),
          ...(limit !== undefined && { Limit: limit }),
          ...(behind && { ExclusiveStartKey: behind }),
        }),
      );
      return { items, behind: LastEvaluatedKey };
    },
  };
}

const inSpan = ({ shard, from, to }: Span) => ({
  IndexName: 'due',
  KeyConditionExpression: '#dueShard = :shard AND #dueAt BETWEEN :from AND :to',
  ExpressionAttributeNames: { '#dueShard': 'dueShard', '#dueAt': 'dueAt' },
  ExpressionAttributeValues: { ':shard': shard, ':from': from, ':to': to },
});
