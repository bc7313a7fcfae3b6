import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { DispatchState, Due, Progress } from '../core/sending/due.ts';
import type { Instant } from '../core/time.ts';
import { idOf, subscriberKey } from './item.ts';

/** What the tick asks the table: who is due, and where it stood a minute ago. */
export interface DueIndex {
  state(): Promise<DispatchState>;
  saveProgress(progress: Progress): Promise<void>;
  /** Lets nothing be sent before a moment. */
  hold(until: Instant): Promise<void>;
  /** The next due entries of a shard, earliest first, behind the one given. */
  due(shard: string, now: Instant, limit: number, behind?: Due): Promise<readonly Due[]>;
}

const STATE = { pk: 'dispatch', sk: 'state' } as const;

/** @param tableName of the one table, whose `due` index projects keys only */
export function dueIndexIn(tableName: string, config: DynamoDBClientConfig = {}): DueIndex {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  async function set(name: 'progress' | 'holdUntil', value: unknown): Promise<void> {
    await client.send(
      new UpdateCommand({
        ...table,
        Key: STATE,
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  }

  return {
    async state() {
      const { Item } = await client.send(new GetCommand({ ...table, Key: STATE }));
      return (Item ?? {}) as DispatchState;
    },
    saveProgress: (progress) => set('progress', progress),
    hold: (until) => set('holdUntil', until),

    async due(shard, now, limit, behind) {
      const { Items } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now },
          Limit: limit,
          ...(behind && {
            ExclusiveStartKey: {
              ...subscriberKey(behind.id),
              dueShard: shard,
              dueAt: behind.dueAt,
            },
          }),
        }),
      );
      return (Items ?? []).map(({ pk, dueAt }) => ({ id: idOf(String(pk)), dueAt }) as Due);
    },
  };
}
