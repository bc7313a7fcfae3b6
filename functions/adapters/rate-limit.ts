import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { RateWindow } from '../core/reader/sign-up-rate.ts';
import { epochSeconds } from '../core/time.ts';
import { aCount, itemOf, MAJOR, required } from './stored.ts';

/** Whether something was still within a limit and is counted now; else how many there were. */
export type Taken = { readonly is: 'counted' } | { readonly is: 'over'; readonly count: number };

/** Counts what comes from one place in one stretch of time. */
export interface RateLimit {
  /** Counts one more, unless there were as many as the limit already. */
  take(source: string, window: RateWindow, limit: number): Promise<Taken>;
}

/** @param tableName of the one table; a counter is an item that its TTL removes */
export function rateLimitIn(tableName: string, config: DynamoDBClientConfig = {}): RateLimit {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async take(source, { startsAt, endsAt }, limit) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { pk: `rate#${source}`, sk: startsAt },
            UpdateExpression: 'ADD #count :one SET expiresAt = :ends, v = if_not_exists(v, :v)',
            ConditionExpression: 'attribute_not_exists(#count) OR #count < :limit',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            ExpressionAttributeNames: { '#count': 'count' },
            ExpressionAttributeValues: {
              ':one': 1,
              ':limit': limit,
              ':ends': epochSeconds(endsAt),
              ':v': MAJOR,
            },
          }),
        );
        return { is: 'counted' };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // What is no number is below no limit: it must not pass for a network that asked too often.
        const item = itemOf('rate', unmarshall(error.Item ?? {}));
        return { is: 'over', count: required(item, 'count', aCount) };
      }
    },
  };
}
