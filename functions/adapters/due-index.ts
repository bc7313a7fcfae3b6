import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import {
  type DispatchState,
  type Due,
  freshStart,
  type Progress,
  type Resting,
  type Stopped,
} from '../core/sending/due.ts';
import type { StopCause } from '../core/sending/reputation.ts';
import type { Instant } from '../core/time.ts';
import { idInKey, subscriberKey } from './item.ts';
import {
  type Attributes,
  aCount,
  aTrue,
  beyond,
  itemOf,
  MAJOR,
  mapIn,
  oneOf,
  optional,
  required,
  type Stored,
} from './stored.ts';
import { anId, anInstant } from './stored-values.ts';

/** What the tick asks the table: who is due, and where it stood a minute ago. */
export interface DueIndex {
  state(): Promise<DispatchState>;
  saveProgress(progress: Progress): Promise<void>;
  /** Lets nothing be sent before a moment; a hold that is longer stays. */
  hold(until: Instant): Promise<void>;
  /** Ends the hold. */
  lift(): Promise<void>;
  /** Lets nothing but probes be sent, from now on, unless that is so already. */
  rest(since: Instant): Promise<void>;
  /** Notes how far the probes have come, unless the rest has ended. */
  saveProbes(resting: Resting): Promise<void>;
  /** Ends the rest. */
  goOn(): Promise<void>;
  /**
   * Lets no letter go from now on, unless that is so already, or somebody has released them since what
   * was decided by was looked up.
   *
   * @returns whether they are stopped by this
   */
  stop(stopped: Stopped, releasedAt: Instant | undefined): Promise<boolean>;
  /** Notes how far requests were looked for, unless letters go again. */
  saveRequests(stopped: Stopped): Promise<void>;
  /** Lets letters go again. What came back before this moment is no reason to stop them again. */
  release(now: Instant): Promise<void>;
  /** The next due entries of a shard, behind the one given; the longest due first, or the latest. */
  due(asked: AskedDue): Promise<DueEntries>;
}

/** A question to one shard of the index. */
export interface AskedDue {
  readonly shard: string;
  readonly now: Instant;
  readonly limit: number;
  readonly behind?: Due | undefined;
  readonly latestFirst?: true;
}

/** Entries of the index, and how many more there are of which nobody can say whose they are. */
export interface DueEntries {
  readonly due: readonly Due[];
  readonly unreadable: number;
}

/** Where what a tick remembers lies. */
export const STATE = { pk: 'dispatch', sk: 'state' } as const;

/** @param tableName of the one table, whose `due` index projects keys only */
export function dueIndexIn(tableName: string, config: DynamoDBClientConfig = {}): DueIndex {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  /** Does nothing where its condition is not met. @returns whether it was met */
  async function met(
    input: Pick<UpdateCommand['input'], 'UpdateExpression' | 'ConditionExpression'> &
      Pick<UpdateCommand['input'], 'ExpressionAttributeValues'>,
  ): Promise<boolean> {
    try {
      await client.send(new UpdateCommand({ ...table, Key: STATE, ...input }));
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  }
  const update = async (input: Parameters<typeof met>[0]): Promise<void> => void (await met(input));

  return {
    async state() {
      const { Item } = await client.send(new GetCommand({ ...table, Key: STATE }));
      return stateIn(Item ?? {});
    },
    saveProgress: (progress) =>
      update({
        UpdateExpression: 'SET progress = :progress, v = if_not_exists(v, :v)',
        ExpressionAttributeValues: { ':progress': progress, ':v': MAJOR },
      }),
    hold: (until) =>
      update({
        UpdateExpression: 'SET holdUntil = :until, v = if_not_exists(v, :v)',
        ConditionExpression: 'attribute_not_exists(holdUntil) OR holdUntil < :until',
        ExpressionAttributeValues: { ':until': until, ':v': MAJOR },
      }),
    lift: () => update({ UpdateExpression: 'REMOVE holdUntil' }),
    rest: (since) =>
      update({
        UpdateExpression: 'SET resting = if_not_exists(resting, :resting)',
        ExpressionAttributeValues: { ':resting': { since, probes: freshStart(since) } },
      }),
    saveProbes: (resting) =>
      update({
        UpdateExpression: 'SET resting = :resting',
        ConditionExpression: 'attribute_exists(resting)',
        ExpressionAttributeValues: { ':resting': resting },
      }),
    goOn: () => update({ UpdateExpression: 'REMOVE resting' }),
    stop: (stopped, releasedAt) =>
      met({
        UpdateExpression: 'SET stopped = :stopped, v = if_not_exists(v, :v)',
        ConditionExpression: `attribute_not_exists(stopped) AND ${
          releasedAt === undefined ? 'attribute_not_exists(releasedAt)' : 'releasedAt = :released'
        }`,
        ExpressionAttributeValues: {
          ':stopped': stopped,
          ':v': MAJOR,
          ...(releasedAt !== undefined && { ':released': releasedAt }),
        },
      }),
    saveRequests: (stopped) =>
      update({
        UpdateExpression: 'SET stopped = :stopped',
        ConditionExpression: 'stopped.since = :since',
        ExpressionAttributeValues: { ':stopped': stopped, ':since': stopped.since },
      }),
    release: (now) =>
      update({
        UpdateExpression: 'SET releasedAt = :now, v = if_not_exists(v, :v) REMOVE stopped',
        ExpressionAttributeValues: { ':now': now, ':v': MAJOR },
      }),

    async due({ shard, now, limit, behind, latestFirst }) {
      const { Items } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'due',
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': shard, ':now': now },
          Limit: limit,
          ScanIndexForward: !latestFirst,
          ...(behind && {
            ExclusiveStartKey: {
              ...subscriberKey(behind.id, behind.request ? 'request' : 'subscriber'),
              dueShard: shard,
              dueAt: behind.dueAt,
            },
          }),
        }),
      );
      return entriesOf(Items ?? []);
    },
  };
}

/** One that can't be read is not to stand in everybody's way: it is only counted. */
export function entriesOf(items: readonly Attributes[]): DueEntries {
  const due = items.map(entryIn).filter((entry) => entry !== undefined);
  return { due, unreadable: items.length - due.length };
}

function entryIn({ pk, sk, dueAt }: Attributes): Due | undefined {
  const id = idInKey(pk);
  const at = anInstant(dueAt);
  return id && at && { id, dueAt: at, ...(sk === 'request' && { request: true }) };
}

/** What a tick remembers, as it is stored. @throws UnreadableItem */
export function stateIn(fields: Attributes): DispatchState {
  const item = itemOf('dispatch', fields);
  const holdUntil = optional(item, 'holdUntil', anInstant);
  const releasedAt = optional(item, 'releasedAt', anInstant);
  return {
    ...(fields['progress'] !== undefined && { progress: progressOf(mapIn(item, 'progress')) }),
    ...(holdUntil !== undefined && { holdUntil }),
    ...(fields['resting'] !== undefined && { resting: restingIn(mapIn(item, 'resting')) }),
    ...(fields['stopped'] !== undefined && { stopped: stoppedIn(mapIn(item, 'stopped')) }),
    ...(releasedAt !== undefined && { releasedAt }),
  };
}

function progressOf(given: Stored): Progress {
  const shards = mapIn(given, 'shards');
  const places = Object.keys(shards.fields).map((shard) => {
    const place = mapIn(shards, shard);
    const id = required(place, 'id', anId);
    const dueAt = required(place, 'dueAt', anInstant);
    const request = optional(place, 'request', aTrue);
    return [shard, { id, dueAt, ...(request && { request }) }] as const;
  });
  return {
    ...beyond(given, ['startedAt', 'shards']),
    startedAt: required(given, 'startedAt', anInstant),
    shards: Object.fromEntries(places),
  };
}

const restingIn = (item: Stored): Resting => ({
  since: required(item, 'since', anInstant),
  probes: progressOf(mapIn(item, 'probes')),
});

const CAUSES: readonly StopCause[] = ['bounces', 'complaints'];

function stoppedIn(item: Stored): Stopped {
  const figures = mapIn(item, 'figures');
  return {
    ...beyond(item, ['since', 'because', 'figures', 'requests']),
    since: required(item, 'since', anInstant),
    because: required(item, 'because', oneOf(CAUSES)),
    figures: {
      letters: required(figures, 'letters', aCount),
      bounces: required(figures, 'bounces', aCount),
      complaints: required(figures, 'complaints', aCount),
    },
    requests: progressOf(mapIn(item, 'requests')),
  };
}
