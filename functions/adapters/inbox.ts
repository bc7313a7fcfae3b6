import {
  DeleteObjectCommand,
  GetObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';

/** The raw mails that SES received. */
export interface Inbox {
  /** @returns at most `maxBytes` of the mail: what lies beyond is never read */
  read(messageId: string, maxBytes: number): Promise<Uint8Array>;
  /** Where a person finds the mail, `s3://bucket/key`. */
  placeOf(messageId: string): string;
}

/** The same, for whoever may delete them and never reads one. */
export interface Erasable {
  /** Deletes a mail; one that is gone already stays so. */
  remove(messageId: string): Promise<void>;
}

/** @param bucket where the receipt rule stores, under `prefix` and the SES message id */
export function inboxIn(
  bucket: string,
  prefix: string,
  config: S3ClientConfig = {},
): Inbox & Erasable {
  const client = new S3Client({ ...config, forcePathStyle: config.forcePathStyle ?? true });
  return {
    placeOf: (messageId) => `s3://${bucket}/${prefix}${messageId}`,
    async remove(messageId) {
      const Key = `${prefix}${messageId}`;
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    },
    async read(messageId, maxBytes) {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: bucket,
          Key: `${prefix}${messageId}`,
          Range: `bytes=0-${maxBytes - 1}`,
        }),
      );
      return (await Body?.transformToByteArray()) ?? new Uint8Array();
    },
  };
}
