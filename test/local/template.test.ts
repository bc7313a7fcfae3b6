import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { readAssembly } from '../../local/cloud/template/assembly.ts';
import { resolve } from '../../local/cloud/template/intrinsics.ts';
import { readStack } from '../../local/cloud/template/stack.ts';
import { assemblyOf } from '../support/tiny-assembly.ts';

const scope = {
  template: {
    Parameters: { Size: { Default: 'small' }, Bare: {} },
    Mappings: { Regions: { 'us-east-1': { bucket: 'b-1' } } },
    Conditions: {
      IsSmall: { 'Fn::Equals': [{ Ref: 'Size' }, 'small'] },
      IsNot: { 'Fn::Not': [{ Condition: 'IsSmall' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsNot' }, { Condition: 'IsSmall' }] },
      Both: { 'Fn::And': [{ Condition: 'IsNot' }, { Condition: 'IsSmall' }] },
    },
    Resources: {},
  },
  pseudo: { 'AWS::Region': 'us-east-1', 'AWS::Partition': 'aws' },
  ref: (id: string) => `ref-${id}`,
  attribute: (id: string, name: string) => `${id}-${name}`,
};

/** `#` stands for the dollar that would make it a template string of ours. */
const sub = (text: string, own?: object) => {
  const pattern = text.replaceAll('#', '$');
  return { 'Fn::Sub': own === undefined ? pattern : [pattern, own] };
};

test.each<[string, unknown, unknown]>([
  ['a parameter', { Ref: 'Size' }, 'small'],
  ['a resource', { Ref: 'Table' }, 'ref-Table'],
  ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table-Arn'],
  ['a joined text', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }]] }, 'arn:aws'],
  [
    'a text with names',
    sub('#{Table.Arn}/#{AWS::Region}/#{!Kept}'),
    'Table-Arn/us-east-1/#{Kept}'.replace('#', '$'),
  ],
  ['a text with its own names', sub('<#{x}>', { x: { Ref: 'Size' } }), '<small>'],
  ['one of a split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  ['a mapping', { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'bucket'] }, 'b-1'],
  ['a condition that holds', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
  ['one that does not', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
  ['no value at all', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
  ['a list without it', [1, { 'Fn::If': ['IsNot', 2, { Ref: 'AWS::NoValue' }] }], [1]],
])('%s', (_, value, expected) => {
  expect(resolve(value, scope)).toEqual(expected);
});

test.each<[unknown, RegExp]>([
  [{ 'Fn::ImportValue': 'x' }, /intrinsic function Fn::ImportValue/],
  [{ Ref: 'AWS::NotificationARNs' }, /AWS::NotificationARNs/],
  [{ Ref: 'Bare' }, /Bare has no default/],
])('%j is no surprise at run time: it is refused', (value, message) => {
  expect(() => resolve(value, scope)).toThrow(message);
});

const statement = (more: object) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: { Statement: [] },
    Policies: [
      {
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'a:b', Resource: '*', ...more }] },
      },
    ],
  },
});
test.each<[string, object, RegExp]>([
  [
    'a resource type',
    { X: { Type: 'AWS::Kinesis::Stream', Properties: {} } },
    /AWS::Kinesis::Stream/,
  ],
  [
    'an attribute',
    { X: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::GetAtt': ['X', 'Nope'] } } } },
    /attribute Nope of AWS::S3::Bucket/,
  ],
  [
    'a schedule',
    {
      X: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: { ScheduleExpression: 'cron(0 9 * * ? *)', Target: { Arn: 'a', RoleArn: 'b' } },
      },
    },
    /rate\(…\) only/,
  ],
  [
    'a condition',
    { X: statement({ Condition: { IpAddress: { 'aws:SourceIp': 'x' } } }) },
    /IpAddress/,
  ],
  ['a NotAction', { X: statement({ NotAction: 'x' }) }, /NotAction/],
  [
    'a managed policy',
    {
      X: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: { Statement: [] },
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        },
      },
    },
    /AdministratorAccess/,
  ],
])('%s that is not known here does not start', (_, resources, message) => {
  const directory = assemblyOf(resources as Record<string, unknown>);
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const addresses = { url: 'http://localhost:1', endpoint: 'http://127.0.0.1:2', prefix: '' };
  expect(() => readStack(readAssembly(directory), addresses)).toThrow(message);
});
