import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Attributes } from './stored.ts';
import { itemOfFailedCondition } from './subscriber-items.ts';

/** Puts an item where none is. @returns what was there, untouched; undefined where nothing was */
export async function putOnce(
  client: DynamoDBDocumentClient,
  put: Pick<PutCommand['input'], 'TableName' | 'Item'>,
): Promise<Attributes | undefined> {
  try {
    await client.send(
      new PutCommand({
        ...put,
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return undefined;
  } catch (error) {
    return itemOfFailedCondition(error) ?? {};
  }
}
