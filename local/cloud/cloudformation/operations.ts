import * as z from 'zod';
import type { Activity } from '../activity.ts';
import {
  answered,
  listOf,
  type Operations,
  type Outcome,
  operation,
  refused,
} from '../aws/operation.ts';
import { StartError } from '../problem.ts';
import { ServiceRefusal, type Services } from '../services/services.ts';
import { NOTHING } from '../template/assembly.ts';
import { templateText } from './assets.ts';
import { type Deployments, TOOLKIT } from './deployments.ts';
import type { ChangeSet, StackRecord } from './stacks.ts';

export interface CloudFormationWorld {
  readonly activity: Activity;
  readonly storage: Services;
  readonly deployments: Deployments;
  failed(error: unknown): void;
}

const StackName = z.string();
const named = z.object({ StackName });
const ofChangeSet = z.object({ StackName: StackName.optional(), ChangeSetName: z.string() });
const submission = z.object({
  StackName,
  ChangeSetName: z.string(),
  TemplateBody: z.string().optional(),
  TemplateURL: z.string().optional(),
  Tags: listOf(z.object({ Key: z.string(), Value: z.string() })),
});

/** CloudFormation as the CDK and we ask it. */
export function cloudFormation(world: CloudFormationWorld): Operations {
  const { deployments } = world;
  const known = (given: string) => deployments.find(given) ?? deployments.past(given);
  const of =
    (answer: (record: StackRecord) => Outcome | Promise<Outcome>) =>
    ({ StackName: given }: { readonly StackName: string }) => {
      const record = known(given);
      return record === undefined ? unknownStack(given) : answer(record);
    };

  return {
    DescribeStacks: operation(
      z.object({ StackName: StackName.optional() }),
      ({ StackName: given }) =>
        given === undefined
          ? answered({ Stacks: deployments.all().map(described) })
          : of((record) => answered({ Stacks: [described(record)] }))({ StackName: given }),
    ),
    GetTemplate: operation(
      named,
      of(({ text }) => answered({ TemplateBody: text })),
    ),
    GetTemplateSummary: operation(z.unknown(), () => answered({ Parameters: [] })),
    DescribeStackEvents: operation(
      named,
      of(({ events }) => answered({ StackEvents: events })),
    ),
    DescribeEvents: operation(z.unknown(), () => answered({ OperationEvents: [] })),
    ListHookResults: operation(z.unknown(), () => answered({ HookResults: [] })),
    DescribeStackResources: operation(
      named,
      of((record) => answered({ StackResources: resourcesOf(record) })),
    ),
    ListStackResources: operation(
      named,
      of((record) => answered({ StackResourceSummaries: resourcesOf(record) })),
    ),
    CreateChangeSet: operation(submission, (given) => createChangeSet(world, given)),
    DescribeChangeSet: operation(ofChangeSet, (given) =>
      onChangeSet(deployments, given, (record, changeSet) =>
        answered(describedChanges(record, changeSet)),
      ),
    ),
    DeleteChangeSet: operation(ofChangeSet, (given) => {
      const record = deployments.find(given.StackName ?? '');
      record?.changeSets.delete(given.ChangeSetName);
      return answered();
    }),
    ExecuteChangeSet: operation(ofChangeSet, (given) =>
      onChangeSet(deployments, given, (record, changeSet) => {
        if (changeSet.failure !== undefined) {
          return refused(
            'InvalidChangeSetStatus',
            `ChangeSet [${changeSet.id}] cannot be executed`,
          );
        }
        world.activity.start(() => deployments.execute(record, changeSet), world.failed);
        return answered();
      }),
    ),
    DeleteStack: operation(named, async ({ StackName: given }) => {
      const record = deployments.find(given);
      if (record?.terminationProtection === true) {
        return refused(
          'ValidationError',
          `Stack [${record.name}] cannot be deleted while TerminationProtection is enabled`,
        );
      }
      if (record !== undefined) await deployments.remove(record);
      return answered();
    }),
    UpdateTerminationProtection: operation(
      z.object({ StackName, EnableTerminationProtection: z.stringbool() }),
      ({ StackName: given, EnableTerminationProtection }) =>
        of((record) => {
          record.terminationProtection = EnableTerminationProtection;
          return answered({ StackId: record.id });
        })({ StackName: given }),
    ),
  };
}

/** What is left of a first deployment that failed can only be deleted. */
const CHANGEABLE = /^(REVIEW_IN_PROGRESS|(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE)$/;

async function createChangeSet(
  { deployments, storage }: CloudFormationWorld,
  given: z.infer<typeof submission>,
): Promise<Outcome> {
  const record = deployments.find(given.StackName);
  if (record !== undefined && !CHANGEABLE.test(record.status)) {
    const state = `is in ${record.status} state and can not be updated.`;
    return refused('ValidationError', `Stack:${record.id} ${state}`);
  }
  const stack = record?.name ?? given.StackName;
  try {
    // CDK's own is in YAML; what it makes is there, or is not, by the account's state.
    const text = stack === TOOLKIT ? NOTHING.text : await templateText(given, storage);
    const { id } = await deployments.submit({
      stack,
      changeSet: given.ChangeSetName,
      text,
      tags: given.Tags,
    });
    return answered({ Id: id, StackId: deployments.find(stack)?.id });
  } catch (error) {
    if (!(error instanceof StartError || error instanceof ServiceRefusal)) throw error;
    return refused('ValidationError', `Template format error: ${error.message}`);
  }
}

function onChangeSet(
  deployments: Deployments,
  { StackName: stack, ChangeSetName }: z.infer<typeof ofChangeSet>,
  answer: (record: StackRecord, changeSet: ChangeSet) => Outcome,
): Outcome {
  const records = deployments
    .all()
    .filter(({ name, id }) => stack === undefined || stack === name || stack === id);
  for (const record of records) {
    const changeSet = record.changeSet(ChangeSetName);
    if (changeSet !== undefined) return answer(record, changeSet);
  }
  return refused('ChangeSetNotFound', `ChangeSet [${ChangeSetName}] does not exist`, 404);
}

const unknownStack = (name: string) =>
  refused('ValidationError', `Stack with id ${name} does not exist`);

function described(record: StackRecord): object {
  return {
    StackName: record.name,
    StackId: record.id,
    CreationTime: record.created,
    StackStatus: record.status,
    StackStatusReason: record.reason,
    EnableTerminationProtection: record.terminationProtection,
    Outputs: Object.entries(record.outputs).map(([OutputKey, OutputValue]) => ({
      OutputKey,
      OutputValue,
    })),
    Tags: record.tags,
  };
}

function describedChanges(record: StackRecord, changeSet: ChangeSet): object {
  const failed = changeSet.failure !== undefined;
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: record.id,
    StackName: record.name,
    CreationTime: record.created,
    Status: failed ? 'FAILED' : 'CREATE_COMPLETE',
    StatusReason: changeSet.failure,
    ExecutionStatus: failed ? 'UNAVAILABLE' : changeSet.executed ? 'EXECUTE_COMPLETE' : 'AVAILABLE',
    Changes: changeSet.changes,
    Tags: changeSet.tags,
  };
}

function resourcesOf(record: StackRecord): readonly object[] {
  return record.resources.map(({ logicalId, type, ref }) => ({
    StackName: record.name,
    StackId: record.id,
    LogicalResourceId: logicalId,
    PhysicalResourceId: ref,
    ResourceType: type,
    ResourceStatus: record.status,
    Timestamp: record.created,
    LastUpdatedTimestamp: record.created,
  }));
}
