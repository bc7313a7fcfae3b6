import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Care, placeInLine } from '../core/sending/care.ts';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import { expressionOf } from './item.ts';
import { type Attributes, aCount, itemOf, MAJOR, optional, required } from './stored.ts';
import { anInstant } from './stored-values.ts';

/** Confirmation mails by the hour, and whether the form has to be careful with whoever fills it in. */
export interface SignUps {
  /** Counts a confirmation mail that has gone: the one write that a sign-up costs for it. */
  sent(now: Instant): Promise<void>;
  /** How many have gone since the beginning of a moment's hour. */
  sentSince(from: Instant): Promise<number>;
  /** How careful the form was last told to be; undefined if it never was, or long ago. */
  care(): Promise<Care | undefined>;
  /** Tells it. Who waits in its line keeps their place. */
  beCareful(care: Omit<Care, 'next'>): Promise<void>;
  /** Takes the next place in the line of mails that go slowly. @returns when it comes */
  takePlace(now: Instant): Promise<Instant>;
}

const PK = 'sign-ups';
/** Where it lies, beside the hours, whose keys begin with a digit. */
export const CARE = { pk: PK, sk: 'care' } as const;

/** So many at once get in line while somebody does: six an hour are let in. */
const TRIES = 10;

/** An hour is asked for as long as letters count, and a day more. */
const KEPT_SECONDS = 8 * 86_400;

/** @param tableName of the one table; an hour is an item that its TTL removes */
export function signUpsIn(tableName: string, config: DynamoDBClientConfig = {}): SignUps {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  async function care(): Promise<Care | undefined> {
    const { Item } = await client.send(
      new GetCommand({ ...table, Key: CARE, ConsistentRead: true }),
    );
    return Item && careIn(Item);
  }

  /** @returns false where somebody else has taken the place that was seen */
  async function moveLine(seen: Instant | undefined, next: Instant): Promise<boolean> {
    try {
      await client.send(
        new UpdateCommand({
          ...table,
          Key: CARE,
          UpdateExpression: 'SET #next = :next',
          ConditionExpression: seen === undefined ? 'attribute_not_exists(#next)' : '#next = :seen',
          ExpressionAttributeNames: { '#next': 'next' },
          ExpressionAttributeValues: { ':next': next, ...(seen && { ':seen': seen }) },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  }

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

    care,

    async beCareful({ since, until, slowUntil }) {
      const fields = { since, until, ...(slowUntil && { slowUntil }) };
      const end = epochSeconds(plusSeconds(until, KEPT_SECONDS));
      await client.send(
        new UpdateCommand({
          ...table,
          Key: CARE,
          ...expressionOf({
            set: { ...fields, expiresAt: end, v: MAJOR },
            remove: slowUntil === undefined ? ['slowUntil'] : [],
          }),
        }),
      );
    },

    async takePlace(now) {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const seen = (await care())?.next;
        const { place, next } = placeInLine(seen, now);
        if (await moveLine(seen, next)) return place;
      }
      throw new Error(`the line moved ${TRIES} times while a place in it was taken`);
    },
  };
}

/** How careful the form is, as it is stored. Older code noted no more than the end of it. @throws UnreadableItem */
export function careIn(fields: Attributes): Care | undefined {
  const item = itemOf('care', fields);
  const until = optional(item, 'until', anInstant);
  if (until === undefined) return undefined;
  const [slowUntil, next] = [
    optional(item, 'slowUntil', anInstant),
    optional(item, 'next', anInstant),
  ];
  return {
    since: optional(item, 'since', anInstant) ?? until,
    until,
    ...(slowUntil && { slowUntil }),
    ...(next && { next }),
  };
}

/** `2026-11-26T08` */
const hourOf = (at: Instant): string => at.slice(0, 13);
