import type { Table } from '../template/properties.ts';
import type { Named } from '../template/stack.ts';
import type { AwsCall } from './calls.ts';
import type { AwsError } from './errors.ts';

/**
 * What a table on demand answers when one of its indexes can't take a write: the write is not carried
 * out in the table either (developer guide, "GSI write throttling and back pressure").
 */
export const INDEX_IS_FULL: AwsError = {
  code: 'ThrottlingException',
  message:
    'Throughput exceeds the current capacity for one or more global secondary indexes. ' +
    'DynamoDB is automatically scaling your index so please try again shortly.',
  status: 400,
};

/** Whether a write sets or removes a key of an index, so that the index has to be written as well. */
export function movesAnIndex({ action, input }: AwsCall, tables: readonly Named<Table>[]): boolean {
  const keys = tables
    .filter(({ name }) => name === input['TableName'])
    .flatMap(({ properties }) => properties.GlobalSecondaryIndexes)
    .flatMap(({ KeySchema }) => KeySchema.map(({ AttributeName }) => AttributeName));
  switch (action) {
    case 'PutItem':
      return keys.some((key) => key in ((input['Item'] ?? {}) as object));
    case 'UpdateItem':
      return keys.some((key) => written(input).includes(key));
    default:
      return false;
  }
}

/** What an update sets or removes, as the attributes are called; not what it only reads. */
function written(input: AwsCall['input']): readonly string[] {
  const names = (input['ExpressionAttributeNames'] ?? {}) as Readonly<Record<string, string>>;
  const expression = String(input['UpdateExpression'] ?? '');
  const set = [...expression.matchAll(/([#\w]+)\s*=/g)].map(([, name = '']) => name);
  const [, removed = ''] = /\bREMOVE\b([^=]*?)(?:\b(?:SET|ADD|DELETE)\b|$)/.exec(expression) ?? [];
  return [...set, ...(removed.match(/#?\w+/g) ?? [])].map((name) => names[name] ?? name);
}
