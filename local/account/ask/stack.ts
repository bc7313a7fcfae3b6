import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { ClientConfig } from '../account.ts';

/** A stack as CloudFormation tells it. */
export interface DeployedStack {
  /** Its ARN, which names account and region. */
  readonly id: string;
  readonly status: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StackResource {
  readonly logicalId: string;
  /** What AWS calls it; empty while it is being made. */
  readonly physicalId: string;
  readonly type: string;
}

export interface StackAnswers {
  /** The version of CDK's bootstrap stack; undefined where there is none. */
  bootstrapVersion(): Promise<number | undefined>;
  stack(name: string): Promise<DeployedStack | undefined>;
  /** None where there is no such stack. */
  resources(name: string): Promise<readonly StackResource[]>;
  /** The template that is deployed, as it was given; undefined where there is none. */
  template(name: string): Promise<string | undefined>;
}

/** Where every CDK v2 bootstrap writes its version (CDK guide, "Bootstrapping"). */
const BOOTSTRAP_VERSION = '/cdk-bootstrap/hnb659fds/version';

/** Asks CloudFormation, and what CDK needs beside it. */
export function askStack(config: ClientConfig): StackAnswers {
  const [cloudFormation, ssm] = [new CloudFormationClient(config), new SSMClient(config)];
  return {
    async bootstrapVersion() {
      try {
        const { Parameter } = await ssm.send(new GetParameterCommand({ Name: BOOTSTRAP_VERSION }));
        return Number(Parameter?.Value);
      } catch (error) {
        if ((error as Error).name === 'ParameterNotFound') return undefined;
        throw error;
      }
    },
    stack: (name) =>
      unlessMissing(async () => {
        const { Stacks } = await cloudFormation.send(
          new DescribeStacksCommand({ StackName: name }),
        );
        const [found] = Stacks ?? [];
        return (
          found && {
            id: found.StackId ?? '',
            status: found.StackStatus ?? '',
            tags: paired(found.Tags?.map(({ Key, Value }) => [Key, Value])),
            outputs: paired(found.Outputs?.map((one) => [one.OutputKey, one.OutputValue])),
          }
        );
      }),
    resources: async (name) =>
      (await unlessMissing(async () => {
        const pages = paginateListStackResources({ client: cloudFormation }, { StackName: name });
        const all: StackResource[] = [];
        for await (const { StackResourceSummaries = [] } of pages) {
          for (const one of StackResourceSummaries) {
            // What a rollback took away, or left behind, is listed still and no longer the stack's.
            if (/^DELETE_(COMPLETE|SKIPPED)$/.test(one.ResourceStatus ?? '')) continue;
            all.push({
              logicalId: one.LogicalResourceId ?? '',
              physicalId: one.PhysicalResourceId ?? '',
              type: one.ResourceType ?? '',
            });
          }
        }
        return all;
      })) ?? [],
    template: (name) =>
      unlessMissing(async () => {
        const asked = new GetTemplateCommand({ StackName: name, TemplateStage: 'Original' });
        return (await cloudFormation.send(asked)).TemplateBody;
      }),
  };
}

/** CloudFormation has no error of its own for it: "Stack with id X does not exist". */
async function unlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (/does not exist/.test((error as Error).message)) return undefined;
    throw error;
  }
}

const paired = (
  pairs: readonly (readonly [string | undefined, string | undefined])[] = [],
): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.map(([key, value]) => [key ?? '', value ?? '']));
