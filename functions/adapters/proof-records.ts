import { type GivenTags, type ProvenMail, taggedMail } from '../core/sending/proof.ts';
import { type Instant, instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';

/** What is remembered of an object: a few words for each mail, whatever its record held. */
export interface Digest {
  readonly mails: ReadonlyMap<SubscriberId, readonly ProvenMail[]>;
  readonly newest?: Instant;
  /** Records of which the part that counts is not what it should be. */
  readonly unreadable: number;
}

/**
 * How a record begins. Firehose puts records one behind the other, with nothing between them unless
 * what they come from ends them with a line break. In a text of JSON each quote has a backslash before
 * it, so nothing that somebody wrote in a subject can look like this.
 */
const START = Buffer.from('{"eventType":"');
/** The one kind that proves that SES took the mail. */
const SEND = Buffer.from('{"eventType":"Send"');
const TIME = '"timestamp":"';
const TAGS = '"tags":{';

/**
 * Reads the proofs in an object's text as it comes, no more than a record and a part at a time. Of a
 * record it looks at when SES took its mail (`mail.timestamp`, the first one) and at its tags (SES
 * developer guide, "Contents of event data"), all of which is ASCII. To decode and parse the rest would
 * take ten times as long, and a Lambda of 256 MB has a seventh of a core.
 *
 * @throws what the stream throws
 */
export async function digestOf(text: AsyncIterable<Buffer>): Promise<Digest> {
  const mails = new Map<SubscriberId, ProvenMail[]>();
  let newest: Instant | undefined;
  let unreadable = 0;
  const same = interned();
  for await (const record of sendsIn(text)) {
    const read = recordOf(record);
    if (read === undefined) {
      unreadable += 1;
      continue;
    }
    if (read.at > (newest ?? '')) newest = read.at;
    const mail = taggedMail(read.tags);
    if (mail === undefined) continue;
    const proven = same({ owed: mail.owed, at: read.at });
    const known = mails.get(mail.id);
    if (known === undefined) mails.set(mail.id, [proven]);
    else known.push(proven);
  }
  return { mails, ...(newest !== undefined && { newest }), unreadable };
}

/** The records that prove something. */
export async function* sendsIn(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const record of recordsIn(text)) {
    if (SEND.compare(record, 0, SEND.length) === 0) yield record;
  }
}

async function* recordsIn(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let open: Buffer = Buffer.alloc(0);
  for await (const part of text) {
    open = open.length === 0 ? part : Buffer.concat([open, part]);
    let start = 0;
    for (;;) {
      const next = open.indexOf(START, start + 1);
      if (next < 0) break;
      yield open.subarray(start, next);
      start = next;
    }
    open = open.subarray(start);
  }
  if (open.length > 0) yield open;
}

interface Read {
  readonly at: Instant;
  readonly tags: GivenTags;
}

/** When SES took the mail of a record, and its tags; undefined where that can't be read. */
export function recordOf(record: Buffer): Read | undefined {
  try {
    const time = record.indexOf(TIME) + TIME.length;
    const tags = record.indexOf(TAGS) + TAGS.length - 1;
    const taken = new Date(record.toString('latin1', time, record.indexOf('"', time)));
    const given = JSON.parse(
      record.toString('latin1', tags, record.indexOf('}', tags) + 1),
    ) as GivenTags;
    return { at: instant(taken), tags: given };
  } catch {
    return undefined;
  }
}

/** Thousands get the same lesson in the same second: it is one value for all of them. */
function interned(): (mail: ProvenMail) => ProvenMail {
  const known = new Map<string, ProvenMail>();
  return (mail) => {
    const { owed, at } = mail;
    const key = `${at} ${Object.values(owed).join(' ')}`;
    const found = known.get(key) ?? mail;
    known.set(key, found);
    return found;
  };
}
