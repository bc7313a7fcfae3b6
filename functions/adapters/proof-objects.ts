import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { type Instant, instant } from '../core/time.ts';

/** An object, and when it was written. */
export interface Written {
  readonly key: string;
  readonly at: Instant;
}

/** What is unpacked at a time: larger parts are read faster. */
const CHUNK_BYTES = 256 * 1024;

/** The objects that Firehose writes, gzipped, under a prefix of a bucket. */
export function proofObjectsIn(Bucket: string, Prefix: string, config: S3ClientConfig = {}) {
  const client = new S3Client({
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
    maxAttempts: 2,
    ...config,
    forcePathStyle: config.forcePathStyle ?? true,
  });
  return {
    /** Every object behind a key, in the order of keys. */
    async written(StartAfter: string): Promise<readonly Written[]> {
      const found: Written[] = [];
      let ContinuationToken: string | undefined;
      do {
        const from = ContinuationToken === undefined ? { StartAfter } : { ContinuationToken };
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ...from }));
        for (const { Key: key, LastModified: at } of page.Contents ?? []) {
          if (key !== undefined && at !== undefined) found.push({ key, at: instant(at) });
        }
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return found;
    },

    /** An object as it comes, never whole: a quarter of an hour can be half a gigabyte. */
    async text(Key: string): Promise<Readable> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const packed = Body as Readable;
      const plain = createGunzip({ chunkSize: CHUNK_BYTES });
      packed.once('error', (error) => plain.destroy(error));
      return packed.pipe(plain);
    },

    async put(Key: string, Body: Uint8Array): Promise<void> {
      await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    },

    async remove(Key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}
