import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { countedOf } from '../core/counting.ts';
import { type TaggedMail, taggedMail, tagsOf } from '../core/sending/proof.ts';
import type { Instant } from '../core/time.ts';
import { counterName } from './counter-items.ts';
import type { Told } from './counts.ts';
import { proofObjectsIn } from './proof-objects.ts';
import { recordOf, sendsIn } from './proof-records.ts';

/** How many objects were made to name nobody, how many could not be, and how many are still to be counted. */
export interface Redacted {
  readonly redacted: number;
  readonly failed: number;
  readonly uncounted: number;
}

/** Takes out of the proofs all that is not asked of them: addresses, subjects, links. */
export interface Redaction {
  /**
   * @param count is told what a few objects tell of before they are put away. Where it fails they are put away all the
   *   same, and told again: nobody is named for longer because of a count.
   */
  redact(count: (told: readonly Told[]) => Promise<void>): Promise<Redacted>;
}

/** How a redacted object is called: as the one whose place it takes, with this behind it. */
const PLAIN = '.plain';
/** The same of one that is still to be counted. */
const UNCOUNTED = '.uncounted';

/** As many are held at a time, packed: what comes in between two calls, 12 MB at 200 a second. */
const AT_ONCE = 16;

/** A redacted object that is still to be put in its place. */
interface Held {
  readonly key: string;
  readonly body: Uint8Array;
  readonly told: Told;
}

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

  async function held(key: string): Promise<Held> {
    const accepted = new Map<string, number>();
    const body = await packed(redactedIn(await objects.text(key), tallying(accepted)));
    return { key, body, told: { name: nameOf(key), accepted } };
  }

  /**
   * The redacted one is there before the other goes: broken off between the two, the same is said twice, which
   * is as good as once, and the next pass goes on.
   */
  async function putAway({ key, body, told }: Held, ending: string): Promise<void> {
    const target = `${told.name}${ending}`;
    if (target === key) return;
    await objects.put(target, body);
    await objects.remove(key);
  }

  return {
    async redact(count) {
      const all = await objects.written(prefix);
      const open = all.map(({ key }) => key).filter((key) => !key.endsWith(PLAIN));
      const done = { redacted: 0, failed: open.length, uncounted: 0 };
      for (let from = 0; from < open.length; from += AT_ONCE) {
        // One that can't be unpacked is not to keep the others; it goes by its age.
        const group = await thatGoWell(open.slice(from, from + AT_ONCE), held);
        const [counted] = await thatGoWell([tellingOf(group)], async (told) => {
          await count(told);
          return true;
        });
        const ending = counted ? PLAIN : UNCOUNTED;
        const away = await thatGoWell(group, async (one) => {
          await putAway(one, ending);
          return one;
        });
        done.redacted += away.filter(({ key }) => !key.endsWith(UNCOUNTED)).length;
        done.failed -= away.length;
        if (!counted) done.uncounted += group.length;
      }
      return done;
    },
  };
}

/** Broken off, a pass leaves two of the same; what they tell of is told once. */
const tellingOf = (group: readonly Held[]): readonly Told[] => [
  ...new Map(group.map(({ told }) => [told.name, told])).values(),
];

/** As Firehose called it. */
const nameOf = (key: string): string =>
  key.endsWith(UNCOUNTED) ? key.slice(0, -UNCOUNTED.length) : key;

/** Does something to each, one after another. @returns what came of those of which it went well */
async function thatGoWell<One, Made>(
  all: readonly One[],
  make: (one: One) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const one of all)
    await make(one)
      .then((it) => made.push(it))
      .catch(() => undefined);
  return made;
}

/** Counts each attempt once: the stream may have written its record twice. */
function tallying(accepted: Map<string, number>): (mail: TaggedMail, at: Instant) => void {
  const seen = new Set<string>();
  return ({ attempt, owed }, at) => {
    const of = countedOf(owed);
    if (of === undefined || seen.has(attempt)) return;
    seen.add(attempt);
    const name = counterName(of, at);
    accepted.set(name, (accepted.get(name) ?? 0) + 1);
  };
}

/**
 * The records without what nobody asks of them: when SES took each mail, and of mails of the send queue whose and
 * which it was. One that can't be read stays one that can't be read: it is evidence that something is missing.
 *
 * @param saw is told of each mail of the send queue
 */
export async function* redactedIn(
  text: AsyncIterable<Buffer>,
  saw: (mail: TaggedMail, at: Instant) => void,
): AsyncGenerator<string> {
  for await (const record of sendsIn(text)) {
    const read = recordOf(record);
    if (read === undefined) {
      yield JSON.stringify({ eventType: 'Send' });
      continue;
    }
    const mail = taggedMail(read.tags);
    if (mail) saw(mail, read.at);
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
