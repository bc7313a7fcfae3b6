import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import type { TableAt } from '../import/where.ts';
import { scanned } from '../items.ts';

/** How large a table is, in bytes, as DynamoDB knew it some hours ago. It costs nothing to ask. */
export async function bytesOf({ table, config }: TableAt): Promise<number> {
  const dynamo = new DynamoDBClient(config);
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: table }));
  return Table?.TableSizeBytes ?? 0;
}

/** Everybody who is stored and can be read: the whole table is gone through. */
export async function everybodyAt({ table, config }: TableAt): Promise<readonly Subscriber[]> {
  const all: Subscriber[] = [];
  for await (const page of scanned(table, config, 'subscriber'))
    all.push(...page.flatMap((one) => wholeIn(one)));
  return all;
}
