import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ClientConfig } from '../account.ts';
import type { Ends } from './ends.ts';

/** Beside readers' mails, which go after a month; this stays (infra/replies.ts). */
const KEY = 'kept/ends.json';

/** The ends in the publication's own bucket: apart from the table, and as private as it. */
export function keptEnds(Bucket: string, config: ClientConfig) {
  const client = new S3Client({ ...config, forcePathStyle: true });
  return {
    async load(): Promise<Ends | undefined> {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: KEY }));
        return JSON.parse((await Body?.transformToString()) ?? '') as Ends;
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    },
    async save(ends: Ends): Promise<void> {
      const Body = JSON.stringify(ends);
      const ContentType = 'application/json';
      await client.send(new PutObjectCommand({ Bucket, Key: KEY, Body, ContentType }));
    },
  };
}

export type KeptEnds = ReturnType<typeof keptEnds>;
