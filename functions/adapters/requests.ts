import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Fact } from '../core/reader/fact.ts';
import { isRequest, type Request } from '../core/reader/request.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { epochSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { keyOf, saving, subscriberKey, toAttributes } from './item.ts';
import { fromItem } from './read-subscriber.ts';
import { MalformedItem } from './stored.ts';
import { putFact, seen, type subscriberItemsIn } from './subscriber-items.ts';
import type { Leavers } from './subscribers.ts';

/** What was typed into a form and nobody has confirmed, one item an address. */
export interface Requests {
  readonly leavers: Leavers;
  load(id: SubscriberId): Promise<Request | undefined>;
  /** Stores a request where there is none, or one that is forgotten by now. @returns whether it did */
  make(request: Request): Promise<boolean>;
  /** The same work, and nothing is stored: how long an answer takes must not tell who reads. */
  pretend(id: SubscriberId): Promise<void>;
  /**
   * Stores the reader that a request makes, with the facts of it, and what stays of the request, if
   * anything does: all of that or nothing. `changed` when the request or the reader is no longer what
   * was seen.
   */
  grant(
    request: Request,
    reader: Subscriber,
    facts: readonly Fact[],
    rest?: Request,
  ): Promise<'saved' | 'changed'>;
}

/** @param items of the same table */
export function requestsIn(
  TableName: string,
  client: DynamoDBDocumentClient,
  { read, together }: ReturnType<typeof subscriberItemsIn>,
): Omit<Requests, 'leavers'> {
  /** @returns whether the condition was met */
  async function put(put: Omit<PutCommand['input'], 'TableName'>): Promise<boolean> {
    try {
      await client.send(new PutCommand({ TableName, ...put }));
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  }

  return {
    async load(id) {
      const item = await read(id, 'request');
      const found = item && fromItem(item);
      if (found === undefined || isRequest(found)) return found;
      throw new MalformedItem('request', 'asked');
    },

    make: (request) =>
      put({
        Item: { ...keyOf(request), ...toAttributes(request) },
        // Whoever can't be mailed has a request without an end.
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': epochSeconds(request.asked.at) },
      }),

    async pretend(id) {
      const Item = subscriberKey(id, 'request');
      await put({ Item, ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(pk)' });
    },

    grant(request, reader, facts, rest) {
      return together([
        rest === undefined ? drop(request) : { Update: replaced(rest) },
        store(reader),
        ...facts.map((fact) => putFact(TableName, reader.id, fact)),
      ]);
    },
  };

  function drop(request: Request) {
    const Delete = {
      TableName,
      Key: keyOf(request),
      ConditionExpression: 'revision = :seen',
      ExpressionAttributeValues: { ':seen': request.revision },
    };
    return { Delete };
  }

  /** The one that was seen: of whom all stays that this code does not know. */
  function replaced(one: Subscriber) {
    return { TableName, Key: keyOf(one), ...seen(saving(one), one.revision) };
  }

  function store(reader: Subscriber) {
    if (reader.revision > 0) return { Update: replaced(reader) };
    const Item = { ...keyOf(reader), ...toAttributes(reader) };
    return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  }
}
