import { gunzipSync } from 'node:zlib';
import {
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Cloud } from '../../local/cloud/cloud.ts';
import type { World } from './visitor.ts';

/** Everything in the table and in the bucket, mails that came in and proofs of those that went, as text. */
export async function dumpOf(
  cloud: Cloud,
  outside: World,
): Promise<{ readonly items: readonly Item[]; readonly text: string }> {
  const s3 = new S3Client({
    endpoint: cloud.endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const mails = Buckets.map(async ({ Name: Bucket }) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    const bodies = Contents.map(async ({ Key }) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      const isPacked = bytes.subarray(0, 2).toString('hex') === '1f8b';
      return `${Key} ${String(isPacked ? gunzipSync(bytes) : bytes)}`;
    });
    return Promise.all(bodies);
  });
  const { items } = (await outside.table()) as { readonly items: readonly Item[] };
  return { items, text: JSON.stringify([items, await Promise.all(mails)]) };
}

/** What a dump holds of proofs that went: the parts that begin with where they lie. */
export const proofsIn = (text: string) =>
  text.match(/proofs\/by-minute[^ ]* [^\n]*/g)?.join() ?? '';

interface Item {
  readonly pk: string;
  readonly sk: string;
}
