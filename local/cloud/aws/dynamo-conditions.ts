import type { AwsCall } from './calls.ts';

type Input = AwsCall['input'];

/** What a request touches: an index or a table, and the items and keys that it gives. */
interface Touched {
  readonly index: boolean;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];

/**
 * What IAM knows of a request beside its keys (DynamoDB developer guide, "Using IAM policy conditions for fine-grained
 * access control"): the attributes that it names, what a read asks for, and what a write wants to be answered.
 */
export function dynamoConditions(
  action: string,
  input: Input,
  touched: Touched,
): Readonly<Record<string, readonly string[]>> {
  const attributes = [...new Set([...keysOf(touched), ...namesIn(input)])];
  return {
    // Without any there is no such key, and of nothing `ForAllValues` holds.
    ...(attributes.length > 0 && { 'dynamodb:Attributes': attributes }),
    ...(READS.includes(action) && { 'dynamodb:Select': [selectOf(input, touched)] }),
    ...(WRITES.includes(action) && { 'dynamodb:ReturnValues': returnedBy(input) }),
  };
}

const keysOf = ({ items }: Touched): readonly string[] => items.flatMap(Object.keys);

/** A read that says nothing wants all: of a get, too. */
function selectOf({ Select, ...input }: Input, { index }: Touched): string {
  if (typeof Select === 'string') return Select;
  const isNamed =
    input['ProjectionExpression'] !== undefined || input['AttributesToGet'] !== undefined;
  if (isNamed) return 'SPECIFIC_ATTRIBUTES';
  return index ? 'ALL_PROJECTED_ATTRIBUTES' : 'ALL_ATTRIBUTES';
}

/**
 * The guide does not say whether the item that a condition failed on counts, which a request may ask for as well; the
 * stricter of both is taken here.
 */
function returnedBy(input: Input): readonly string[] {
  const onFailure = input['ReturnValuesOnConditionCheckFailure'];
  const wanted = String(input['ReturnValues'] ?? 'NONE');
  return onFailure === undefined || onFailure === 'NONE' ? [wanted] : [wanted, String(onFailure)];
}

const EXPRESSIONS = [
  ...['ProjectionExpression', 'KeyConditionExpression', 'FilterExpression'],
  ...['ConditionExpression', 'UpdateExpression'],
];

/** Words of the language of expressions (DynamoDB developer guide, "Using expressions"). */
const WORDS = new Set([
  ...['and', 'or', 'not', 'in', 'between', 'set', 'remove', 'add', 'delete'],
  ...['attribute_exists', 'attribute_not_exists', 'attribute_type', 'begins_with', 'contains'],
  ...['size', 'if_not_exists', 'list_append'],
]);

/** The attributes that a request names in its expressions. Of a path, the first part is the attribute. */
function namesIn(input: Input): readonly string[] {
  const aliases = (input['ExpressionAttributeNames'] ?? {}) as Readonly<Record<string, string>>;
  const legacy = input['AttributesToGet'];
  const names = EXPRESSIONS.flatMap((name) => [
    ...String(input[name] ?? '').matchAll(/(?<![\w:#.])[#A-Za-z_]\w*/g),
  ]).map(([name]) => name);
  return [
    ...names.filter((name) => !WORDS.has(name.toLowerCase())).map((name) => aliases[name] ?? name),
    ...(Array.isArray(legacy) ? legacy.map(String) : []),
  ];
}
