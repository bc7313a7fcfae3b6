import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { AttemptId, Claim, Ended, Leaver, Subscriber } from '../core/reader/subscriber.ts';
import { type Claimed, claimedOver } from '../core/sending/doubt.ts';
import { leaseStart } from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';
import { type IdKey, parseIdKey, type SubscriberId } from '../core/token.ts';
import { CLAIM, ending, expressionOf, saving, subscriberKey, toAttributes } from './item.ts';
import { type FoundSubscriber, foundIn, fromItem, leaverFrom } from './read-subscriber.ts';
import { itemOf, MAJOR, required, textOf } from './stored.ts';
import { itemOfFailedCondition, subscriberItemsIn } from './subscriber-items.ts';

/** What a claim came to: ours, somebody's (or nobody knows), or no longer owed. */
export type ClaimOutcome =
  | ({ readonly is: 'claimed' } & Claimed)
  | { readonly is: 'open' }
  | { readonly is: 'not-due' };

/** A finalise is overtaken by a reader's change (made anew from it) or by another settling. */
export type FinaliseOutcome =
  | { readonly is: 'saved' | 'settled' }
  | { readonly is: 'changed'; readonly latest: Subscriber };

/** What is kept beside a subscriber: consent and withdrawal, one item an event. */
export interface Fact {
  readonly kind: 'asked' | 'confirmed' | 'left' | 'rejoined' | 'erased';
  readonly at: Instant;
  readonly details: Readonly<Record<string, string>>;
}

/**
 * The same items as far as leaving needs them, in whatever version they are: nobody has to stay
 * because newer code wrote about them.
 */
export interface Leavers {
  load(id: SubscriberId): Promise<Leaver | undefined>;
  /** Ends all mail to somebody; `changed` when another save came first. */
  save(leaver: Ended): Promise<'saved' | 'changed'>;
}

/** The subscribers' table. What reads an item throws `UnreadableItem` when it can't. */
export interface Subscribers {
  readonly leavers: Leavers;
  /** The key that turns addresses into ids, made on first use. */
  idKey(random: () => Uint8Array): Promise<IdKey>;
  load(id: SubscriberId): Promise<Subscriber | undefined>;
  /** As `load`, for whoever has something to do when it can't be read. */
  find(id: SubscriberId): Promise<FoundSubscriber | undefined>;
  /** Stores a new subscriber in one conditional write. @returns the known one instead, if any */
  create(subscriber: Subscriber): Promise<Subscriber | undefined>;
  /** Saves a change to the revision that was loaded; `changed` when another save came first. */
  save(subscriber: Subscriber): Promise<'saved' | 'changed'>;
  /** Takes the right to send what is due, in one conditional write that checks all against it. */
  claim(id: SubscriberId, due: Instant, attempt: AttemptId, now: Instant): Promise<ClaimOutcome>;
  /**
   * Says of a claim, whose attempt it names, since when there is doubt and what was tried.
   *
   * @returns false when it is another's, or nobody's, meanwhile
   */
  restate(id: SubscriberId, claim: Claim): Promise<boolean>;
  /** Gives a claim back: the mail is known not to have been sent. */
  release(id: SubscriberId, attempt: AttemptId): Promise<void>;
  /** Saves what the sent mail made of the subscriber and ends the claim. */
  finalise(subscriber: Subscriber, attempt: AttemptId): Promise<FinaliseOutcome>;
  record(id: SubscriberId, fact: Fact): Promise<void>;
}

/** DynamoDB answers in milliseconds; without a limit one silent socket costs a door its time. */
const PATIENCE = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true };

/** @param tableName of the one table */
export function subscribersIn(tableName: string, config: DynamoDBClientConfig = {}): Subscribers {
  const table = { TableName: tableName };
  const service = new DynamoDBClient({ requestHandler: PATIENCE, ...config });
  const client = DynamoDBDocumentClient.from(service, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const { read, update, edit } = subscriberItemsIn(tableName, client);

  return {
    async idKey(random) {
      const Key = { pk: 'key', sk: 'subscriber-id' };
      const { Attributes } = await client.send(
        new UpdateCommand({
          ...table,
          Key,
          UpdateExpression: 'SET #key = if_not_exists(#key, :fresh), v = if_not_exists(v, :v)',
          ExpressionAttributeNames: { '#key': 'key' },
          ExpressionAttributeValues: {
            ':fresh': Buffer.from(random()).toString('base64'),
            ':v': MAJOR,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return required(itemOf('id-key', Attributes ?? {}), 'key', textOf(parseIdKey));
    },

    leavers: {
      async load(id) {
        const item = await read(id);
        return item && leaverFrom(item);
      },
      save: (leaver) => edit(leaver, ending(leaver)),
    },

    async load(id) {
      const item = await read(id);
      return item && fromItem(item);
    },

    async find(id) {
      const item = await read(id);
      return item && foundIn(item);
    },

    async create(subscriber) {
      try {
        await client.send(
          new PutCommand({
            ...table,
            Item: { ...subscriberKey(subscriber.id), ...toAttributes(subscriber) },
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return undefined;
      } catch (error) {
        const item = itemOfFailedCondition(error);
        return item && fromItem(item);
      }
    },

    save: (subscriber) => edit(subscriber, saving(subscriber)),

    async claim(id, due, attempt, now) {
      const { met, item: before } = await update(id, {
        UpdateExpression:
          'SET claim = :claim, claimZone = #zone, claimSince = if_not_exists(claimSince, :now)',
        ConditionExpression:
          'dueAt = :due AND dueAt <= :now AND standing.#is IN (:pending, :active, :paused) ' +
          'AND (attribute_not_exists(claim) OR claim.#at < :lease) ' +
          // Somebody whose item can't be read stays free for the code that can.
          'AND (attribute_not_exists(v) OR v <= :v)',
        ExpressionAttributeNames: { '#is': 'is', '#at': 'at', '#zone': 'zone' },
        ExpressionAttributeValues: {
          ':pending': 'pending',
          ':active': 'active',
          ':paused': 'paused',
          ':due': due,
          ':now': now,
          ':lease': leaseStart(now),
          ':claim': { attempt, at: now, due },
          ':v': MAJOR,
        },
      });
      const item = before && fromItem(before);
      // The SDK may have repeated an answered call: then the claim in the way is our own.
      const ours = item?.claim?.attempt === attempt;
      return item !== undefined && (met || ours)
        ? { is: 'claimed', ...claimedOver(item, { attempt, at: now, due }) }
        : { is: item?.claim !== undefined && item.dueAt === due ? 'open' : 'not-due' };
    },

    async restate(id, { zone, since, ...claim }) {
      const { met } = await update(id, {
        UpdateExpression: 'SET claim = :claim, claimZone = :zone, claimSince = :since',
        ConditionExpression: 'claim.attempt = :attempt',
        ExpressionAttributeValues: {
          ':claim': claim,
          ':zone': zone,
          ':since': since,
          ':attempt': claim.attempt,
        },
      });
      return met;
    },

    async release(id, attempt) {
      await update(id, {
        UpdateExpression: `REMOVE ${CLAIM.join(', ')}`,
        ConditionExpression: 'claim.attempt = :attempt',
        ExpressionAttributeValues: { ':attempt': attempt },
      });
    },

    async finalise(subscriber, attempt) {
      const { set, remove } = saving(subscriber);
      const expression = expressionOf({ set, remove: [...remove, ...CLAIM] });
      const { met, item } = await update(subscriber.id, {
        ...expression,
        ConditionExpression: '#revision = :seen AND #claim.attempt = :attempt',
        ExpressionAttributeValues: {
          ...expression.ExpressionAttributeValues,
          ':seen': subscriber.revision,
          ':attempt': attempt,
        },
      });
      if (met) return { is: 'saved' };
      const latest = item && fromItem(item);
      return latest?.claim?.attempt === attempt ? { is: 'changed', latest } : { is: 'settled' };
    },

    async record(id, { kind, at, details }) {
      const Item = { pk: subscriberKey(id).pk, sk: `fact#${at}#${kind}`, v: MAJOR, ...details };
      await client.send(new PutCommand({ ...table, Item }));
    },
  };
}
