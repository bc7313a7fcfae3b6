import { Duration, Stack } from 'aws-cdk-lib';
import {
  PolicyDocument,
  type PolicyDocumentProps,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { PROOF_DAYS } from '../functions/core/sending/doubt.ts';
import { accept, type Door } from './door.ts';
import type { MailIdentity } from './identity.ts';

const PREFIX = 'proofs/';
/** By the minute, in UTC, so that a look begins where it has to, whatever the stream is called. */
const BY_MINUTE = `${PREFIX}by-minute/`;

/** They name nobody for long (redaction.ts), and nobody asks for them after a few days. */
export const PROOFS_EXPIRE = { prefix: PREFIX, expiration: Duration.days(PROOF_DAYS) };

export interface ProofsProps {
  readonly identity: MailIdentity;
  readonly bucket: Bucket;
}

/**
 * The proof that SES took each mail, its Send event, minute by minute in a bucket. It is read only
 * when an answer of SES was lost, so nobody is called for it.
 *
 * CDK's own constructs would let the stream read and delete all that is in the bucket, and leave a
 * list of network ranges in the template.
 */
export class Proofs extends Construct {
  readonly #bucket: Bucket;

  constructor(scope: Construct, id: string, { identity, bucket }: ProofsProps) {
    super(scope, id);
    this.#bucket = bucket;
    const { configurationSetName } = identity.configurationSet;
    const stream = new CfnDeliveryStream(this, 'Stream', {
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
      extendedS3DestinationConfiguration: {
        bucketArn: bucket.bucketArn,
        roleArn: this.writer(bucket).roleArn,
        bufferingHints: { intervalInSeconds: 60, sizeInMBs: 5 },
        compressionFormat: 'GZIP',
        prefix: `${BY_MINUTE}!{timestamp:yyyy/MM/dd/HH/mm}/`,
        errorOutputPrefix: `${PREFIX}failed/!{firehose:error-output-type}/`,
      },
    });
    new CfnConfigurationSetEventDestination(this, 'ToStream', {
      configurationSetName,
      eventDestination: {
        enabled: true,
        matchingEventTypes: ['send'],
        kinesisFirehoseDestination: {
          deliveryStreamArn: stream.attrArn,
          iamRoleArn: this.publisher(configurationSetName, stream.attrArn).roleArn,
        },
      },
    });
  }

  /** Lets a door look for proofs, and at nothing else in the bucket. */
  allowLooking(door: Door<'send'>): void {
    this.allow(door, ['s3:GetObject']);
  }

  /** Lets a door put a proof that names nobody in the place of one that does. */
  allowRedacting(door: Door<'redact'>): void {
    this.allow(door, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']);
  }

  private allow(door: Door<'send' | 'redact'>, actions: readonly string[]): void {
    door.allow(actions, [this.#bucket.arnForObjects(`${BY_MINUTE}*`)]);
    door.allow(['s3:ListBucket'], [this.#bucket.bucketArn], {
      StringEquals: { 's3:prefix': BY_MINUTE },
    });
    acceptObjects(
      door,
      this.#bucket,
      BY_MINUTE,
      'Objects are listed first: their names are random',
    );
  }

  /** Where they are. */
  get environment() {
    return { PROOF_BUCKET: this.#bucket.bucketName, PROOF_PREFIX: BY_MINUTE };
  }

  /** Firehose developer guide, "Grant Firehose access to an Amazon S3 destination", less reading. */
  private writer(bucket: Bucket): Role {
    const { account } = Stack.of(this);
    const role = new Role(this, 'Writer', {
      assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: policies(
        {
          actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
          resources: [bucket.arnForObjects(`${PREFIX}*`)],
        },
        {
          actions: ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
          resources: [bucket.bucketArn],
        },
      ),
      description: 'Writes the proofs of sending',
    });
    acceptObjects(role, bucket, PREFIX, 'Firehose makes the names');
    return role;
  }

  /** SES developer guide, "Set up a Firehose event destination". */
  private publisher(configurationSet: string, streamArn: string): Role {
    const stack = Stack.of(this);
    const set = stack.formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: configurationSet,
    });
    return new Role(this, 'Publisher', {
      assumedBy: new ServicePrincipal('ses.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': set } },
      }),
      inlinePolicies: policies({ actions: ['firehose:PutRecordBatch'], resources: [streamArn] }),
      description: 'Hands the proofs of sending to their stream',
    });
  }
}

/** In the role itself: whoever takes it on is tried at once, when another resource is not there yet. */
const policies = (
  ...statements: readonly { readonly actions: string[]; readonly resources: string[] }[]
): Record<string, PolicyDocument> => {
  const props: PolicyDocumentProps = {
    statements: statements.map((statement) => new PolicyStatement(statement)),
  };
  return { Only: new PolicyDocument(props) };
};

function acceptObjects(scope: Construct, bucket: Bucket, prefix: string, reason: string): void {
  const logicalId = Stack.of(scope).getLogicalId(bucket.node.defaultChild as CfnBucket);
  accept(scope, `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${prefix}*]`, reason);
}
