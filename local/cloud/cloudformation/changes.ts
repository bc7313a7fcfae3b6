import { isDeepStrictEqual } from 'node:util';
import type { Template } from '../template/assembly.ts';

/** What a change set does to one resource. */
export interface Change {
  readonly Type: 'Resource';
  readonly ResourceChange: {
    readonly Action: 'Add' | 'Modify' | 'Remove';
    readonly LogicalResourceId: string;
    readonly ResourceType: string;
    readonly Replacement?: 'True' | 'False';
    readonly Details?: readonly object[];
    readonly Scope?: readonly string[];
  };
}

/**
 * Properties that can't be changed in place: CloudFormation makes another resource and deletes this
 * one. Of the types that hold what can't be made again; others count as changed in place.
 */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['KeySchema', 'TableName'],
  'AWS::DynamoDB::GlobalTable': ['KeySchema', 'TableName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::SES::ConfigurationSet': ['Name'],
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::SNS::Topic': ['TopicName', 'FifoTopic'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::SNS::Subscription': ['Endpoint', 'Protocol', 'TopicArn'],
};

type Resources = Template['Resources'];

/** What has to be done to come from one set of resources to another. */
export function changesBetween(before: Resources, after: Resources): readonly Change[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids.flatMap((id) => change(id, before[id], after[id]) ?? []);
}

function change(
  LogicalResourceId: string,
  before: Resources[string] | undefined,
  after: Resources[string] | undefined,
): Change | undefined {
  const ResourceType = (after ?? before)?.Type ?? '';
  const named = { LogicalResourceId, ResourceType };
  if (before === undefined)
    return { Type: 'Resource', ResourceChange: { Action: 'Add', ...named } };
  if (after === undefined) {
    return { Type: 'Resource', ResourceChange: { Action: 'Remove', ...named } };
  }
  const changed = changedProperties(before.Properties, after.Properties);
  if (changed.length === 0) return undefined;
  const createOnly = CREATE_ONLY[ResourceType] ?? [];
  return {
    Type: 'Resource',
    ResourceChange: {
      Action: 'Modify',
      ...named,
      Replacement: changed.some((name) => createOnly.includes(name)) ? 'True' : 'False',
      Scope: ['Properties'],
      Details: changed.map((Name) => ({
        ChangeSource: 'DirectModification',
        Evaluation: 'Static',
        Target: {
          Attribute: 'Properties',
          Name,
          RequiresRecreation: createOnly.includes(Name) ? 'Always' : 'Never',
        },
      })),
    },
  };
}

function changedProperties(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}
