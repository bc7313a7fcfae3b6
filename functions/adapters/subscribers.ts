import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Fact } from '../core/reader/fact.ts';
import type { MovedTo } from '../core/reader/move.ts';
import {
  type AttemptId,
  type Claim,
  type Ended,
  type Leaver,
  type Place,
  placeOf,
  type Subscriber,
} from '../core/reader/subscriber.ts';
import { type Claimed, claimedOver } from '../core/sending/doubt.ts';
import type { Due } from '../core/sending/due.ts';
import { leaseStart } from '../core/sending/pace.ts';
import type { Instant } from '../core/time.ts';
import {
  type IdKey,
  type LinkSecret,
  parseIdKey,
  parseSecretKey,
  type SecretKey,
  type SubscriberId,
} from '../core/token.ts';
import { MOVED_TO, movedToIn, whereNow } from './former-ids.ts';
import { CLAIM, ending, ID_KEY, saving, subscriberKey } from './item.ts';
import { type FoundSubscriber, foundIn, fromItem, leaverFrom } from './read-subscriber.ts';
import { type Requests, requestsIn } from './requests.ts';
import { itemOf, MAJOR, required, textOf } from './stored.ts';
import { seen, subscriberItemsIn } from './subscriber-items.ts';

/** What a claim came to: ours, somebody's (or nobody knows), or no longer owed. */
export type ClaimOutcome =
  | ({ readonly is: 'claimed' } & Claimed)
  | { readonly is: 'open' }
  | { readonly is: 'not-due' };

/** A finalise is overtaken by a reader's change (made anew from it) or by another settling. */
export type FinaliseOutcome =
  | { readonly is: 'saved' | 'settled' }
  | { readonly is: 'changed'; readonly latest: Subscriber };

/**
 * The same items as far as leaving needs them, in whatever version they are: nobody has to stay
 * because newer code wrote about them.
 */
export interface Leavers {
  load(id: SubscriberId): Promise<Leaver | undefined>;
  /** Ends all mail to somebody; `changed` when another save came first. */
  save(leaver: Ended, fact?: Fact): Promise<'saved' | 'changed'>;
}

/** The subscribers' table. What reads an item throws `UnreadableItem` when it can't. */
export interface Subscribers {
  readonly leavers: Leavers;
  readonly requests: Requests;
  /** The key that turns addresses into ids, made on first use. */
  idKey(random: () => Uint8Array): Promise<IdKey>;
  /** The key that first secrets are made of, the same way. */
  secretKey(random: () => Uint8Array): Promise<SecretKey>;
  load(id: SubscriberId): Promise<Subscriber | undefined>;
  /**
   * Whose links are of this id and of a secret which is not that of who is there now: who moved away,
   * however often, or came after the links were sent. Nobody once that reader's data is erased.
   *
   * @param isTheirs tells the secret of the links from those of others
   */
  movedTo(
    id: SubscriberId,
    isTheirs: (secret: LinkSecret) => boolean,
  ): Promise<SubscriberId | undefined>;
  /**
   * As `load`, for whoever has something to do when it can't be read; and of an address that only
   * asked, the request.
   */
  find(id: SubscriberId): Promise<FoundSubscriber | undefined>;
  /**
   * Saves a change to the revision that was loaded, in the place that it was loaded from, with the
   * fact of it or not at all; `changed` when another save came first.
   */
  save(subscriber: Subscriber, fact?: Fact): Promise<'saved' | 'changed'>;
  /** Takes the right to send what is due, in one conditional write that checks all against it. */
  claim(due: Due, attempt: AttemptId, now: Instant): Promise<ClaimOutcome>;
  /**
   * Says of a claim, whose attempt it names, since when there is doubt and what was tried.
   *
   * @returns false when it is another's, or nobody's, meanwhile
   */
  restate(claimed: Pick<Subscriber, 'id' | 'asked'>, claim: Claim): Promise<boolean>;
  /** Gives a claim back: the mail is known not to have been sent. */
  release(claimed: Pick<Subscriber, 'id' | 'asked'>, attempt: AttemptId): Promise<void>;
  /** Saves what the sent mail made of the subscriber and ends the claim. */
  finalise(subscriber: Subscriber, attempt: AttemptId): Promise<FinaliseOutcome>;
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

  const items = subscriberItemsIn(tableName, client);
  const { read, update, edit } = items;
  // Two at most for each change of an address, of which a reader gets one a day.
  const movedFrom = async (id: SubscriberId): Promise<readonly MovedTo[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        ...table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :moved)',
        ExpressionAttributeValues: { ':pk': subscriberKey(id).pk, ':moved': MOVED_TO },
        ConsistentRead: true,
      }),
    );
    return Items.map(movedToIn);
  };
  const leaversOf = (place: Place): Leavers => ({
    async load(id) {
      const item = await read(id, place);
      return item && leaverFrom(item);
    },
    save: (leaver, fact) => edit({ ...leaver, place }, ending(leaver, place), fact),
  });
  const leavers = leaversOf('subscriber');
  const secretAt = async (id: SubscriberId) => (await leavers.load(id))?.secret;

  /** A key under one name of the item that holds them, which is made where it is not there yet. */
  async function keyNamed<Key>(
    name: string,
    random: () => Uint8Array,
    parse: (base64: string) => Key | undefined,
  ): Promise<Key> {
    const { Attributes } = await client.send(
      new UpdateCommand({
        ...table,
        Key: ID_KEY,
        UpdateExpression: 'SET #key = if_not_exists(#key, :fresh), v = if_not_exists(v, :v)',
        ExpressionAttributeNames: { '#key': name },
        ExpressionAttributeValues: {
          ':fresh': Buffer.from(random()).toString('base64'),
          ':v': MAJOR,
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return required(itemOf('id-key', Attributes ?? {}), name, textOf(parse));
  }

  return {
    idKey: (random) => keyNamed('key', random, parseIdKey),
    secretKey: (random) => keyNamed('secretKey', random, parseSecretKey),

    leavers,
    requests: { ...requestsIn(tableName, client, items), leavers: leaversOf('request') },

    async load(id) {
      const item = await read(id, 'subscriber');
      return item && fromItem(item);
    },

    async movedTo(id, isTheirs) {
      const first = (await movedFrom(id)).find(({ secret }) => isTheirs(secret));
      return first && whereNow(first, { secretAt, movedFrom });
    },

    async find(id) {
      const item = (await read(id, 'subscriber')) ?? (await read(id, 'request'));
      return item && foundIn(item);
    },

    save: (subscriber, fact) =>
      edit({ ...subscriber, place: placeOf(subscriber) }, saving(subscriber), fact),

    async claim({ id, dueAt: due, request }, attempt, now) {
      const place = request ? 'request' : 'subscriber';
      const { met, item: before } = await update(
        { id, place },
        {
          UpdateExpression:
            'SET claim = :claim, claimZone = #zone, claimSince = if_not_exists(claimSince, :now), ' +
            'claimSinceZone = if_not_exists(claimSinceZone, #zone)',
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
        },
      );
      const item = before && fromItem(before);
      // The SDK may have repeated an answered call: then the claim in the way is our own.
      const ours = item?.claim?.attempt === attempt;
      return item !== undefined && (met || ours)
        ? { is: 'claimed', ...claimedOver(item, { attempt, at: now, due }) }
        : { is: item?.claim !== undefined && item.dueAt === due ? 'open' : 'not-due' };
    },

    async restate(claimed, { zone, since, sinceZone, ...claim }) {
      const { met } = await update(
        { id: claimed.id, place: placeOf(claimed) },
        {
          UpdateExpression:
            'SET claim = :claim, claimZone = :zone, claimSince = :since, claimSinceZone = :sinceZone',
          ConditionExpression: 'claim.attempt = :attempt',
          ExpressionAttributeValues: {
            ':claim': claim,
            ':zone': zone,
            ':since': since,
            ':sinceZone': sinceZone,
            ':attempt': claim.attempt,
          },
        },
      );
      return met;
    },

    async release(claimed, attempt) {
      await update(
        { id: claimed.id, place: placeOf(claimed) },
        {
          UpdateExpression: `REMOVE ${CLAIM.join(', ')}`,
          ConditionExpression: 'claim.attempt = :attempt',
          ExpressionAttributeValues: { ':attempt': attempt },
        },
      );
    },

    async finalise(subscriber, attempt) {
      const { set, remove } = saving(subscriber);
      const input = seen({ set, remove: [...remove, ...CLAIM] }, subscriber.revision);
      const { met, item } = await update(
        { id: subscriber.id, place: placeOf(subscriber) },
        {
          ...input,
          ConditionExpression: `${input.ConditionExpression} AND #claim.attempt = :attempt`,
          ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':attempt': attempt },
        },
      );
      if (met) return { is: 'saved' };
      const latest = item && fromItem(item);
      return latest?.claim?.attempt === attempt ? { is: 'changed', latest } : { is: 'settled' };
    },
  };
}
