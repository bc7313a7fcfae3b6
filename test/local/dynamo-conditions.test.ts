import { describe, expect, test } from 'vitest';
import { dynamoConditions } from '../../local/cloud/aws/dynamo-conditions.ts';

/** What IAM knows of a request, as its guide describes it: names in expressions are read as DynamoDB reads them. */
const NOTHING = { index: false, items: [] };
const attributesOf = (input: Readonly<Record<string, unknown>>, items: readonly object[] = []) =>
  dynamoConditions('GetItem', input, { index: false, items: items as never })[
    'dynamodb:Attributes'
  ];

describe('the attributes that a request names', () => {
  test.for<readonly [reason: string, input: object, names: readonly string[] | undefined]>([
    ['none', {}, undefined],
    ['a projection', { ProjectionExpression: 'pk, secret' }, ['pk', 'secret']],
    [
      'behind an alias',
      { ProjectionExpression: '#a,#b', ExpressionAttributeNames: { '#a': 'secret', '#b': 'name' } },
      ['secret', 'name'],
    ],
    [
      'an alias that nobody uses',
      { ProjectionExpression: 'pk', ExpressionAttributeNames: { '#a': 'secret' } },
      ['pk'],
    ],
    [
      'of a path, its first part',
      {
        ProjectionExpression: 'standing.#is, enrollments[0].track',
        ExpressionAttributeNames: { '#is': 'is' },
      },
      ['standing', 'enrollments'],
    ],
    [
      'a filter, without its values',
      { FilterExpression: 'begins_with(secret, :guess) AND NOT answer IN (:one, :two)' },
      ['secret', 'answer'],
    ],
    [
      'the keys of a query',
      { KeyConditionExpression: 'pk = :pk and sk BETWEEN :a AND :b' },
      ['pk', 'sk'],
    ],
    [
      'a condition',
      { ConditionExpression: 'attribute_not_exists(pk) OR size(answer) > :one' },
      ['pk', 'answer'],
    ],
    [
      'an update, in all its clauses',
      {
        UpdateExpression:
          'SET a = if_not_exists(b, :c), d = list_append(e, :f) REMOVE g ADD h :i DELETE j :k',
      },
      ['a', 'b', 'd', 'e', 'g', 'h', 'j'],
    ],
    ['each once', { ProjectionExpression: 'pk', KeyConditionExpression: 'pk = :pk' }, ['pk']],
    ['the old way', { AttributesToGet: ['secret'] }, ['secret']],
  ])('%s', ([, input, names]) => {
    expect(attributesOf(input as Readonly<Record<string, unknown>>)).toEqual(names);
  });

  test('keys and items as well', () => {
    expect(attributesOf({ ProjectionExpression: 'name' }, [{ pk: {}, sk: {} }])).toEqual([
      'pk',
      'sk',
      'name',
    ]);
  });
});

describe('what a read asks for', () => {
  test.for<readonly [action: string, input: object, index: boolean, select: string | undefined]>([
    ['GetItem', {}, false, 'ALL_ATTRIBUTES'],
    ['Scan', {}, false, 'ALL_ATTRIBUTES'],
    ['Query', {}, true, 'ALL_PROJECTED_ATTRIBUTES'],
    ['Query', { Select: 'COUNT' }, true, 'COUNT'],
    ['GetItem', { ProjectionExpression: 'pk' }, false, 'SPECIFIC_ATTRIBUTES'],
    ['BatchGetItem', { AttributesToGet: ['pk'] }, false, 'SPECIFIC_ATTRIBUTES'],
    ['Query', { Select: 'ALL_ATTRIBUTES', ProjectionExpression: 'pk' }, false, 'ALL_ATTRIBUTES'],
    ['UpdateItem', {}, false, undefined],
    ['DescribeTable', {}, false, undefined],
  ])('%s %o, of an index: %s: %s', ([action, input, index, select]) => {
    const known = dynamoConditions(action, input as never, { index, items: [] });
    expect(known['dynamodb:Select']).toEqual(select && [select]);
  });
});

describe('what a write wants to be answered', () => {
  test.for<readonly [action: string, input: object, values: readonly string[] | undefined]>([
    ['UpdateItem', {}, ['NONE']],
    ['UpdateItem', { ReturnValues: 'ALL_NEW' }, ['ALL_NEW']],
    ['UpdateItem', { ReturnValuesOnConditionCheckFailure: 'NONE' }, ['NONE']],
    ['UpdateItem', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }, ['NONE', 'ALL_OLD']],
    ['PutItem', {}, ['NONE']],
    ['DeleteItem', { ReturnValues: 'ALL_OLD' }, ['ALL_OLD']],
    ['ConditionCheckItem', { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }, ['NONE', 'ALL_OLD']],
    ['GetItem', {}, undefined],
  ])('%s %o: %o', ([action, input, values]) => {
    expect(dynamoConditions(action, input as never, NOTHING)['dynamodb:ReturnValues']).toEqual(
      values,
    );
  });
});
