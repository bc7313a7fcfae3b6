import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { taggedMail, tagsOf } from '../core/sending/proof.ts';
import { proofObjectsIn } from './proof-objects.ts';
import { recordOf, sendsIn } from './proof-records.ts';

/** How many objects were made to name nobody, and how many could not be. */
export interface Redacted {
  readonly redacted: number;
  readonly failed: number;
}

/** Takes out of the proofs all that is not asked of them: addresses, subjects, links. */
export interface Redaction {
  redact(): Promise<Redacted>;
}

/** How a redacted object is called: as the one whose place it takes, with this behind it. */
const PLAIN = '.plain';

/**
 * @param bucket where Firehose writes SES's Send events (adapters/proofs.ts). Each names its mail's recipient and all its headers,
 *   links included.
 */
export function redactionIn(
  bucket: string,
  prefix: string,
  config: S3ClientConfig = {},
): Redaction {
  const objects = proofObjectsIn(bucket, prefix, config);

  /**
   * The redacted one is there before the other goes: broken off between the two, the same is said twice, which
   * is as good as once, and the next pass goes on.
   */
  async function replace(key: string): Promise<void> {
    await objects.put(`${key}${PLAIN}`, await packed(redactedIn(await objects.text(key))));
    await objects.remove(key);
  }

  return {
    async redact() {
      const all = await objects.written(prefix);
      const named = all.filter(({ key }) => !key.endsWith(PLAIN));
      let redacted = 0;
      for (const { key } of named) {
        // One that can't be unpacked is not to keep the others; it goes by its age.
        redacted += await replace(key).then(
          () => 1,
          () => 0,
        );
      }
      return { redacted, failed: named.length - redacted };
    },
  };
}

/**
 * The records without what nobody asks of them: when SES took each mail, and of mails of the send queue whose and
 * which it was. One that can't be read stays one that can't be read: it is evidence that something is missing.
 */
export async function* redactedIn(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const record of sendsIn(text)) {
    const read = recordOf(record);
    if (read === undefined) {
      yield JSON.stringify({ eventType: 'Send' });
      continue;
    }
    const mail = taggedMail(read.tags);
    const tags = Object.entries(mail ? tagsOf(mail) : {}).map(([name, one]) => [name, [one]]);
    const kept = { timestamp: read.at, tags: Object.fromEntries(tags) as object };
    yield JSON.stringify({ eventType: 'Send', mail: kept });
  }
}

/** Packed as it comes: a tenth of what went in is held. */
async function packed(text: AsyncIterable<string>): Promise<Uint8Array> {
  const gzip = createGzip();
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const ended = once(gzip, 'end');
  for await (const part of text) if (!gzip.write(part)) await once(gzip, 'drain');
  gzip.end();
  await ended;
  return Buffer.concat(parts);
}
