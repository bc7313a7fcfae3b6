import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EarlierPress } from '../core/reader/press.ts';
import { epochSeconds, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { aText, itemOf, MAJOR, required } from './stored.ts';
import { anInstant } from './stored-values.ts';

/** The last button that somebody pressed on one of our pages. */
export interface Presses {
  /** Takes note of a press. @returns the one before it, if that is not long ago */
  note(id: SubscriberId, press: EarlierPress): Promise<EarlierPress | undefined>;
}

/** It counts for seconds; the table forgets it in a day or two. */
const KEPT_SECONDS = 3600;

/** @param tableName of the one table; the last press is an item beside its subscriber, with a TTL */
export function pressesIn(tableName: string, config: DynamoDBClientConfig = {}): Presses {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async note(id, { what, at }) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: tableName,
          Key: { pk: subscriberKey(id).pk, sk: 'press' },
          UpdateExpression: 'SET #what = :what, #at = :at, expiresAt = :ends, v = :v',
          ExpressionAttributeNames: { '#what': 'what', '#at': 'at' },
          ExpressionAttributeValues: {
            ':what': what,
            ':at': at,
            ':ends': epochSeconds(plusSeconds(at, KEPT_SECONDS)),
            ':v': MAJOR,
          },
          ReturnValues: 'ALL_OLD',
        }),
      );
      if (Attributes === undefined) return undefined;
      const item = itemOf('press', Attributes);
      return { what: required(item, 'what', aText), at: required(item, 'at', anInstant) };
    },
  };
}
