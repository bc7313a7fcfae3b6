import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { sesAccount } from '../../../functions/adapters/account.ts';
import { ID_KEY, idInKey, keyOf, toAttributes } from '../../../functions/adapters/item.ts';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import type { Attributes } from '../../../functions/adapters/stored.ts';
import { putFact, subscriberItemsIn } from '../../../functions/adapters/subscriber-items.ts';
import { subscribersIn } from '../../../functions/adapters/subscribers.ts';
import type { Fact } from '../../../functions/core/reader/fact.ts';
import type { Known } from '../../../functions/core/reader/import.ts';
import type { Request } from '../../../functions/core/reader/request.ts';
import { isForgotten, type Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type Instant, type LocalDate, localDate, UTC } from '../../../functions/core/time.ts';
import { type IdKey, parseIdKey, type SubscriberId } from '../../../functions/core/token.ts';
import type { TableAt } from './where.ts';

/** What is stored already, as far as an import has to know. */
export interface Stored {
  readonly known: ReadonlyMap<SubscriberId, Known>;
  /** None before the first sign-up. */
  readonly idKey: IdKey | undefined;
  /** Who was imported before, and waits for a first mail, by day. */
  readonly waiting: ReadonlyMap<LocalDate, number>;
  /** Readers who have something to get, a letter a day at most. */
  readonly reading: number;
}

const KINDS = { ':subscriber': 'subscriber', ':request': 'request', ':key': ID_KEY.sk };

/** Looks at everybody once: it changes nothing, and asks nothing about a single address. */
export async function storedIn({ table, config, now }: TableAt): Promise<Stored> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const known = new Map<SubscriberId, Known>();
  const waiting = new Map<LocalDate, number>();
  let [reading, idKey]: [number, IdKey | undefined] = [0, undefined];
  const query = {
    TableName: table,
    ConsistentRead: true,
    FilterExpression: 'sk IN (:subscriber, :request, :key)',
    ExpressionAttributeValues: KINDS,
  };
  for await (const { Items = [] } of paginateScan({ client }, query)) {
    for (const item of Items as readonly Attributes[]) {
      const id = idInKey(item['pk']);
      if (id === undefined) {
        idKey ??= parseIdKey(String(item['key']));
        continue;
      }
      const [subscriber] = wholeIn(item);
      const is = knownAs(subscriber, now);
      // Of a request beside a reader the reader counts.
      if (is !== undefined && !(item['sk'] === 'request' && known.has(id))) known.set(id, is);
      const day = subscriber && waitsFor(subscriber, now);
      if (day !== undefined) waiting.set(day, (waiting.get(day) ?? 0) + 1);
      else if (is === 'reads' && subscriber?.dueAt !== undefined) reading += 1;
    }
  }
  return { known, idKey, waiting, reading };
}

function knownAs(subscriber: Subscriber | undefined, now: Instant): Known | undefined {
  if (subscriber === undefined) return 'unreadable';
  if (isForgotten(subscriber, now)) return undefined;
  const { standing } = subscriber;
  switch (standing.is) {
    case 'active':
    case 'paused':
      return 'reads';
    case 'pending':
      return 'asked';
    case 'left':
      return 'left';
    case 'suppressed':
      return standing.because === 'erased' ? 'erased' : 'suppressed';
  }
}

/** The day of the warm-up that somebody waits for; what was put off counts as well. */
function waitsFor(subscriber: Subscriber, now: Instant): LocalDate | undefined {
  const { notBefore, asked, dueAt } = subscriber;
  const isBrought = asked?.details['channel'] === 'import' && dueAt !== undefined && dueAt > now;
  if (isBrought) return localDate(dueAt, UTC);
  return notBefore !== undefined && notBefore > localDate(now, UTC) ? notBefore : undefined;
}

/** What the account may send in a day, and how fast. */
export const quotaAt = ({ config }: TableAt) => sesAccount(config).quota();

/** Writes one after another; each is there with its record, or not at all, and nobody twice. */
export function writingTo({ table, config }: TableAt) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const { together } = subscriberItemsIn(table, client);
  const subscribers = subscribersIn(table, config);
  return {
    idKey: () => subscribers.idKey(() => randomBytes(32)),
    secretKey: () => subscribers.secretKey(() => randomBytes(32)),
    /** @returns whether they were written: somebody may have come meanwhile */
    async put(subscriber: Subscriber, facts: readonly Fact[]): Promise<boolean> {
      const Item = { ...keyOf(subscriber), ...toAttributes(subscriber) };
      const Put = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      const beside = facts.map((fact) => putFact(table, subscriber.id, fact));
      return (await together([{ Put }, ...beside])) === 'saved';
    },
    ask: (request: Request): Promise<boolean> => subscribers.requests.make(request),
  };
}

export type Writing = ReturnType<typeof writingTo>;
