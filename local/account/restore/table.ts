import {
  ConditionalCheckFailedException,
  CreateBackupCommand,
  DescribeBackupCommand,
  DynamoDBClient,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { idInKey } from '../../../functions/adapters/item.ts';
import type { Attributes } from '../../../functions/adapters/stored.ts';
import { putFact, subscriberItemsIn } from '../../../functions/adapters/subscriber-items.ts';
import { subscribersIn } from '../../../functions/adapters/subscribers.ts';
import { type Instant, instant } from '../../../functions/core/time.ts';
import type { ClientConfig } from '../account.ts';
import type { Write } from './plan.ts';

/** A copy of a small table is there in minutes, of a large one in hours. */
const PATIENCE_SECONDS = 6 * 3600;

/** Tables as wholes, with the author's own rights. */
export function tablesWith(config: ClientConfig) {
  const service = new DynamoDBClient(config);
  const client = DynamoDBDocumentClient.from(service);
  const finished = (TableName: string) =>
    waitUntilTableExists({ client: service, maxWaitTime: PATIENCE_SECONDS }, { TableName });
  return {
    /** @returns the ARN of the backup */
    async backUp(TableName: string, BackupName: string): Promise<string> {
      const command = new CreateBackupCommand({ TableName, BackupName });
      return (await service.send(command)).BackupDetails?.BackupArn ?? '';
    },

    /** The moment that a backup is of. */
    async takenAt(BackupArn: string): Promise<Instant> {
      const { BackupDescription } = await service.send(new DescribeBackupCommand({ BackupArn }));
      return instant(BackupDescription?.BackupDetails?.BackupCreationDateTime ?? new Date());
    },

    /** Makes a table of what another was at a moment. It needs no indexes: it is read once. */
    async copyOf(SourceTableName: string, at: Instant, TargetTableName: string): Promise<void> {
      await service.send(
        new RestoreTableToPointInTimeCommand({
          SourceTableName,
          TargetTableName,
          RestoreDateTime: new Date(at),
          GlobalSecondaryIndexOverride: [],
        }),
      );
      await finished(TargetTableName);
    },

    /** Makes a table of a backup. */
    async copyFrom(BackupArn: string, TargetTableName: string): Promise<void> {
      const GlobalSecondaryIndexOverride: [] = [];
      await service.send(
        new RestoreTableFromBackupCommand({
          BackupArn,
          TargetTableName,
          GlobalSecondaryIndexOverride,
        }),
      );
      await finished(TargetTableName);
    },

    async items(TableName: string): Promise<readonly Attributes[]> {
      const all: Attributes[] = [];
      const pages = paginateScan({ client }, { TableName, ConsistentRead: true });
      for await (const { Items = [] } of pages) all.push(...Items);
      return all;
    },

    /** @returns whether it was written; somebody else's write may have come first */
    async write(TableName: string, write: Write): Promise<boolean> {
      const { fact } = write;
      if (write.is === 'completed') {
        return (await subscribersIn(TableName, config).save(write.subscriber, fact)) === 'saved';
      }
      const condition =
        write.is === 'put'
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :seen',
              ExpressionAttributeValues: { ':seen': write.revision },
            };
      const Put = { TableName, Item: { ...write.item }, ...condition };
      const id = idInKey(write.item['pk']);
      if (fact !== undefined && id !== undefined) {
        const items = subscriberItemsIn(TableName, client);
        return (await items.together([{ Put }, putFact(TableName, id, fact)])) === 'saved';
      }
      try {
        await client.send(new PutCommand(Put));
        return true;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return false;
      }
    },
  };
}

export type Tables = ReturnType<typeof tablesWith>;
