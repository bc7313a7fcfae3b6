import * as z from 'zod/mini';
import { subscriberKey, toAttributes } from '../../../functions/adapters/item.ts';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import type { Attributes } from '../../../functions/adapters/stored.ts';
import { parseAddress } from '../../../functions/core/address.ts';
import type { Said } from '../../../functions/core/reader/export-row.ts';
import { FACT_KINDS, type Fact } from '../../../functions/core/reader/fact.ts';
import type { Newcomer } from '../../../functions/core/reader/import-row.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type Instant, parseInstant } from '../../../functions/core/time.ts';
import type { SubscriberId } from '../../../functions/core/token.ts';

/** All that an export holds of somebody: what they are, and the record of their consent. */
export interface Whole {
  readonly newcomer: Newcomer;
  readonly facts: readonly Fact[];
  /** What the other columns of a table said when it was written. */
  readonly said: Said | undefined;
}

/** Made here, or of the moment: keys, secrets, indexes, and when the next mail is due. */
const NOT_EXPORTED = [
  ...['revision', 'secret', 'dueAt', 'dueShard', 'newsletterShard', 'notBefore', 'asked'],
  'expiresAt',
];

/** As it is written: an item's own attributes, so that it is read with the same care. */
export function wholeOf(reader: Subscriber, facts: readonly Fact[], said?: Said): Attributes {
  const own = Object.entries(toAttributes(reader)).filter(([name]) => !NOT_EXPORTED.includes(name));
  return { ...Object.fromEntries(own), facts, ...(said && { said }) };
}

const shape = z.looseObject({
  facts: z.array(
    z.object({
      kind: z.enum(FACT_KINDS),
      at: z.string().check(z.refine((text) => parseInstant(text) === text)),
      details: z.record(z.string(), z.string()),
    }),
  ),
  said: z.optional(
    z.object({
      email: z.string(),
      status: z.string(),
      course: z.string(),
      place: z.string(),
      newsletter: z.string(),
    }),
  ),
});

/** More than anybody has, and fewer than one transaction writes. */
const MOST_FACTS = 90;

/** What reading needs beside it, and nobody keeps. */
const FOR_READING = {
  pk: subscriberKey('a'.repeat(16) as SubscriberId).pk,
  secret: 'none',
  revision: 0,
};

/** Reads it back; undefined for what is none, or is of newer code. */
export function wholeFrom(given: unknown): Whole | undefined {
  const parsed = shape.safeParse(given);
  if (!parsed.success || parsed.data.facts.length > MOST_FACTS) return undefined;
  const { facts, said, ...fields } = parsed.data;
  const kept = Object.entries(fields).filter(([name]) => !NOT_EXPORTED.includes(name));
  const [reader] = wholeIn({ ...Object.fromEntries(kept), ...FOR_READING });
  if (reader === undefined || reader.standing.is === 'pending') return undefined;
  if (parseAddress(reader.address) !== reader.address) return undefined;
  const { id: _, secret: __, revision: ___, claim: ____, ...newcomer } = reader;
  return {
    newcomer,
    facts: facts.map((fact) => ({ ...fact, at: fact.at as Instant }) as Fact),
    said,
  };
}

/** The same from a cell of a table. */
export function wholeInCell(text: string): Whole | undefined {
  try {
    return wholeFrom(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
