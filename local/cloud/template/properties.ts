import * as z from 'zod';
import { PolicyDocument } from '../iam/policy.ts';
import { StartError } from '../problem.ts';

/** Reads a resource's properties. @throws StartError when they are not as CloudFormation has them */
export type Reader<Properties> = (given: unknown, resource: string) => Properties;

function reader<Schema extends z.ZodType>(schema: Schema): Reader<z.infer<Schema>> {
  return (given, resource) => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    throw new StartError(`${resource}: ${z.prettifyError(parsed.error)}`);
  };
}

const count = z.coerce.number().int().nonnegative();

export const anything = reader(z.unknown());

const LambdaFunction = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Runtime: z.string(),
  Timeout: count.default(3),
  MemorySize: count.default(128),
  ReservedConcurrentExecutions: count.optional(),
  Environment: z
    .object({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  LoggingConfig: z.object({ LogGroup: z.string().optional() }).optional(),
});
export const lambdaFunction = reader(LambdaFunction);
export type LambdaFunction = z.infer<typeof LambdaFunction>;

/** AWS's own values where the template says nothing. */
export const ASYNC_DEFAULTS = { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 21_600 };
const AsyncConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: count.default(ASYNC_DEFAULTS.MaximumRetryAttempts),
  MaximumEventAgeInSeconds: count.default(ASYNC_DEFAULTS.MaximumEventAgeInSeconds),
  DestinationConfig: z
    .object({ OnFailure: z.object({ Destination: z.string() }).optional() })
    .optional(),
});
export const asyncConfig = reader(AsyncConfig);
export type AsyncConfig = z.infer<typeof AsyncConfig>;

const Permission = z.object({
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.coerce.string().optional(),
});
export const permission = reader(Permission);
export type Permission = z.infer<typeof Permission>;

const EventSource = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string().regex(/^arn:aws:sqs:/, 'the local cloud knows SQS event sources only'),
  Enabled: z.boolean().default(true),
  BatchSize: count.default(10),
  MaximumBatchingWindowInSeconds: count.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: count.optional() }).default({}),
});
export const eventSource = reader(EventSource);
export type EventSource = z.infer<typeof EventSource>;

const Role = z.object({
  AssumeRolePolicyDocument: PolicyDocument,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyDocument })).default([]),
});
export const role = reader(Role);
export type Role = z.infer<typeof Role>;
export type Document = z.infer<typeof PolicyDocument>;

const Policy = z.object({ PolicyDocument, Roles: z.array(z.string()).default([]) });
export const policy = reader(Policy);
export type Policy = z.infer<typeof Policy>;

/** A policy that whoever administers the account attaches to people. */
export const managedPolicy = reader(z.object({ PolicyDocument }));

/** A policy and the resources (by `Ref`) that it lies on. */
const attachedTo = (refs: readonly string[], document: Document) => ({ refs, document });
export const queuePolicy = reader(
  z
    .object({ Queues: z.array(z.string()), PolicyDocument })
    .transform(({ Queues, PolicyDocument: own }) => attachedTo(Queues, own)),
);
export const topicPolicy = reader(
  z
    .object({ Topics: z.array(z.string()), PolicyDocument })
    .transform(({ Topics, PolicyDocument: own }) => attachedTo(Topics, own)),
);
export const bucketPolicy = reader(
  z
    .object({ Bucket: z.string(), PolicyDocument })
    .transform(({ Bucket, PolicyDocument: own }) => attachedTo([Bucket], own)),
);

const Key = z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) });
const Table = z.object({
  KeySchema: z.array(Key),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(Key),
        Projection: z.object({
          ProjectionType: z.enum(['KEYS_ONLY', 'INCLUDE', 'ALL']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .default([]),
  PointInTimeRecoverySpecification: z
    .object({ PointInTimeRecoveryEnabled: z.boolean().default(false) })
    .default({ PointInTimeRecoveryEnabled: false }),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});
export const table = reader(Table);
export type Table = z.infer<typeof Table>;

const Queue = z.object({
  FifoQueue: z.literal(false, 'the local cloud knows standard queues only').optional(),
  DelaySeconds: count.optional(),
  MaximumMessageSize: count.optional(),
  MessageRetentionPeriod: count.optional(),
  VisibilityTimeout: count.optional(),
  RedrivePolicy: z
    .object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .optional(),
});
export const queue = reader(Queue);
export type Queue = z.infer<typeof Queue>;

const Subscription = z.strictObject({
  TopicArn: z.string(),
  // Mail to the author about alarms is not sent from a laptop.
  Protocol: z.enum(['sqs', 'email'], 'the local cloud knows SQS and mail subscriptions only'),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
  RedrivePolicy: z.unknown().optional(),
});
export const subscription = reader(Subscription);
export type Subscription = z.infer<typeof Subscription>;

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** In milliseconds. */
const Period = z.string().transform((expression, context) => {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (match !== null) return Number(match[1]) * UNITS[match[2] as keyof typeof UNITS];
  context.addIssue(`the local cloud knows rate(…) only, not ${expression}`);
  return z.NEVER;
});

const Schedule = z.object({
  ScheduleExpression: Period,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().default('{}') }),
});
export const schedule = reader(Schedule);
export type Schedule = z.infer<typeof Schedule>;

const Route = z.object({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
export const route = reader(Route);
export type Route = z.infer<typeof Route>;

const RouteLimits = z.object({
  /** Requests a second. */
  ThrottlingRateLimit: z.coerce.number().nonnegative().optional(),
  ThrottlingBurstLimit: count.optional(),
});
const Stage = z.object({
  ApiId: z.string(),
  DefaultRouteSettings: RouteLimits.default({}),
  /** By route key. */
  RouteSettings: z.record(z.string(), RouteLimits).default({}),
});
export const stage = reader(Stage);
export type StageSettings = z.infer<typeof Stage>;

const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY', 'the local cloud knows Lambda integrations only'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0', 'the local cloud knows payload format 2.0 only'),
  TimeoutInMillis: count.default(30_000),
});
export const integration = reader(Integration);
export type Integration = z.infer<typeof Integration>;

const EventDestination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }).optional(),
    KinesisFirehoseDestination: z
      .object({ DeliveryStreamARN: z.string(), IAMRoleARN: z.string() })
      .optional(),
  }),
});
export const eventDestination = reader(EventDestination);
export type EventDestination = z.infer<typeof EventDestination>;

const DeliveryStream = z.strictObject({
  DeliveryStreamName: z.string().optional(),
  DeliveryStreamType: z.literal('DirectPut', 'the local cloud knows streams that are put to only'),
  DeliveryStreamEncryptionConfigurationInput: z.unknown().optional(),
  Tags: z.unknown().optional(),
  ExtendedS3DestinationConfiguration: z.strictObject({
    BucketARN: z.string(),
    RoleARN: z.string(),
    BufferingHints: z.object({ IntervalInSeconds: count, SizeInMBs: count }),
    CompressionFormat: z.literal('GZIP', 'the local cloud knows streams that gzip only'),
    Prefix: z
      .string()
      .regex(/^([^!]|!\{timestamp:(yyyy|MM|dd|HH|mm|[/-])+\})*$/, 'not known to the local cloud'),
    ErrorOutputPrefix: z.string().optional(),
  }),
});
export const deliveryStream = reader(DeliveryStream);
export type DeliveryStream = z.infer<typeof DeliveryStream>;

const Action = z.strictObject({
  S3Action: z
    .strictObject({ BucketName: z.string(), ObjectKeyPrefix: z.string().default('') })
    .optional(),
  LambdaAction: z
    .strictObject({ FunctionArn: z.string(), InvocationType: z.literal('Event').default('Event') })
    .optional(),
  StopAction: z.object({ Scope: z.literal('RuleSet') }).optional(),
});
/** Readers of a rule that no template names are elsewhere: an account has rules beside a stack's. */
export const ReceiptRule = z.object({
  RuleSetName: z.string(),
  After: z.string().optional(),
  Rule: z.object({
    Name: z.string().optional(),
    Enabled: z.boolean().default(false),
    ScanEnabled: z.boolean().default(false),
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(Action).default([]),
    TlsPolicy: z.string().optional(),
  }),
});
export const receiptRule = reader(ReceiptRule);
export type ReceiptRule = z.infer<typeof ReceiptRule>;
export type ReceiptAction = z.infer<typeof Action>;
