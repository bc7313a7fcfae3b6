import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { buildApp } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proofsIn } from '../../functions/adapters/proofs.ts';
import type { OwedMail } from '../../functions/core/reader/owed.ts';
import type { AttemptId } from '../../functions/core/reader/subscriber.ts';
import { tagsOf } from '../../functions/core/sending/proof.ts';
import { type Instant, instant, plusSeconds } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';

/** Proofs in a bucket, by the minute: which objects are read, and what it means when one can't be. */

const PREFIX = 'proofs/by-minute/';
const ANN = 'abcdefghijklmnop' as SubscriberId;
const OWED = { kind: 'confirmation', request: '1795330830' } as const satisfies OwedMail;
/** The bucket writes down when an object came, by the machine's clock. */
const NOW = instant(new Date());
const ago = (minutes: number) => plusSeconds(NOW, -60 * minutes);

const app = buildApp({ logger: false, defaultRegion: 'us-east-1' });
let client: S3Client;
let config: { endpoint: string; region: string; credentials: object };
beforeAll(async () => {
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  config = { endpoint, region: 'us-east-1', credentials };
  client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
});
afterAll(async () => {
  client.destroy();
  await app.close();
});

let count = 0;
/** A bucket with these objects, each by the minute of its oldest record. */
async function bucketOf(objects: readonly (readonly [oldest: Instant, text: string | Buffer])[]) {
  const Bucket = `proofs-${++count}`;
  await client.send(new CreateBucketCommand({ Bucket }));
  for (const [index, [oldest, text]] of objects.entries()) {
    const Key = `${PREFIX}${oldest.slice(0, 16).replaceAll(/[-T:]/g, '/')}/stream-1-${index}.gz`;
    const Body = typeof text === 'string' ? gzipSync(text) : text;
    await client.send(new PutObjectCommand({ Bucket, Key, Body }));
  }
  return proofsIn(Bucket, PREFIX, config as object);
}

function sent(at: Instant, id: SubscriberId = ANN): string {
  const tags = Object.entries(tagsOf({ id, attempt: 'a' as AttemptId, owed: OWED }));
  const given = Object.fromEntries(tags.map(([name, value]) => [name, [value]]));
  return JSON.stringify({ eventType: 'Send', mail: { timestamp: at, tags: given }, send: {} });
}
const BOB = 'bbcdefghijklmnop' as SubscriberId;

test('a proof is found in whatever object it lies, and the newest of all is told', async () => {
  const proofs = await bucketOf([
    [ago(16), sent(ago(16), BOB)],
    [ago(15), sent(ago(15), BOB) + sent(ago(15))],
    [ago(2), sent(ago(2), BOB)],
  ]);
  expect(await proofs.of(ANN, { since: ago(15), tried: ago(15) })).toEqual({
    mails: [{ owed: OWED, at: ago(15) }],
    newest: ago(2),
    missing: 0,
  });
});

test('one from before the span is another mail’s', async () => {
  const proofs = await bucketOf([[ago(20), sent(ago(20))]]);
  expect(await proofs.of(ANN, { since: ago(15), tried: ago(15) })).toMatchObject({ mails: [] });
});

test('an object that Firehose could not write for hours is read, too', async () => {
  const proofs = await bucketOf([[ago(300), sent(ago(300), BOB) + sent(ago(15))]]);
  const { mails } = await proofs.of(ANN, { since: ago(15), tried: ago(15) });
  expect(mails).toHaveLength(1);
});

test('after hours of waiting, only what can be about the mail is read, and the newest', async () => {
  const proofs = await bucketOf([
    [ago(300), sent(ago(300))],
    [ago(200), Buffer.from('not read')],
    [ago(1), sent(ago(1), BOB)],
  ]);
  expect(await proofs.of(ANN, { since: ago(300), tried: ago(300) })).toMatchObject({
    mails: [{ at: ago(300) }],
    newest: ago(1),
    missing: 0,
  });
});

test('an object that can’t be read is missing, and the others are read', async () => {
  const proofs = await bucketOf([
    [ago(15), Buffer.from('no gzip')],
    [ago(14), sent(ago(14))],
  ]);
  const found = await proofs.of(ANN, { since: ago(15), tried: ago(14) });
  expect(found).toMatchObject({ mails: [{ at: ago(14) }], missing: 1 });
});

test('no bucket is no answer, which is missing evidence', async () => {
  const proofs = proofsIn('nowhere', PREFIX, config as object);
  expect(await proofs.of(ANN, { since: NOW, tried: NOW })).toEqual({ mails: [], missing: 1 });
});

test('nothing there is nothing missing: it may not have come yet', async () => {
  const proofs = await bucketOf([]);
  expect(await proofs.of(ANN, { since: NOW, tried: NOW })).toEqual({ mails: [], missing: 0 });
});
