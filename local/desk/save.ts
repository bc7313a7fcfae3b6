import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Edit, keyOf, toAttributes } from '../../functions/adapters/item.ts';
import { putFact, seen, subscriberItemsIn } from '../../functions/adapters/subscriber-items.ts';
import type { Fact } from '../../functions/core/reader/fact.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { TableAt } from '../account/import/where.ts';

/**
 * Saves what is different, at the revision that was seen, with the record of it or not at all. Nothing else in
 * the item is named, so that nothing has to be known of the secret that the desk does not see; and nothing is
 * answered that was there before.
 *
 * @returns `changed` when another save came first
 */
export function saveChange(
  { table: TableName, config }: Pick<TableAt, 'table' | 'config'>,
  before: Subscriber,
  after: Subscriber,
  fact: Fact | undefined,
): Promise<'saved' | 'changed'> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const Update = {
    TableName,
    Key: keyOf(before),
    ...seen(differenceOf(before, after), before.revision),
  };
  const record = fact === undefined ? [] : [putFact(TableName, before.id, fact)];
  return subscriberItemsIn(TableName, client).together([{ Update }, ...record], fact?.counts);
}

/** What makes an item that says the one say the other. */
export function differenceOf(before: Subscriber, after: Subscriber): Edit {
  const [was, is] = [toAttributes(before), toAttributes(after)];
  const changed = Object.entries(is).filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(was[name], value),
  );
  return {
    set: { ...Object.fromEntries(changed), revision: before.revision + 1 },
    remove: Object.keys(was).filter((name) => was[name] !== undefined && is[name] === undefined),
  };
}
