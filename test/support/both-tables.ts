import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { type CheckIns, checkInsIn } from '../../functions/adapters/check-ins.ts';
import { subscriberKey } from '../../functions/adapters/item.ts';
import { type RateLimit, rateLimitIn } from '../../functions/adapters/rate-limit.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { type Subscribers, subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import type { DynaliteTable } from './dynalite-table.ts';
import { fakeSubscribers } from './fake-subscribers.ts';
import { fakeCheckIns, fakeRateLimit } from './fake-web-world.ts';

/** One contract, kept by the adapter on a real table and by the fake that other tests use. */
export interface Table {
  readonly subscribers: Subscribers;
  readonly checkIns: CheckIns;
  readonly rateLimit: RateLimit;
  /** Puts an item there as other code may have written it, and shows what lies there. */
  put(item: Attributes): Promise<void>;
  raw(id: SubscriberId): Promise<Attributes | undefined>;
}

/** Items of a real table as they are. */
export function rawItemsIn({ name: TableName, config }: DynaliteTable) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async put(item: Attributes): Promise<void> {
      await client.send(new PutCommand({ TableName, Item: { ...item } }));
    },
    async get(Key: { readonly pk: string; readonly sk: string }): Promise<Attributes | undefined> {
      return (await client.send(new GetCommand({ TableName, Key }))).Item;
    },
    /** All that lies under a reader's id. */
    async under(id: SubscriberId): Promise<readonly Attributes[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `subscriber#${id}` },
          ConsistentRead: true,
        }),
      );
      return Items;
    },
  };
}

/** Both, for `describe.each`; the real table is asked for when a test begins. */
export const bothTables = (
  dynalite: () => DynaliteTable,
): readonly [name: string, make: () => Table][] => [
  [
    'the adapter on a table',
    () => {
      const table = dynalite();
      const { put, get } = rawItemsIn(table);
      return {
        subscribers: subscribersIn(table.name, table.config),
        checkIns: checkInsIn(table.name, table.config),
        rateLimit: rateLimitIn(table.name, table.config),
        put,
        raw: (id) => get(subscriberKey(id)),
      };
    },
  ],
  [
    'the fake',
    () => {
      const subscribers = fakeSubscribers();
      const { put, raw } = subscribers;
      return { subscribers, checkIns: fakeCheckIns(), rateLimit: fakeRateLimit(), put, raw };
    },
  ],
];
