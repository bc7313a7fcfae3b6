import { expect, test } from 'vitest';
import { allow, arnOf, cloudOf, httpApi, probe, under } from '../support/cloud.ts';

const table = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'things',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'kind', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'kinds',
          KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    },
  },
};
const storage = {
  ...table,
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files' } },
  Domain: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.com' } },
  Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'set' } },
};
const sesArn = (rest: string) => `arn:aws:ses:us-east-1:000000000000:${rest}`;

const key = (pk: string) => ({ pk: { S: pk } });
const mail = {
  RawMessage: { Data: 'From: a@example.com\r\nTo: b@example.net\r\nSubject: x\r\n\r\nhello' },
  ConfigurationSetName: 'set',
};
const queueUrl = (endpoint: string) => `${endpoint}/000000000000/jobs`;

test('what the role allows works; all else is AccessDenied, by service', async () => {
  const leading = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['mine'] } };
  const cloud = await cloudOf({
    ...storage,
    ...probe('WebFunction', [
      { ...allow('dynamodb:*Item', arnOf('Table')), Condition: leading },
      allow('s3:GetObject', under('Bucket', '/in/*')),
      allow('s3:PutObject', under('Bucket', '/*')),
      { ...allow('s3:PutObject', '*'), Effect: 'Deny', Resource: 'arn:aws:s3:::files/locked/*' },
      allow('sqs:SendMessage', arnOf('Queue')),
      allow('ses:SendRawEmail', sesArn('identity/example.com')),
      allow('ses:GetSendQuota', '*'),
    ]),
    ...httpApi('WebFunction'),
  });
  const QueueUrl = queueUrl(cloud.endpoint);
  const rows: readonly (readonly [string, string, object, string | undefined])[] = [
    ['dynamodb', 'PutItem', { TableName: 'things', Item: key('mine') }, undefined],
    ['dynamodb', 'GetItem', { TableName: 'things', Key: key('mine') }, undefined],
    ['dynamodb', 'GetItem', { TableName: 'things', Key: key('yours') }, 'AccessDeniedException'],
    ['dynamodb', 'Scan', { TableName: 'things' }, 'AccessDeniedException'],
    ['sqs', 'SendMessage', { QueueUrl, MessageBody: 'x' }, undefined],
    ['sqs', 'SendMessageBatch', { QueueUrl, Entries: [{ Id: '1', MessageBody: 'x' }] }, undefined],
    ['sqs', 'ReceiveMessage', { QueueUrl }, 'AccessDenied'],
    ['s3', 'PutObject', { Bucket: 'files', Key: 'in/a', Body: 'hello' }, undefined],
    ['s3', 'GetObject', { Bucket: 'files', Key: 'in/a' }, undefined],
    ['s3', 'GetObject', { Bucket: 'files', Key: 'out/a' }, 'AccessDenied'],
    ['s3', 'GetObject', { Bucket: 'files', Key: 'in/missing' }, 'AccessDenied'],
    ['s3', 'PutObject', { Bucket: 'files', Key: 'locked/a', Body: 'x' }, 'AccessDenied'],
    ['ses', 'GetSendQuota', {}, undefined],
    ['ses', 'SendRawEmail', { ...mail, ConfigurationSetName: undefined }, undefined],
    ['ses', 'SendRawEmail', mail, 'AccessDenied'],
  ];
  for (const [service, command, input, expected] of rows) {
    const { error } = await cloud.ask(service, command, input);
    expect(error?.name, `${command} ${JSON.stringify(input)}`).toBe(expected);
  }
  const { denied } = await cloud.figures();
  expect(denied.map(({ action }) => action)).toEqual([
    ...['dynamodb:GetItem', 'dynamodb:Scan', 'sqs:ReceiveMessage'],
    ...['s3:GetObject', 's3:PutObject', 'ses:SendRawEmail'],
  ]);
  const unused = cloud.grants().filter(({ used }) => !used);
  expect(unused.map(({ action }) => action)).toEqual([
    ...['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  ]);
});

test('figures: calls by function, units by table and index, a failed condition costs', async () => {
  const cloud = await cloudOf({
    ...storage,
    ...probe('WebFunction', [
      allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:GetItem'], arnOf('Table')),
      allow('dynamodb:Query', under('Table', '/index/*')),
    ]),
    ...httpApi('WebFunction'),
  });
  const put = (item: object, more: object = {}) =>
    cloud.ask('dynamodb', 'PutItem', { TableName: 'things', Item: item, ...more });
  await put({ ...key('a'), kind: { S: 'one' } });
  await put({ ...key('a'), kind: { S: 'two' } });
  await put({ ...key('a'), kind: { S: 'two' }, note: { S: 'not projected' } });
  const failed = await put(key('a'), {
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  expect(failed.error?.name).toBe('ConditionalCheckFailedException');
  expect(failed.error?.item).toMatchObject({ note: { S: 'not projected' } });
  const found = await cloud.ask('dynamodb', 'Query', {
    TableName: 'things',
    IndexName: 'kinds',
    KeyConditionExpression: 'kind = :kind',
    ExpressionAttributeValues: { ':kind': { S: 'two' } },
  });
  expect(found.output).toMatchObject({ Count: 1 });
  expect(found.output).not.toHaveProperty('ConsumedCapacity');
  await cloud.ask('dynamodb', 'DeleteItem', { TableName: 'things', Key: key('a') });

  const { capacity, requests } = await cloud.figures();
  expect(capacity).toEqual([
    { table: 'things', index: 'kinds', readUnits: 0.5, writeUnits: 1 + 2 + 0 + 1 },
    { table: 'things', readUnits: 0, writeUnits: 5 },
  ]);
  expect(requests.map(({ function: name, action, count }) => [name, action, count])).toEqual([
    ['web', 'PutItem', 4],
    ['web', 'Query', 1],
    ['web', 'DeleteItem', 1],
  ]);
  await cloud.post('/_local/metrics/reset', {});
  expect((await cloud.figures()).requests).toEqual([]);
});

test('a test takes a permission away by editing the template', async () => {
  const cloud = await cloudOf(
    {
      ...storage,
      ...probe('WebFunction', [allow('dynamodb:GetItem', arnOf('Table'))]),
      ...httpApi('WebFunction'),
    },
    {
      edit: (template) => {
        const { WebFunctionRole, ...rest } = template.Resources;
        const role = { ...WebFunctionRole?.Properties, Policies: [] };
        return {
          ...template,
          Resources: { ...rest, WebFunctionRole: { Type: 'AWS::IAM::Role', Properties: role } },
        };
      },
    },
  );
  const { error } = await cloud.ask('dynamodb', 'GetItem', { TableName: 'things', Key: key('a') });
  expect(error?.name).toBe('AccessDeniedException');
  expect(error?.message).toContain('is not authorized to perform: dynamodb:GetItem on resource');
});
