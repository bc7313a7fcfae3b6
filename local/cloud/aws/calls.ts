import type { IncomingHttpHeaders } from 'node:http';
import { arn, nameInArn } from '../template/names.ts';
import type { Table } from '../template/properties.ts';
import type { Named } from '../template/stack.ts';
import { dynamoPermissions } from './dynamo-calls.ts';
import { jsonInput } from './wire.ts';

/** What a call needs to be allowed, in IAM's words. */
export interface Permission {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A call of an AWS API, understood as far as permissions, faults and figures need. */
export interface AwsCall {
  readonly service: string;
  /** The operation, such as `SendMessageBatch`. */
  readonly action: string;
  readonly permissions: readonly Permission[];
  /** The parsed body; for S3 there is none. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface RawCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Who signed a call for which service; the signature itself is not checked. */
export function signer({ headers }: RawCall): { readonly key: string; readonly service: string } {
  const match = /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  return { key: match?.[1] ?? '', service: match?.[2] ?? '' };
}

/**
 * Reads a call of DynamoDB, SQS or S3 (SES reads its own).
 *
 * @returns nothing when it is no call that these services know
 */
export function readCall(
  service: string,
  raw: RawCall,
  tables: readonly Named<Table>[],
): AwsCall | undefined {
  if (service === 's3') return s3Call(raw);
  const action = String(raw.headers['x-amz-target'] ?? '').split('.')[1];
  const input = jsonInput(raw.body);
  if (action === undefined || input === undefined) return undefined;
  switch (service) {
    case 'dynamodb':
      return { service, action, input, permissions: dynamoPermissions(action, input, tables) };
    case 'sqs':
      return { service, action, input, permissions: [sqsPermission(action, input)] };
    default:
      return undefined;
  }
}

/** Batches need the permission of the single action. */
function sqsPermission(action: string, input: AwsCall['input']): Permission {
  const queue = String(input['QueueUrl'] ?? input['QueueName'] ?? '*');
  return {
    action: `sqs:${action.replace(/Batch$/, '')}`,
    resource: action === 'ListQueues' ? '*' : arn('sqs', nameInArn(queue)),
  };
}

const S3_OBJECT: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject',
  POST: 'PutObject',
};
const S3_BUCKET: Readonly<Record<string, string>> = {
  GET: 'ListBucket',
  HEAD: 'ListBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket',
  POST: 'DeleteObjects',
};

function s3Call({ method, path }: RawCall): AwsCall | undefined {
  const { bucket, key } = s3Target(path);
  const action = (key === '' ? S3_BUCKET : S3_OBJECT)[method];
  if (action === undefined) return undefined;
  const resource = key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;
  const permission: Permission =
    action === 'DeleteObjects'
      ? { action: 's3:DeleteObject', resource: `${resource}/*` }
      : { action: `s3:${action === 'HeadObject' ? 'GetObject' : action}`, resource };
  // Whoever lists may be confined to what begins with something (S3 user guide, `s3:prefix`).
  const asked = new URLSearchParams(path.split('?')[1]).get('prefix');
  const listed =
    action === 'ListBucket' && asked !== null ? { context: { 's3:prefix': [asked] } } : {};
  return { service: 's3', action, permissions: [{ ...permission, ...listed }], input: {} };
}

/** Path-style addresses, which the SDK uses for hosts that are IP numbers. */
export function s3Target(path: string): { readonly bucket: string; readonly key: string } {
  const [pathname = ''] = path.split('?');
  const [, bucket = '', ...key] = pathname.split('/').map(decodeURIComponent);
  return { bucket, key: key.join('/') };
}
