import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { Claim } from '../core/reader/subscriber.ts';
import { SKEW_SECONDS } from '../core/sending/doubt.ts';
import { LEASE_SECONDS } from '../core/sending/pace.ts';
import type { Found, ProvenMail } from '../core/sending/proof.ts';
import { type Instant, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { proofObjectsIn } from './proof-objects.ts';
import { type Digest, digestOf } from './proof-records.ts';

/** SES's proofs that it took mails: its Send events, which Firehose writes into a bucket. */
export interface Proofs {
  /**
   * What they say about somebody's mails of a claim. Never throws: what can't be read is missing,
   * and counted.
   */
  of(id: SubscriberId, claim: Span): Promise<Found>;
}

/** When the mails of a claim may have gone, first and last. */
type Span = Pick<Claim, 'since' | 'tried'>;

/** How long Firehose tries to write what it has, in seconds ("Data delivery failure"). */
const RETRIED_SECONDS = 86_400;

/** An event later than this after its mail is as good as none; those of SES take seconds. */
const AFTER_SECONDS = LEASE_SECONDS;

/** For all objects of one question, in milliseconds: the door has 30 s. */
const PATIENCE_MS = 20_000;

/** So many readers' mails are remembered: 30 MB, a quarter of an hour at 200 a second. */
const MOST_REMEMBERED = 200_000;

/**
 * @param bucket where Firehose writes gzipped objects, under `prefix` and `yyyy/MM/dd/HH/mm/` in UTC,
 *   which is when the oldest record came
 */
export function proofsIn(bucket: string, prefix: string, config: S3ClientConfig = {}): Proofs {
  const objects = proofObjectsIn(bucket, prefix, config);
  const read = remembering(async (key) => digestOf(await objects.text(key)));
  const place = (at: Instant) => `${prefix}${at.slice(0, 16).replaceAll(/[-T:]/g, '/')}/`;

  /** Those that can hold a record of the span, and the last one of all, for the newest record. */
  async function about({ since, tried }: Span): Promise<readonly string[]> {
    const all = await objects.written(place(plusSeconds(since, -RETRIED_SECONDS)));
    const [first, last] = [
      plusSeconds(since, -SKEW_SECONDS),
      place(plusSeconds(tried, AFTER_SECONDS)),
    ];
    const youngest = all.at(-1);
    return all
      .filter((one) => one === youngest || (one.at >= first && one.key < last))
      .map(({ key }) => key);
  }

  return {
    async of(id, span) {
      const end = Date.now() + PATIENCE_MS;
      const mails: ProvenMail[] = [];
      let newest: Instant | undefined;
      let missing = 0;
      const keys = await about(span).catch(() => undefined);
      for (const key of keys ?? []) {
        const found = Date.now() < end ? await read(key).catch(() => undefined) : undefined;
        missing += found?.unreadable ?? 1;
        mails.push(...(found?.mails.get(id) ?? []));
        if (found?.newest !== undefined && found.newest > (newest ?? '')) newest = found.newest;
      }
      if (keys === undefined) missing += 1;
      const earliest = plusSeconds(span.since, -SKEW_SECONDS);
      const inSpan = mails.filter(({ at }) => at >= earliest);
      return { mails: inSpan, ...(newest !== undefined && { newest }), missing };
    },
  };
}

/** What objects prove never changes, so each is read once for all who ask; the oldest are forgotten first. */
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
