import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { SubscriberId } from '../core/token.ts';
import { type Edit, expressionOf, subscriberKey } from './item.ts';
import type { Attributes } from './stored.ts';

type Update = Pick<UpdateCommand['input'], 'UpdateExpression' | 'ConditionExpression'> &
  Pick<UpdateCommand['input'], 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>;

/** Subscribers' items one at a time, as they lie in the table: whoever wants to know reads them. */
export function subscriberItemsIn(TableName: string, client: DynamoDBDocumentClient) {
  async function read(id: SubscriberId): Promise<Attributes | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: subscriberKey(id), ConsistentRead: true }),
    );
    return Item;
  }

  /** An update under a condition, and the item as it was before, whether it met it or not. */
  async function update(
    id: SubscriberId,
    input: Update,
  ): Promise<{ readonly met: boolean; readonly item: Attributes | undefined }> {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          ...input,
          Key: subscriberKey(id),
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { met: true, item: Attributes };
    } catch (error) {
      return { met: false, item: itemOfFailedCondition(error) };
    }
  }

  /** Does an edit to the revision that was seen. */
  async function edit(
    { id, revision }: Pick<Subscriber, 'id' | 'revision'>,
    what: Edit,
  ): Promise<'saved' | 'changed'> {
    const expression = expressionOf(what);
    const { met } = await update(id, {
      ...expression,
      ConditionExpression: '#revision = :seen',
      ExpressionAttributeValues: { ...expression.ExpressionAttributeValues, ':seen': revision },
    });
    return met ? 'saved' : 'changed';
  }
  return { read, update, edit };
}

/** The item that failed a condition; any other error goes on its way. */
export function itemOfFailedCondition(error: unknown): Attributes | undefined {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && unmarshall(error.Item);
}
