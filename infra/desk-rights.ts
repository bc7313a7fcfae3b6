import { CfnOutput, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { READABLE, WRITABLE } from '../functions/adapters/readable.ts';
import { accept, type Door } from './door.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface DeskRightsProps {
  readonly table: SubscriberTable;
  readonly sendQueue: Queue;
  /** Does what takes a secret that nobody here may read. */
  readonly errands: Door<'errands'>;
}

/** Of whom and what the desk changes something: readers and their records, counters, and mails that came in. */
const CHANGED = ['subscriber#*', 'counts', 'inbound#*'];

/**
 * What somebody may do who works at the author's desk and is no administrator: one policy to look, and one to act as
 * well. Neither reads a link's secret, a check-in, a log or a mail. They belong to nobody until they are attached
 * (docs/deploying.md, "Who else may look").
 *
 * Of a table, IAM confines attributes by what a request names (DynamoDB developer guide, "Using IAM policy conditions
 * for fine-grained access control",
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html):
 * - A request that names none has no `dynamodb:Attributes`, and of nothing `ForAllValues` holds. So a read has to say
 *   `SPECIFIC_ATTRIBUTES`; one that says nothing counts as `ALL_ATTRIBUTES`.
 * - Keys are attributes, and so is whatever stands in a condition or a filter: nothing can be guessed by asking.
 * - An update may not answer with the item that it changed. PutItem and DeleteItem replace an item whole, so that
 *   neither is given.
 */
export class DeskRights extends Construct {
  constructor(scope: Construct, id: string, { table, sendQueue, errands }: DeskRightsProps) {
    super(scope, id);
    const looking = () => [...reading(table), ...watching(this, table, sendQueue)];
    this.policy('Reading', 'Looks at the author’s desk', looking());
    this.policy('Acting', 'Works at the author’s desk', [
      ...looking(),
      acting(table),
      sending(errands),
    ]);
  }

  private policy(name: string, description: string, statements: PolicyStatement[]): void {
    const policy = new ManagedPolicy(this, name, { description, statements });
    accept(
      policy,
      'AwsSolutions-IAM5[Resource::*]',
      'Which alarms ring and what SES lets the account send are told of an account and of nothing smaller',
    );
    accept(
      policy,
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/${Stack.of(this).stackName}/*]`,
      'One stack, by its name: what follows is new with each that is made',
    );
    new CfnOutput(Stack.of(this), `Desk${name}Policy`, {
      value: policy.managedPolicyArn,
      description: `${description}: to be attached (docs/deploying.md)`,
    });
  }
}

function reading(table: SubscriberTable): PolicyStatement[] {
  const named = { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...READABLE] } };
  return [
    new PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:Scan'],
      resources: [table.arn],
      conditions: { ...named, StringEquals: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' } },
    }),
    // Keys are all that the index projects; counting them asks for none.
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [table.dueIndexArn],
      conditions: {
        'ForAllValues:StringEquals': {
          'dynamodb:Attributes': ['pk', 'sk', 'dueShard', 'dueAt'],
        },
        StringEquals: { 'dynamodb:Select': ['SPECIFIC_ATTRIBUTES', 'COUNT'] },
      },
    }),
  ];
}

/** What keeps mails from going, as `kindling today` tells it. */
function watching(scope: Construct, table: SubscriberTable, sendQueue: Queue): PolicyStatement[] {
  return [
    new PolicyStatement({ actions: ['dynamodb:DescribeTable'], resources: [table.arn] }),
    new PolicyStatement({
      actions: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources'],
      resources: [stackArn(scope)],
    }),
    new PolicyStatement({
      actions: ['sqs:GetQueueAttributes'],
      resources: [sendQueue.queueArn],
    }),
    new PolicyStatement({
      actions: ['cloudwatch:DescribeAlarms', 'ses:GetSendQuota'],
      resources: ['*'],
    }),
  ];
}

/** By name: a stack that is made anew has another id. */
const stackArn = (scope: Construct): string =>
  Stack.of(scope).formatArn({
    service: 'cloudformation',
    resource: 'stack',
    resourceName: `${Stack.of(scope).stackName}/*`,
  });

function acting(table: SubscriberTable): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:UpdateItem'],
    resources: [table.arn],
    conditions: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': [...WRITABLE] },
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': CHANGED },
      // Within a transaction nothing can be asked for, and nothing comes.
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
    },
  });
}

/** Of that one door, and of nothing else that is deployed. */
const sending = (errands: Door<'errands'>): PolicyStatement =>
  new PolicyStatement({
    actions: ['lambda:InvokeFunction'],
    resources: [errands.function.functionArn],
  });
