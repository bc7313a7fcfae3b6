import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import { addingTo, COUNTS, type Counters, countersIn } from './counter-items.ts';
import { MAJOR } from './stored.ts';

/** How many mails of each counter something tells of: an object of proofs, which may be read again. */
export interface Told {
  /** What tells of them. */
  readonly name: string;
  readonly accepted: ReadonlyMap<string, number>;
}

/** What became of letters and issues, in numbers. */
export interface Counts {
  /**
   * Adds what is told, in as few writes as there are counters: all of one that tells, or nothing of it, and once
   * for ever, however often it is told.
   */
  addOnce(told: readonly Told[], now: Instant): Promise<void>;
  /** All counters, letters by month. */
  all(): Promise<readonly Counters[]>;
}

/** A transaction has a hundred actions at most (API reference, TransactWriteItems). */
const MOST = 100;
/** So many counters are added to for one that tells, in one transaction. */
const PART = 60;
/** Longer than an object of proofs lies there (core/sending/doubt.ts). */
const KNOWN_SECONDS = 10 * 86_400;
/** Whoever leaves at this moment writes to the same counter; each takes milliseconds. */
const TRIES = 10;

/** @param tableName of the one table */
export function countsIn(tableName: string, config: DynamoDBClientConfig = {}): Counts {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  /** The mark that one was told: there already, it ends the whole transaction. */
  const mark = ({ name }: Told, now: Instant) => ({
    Update: {
      TableName: tableName,
      Key: { pk: COUNTS, sk: `told#${name}` },
      UpdateExpression: 'SET v = :v, expiresAt = :end',
      ConditionExpression: 'attribute_not_exists(pk)',
      ExpressionAttributeValues: {
        ':v': MAJOR,
        ':end': epochSeconds(plusSeconds(now, KNOWN_SECONDS)),
      },
    },
  });

  /** The SDK's own repeat after a lost answer is the same transaction, by its token. */
  async function add(told: readonly Told[], now: Instant, tries = 1): Promise<void> {
    if (told.length === 0) return;
    const sums = [...summed(told)].map(
      ([name, count]) => [name, new Map([['accepted', count] as const])] as const,
    );
    const actions = [...told.map((one) => mark(one, now)), ...addingTo(tableName, new Map(sums))];
    try {
      await client.send(new TransactWriteCommand({ TransactItems: actions }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) || tries >= TRIES) throw error;
      const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (!codes.some((code) => code !== undefined && AGAIN.has(code))) throw error;
      const fresh = told.filter((_, place) => codes[place] !== 'ConditionalCheckFailed');
      await add(fresh, now, tries + 1);
    }
  }

  return {
    async addOnce(told, now) {
      for (const pack of packed(told.flatMap(partsOf))) await add(pack, now);
    },

    async all() {
      const found: Counters[] = [];
      for (const kind of ['letter#', 'issue#', 'digest#']) {
        const pages = paginateQuery(
          { client },
          {
            TableName: tableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :kind)',
            ExpressionAttributeValues: { ':pk': COUNTS, ':kind': kind },
          },
        );
        for await (const { Items = [] } of pages) {
          found.push(...Items.flatMap((item) => countersIn(item) ?? []));
        }
      }
      return found;
    },
  };
}

/** What was told already is left out, and whoever met another write tries again. */
const AGAIN: ReadonlySet<string> = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** One that tells of more counters than a transaction has room for, in parts that are always the same. */
function partsOf({ name, accepted }: Told): readonly Told[] {
  const all = [...accepted].sort(([one], [other]) => (one < other ? -1 : 1));
  const parts: Told[] = [];
  for (let from = 0; from < all.length; from += PART) {
    parts.push({ name: `${name}#${from / PART}`, accepted: new Map(all.slice(from, from + PART)) });
  }
  return parts;
}

/** As many in one transaction as fit, in their order. */
export function packed(parts: readonly Told[]): readonly (readonly Told[])[] {
  const packs: Told[][] = [];
  for (const part of parts) {
    const pack = packs.at(-1);
    const fits = pack !== undefined && pack.length + 1 + summed([...pack, part]).size <= MOST;
    if (fits) pack.push(part);
    else packs.push([part]);
  }
  return packs;
}

function summed(told: readonly Told[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { accepted } of told) {
    for (const [name, count] of accepted) sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}
