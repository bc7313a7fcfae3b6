import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { outcomeKey } from '../../functions/adapters/inbound.ts';
import type { Desk } from './desk.ts';

/**
 * Notes that an author has answered a mail from their own mailbox, which nobody else can know; or that it waits
 * again.
 *
 * @returns whether there is such a mail
 */
export async function markAnswered(
  { table, config }: Pick<Desk, 'table' | 'config'>,
  messageId: string,
  answered: boolean,
): Promise<boolean> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const edit = answered
    ? { UpdateExpression: 'SET answered = :yes', ExpressionAttributeValues: { ':yes': true } }
    : { UpdateExpression: 'REMOVE answered' };
  try {
    const Key = outcomeKey(messageId);
    const ConditionExpression = 'attribute_exists(pk)';
    await client.send(new UpdateCommand({ TableName: table, Key, ConditionExpression, ...edit }));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return false;
  }
}
