import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import {
  type DispatchState,
  type Due,
  freshStart,
  type Progress,
  type Resting,
} from '../core/sending/due.ts';
import type { Instant } from '../core/time.ts';
import { idOf, subscriberKey } from './item.ts';

/** What the tick asks the table: who is due, and where it stood a minute ago. */
export interface DueIndex {
  state(): Promise<DispatchState>;
  saveProgress(progress: Progress): Promise<void>;
  /** Lets nothing be sent before a moment. */
  hold(until: Instant): Promise<void>;
  /** Lets nothing but probes be sent, from now on, unless that is so already. */
  rest(since: Instant): Promise<void>;
  /** Notes how far the probes have come, unless the rest has ended. */
  saveProbes(resting: Resting): Promise<void>;
  /** Ends the rest. */
  goOn(): Promise<void>;
  /** The next due entries of a shard, behind the one given; the longest due first, or the latest. */
  due(asked: AskedDue): Promise<readonly Due[]>;
}

/** A question to one shard of the index. */
export interface AskedDue {
  readonly shard: string;
  readonly now: Instant;
  readonly limit: number;
  readonly behind?: Due | undefined;
  readonly latestFirst?: true;
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
    async rest(since) {
      await client.send(
        new UpdateCommand({
          ...table,
          Key: STATE,
          UpdateExpression: 'SET resting = if_not_exists(resting, :resting)',
          ExpressionAttributeValues: { ':resting': { since, probes: freshStart(since) } },
        }),
      );
    },
    async saveProbes(resting) {
      try {
        await client.send(
          new UpdateCommand({
            ...table,
            Key: STATE,
            UpdateExpression: 'SET resting = :resting',
            ConditionExpression: 'attribute_exists(resting)',
            ExpressionAttributeValues: { ':resting': resting },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    async goOn() {
      await client.send(
        new UpdateCommand({ ...table, Key: STATE, UpdateExpression: 'REMOVE resting' }),
      );
    },

    async due({ shard, now, limit, behind, latestFirst }) {
      const { Items } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now },
          Limit: limit,
          ScanIndexForward: !latestFirst,
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
