import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { answered, type Operations, type Outcome, operation, refused } from '../aws/operation.ts';
import type { Clock, Moment } from '../clock.ts';
import type { StoredItem, Tables } from '../tables.ts';
import { arn, nameInArn } from '../template/names.ts';
import type { Table } from '../template/properties.ts';
import type { Named, Stack } from '../template/stack.ts';

export interface BackupsWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly tables: Tables;
}

interface Backup {
  readonly arn: string;
  readonly name: string;
  readonly table: Named<Table>;
  readonly at: Moment;
  readonly items: readonly StoredItem[];
}

const onTable = z.object({ TableName: z.string() });
const pointInTime = z.object({
  SourceTableName: z.string().optional(),
  SourceTableArn: z.string().optional(),
  TargetTableName: z.string(),
});

/**
 * DynamoDB's backups. No history is kept here: the latest restorable moment, and any other that is
 * asked for, is now.
 */
export function backups({ stack, clock, tables }: BackupsWorld): Operations {
  const taken: Backup[] = [];
  const onKnown = async (
    given: string,
    then: (table: Named<Table>) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> => {
    const table = stack().tables.find(({ name }) => name === nameInArn(given));
    if (table !== undefined) return await then(table);
    return refused('TableNotFoundException', `Table not found: ${nameInArn(given)}`);
  };
  const restore = async (table: Named<Table>, name: string, items: readonly StoredItem[]) => {
    const made = await tables.restore({ ...table, name }, items);
    if (!made) return refused('TableAlreadyExistsException', `Table already exists: ${name}`);
    const TableArn = arn('dynamodb', `table/${name}`);
    return answered({
      TableDescription: { TableName: name, TableArn, TableStatus: 'CREATING' },
    });
  };

  return {
    DescribeContinuousBackups: operation(onTable, ({ TableName }) =>
      onKnown(TableName, ({ properties }) => {
        const on = properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled;
        const moments = {
          EarliestRestorableDateTime: new Date(clock.now()),
          LatestRestorableDateTime: new Date(clock.now()),
        };
        return answered({
          ContinuousBackupsDescription: {
            ContinuousBackupsStatus: 'ENABLED',
            PointInTimeRecoveryDescription: {
              PointInTimeRecoveryStatus: on ? 'ENABLED' : 'DISABLED',
              ...(on && moments),
            },
          },
        });
      }),
    ),
    RestoreTableToPointInTime: operation(pointInTime, (given) =>
      onKnown(given.SourceTableName ?? given.SourceTableArn ?? '', async (table) =>
        table.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled
          ? await restore(table, given.TargetTableName, await tables.items(table.name))
          : refused('PointInTimeRecoveryUnavailableException', 'Point in time recovery is off'),
      ),
    ),
    CreateBackup: operation(onTable.extend({ BackupName: z.string() }), (given) =>
      onKnown(given.TableName, async (table) => {
        const made: Backup = {
          arn: `${arn('dynamodb', `table/${table.name}`)}/backup/${randomUUID()}`,
          name: given.BackupName,
          table,
          at: clock.now(),
          items: await tables.items(table.name),
        };
        taken.push(made);
        return answered({ BackupDetails: described(made) });
      }),
    ),
    ListBackups: operation(z.object({ TableName: z.string().optional() }), ({ TableName }) =>
      answered({
        BackupSummaries: taken
          .filter(({ table }) => TableName === undefined || table.name === nameInArn(TableName))
          .map((one) => ({ ...described(one), TableName: one.table.name })),
      }),
    ),
    DescribeBackup: operation(z.object({ BackupArn: z.string() }), ({ BackupArn }) => {
      const found = taken.find((one) => one.arn === BackupArn);
      return found === undefined
        ? refused('BackupNotFoundException', `Backup not found: ${BackupArn}`)
        : answered({ BackupDescription: { BackupDetails: described(found) } });
    }),
    RestoreTableFromBackup: operation(
      z.object({ BackupArn: z.string(), TargetTableName: z.string() }),
      async ({ BackupArn, TargetTableName }) => {
        const found = taken.find((one) => one.arn === BackupArn);
        return found === undefined
          ? refused('BackupNotFoundException', `Backup not found: ${BackupArn}`)
          : await restore(found.table, TargetTableName, found.items);
      },
    ),
  };
}

const described = ({ arn: BackupArn, name: BackupName, at, items }: Backup) => ({
  BackupArn,
  BackupName,
  BackupStatus: 'AVAILABLE',
  BackupType: 'USER',
  BackupCreationDateTime: new Date(at),
  BackupSizeBytes: JSON.stringify(items).length,
});
