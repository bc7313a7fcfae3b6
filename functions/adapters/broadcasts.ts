import { gunzipSync, gzipSync } from 'node:zlib';
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { CompiledMail } from '../core/mail/template.ts';
import type { Issue, IssueId } from '../core/newsletter.ts';
import {
  type Broadcast,
  FRESH_WALK,
  type NewsletterEntry,
  type Stage,
  type Walk,
} from '../core/sending/broadcast.ts';
import type { Instant } from '../core/time.ts';
import { idInKey, SHARDS, subscriberKey } from './item.ts';
import { broadcastIn } from './read-broadcast.ts';
import { MAJOR, UnreadableItem } from './stored.ts';
import { aZone } from './stored-values.ts';

/** The issues on their way, an item each, and who takes the newsletter. */
export interface Broadcasts {
  all(): Promise<readonly Broadcast[]>;
  /**
   * Notes an issue that is seen for the first time, or whose day was moved before it began.
   *
   * @param next when it begins; undefined for one that never does
   */
  note(id: IssueId, stage: Stage, next: Instant | undefined): Promise<void>;
  /**
   * Keeps an issue as it is sent, and begins to tell its readers; it is done by one, however many try.
   *
   * @throws when the mail is larger than an item can be (400 KB, packed)
   */
  start(issue: Issue, now: Instant): Promise<void>;
  /**
   * Notes how far readers were told, and that all of them were.
   *
   * @returns whether it goes on: it was not paused or cancelled meanwhile
   */
  saveWalk(id: IssueId, walk: Walk, next: Instant | undefined): Promise<boolean>;
  /** @returns whether there is such an issue, and it can still be */
  pause(id: IssueId): Promise<boolean>;
  /** Goes on where it was: whoever it was due for has waited. */
  resume(id: IssueId, now: Instant): Promise<boolean>;
  cancel(id: IssueId): Promise<boolean>;
  /** The mail of an issue that was started. @throws UnreadableItem when there is none */
  mailOf(id: IssueId): Promise<CompiledMail>;
  /** A page of those who take the newsletter, of the shard with this number. */
  page(shard: number, behind: NewsletterEntry | undefined): Promise<Page>;
}

export interface Page {
  readonly entries: readonly NewsletterEntry[];
  /** The last one; undefined when the shard is over. */
  readonly behind?: NewsletterEntry;
}

/** So many readers are told between two notes of how far it is. */
const PAGE = 100;

const PK = 'newsletter';

/**
 * An issue for which there is something to do stands in the due index, in a shard of its own: so a clock that
 * jumps over hours in which nothing is due stops for it.
 */
const PUBLISH = 'publish';
const NEXT = 'dueAt = :next, dueShard = :publish';
const DUE = 'dueAt, dueShard';
const issueKey = (id: IssueId) => ({ pk: PK, sk: `issue#${id}` });
const mailKey = (id: IssueId) => ({ pk: PK, sk: `mail#${id}` });

/** @param tableName of the one table, whose `newsletter` index projects keys only */
export function broadcastsIn(tableName: string, config: DynamoDBClientConfig = {}): Broadcasts {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));

  async function met(id: IssueId, input: Partial<UpdateCommand['input']>): Promise<boolean> {
    try {
      await client.send(new UpdateCommand({ ...table, Key: issueKey(id), ...input }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
  const ALIVE = 'stage IN (:scheduled, :running)';
  const alive = { ':scheduled': 'scheduled', ':running': 'running' };

  return {
    async all() {
      const pages = paginateQuery(
        { client },
        {
          ...table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :issue)',
          ExpressionAttributeValues: { ':pk': PK, ':issue': 'issue#' },
        },
      );
      const all: Broadcast[] = [];
      for await (const { Items = [] } of pages) all.push(...Items.map(broadcastIn));
      return all;
    },

    async note(id, stage, next) {
      await met(id, {
        UpdateExpression: `SET stage = :stage, v = :v${next ? `, ${NEXT}` : ''}`,
        ConditionExpression: 'attribute_not_exists(pk) OR (stage = :stage AND dueAt <> :next)',
        ExpressionAttributeValues: {
          ':stage': stage,
          ':v': MAJOR,
          ':next': next ?? '',
          ...(next && { ':publish': PUBLISH }),
        },
      });
    },

    async start({ id, title, preheader, date, at, audience, during, mail }, now) {
      const packed = gzipSync(JSON.stringify(mail));
      await client.send(
        new PutCommand({ ...table, Item: { ...mailKey(id), v: MAJOR, mail: packed } }),
      );
      const started = {
        date,
        audience,
        title,
        preheader,
        startedAt: now,
        walk: FRESH_WALK,
        ...(at && { at }),
        ...(during && { during }),
      };
      await met(id, {
        UpdateExpression: 'SET stage = :running, started = :started, dueAt = :now',
        ConditionExpression: 'stage = :scheduled AND attribute_not_exists(paused)',
        ExpressionAttributeValues: {
          ':running': 'running',
          ':scheduled': 'scheduled',
          ':started': started,
          ':now': now,
        },
      });
    },

    saveWalk: (id, walk, next) =>
      met(id, {
        UpdateExpression: next
          ? `SET started.walk = :walk, ${NEXT}`
          : `SET started.walk = :walk, stage = :sent REMOVE ${DUE}`,
        ConditionExpression: 'stage = :running AND attribute_not_exists(paused)',
        ExpressionAttributeValues: {
          ':walk': walk,
          ':running': 'running',
          ...(next ? { ':next': next, ':publish': PUBLISH } : { ':sent': 'sent' }),
        },
      }),

    pause: (id) =>
      met(id, {
        UpdateExpression: `SET paused = :true REMOVE ${DUE}`,
        ConditionExpression: `${ALIVE} OR stage = :sent`,
        ExpressionAttributeValues: { ...alive, ':sent': 'sent', ':true': true },
      }),

    async resume(id, now) {
      const isPaused = 'attribute_exists(paused)';
      const goesOn = await met(id, {
        UpdateExpression: `SET ${NEXT} REMOVE paused`,
        ConditionExpression: `${isPaused} AND ${ALIVE}`,
        ExpressionAttributeValues: { ...alive, ':next': now, ':publish': PUBLISH },
      });
      // Of one whose readers all know, nothing is left to be done here.
      return (
        goesOn || met(id, { UpdateExpression: 'REMOVE paused', ConditionExpression: isPaused })
      );
    },

    cancel: (id) =>
      met(id, {
        UpdateExpression: `SET stage = :cancelled REMOVE paused, ${DUE}`,
        ConditionExpression: `${ALIVE} OR stage = :sent`,
        ExpressionAttributeValues: { ...alive, ':sent': 'sent', ':cancelled': 'cancelled' },
      }),

    async mailOf(id) {
      const { Item } = await client.send(new GetCommand({ ...table, Key: mailKey(id) }));
      if (!(Item?.['mail'] instanceof Uint8Array))
        throw new UnreadableItem('an issue without its mail');
      return JSON.parse(gunzipSync(Item['mail']).toString()) as CompiledMail;
    },

    async page(shard, behind) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...table,
          IndexName: 'newsletter',
          KeyConditionExpression: 'newsletterShard = :shard',
          ExpressionAttributeValues: { ':shard': SHARDS[shard] },
          Limit: PAGE,
          ...(behind && {
            ExclusiveStartKey: {
              ...subscriberKey(behind.id),
              newsletterShard: SHARDS[shard],
              zone: behind.zone,
            },
          }),
        }),
      );
      const entries = Items.flatMap(({ pk, zone }): NewsletterEntry[] => {
        const id = idInKey(pk);
        const in_ = aZone(zone);
        return id && in_ ? [{ id, zone: in_ }] : [];
      });
      const last = entries.at(-1);
      return { entries, ...(LastEvaluatedKey && last && { behind: last }) };
    },
  };
}
