import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { Claim } from '../core/reader/subscriber.ts';
import { LEASE_SECONDS } from '../core/sending/pace.ts';
import type { Found, ProvenMail } from '../core/sending/proof.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { type Digest, digestOf } from './proof-records.ts';

/** SES's proofs that it took mails: its Send events, which Firehose writes into a bucket. */
export interface Proofs {
  /**
   * What they say about somebody's mails of a claim. Never throws: what can't be read is missing,
   * and counted.
   */
  of(id: SubscriberId, claim: Pick<Claim, 'since' | 'tried'>): Promise<Found>;
}

/** An object's prefix tells when its oldest record came, which buffering makes earlier than ours. */
const BEFORE_SECONDS = 5 * 60;

/** What is unpacked at a time: larger parts are read faster. */
const CHUNK_BYTES = 256 * 1024;

/** An event later than this after its mail is as good as none; those of SES take seconds. */
const AFTER_SECONDS = LEASE_SECONDS;

/** For all objects of one question, in milliseconds: the door has 30 s. */
const PATIENCE_MS = 20_000;

/** So many readers' mails are remembered: 20 MB, a quarter of an hour at 200 a second. */
const MOST_REMEMBERED = 200_000;

/**
 * @param bucket where Firehose writes gzipped objects, under `prefix` and `yyyy/MM/dd/HH/mm/` in UTC
 */
export function proofsIn(bucket: string, prefix: string, config: S3ClientConfig = {}): Proofs {
  const client = new S3Client({
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
    maxAttempts: 2,
    ...config,
    forcePathStyle: config.forcePathStyle ?? true,
  });
  const read = remembering((key) => digest(client, bucket, key));
  const place = (at: Instant) => `${prefix}${at.slice(0, 16).replaceAll(/[-T:]/g, '/')}/`;

  return {
    async of(id, { since, tried }) {
      const end = Date.now() + PATIENCE_MS;
      const mails: ProvenMail[] = [];
      let newest: Instant | undefined;
      let missing = 0;
      const take = async (key: string) => {
        try {
          if (Date.now() > end) throw new Error('no time left');
          const found = await read(key);
          missing += found.unreadable;
          if (found.newest !== undefined && found.newest > (newest ?? '')) newest = found.newest;
          mails.push(...(found.mails.get(id) ?? []));
        } catch {
          missing += 1;
        }
      };
      try {
        const from = place(plusSeconds(since, -BEFORE_SECONDS));
        const keys = await keysFrom(client, bucket, prefix, from);
        const last = place(plusSeconds(tried, AFTER_SECONDS + 60));
        for (const key of keys.filter((one) => one < last)) await take(key);
        const youngest = keys.at(-1);
        if (youngest !== undefined && youngest >= last) await take(youngest);
      } catch {
        missing += 1;
      }
      const earliest = plusSeconds(since, -60);
      return {
        mails: mails.filter(({ at }) => at >= earliest),
        ...(newest !== undefined && { newest }),
        missing,
      };
    },
  };
}

/** Every key from one on, in their order, which is that of time. */
async function keysFrom(client: S3Client, Bucket: string, Prefix: string, StartAfter: string) {
  const keys: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket,
        Prefix,
        ...(ContinuationToken === undefined ? { StartAfter } : { ContinuationToken }),
      }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return keys;
}

/** An object as it comes, never whole: a quarter of an hour can be half a gigabyte. */
async function digest(client: S3Client, Bucket: string, Key: string): Promise<Digest> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  const packed = Body as Readable;
  const plain = createGunzip({ chunkSize: CHUNK_BYTES });
  packed.once('error', (error) => plain.destroy(error));
  return digestOf(packed.pipe(plain));
}

/** Objects never change, so each is read once for all who ask; the oldest are forgotten first. */
function remembering(read: (key: string) => Promise<Digest>): (key: string) => Promise<Digest> {
  const known = new Map<string, Promise<Digest>>();
  const sizes = new Map<string, number>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const reading = read(key).then(
      (one) => {
        sizes.set(key, one.mails.size);
        forget();
        return one;
      },
      (error: unknown) => {
        known.delete(key);
        throw error;
      },
    );
    known.set(key, reading);
    return reading;
  };
  function forget(): void {
    let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const [key, size] of sizes) {
      if (total <= MOST_REMEMBERED) return;
      sizes.delete(key);
      known.delete(key);
      total -= size;
    }
  }
}
