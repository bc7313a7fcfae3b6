import { type Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DoorName, Environment } from '../functions/runtime/env.ts';

export interface DoorProps<Name extends DoorName> {
  readonly door: Name;
  /** A folder with `index.mjs`. */
  readonly code: string;
  /** What it is told, beside which stack it belongs to. */
  readonly environment: Omit<Environment<Name>, 'STACK_NAME'>;
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly description: string;
}

/**
 * One door: its Lambda, its log, and a role that starts with nothing but writing that log. What a
 * capability lets the door do stands beside the capability.
 */
export class Door<Name extends DoorName> extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: DoorProps<Name>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What the ${props.door} door may do`,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.code),
      environment: { ...props.environment, STACK_NAME: Stack.of(this).stackName },
      memorySize: props.memorySize,
      timeout: props.timeout,
      description: props.description,
      role,
      logGroup,
    });
  }

  /** Lets the door do these actions on these resources, and says under which condition. */
  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ): void {
    this.function.addToRolePolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions && { conditions: { ...conditions } }),
      }),
    );
  }
}

/** Accepts a security finding, with the reason that the review reads. */
export function accept(scope: Construct, id: string, reason: string): void {
  Validations.of(scope).acknowledge({ id, reason });
}
