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
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Answer, REMEMBERED_SECONDS } from '../core/replies/answering.ts';
import type { Intent, Outcome } from '../core/replies/intents.ts';
import type { Reason } from '../core/replies/understand.ts';
import { epochSeconds, type Instant, type LocalDate, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { aText, beyond, itemOf, MAJOR, mapsIn, oneOf, required, type Stored } from './stored.ts';
import { anInstant } from './stored-values.ts';

/** What became of one inbound mail. */
export interface ReplyRecord {
  readonly intent: Intent;
  readonly outcome: Outcome;
  readonly until?: LocalDate;
  readonly because?: Reason;
}

/**
 * Where an inbound mail stands. `decided` means that its mails were about to go out: after a crash
 * there nobody knows whether they did, and no second answer is sent.
 */
export type Stage = (typeof STAGES)[number];
const STAGES = ['open', 'decided', 'done'] as const;

/** The memory of inbound mails, one item each: words of ours, and nothing of what was written. */
export interface Correspondence {
  /** Takes note of a mail. @returns the stage an earlier delivery of it has reached */
  begin(messageId: string, now: Instant): Promise<Stage>;
  /** Moves a mail on; its record is what a person may look up later. */
  reach(messageId: string, stage: Stage, record: ReplyRecord): Promise<void>;
  /** The automatic answers that a subscriber got of late, oldest first. */
  answers(id: SubscriberId): Promise<readonly Answer[]>;
  remember(id: SubscriberId, answers: readonly Answer[]): Promise<void>;
}

/** For a year it can be said what became of a mail; the mail itself is gone after a month. */
const KEPT_SECONDS = 365 * 86_400;
const answersKey = (id: SubscriberId) => ({ pk: subscriberKey(id).pk, sk: 'answers' });

/** @param tableName of the one table */
export function correspondenceIn(
  tableName: string,
  config: DynamoDBClientConfig = {},
): Correspondence {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const keyOf = (messageId: string) => ({ pk: `inbound#${messageId}`, sk: 'outcome' });
  return {
    async begin(messageId, now) {
      const expiresAt = epochSeconds(plusSeconds(now, KEPT_SECONDS));
      const Item = {
        ...keyOf(messageId),
        v: MAJOR,
        messageId,
        receivedAt: now,
        stage: 'open',
        expiresAt,
      };
      try {
        await client.send(
          new PutCommand({
            ...table,
            Item,
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'open';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const known = itemOf('inbound', error.Item === undefined ? {} : unmarshall(error.Item));
        return required(known, 'stage', oneOf(STAGES));
      }
    },

    async answers(id) {
      const { Item } = await client.send(new GetCommand({ ...table, Key: answersKey(id) }));
      return Item === undefined ? [] : mapsIn(itemOf('answers', Item), 'answers').map(answerOf);
    },

    async remember(id, answers) {
      const last = answers.at(-1);
      if (last === undefined) return;
      const expiresAt = epochSeconds(plusSeconds(last.at, REMEMBERED_SECONDS));
      await client.send(
        new UpdateCommand({
          ...table,
          Key: answersKey(id),
          UpdateExpression:
            'SET answers = :answers, expiresAt = :expiresAt, v = if_not_exists(v, :v)',
          ExpressionAttributeValues: { ':answers': answers, ':expiresAt': expiresAt, ':v': MAJOR },
        }),
      );
    },

    async reach(messageId, stage, { intent, outcome, until, because }) {
      const given = Object.entries({ stage, intent, outcome, until, because }).filter(
        ([, value]) => value !== undefined,
      );
      await client.send(
        new UpdateCommand({
          ...table,
          Key: keyOf(messageId),
          UpdateExpression: `SET ${given.map(([name]) => `#${name} = :${name}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(given.map(([name]) => [`#${name}`, name])),
          ExpressionAttributeValues: Object.fromEntries(
            given.map(([name, value]) => [`:${name}`, value]),
          ),
        }),
      );
    },
  };
}

/** @throws MalformedItem */
function answerOf(given: Stored): Answer {
  return {
    ...beyond(given, ['intent', 'at', 'words']),
    intent: required(given, 'intent', aText),
    at: required(given, 'at', anInstant),
    words: required(given, 'words', aText),
  };
}
