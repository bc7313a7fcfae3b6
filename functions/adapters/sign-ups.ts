import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import { aCount, itemOf, MAJOR, optional, required } from './stored.ts';
import { anInstant } from './stored-values.ts';

/** Confirmation mails by the hour, and whether the form has to be careful with whoever fills it in. */
export interface SignUps {
  /** Counts a confirmation mail that has gone: the one write that a sign-up costs for it. */
  sent(now: Instant): Promise<void>;
  /** How many have gone since the beginning of a moment's hour. */
  sentSince(from: Instant): Promise<number>;
  /** Until when the form asks for more than an address; undefined, or a moment that has passed, while it need not. */
  carefulUntil(): Promise<Instant | undefined>;
  /** Makes it careful until a moment. */
  beCareful(until: Instant): Promise<void>;
}

const PK = 'sign-ups';
/** Beside the hours, whose keys begin with a digit. */
const CARE = { pk: PK, sk: 'care' } as const;

/** An hour is asked for as long as letters count, and a day more. */
const KEPT_SECONDS = 8 * 86_400;

/** @param tableName of the one table; an hour is an item that its TTL removes */
export function signUpsIn(tableName: string, config: DynamoDBClientConfig = {}): SignUps {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async sent(now) {
      await client.send(
        new UpdateCommand({
          ...table,
          Key: { pk: PK, sk: hourOf(now) },
          UpdateExpression: 'ADD sent :one SET expiresAt = :end, v = if_not_exists(v, :v)',
          ExpressionAttributeValues: {
            ':one': 1,
            ':end': epochSeconds(plusSeconds(now, KEPT_SECONDS)),
            ':v': MAJOR,
          },
        }),
      );
    },

    async sentSince(from) {
      const pages = paginateQuery(
        { client },
        {
          ...table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :last',
          // A letter sorts behind every digit.
          ExpressionAttributeValues: { ':pk': PK, ':from': hourOf(from), ':last': 'a' },
        },
      );
      let sum = 0;
      for await (const { Items = [] } of pages) {
        for (const item of Items) sum += required(itemOf('sign-ups', item), 'sent', aCount);
      }
      return sum;
    },

    async carefulUntil() {
      const { Item } = await client.send(new GetCommand({ ...table, Key: CARE }));
      return Item && optional(itemOf('care', Item), 'until', anInstant);
    },

    async beCareful(until) {
      await client.send(
        new UpdateCommand({
          ...table,
          Key: CARE,
          UpdateExpression: 'SET #until = :until, expiresAt = :end, v = if_not_exists(v, :v)',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: {
            ':until': until,
            ':end': epochSeconds(plusSeconds(until, KEPT_SECONDS)),
            ':v': MAJOR,
          },
        }),
      );
    },
  };
}

/** `2026-11-26T08` */
const hourOf = (at: Instant): string => at.slice(0, 13);
