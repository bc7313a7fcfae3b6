import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Count, Counted } from '../core/counting.ts';
import type { Fact } from '../core/reader/fact.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Intent, Kept, Outcome } from '../core/replies/intents.ts';
import type { Label } from '../core/replies/label.ts';
import type { Reason } from '../core/replies/understanding.ts';
import { epochSeconds, type Instant, type LocalDate, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { nameOfCounted } from './counter-items.ts';
import { inboxKey, outcomeKey, writtenKey } from './inbound.ts';
import { expressionOf } from './item.ts';
import { keptAttributes, keptIn } from './kept-decision.ts';
import { editOfMemory, type Memory, memoryIn, memoryKey } from './memory.ts';
import { putOnce } from './put-once.ts';
import { type Attributes, itemOf, MAJOR, oneOf, optional, required } from './stored.ts';
import { anInstant } from './stored-values.ts';
import { subscriberItemsIn } from './subscriber-items.ts';

/** What became of one inbound mail. */
export interface ReplyRecord {
  readonly intent: Intent;
  readonly outcome: Outcome;
  readonly until?: LocalDate;
  readonly because?: Reason;
  readonly toAuthor?: boolean;
  readonly distress?: 'alone' | 'watched';
}

/** Which mail it was, for whoever looks through an inbox. */
export interface About {
  /** When its first delivery came. */
  readonly receivedAt: Instant;
  /** Who wrote it, where that is known. */
  readonly reader: SubscriberId | undefined;
  /** What it answers. */
  readonly letter: Counted | undefined;
}

/**
 * Where an inbound mail stands. `decided` means that its mails were about to go out: after a crash
 * there nobody knows whether they did, and no second answer is sent. A mail that is open and has a
 * decision that was kept has changed all that it changes.
 */
export type Stage = (typeof STAGES)[number];
const STAGES = ['open', 'decided', 'done'] as const;

/** What an earlier delivery of a mail has come to. */
export interface Standing {
  readonly stage: Stage;
  readonly kept?: Kept;
  /** When the first of them came. */
  readonly receivedAt: Instant;
}

/** A writer as a mail of theirs makes them. */
export interface Saved {
  readonly subscriber: Subscriber;
  readonly fact?: Fact | undefined;
}

/** The memory of inbound mails, one item each: words of ours, and nothing of what was written. */
export interface Correspondence {
  /** Takes note of a mail. @returns what an earlier delivery of it has come to */
  begin(messageId: string, now: Instant): Promise<Standing>;
  /** Keeps beside somebody that a mail is theirs: whoever erases all, erases it too. */
  attribute(messageId: string, id: SubscriberId, receivedAt: Instant): Promise<void>;
  /**
   * Keeps what was decided on a mail, together with the change that its writer is saved with, the
   * fact of it, and what is counted of both: all of that or nothing. `changed` when another save of theirs
   * came first, or another delivery of the mail.
   */
  keep(
    messageId: string,
    kept: Kept,
    saved: Saved | undefined,
    counts: readonly Count[],
  ): Promise<'saved' | 'changed'>;
  /**
   * Takes the right to send the mails about a mail, and puts it into the inbox of its month.
   *
   * @returns false when another delivery has it
   */
  takeUp(messageId: string, record: ReplyRecord, about: About): Promise<boolean>;
  /** Moves a mail on; its record is what a person may look up later. */
  reach(messageId: string, stage: 'open' | 'done', record: ReplyRecord): Promise<void>;
  /** What is remembered of a subscriber's mails. */
  memory(id: SubscriberId): Promise<Memory>;
  remember(id: SubscriberId, memory: Memory, now: Instant): Promise<void>;
  /** A question that was answered is open no more. */
  settle(id: SubscriberId): Promise<void>;
  /** Keeps the author's word for a mail beside what became of it; of none that is unknown. */
  label(messageId: string, label: Label): Promise<void>;
}

/** For a year it can be said what became of a mail; the mail itself is gone after a month. */
const KEPT_SECONDS = 365 * 86_400;

/** @param tableName of the one table */
export function correspondenceIn(
  tableName: string,
  config: DynamoDBClientConfig = {},
): Correspondence {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const items = subscriberItemsIn(tableName, client);
  const { together } = items;
  /** Makes no item where there is none. */
  async function ifThere(update: Omit<UpdateCommandInput, 'TableName'>): Promise<void> {
    try {
      const ConditionExpression = 'attribute_exists(pk)';
      await client.send(new UpdateCommand({ ...table, ...update, ConditionExpression }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }
  return {
    async begin(messageId, now) {
      const expiresAt = epochSeconds(plusSeconds(now, KEPT_SECONDS));
      const Item = {
        ...outcomeKey(messageId),
        v: MAJOR,
        messageId,
        receivedAt: now,
        stage: 'open',
        expiresAt,
      };
      const before = await putOnce(client, { ...table, Item });
      if (before === undefined) return { stage: 'open', receivedAt: now };
      const known = itemOf('inbound', before);
      const stage = required(known, 'stage', oneOf(STAGES));
      const receivedAt = optional(known, 'receivedAt', anInstant) ?? now;
      return {
        stage,
        receivedAt,
        ...(known.fields['kept'] !== undefined && { kept: keptIn(known) }),
      };
    },

    keep(messageId, kept, saved, counts) {
      const Update = {
        ...table,
        ...setting({ kept: keptAttributes(kept) }),
        Key: outcomeKey(messageId),
        ConditionExpression: 'stage = :open AND attribute_not_exists(kept)',
      };
      Update.ExpressionAttributeValues[':open'] = 'open';
      const changes = saved === undefined ? [] : items.saves(saved);
      return together([{ Update }, ...changes], [...counts, ...(saved?.fact?.counts ?? [])]);
    },

    async takeUp(messageId, record, about) {
      const Update = {
        ...table,
        ...setting({ ...recordOf('decided', record), ...aboutOf(about) }),
        Key: outcomeKey(messageId),
        ConditionExpression: '#stage = :open',
      };
      Update.ExpressionAttributeValues[':open'] = 'open';
      const { receivedAt } = about;
      const expiresAt = epochSeconds(plusSeconds(receivedAt, KEPT_SECONDS));
      const inbox = {
        ...table,
        ...setting({ v: MAJOR, expiresAt }),
        Key: inboxKey(messageId, receivedAt),
      };
      // A transaction, since its repetition after a lost answer is no other delivery.
      return (await together([{ Update }, { Update: inbox }])) === 'saved';
    },

    async attribute(messageId, id, receivedAt) {
      const expiresAt = epochSeconds(plusSeconds(receivedAt, KEPT_SECONDS));
      const Item = { ...writtenKey(id, messageId), v: MAJOR, receivedAt, expiresAt };
      await client.send(new PutCommand({ ...table, Item }));
    },

    async memory(id) {
      const { Item } = await client.send(
        new GetCommand({ ...table, Key: memoryKey(id), ConsistentRead: true }),
      );
      return memoryIn(Item ?? {});
    },

    async remember(id, memory, now) {
      await client.send(
        new UpdateCommand({ ...table, Key: memoryKey(id), ...editOfMemory(memory, now) }),
      );
    },

    settle: (id) => ifThere({ Key: memoryKey(id), UpdateExpression: 'REMOVE question' }),

    label: (messageId, label) =>
      ifThere({
        Key: outcomeKey(messageId),
        UpdateExpression: 'SET label = :label',
        ExpressionAttributeValues: { ':label': label },
      }),

    async reach(messageId, stage, record) {
      const told = stage === 'done' ? ['kept'] : [];
      await client.send(
        new UpdateCommand({
          ...table,
          ...setting(recordOf(stage, record), told),
          Key: outcomeKey(messageId),
        }),
      );
    },
  };
}

/** An update that sets what is given, and leaves what is not. */
const setting = (attributes: Attributes, remove: readonly string[] = []) =>
  expressionOf({
    set: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
    remove,
  });

const aboutOf = ({ reader, letter }: About) => ({
  reader,
  letter: letter && nameOfCounted(letter),
});

/** What is kept: words and flags of ours. */
const recordOf = (stage: Stage, record: ReplyRecord) => ({
  stage,
  intent: record.intent,
  outcome: record.outcome,
  until: record.until,
  because: record.because,
  toAuthor: record.toAuthor === true,
  distress: record.distress !== undefined,
});
