import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { idInKey } from '../../../functions/adapters/item.ts';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import { type Attributes, aText } from '../../../functions/adapters/stored.ts';
import { FACT_KINDS, type Fact } from '../../../functions/core/reader/fact.ts';
import { hasAddress } from '../../../functions/core/reader/lifecycle.ts';
import type { Courses } from '../../../functions/core/reader/owed.ts';
import { allSettled } from '../../../functions/core/reader/restore.ts';
import type { Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type Instant, parseInstant } from '../../../functions/core/time.ts';
import type { TableAt } from '../import/where.ts';

/** Somebody who is taken along, with the record of their consent, oldest first. */
export interface Taken {
  readonly reader: Subscriber;
  readonly facts: readonly Fact[];
}

/** Everybody of a table, and how many stay behind. */
export interface Everybody {
  readonly taken: readonly Taken[];
  /** Nothing is left of them that could be taken. */
  readonly erased: number;
  readonly unreadable: number;
}

/** Who is known, and how they came; check-ins and replies stay where they are. */
export async function everybodyAt(
  { table, config, now }: TableAt,
  courses: Courses,
): Promise<Everybody> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const readers: Subscriber[] = [];
  const facts = new Map<string, Fact[]>();
  let unreadable = 0;
  const query = {
    TableName: table,
    ConsistentRead: true,
    FilterExpression: 'sk = :subscriber OR begins_with(sk, :fact)',
    ExpressionAttributeValues: { ':subscriber': 'subscriber', ':fact': FACT },
  };
  for await (const { Items = [] } of paginateScan({ client }, query)) {
    for (const item of Items as readonly Attributes[]) {
      const id = idInKey(item['pk']);
      if (id === undefined) continue;
      if (item['sk'] === 'subscriber') {
        const found = wholeIn(item);
        readers.push(...found);
        if (found.length === 0) unreadable += 1;
        continue;
      }
      const fact = factIn(item);
      const same = facts.get(id) ?? [];
      if (fact !== undefined) facts.set(id, [...same, fact]);
    }
  }
  const known = readers.filter(({ standing }) => standing.is !== 'pending');
  const taken = known.filter(hasAddress).map((reader) => ({
    reader: settled(reader, courses, now),
    facts: (facts.get(reader.id) ?? []).sort((one, other) => (one.at < other.at ? -1 : 1)),
  }));
  return { taken, erased: known.length - taken.length, unreadable };
}

/** A mail that is in flight counts as sent: whoever reads on from the export gets nothing twice. */
const settled = (reader: Subscriber, courses: Courses, now: Instant): Subscriber =>
  reader.claim === undefined
    ? reader
    : allSettled(reader, { copyAt: now, lostAt: now, now, courses });

const FACT = 'fact#';

/** A record as it is stored; undefined for what is none. */
export function factIn({ pk: _, sk, v: __, ...fields }: Attributes): Fact | undefined {
  const [, moment = '', name] = String(sk).split('#');
  const [at, kind] = [parseInstant(moment), FACT_KINDS.find((one) => one === name)];
  if (at === undefined || kind === undefined) return undefined;
  const texts = Object.entries(fields).filter(([, value]) => aText(value) !== undefined);
  return { kind, at, details: Object.fromEntries(texts) as Fact['details'] };
}
