import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteObjectsCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { inboxKey, mailIn } from '../../../functions/adapters/inbound.ts';
import { subscriberKey } from '../../../functions/adapters/item.ts';
import { anInstant } from '../../../functions/adapters/stored-values.ts';
import type { SubscriberId } from '../../../functions/core/token.ts';
import type { ClientConfig } from '../account.ts';
import type { ReceivedMail } from './mailbox.ts';

/** Takes away all that a live check made: its readers, what is kept beside them, and their mail. */
export function erasing(TableName: string, Bucket: string, config: ClientConfig) {
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const s3 = new S3Client({ ...config, forcePathStyle: true });

  const keysUnder = async (pk: string) => {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ProjectionExpression: 'pk, sk, receivedAt',
        ConsistentRead: true,
      }),
    );
    return Items.flatMap(({ pk, sk, receivedAt }) => {
      const [mail, at] = [mailIn(sk), anInstant(receivedAt)];
      const inbox = mail !== undefined && at !== undefined ? [inboxKey(mail, at)] : [];
      return [{ pk: String(pk), sk: String(sk) }, ...inbox];
    });
  };
  const keysOf = async (places: readonly string[]) =>
    (await Promise.all(places.map(keysUnder))).flat();

  /** @returns how many items are left */
  return async (ids: readonly SubscriberId[], mails: readonly ReceivedMail[]): Promise<number> => {
    const places = [
      ...ids.map((id) => subscriberKey(id).pk),
      ...mails.map(({ messageId }) => `inbound#${messageId}`),
    ];
    for (const Key of await keysOf(places)) await table.send(new DeleteCommand({ TableName, Key }));
    if (mails.length > 0) {
      const Objects = mails.map(({ key }) => ({ Key: key }));
      await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    }
    return (await keysOf(places)).length;
  };
}
