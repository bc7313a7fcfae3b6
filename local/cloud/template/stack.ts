import { checkConditions, PolicyDocument, type Statement } from '../iam/policy.ts';
import { StartError } from '../problem.ts';
import type { Assembly } from './assembly.ts';
import { nameInArn, shortName } from './names.ts';
import * as shape from './properties.ts';
import { type Addresses, type ResolvedResource, resolveTemplate } from './resolved.ts';

/** A Lambda function as the template declares it. */
export interface FunctionSpec {
  readonly arn: string;
  readonly name: string;
  /** What metrics and logs call it. */
  readonly shortName: string;
  readonly roleArn: string;
  readonly directory: string;
  readonly handler: string;
  readonly runtime: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly concurrency: number | undefined;
  readonly logGroup: string;
  readonly deadLetterArn: string | undefined;
  readonly async: shape.AsyncConfig;
}

export interface Role {
  readonly arn: string;
  readonly name: string;
  /** Who may take the role on. */
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
}

/** What somebody may do to whom it is attached. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly statements: readonly Statement[];
}

export interface Named<Properties> {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly properties: Properties;
}

/** All that a template declares, ready to run: no intrinsic function left, every property read. */
export interface Stack {
  /** Empty when nothing is deployed. */
  readonly name: string;
  readonly resources: readonly ResolvedResource[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly brokenRules: readonly string[];
  readonly functions: ReadonlyMap<string, FunctionSpec>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Policies for people, which no resource has. */
  readonly policies: ReadonlyMap<string, ManagedPolicy>;
  /** Policies on resources, by the ARN of the resource. */
  readonly resourcePolicies: ReadonlyMap<string, readonly Statement[]>;
  readonly permissions: readonly shape.Permission[];
  readonly tables: readonly Named<shape.Table>[];
  readonly queues: readonly Named<shape.Queue>[];
  readonly buckets: readonly Named<unknown>[];
  readonly subscriptions: readonly shape.Subscription[];
  readonly eventSources: readonly shape.EventSource[];
  readonly schedules: readonly Named<shape.Schedule>[];
  readonly apis: readonly Named<unknown>[];
  readonly stages: readonly shape.StageSettings[];
  readonly routes: readonly shape.Route[];
  readonly integrations: ReadonlyMap<string, shape.Integration>;
  readonly configurationSets: readonly string[];
  readonly eventDestinations: readonly shape.EventDestination[];
  readonly deliveryStreams: readonly Named<shape.DeliveryStream>[];
  readonly ruleSets: readonly string[];
  readonly receiptRules: readonly (shape.ReceiptRule & { readonly name: string })[];
}

/**
 * Reads a synthesized stack.
 *
 * @throws StartError when the local cloud could not run it as AWS would
 */
export function readStack(assembly: Assembly, addresses: Addresses): Stack {
  const resolved = resolveTemplate(assembly, addresses);
  const { resources } = resolved;
  const all = <Properties>(type: string, read: shape.Reader<Properties>) =>
    resources
      .filter((resource) => resource.type === `AWS::${type}`)
      .map((resource) => ({
        logicalId: resource.logicalId,
        name: resource.name,
        ref: resource.ref,
        arn: arnOf(resource),
        properties: read(resource.properties, `${type} ${resource.logicalId}`),
      }));
  const properties = <Properties>(type: string, read: shape.Reader<Properties>) =>
    all(type, read).map((resource) => resource.properties);
  const invokeConfigs = properties('Lambda::EventInvokeConfig', shape.asyncConfig);

  const roles = rolesOf(all('IAM::Role', shape.role), properties('IAM::Policy', shape.policy));
  const policies = all('IAM::ManagedPolicy', shape.managedPolicy).map(
    ({ ref, name, properties: { PolicyDocument: document } }): ManagedPolicy => ({
      arn: ref,
      name,
      statements: document.Statement,
    }),
  );
  const functions = all('Lambda::Function', shape.lambdaFunction).map((declared) =>
    functionSpec(declared, assembly, { invokeConfigs, prefix: addresses.prefix }),
  );
  const stack: Stack = {
    ...resolved,
    name: assembly.stackName,
    functions: byArn(functions),
    roles: byArn(roles),
    policies: byArn(policies),
    resourcePolicies: resourcePoliciesOf(resources, all),
    permissions: properties('Lambda::Permission', shape.permission),
    tables: all('DynamoDB::Table', shape.table),
    queues: all('SQS::Queue', shape.queue),
    buckets: all('S3::Bucket', shape.anything),
    subscriptions: properties('SNS::Subscription', shape.subscription),
    eventSources: properties('Lambda::EventSourceMapping', shape.eventSource),
    schedules: all('Scheduler::Schedule', shape.schedule),
    apis: all('ApiGatewayV2::Api', shape.anything),
    stages: properties('ApiGatewayV2::Stage', shape.stage),
    routes: properties('ApiGatewayV2::Route', shape.route),
    integrations: new Map(
      all('ApiGatewayV2::Integration', shape.integration).map((one) => [one.ref, one.properties]),
    ),
    configurationSets: all('SES::ConfigurationSet', shape.anything).map(({ name }) => name),
    eventDestinations: properties('SES::ConfigurationSetEventDestination', shape.eventDestination),
    deliveryStreams: all('KinesisFirehose::DeliveryStream', shape.deliveryStream),
    ruleSets: all('SES::ReceiptRuleSet', shape.anything).map(({ name }) => name),
    receiptRules: inOrder(
      all('SES::ReceiptRule', shape.receiptRule).map(({ name, properties: rule }) => ({
        ...rule,
        name: rule.Rule.Name ?? name,
      })),
    ),
  };
  for (const { statements, name } of [...roles, ...policies]) checkConditions(statements, name);
  for (const [owner, statements] of stack.resourcePolicies) checkConditions(statements, owner);
  return stack;
}

const byArn = <T extends { readonly arn: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.arn, item]));

function arnOf(resource: ResolvedResource): string {
  if (resource.type === 'AWS::SNS::Topic') return resource.ref;
  try {
    return resource.attribute('Arn');
  } catch {
    return resource.logicalId;
  }
}

interface FunctionContext extends Pick<Addresses, 'prefix'> {
  readonly invokeConfigs: readonly shape.AsyncConfig[];
}

function functionSpec(
  { logicalId, name, arn, properties }: Named<shape.LambdaFunction>,
  { assets }: Assembly,
  { invokeConfigs, prefix }: FunctionContext,
): FunctionSpec {
  const hash = properties.Code.S3Key.replace(/\.zip$/, '');
  const directory = assets === 'elsewhere' ? '' : assets.get(hash);
  if (directory === undefined)
    throw new StartError(`the code of ${logicalId} is no asset (${hash})`);
  return {
    arn,
    name,
    shortName: `${prefix}${shortName(logicalId)}`,
    roleArn: properties.Role,
    directory,
    handler: properties.Handler,
    runtime: properties.Runtime,
    environment: properties.Environment.Variables,
    timeoutSeconds: properties.Timeout,
    memoryMb: properties.MemorySize,
    concurrency: properties.ReservedConcurrentExecutions,
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
    async: invokeConfigs.find(({ FunctionName }) => nameInArn(FunctionName) === name) ?? {
      FunctionName: name,
      ...shape.ASYNC_DEFAULTS,
    },
  };
}

function rolesOf(
  declared: readonly (Named<shape.Role> & { readonly ref: string })[],
  policies: readonly shape.Policy[],
): readonly Role[] {
  return declared.map(({ arn, name, ref, properties }) => ({
    arn,
    name,
    trust: properties.AssumeRolePolicyDocument.Statement,
    statements: [
      ...properties.Policies.map(({ PolicyDocument: own }) => own),
      ...properties.ManagedPolicyArns.map(managedPolicy),
      ...policies.filter(({ Roles }) => Roles.includes(ref)).map((one) => one.PolicyDocument),
    ].flatMap(({ Statement }) => Statement),
  }));
}

/** The one managed policy that CDK gives by itself. */
function managedPolicy(policyArn: string): shape.Document {
  if (!policyArn.endsWith(':policy/service-role/AWSLambdaBasicExecutionRole')) {
    throw new StartError(`the local cloud does not know the managed policy ${policyArn}`);
  }
  const Action = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
  return PolicyDocument.parse({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
}

type All = <Properties>(
  type: string,
  read: shape.Reader<Properties>,
) => readonly (Named<Properties> & { readonly ref: string })[];

function resourcePoliciesOf(
  resources: readonly ResolvedResource[],
  all: All,
): ReadonlyMap<string, readonly Statement[]> {
  const arnByRef = new Map(resources.map((resource) => [resource.ref, arnOf(resource)]));
  const attached = [
    ...all('SQS::QueuePolicy', shape.queuePolicy).map(({ properties: one }) => one),
    ...all('SNS::TopicPolicy', shape.topicPolicy).map(({ properties: one }) => one),
    ...all('S3::BucketPolicy', shape.bucketPolicy).map(({ properties: one }) => one),
  ];
  const policies = new Map<string, readonly Statement[]>();
  for (const { refs, document } of attached) {
    for (const ref of refs) {
      const arn = arnByRef.get(ref) ?? ref;
      policies.set(arn, [...(policies.get(arn) ?? []), ...document.Statement]);
    }
  }
  return policies;
}

/** A rule names the one it comes after; the first names none. */
function inOrder<Rule extends shape.ReceiptRule & { readonly name: string }>(
  rules: readonly Rule[],
): readonly Rule[] {
  const ordered: Rule[] = [];
  const waiting = [...rules];
  for (;;) {
    const next = waiting.findIndex(
      ({ After }) => After === undefined || ordered.some(({ name }) => name === After),
    );
    const [rule] = next < 0 ? [] : waiting.splice(next, 1);
    if (rule === undefined) return [...ordered, ...waiting];
    ordered.push(rule);
  }
}
