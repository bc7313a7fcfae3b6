import { arn } from '../template/names.ts';
import type { Table } from '../template/properties.ts';
import type { Named } from '../template/stack.ts';
import type { AwsCall, Permission } from './calls.ts';
import { dynamoConditions } from './dynamo-conditions.ts';

type Input = AwsCall['input'];
type Item = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a DynamoDB call touches, by which partition keys (`dynamodb:LeadingKeys`), and how. */
export function dynamoPermissions(
  action: string,
  input: Input,
  tables: readonly Named<Table>[],
): readonly Permission[] {
  if (action === 'TransactWriteItems') {
    return writesIn(input).flatMap(([single, each]) => dynamoPermissions(single, each, tables));
  }
  return tablesOf(input).map(({ table, index, items, asked }) => {
    const declared = tables.find(({ name }) => name === table)?.properties;
    const keys =
      index === undefined
        ? declared?.KeySchema
        : declared?.GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === index)?.KeySchema;
    const hashKey = keys?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
    const leading = items.length > 0 ? items.flatMap(keyIn(hashKey)) : queried(hashKey, input);
    const resource = arn('dynamodb', `table/${table}${index ? `/index/${index}` : ''}`);
    return {
      action: `dynamodb:${action}`,
      resource: table === '' ? '*' : resource,
      context: {
        ...(leading.length > 0 && { 'dynamodb:LeadingKeys': leading }),
        ...dynamoConditions(action, asked, { index: index !== undefined, items }),
      },
    };
  });
}

/** A transaction needs the permissions of its writes and none of its own (developer guide, "IAM with transactions"). */
const writesIn = ({ TransactItems }: Input): readonly (readonly [string, Input])[] =>
  (TransactItems as readonly Readonly<Record<string, Input>>[]).flatMap((item) =>
    Object.entries(item).map(([kind, each]) => [`${kind}Item`, each] as const),
  );

interface Touched {
  readonly table: string;
  readonly index?: string;
  readonly items: readonly Item[];
  /** What is asked of it: the call's own input, or a batch's of one table. */
  readonly asked: Input;
}

function tablesOf(input: Input): readonly Touched[] {
  const {
    TableName,
    IndexName,
    Key,
    Item: item,
    RequestItems,
  } = input as {
    readonly TableName?: string;
    readonly IndexName?: string;
    readonly Key?: Item;
    readonly Item?: Item;
    readonly RequestItems?: Readonly<Record<string, unknown>>;
  };
  if (RequestItems !== undefined) {
    return Object.entries(RequestItems).map(([table, request]) => ({
      table,
      items: batched(request),
      asked: Array.isArray(request) ? {} : (request as Input),
    }));
  }
  const items = [Key, item].filter((one) => one !== undefined);
  return [{ table: TableName ?? '', ...(IndexName && { index: IndexName }), items, asked: input }];
}

/** The keys of a BatchGetItem, the items and keys of a BatchWriteItem. */
function batched(request: unknown): readonly Item[] {
  if (!Array.isArray(request)) return (request as { readonly Keys?: Item[] }).Keys ?? [];
  const writes = request as readonly {
    readonly PutRequest?: { readonly Item: Item };
    readonly DeleteRequest?: { readonly Key: Item };
  }[];
  return writes.flatMap(({ PutRequest, DeleteRequest }) => {
    const item = PutRequest?.Item ?? DeleteRequest?.Key;
    return item === undefined ? [] : [item];
  });
}

const keyIn = (hashKey: string) => (item: Item) => Object.values(item[hashKey] ?? {});

/** The partition key that a query's condition asks for. */
function queried(hashKey: string, input: Input): readonly string[] {
  const condition = String(input['KeyConditionExpression'] ?? '');
  const names = (input['ExpressionAttributeNames'] ?? {}) as Readonly<Record<string, string>>;
  const values = (input['ExpressionAttributeValues'] ?? {}) as Item;
  return [...condition.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)]
    .filter(([, name = '']) => (names[name] ?? name) === hashKey)
    .flatMap(([, , value = '']) => Object.values(values[value] ?? {}));
}
