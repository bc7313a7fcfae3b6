import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { type IReceiptRuleSet, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DoorName } from '../functions/runtime/env.ts';
import type { Alarms } from './alarms.ts';
import type { AccountConfig } from './config.ts';
import { deadLetters } from './dead-letters.ts';
import { accept, Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import { PROOFS_EXPIRE } from './proofs.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface RepliesProps {
  readonly code: string;
  readonly table: SubscriberTable;
  readonly sendQueue: Queue;
  readonly identity: MailIdentity;
  readonly alarms: Alarms;
  readonly webUrl: string;
  readonly config: AccountConfig;
}

const PREFIX = 'inbound/';
/** Mails in an hour: ten thousand readers answer so often in a day. */
const FLOOD = 200;

/** What readers write to us: kept for a month, then handed to the replies door. */
export class Replies extends Construct {
  readonly door: Door<'replies'>;
  readonly ruleSet: IReceiptRuleSet;
  /** What comes by mail, and about mail. */
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: RepliesProps) {
    super(scope, id);
    const bucket = this.mailBucket();
    this.bucket = bucket;
    this.door = this.repliesDoor(props);
    this.ruleSet = this.ruleSetFor(props.config);
    this.ruleSet.addRule('Letters', {
      // Without recipients a rule would take the mail of every verified domain.
      recipients: [props.config.replyDomain],
      scanEnabled: true,
      tlsPolicy: TlsPolicy.OPTIONAL,
      // S3 first: the Lambda's event has no body.
      actions: [
        // (The cast: CDK's own types are not made for exactOptionalPropertyTypes.)
        new S3({ bucket: bucket as IBucket, objectKeyPrefix: PREFIX }),
        new Lambda({ function: this.door.function, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
    props.alarms.on(
      'InboundFlood',
      this.door.function.metricInvocations({ period: Duration.hours(1), statistic: 'Sum' }),
      'more-mail-comes-in-than-readers-write',
      FLOOD,
    );
  }

  /** Where the mails are. */
  get environment() {
    return { MAIL_BUCKET: this.bucket.bucketName, MAIL_PREFIX: PREFIX };
  }

  /** Lets a door delete readers' mails, unread. */
  allowErasing(door: Door<DoorName>): void {
    this.allowObjects(door, 's3:DeleteObject');
  }

  private allowObjects(door: Door<DoorName>, action: string): void {
    const { bucket } = this;
    door.allow([action], [bucket.arnForObjects(`${PREFIX}*`)]);
    const logicalId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    accept(
      door,
      `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${PREFIX}*]`,
      'One object a mail: the names are not known before the mails come',
    );
  }

  /** Only one set is active in an account and region: who has one shares it with us. */
  private ruleSetFor({ receiptRuleSet: theirs }: AccountConfig): IReceiptRuleSet {
    return theirs === ''
      ? new ReceiptRuleSet(this, 'RuleSet')
      : ReceiptRuleSet.fromReceiptRuleSetName(this, 'RuleSet', theirs);
  }

  private mailBucket(): Bucket {
    const bucket = new Bucket(this, 'Mail', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // What lies beside readers' mails is kept: who left, apart from the table (local/account/restore).
      lifecycleRules: [{ prefix: PREFIX, expiration: Duration.days(30) }, PROOFS_EXPIRE],
      // Readers' letters outlive the stack; an empty bucket of a first try that failed need not.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(
      bucket,
      'AwsSolutions-S1',
      'Only SES, its stream of proofs and who redacts them write, and only three doors read here; an access log would be ' +
        'one more place that tells who wrote to us',
    );
    return bucket;
  }

  private repliesDoor(props: RepliesProps): Door<'replies'> {
    const { table, sendQueue, identity, alarms } = props;
    const door = new Door(this, 'Door', {
      door: 'replies',
      code: props.code,
      environment: {
        TABLE_NAME: table.name,
        SEND_QUEUE_URL: sendQueue.queueUrl,
        WEB_URL: props.webUrl,
        REPLY_DOMAIN: props.config.replyDomain,
        CONFIGURATION_SET: identity.configurationSet.configurationSetName,
        ...this.environment,
      },
      memorySize: 512,
      timeout: Duration.seconds(30),
      description: 'Understands what readers write, answers once, forwards the rest to the author',
    });
    this.allowObjects(door, 's3:GetObject');
    door.allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], [table.arn]);
    // Whoever answers "yes" is a reader, and their request is done. Of an address in an older mail it is
    // looked up who had it, and went where.
    door.allow(['dynamodb:DeleteItem', 'dynamodb:Query'], [table.arn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['subscriber#*'] },
    });
    // And has their welcome at once, as from the mail's button.
    door.allow(['sqs:SendMessage'], [sendQueue.queueArn]);
    identity.allowSending(door);
    const dead = deadLetters(this, alarms, {
      alarm: 'RepliesDeadLetters',
      article: 'a-reply-is-in-the-dead-letter-queue',
    });
    accept(dead, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself, of a function');
    door.function.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(dead),
    });
    return door;
  }
}
