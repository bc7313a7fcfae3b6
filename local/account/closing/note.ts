import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Instant, parseInstant } from '../../../functions/core/time.ts';
import type { ClientConfig } from '../account.ts';

/** When a publication stopped, and until when its links have to work. */
export interface Closing {
  readonly stoppedAt: Instant;
  readonly keepUntil: Instant;
}

const Key = { pk: 'closing', sk: 'closing' };

/** In the publication's own table, so that it is known from any machine. */
export function closingNote(TableName: string, config: ClientConfig) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async load(): Promise<Closing | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      const stoppedAt = parseInstant(String(Item?.['stoppedAt']));
      const keepUntil = parseInstant(String(Item?.['keepUntil']));
      return stoppedAt && keepUntil && { stoppedAt, keepUntil };
    },
    async save(closing: Closing): Promise<void> {
      await client.send(new PutCommand({ TableName, Item: { ...Key, v: 1, ...closing } }));
    },
    async forget(): Promise<void> {
      await client.send(new DeleteCommand({ TableName, Key }));
    },
  };
}
