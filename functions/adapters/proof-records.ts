import { StringDecoder } from 'node:string_decoder';
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
const START = '{"eventType":';
const TIME = '"timestamp":"';
const TAGS = '"tags":{';
/** Kinds that prove that SES took the mail. */
const PROVES = /^\{"eventType":"(Send|Delivery)"/;

/**
 * Reads the proofs in an object's text as it comes, no more than a record at a time. Of a record it
 * looks at when SES took its mail (`mail.timestamp`, the first one) and at its tags (SES developer guide,
 * "Contents of event data"): parsing all of it would take a Lambda of 256 MB ten times as long.
 *
 * @throws what the stream throws
 */
export async function digestOf(text: AsyncIterable<Buffer>): Promise<Digest> {
  const mails = new Map<SubscriberId, readonly ProvenMail[]>();
  let newest: Instant | undefined;
  let unreadable = 0;
  const same = interned();
  const take = (record: string) => {
    if (!PROVES.test(record)) return;
    const read = recordOf(record);
    if (read === undefined) {
      unreadable += 1;
      return;
    }
    if (read.at > (newest ?? '')) newest = read.at;
    const mail = taggedMail(read.tags);
    if (mail === undefined) return;
    const proven = same({ owed: mail.owed, due: mail.due, at: read.at });
    mails.set(mail.id, [...(mails.get(mail.id) ?? []), proven]);
  };
  for await (const record of recordsIn(text)) take(record);
  return { mails, ...(newest !== undefined && { newest }), unreadable };
}

async function* recordsIn(text: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let open = '';
  for await (const part of text) {
    open += decoder.write(part);
    let start = 0;
    for (;;) {
      const next = open.indexOf(START, start + 1);
      if (next < 0) break;
      yield open.slice(start, next);
      start = next;
    }
    open = open.slice(start);
  }
  if (open !== '') yield open;
}

interface Read {
  readonly at: Instant;
  readonly tags: GivenTags;
}

function recordOf(record: string): Read | undefined {
  try {
    const time = record.indexOf(TIME) + TIME.length;
    const tags = record.indexOf(TAGS) + TAGS.length - 1;
    const taken = new Date(record.slice(time, record.indexOf('"', time)));
    const given = JSON.parse(record.slice(tags, record.indexOf('}', tags) + 1)) as GivenTags;
    return { at: instant(taken), tags: given };
  } catch {
    return undefined;
  }
}

/** Thousands get the same lesson in the same second: it is one value for all of them. */
function interned(): (mail: ProvenMail) => ProvenMail {
  const known = new Map<string, ProvenMail>();
  return (mail) => {
    const key = JSON.stringify(mail);
    const found = known.get(key) ?? mail;
    known.set(key, found);
    return found;
  };
}
