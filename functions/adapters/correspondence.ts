import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Intent, Outcome } from '../core/replies/decide.ts';
import { epochSeconds, type Instant, type LocalDate, plusSeconds } from '../core/time.ts';

/** What became of one inbound mail. */
export interface ReplyRecord {
  readonly intent: Intent;
  readonly outcome: Outcome;
  readonly until?: LocalDate;
}

/**
 * Where an inbound mail stands. `decided` means that its mails were about to go out: after a crash
 * there nobody knows whether they did, and no second answer is sent.
 */
export type Stage = 'open' | 'decided' | 'done';

/** The memory of inbound mails, one item each, kept as long as the mail itself. */
export interface Correspondence {
  /** Takes note of a mail. @returns the stage an earlier delivery of it has reached */
  begin(messageId: string, now: Instant): Promise<Stage>;
  /** Moves a mail on; its record is what a person may look up later. */
  reach(messageId: string, stage: Stage, record: ReplyRecord): Promise<void>;
}

const KEPT_SECONDS = 30 * 86_400;

/** @param tableName of the one table */
export function correspondenceIn(tableName: string): Correspondence {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const keyOf = (messageId: string) => ({ pk: `inbound#${messageId}`, sk: 'outcome' });
  return {
    async begin(messageId, now) {
      const expiresAt = epochSeconds(plusSeconds(now, KEPT_SECONDS));
      const Item = { ...keyOf(messageId), messageId, receivedAt: now, stage: 'open', expiresAt };
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
        const known = error.Item === undefined ? {} : unmarshall(error.Item);
        return known['stage'] as Stage;
      }
    },

    async reach(messageId, stage, { intent, outcome, until }) {
      await client.send(
        new UpdateCommand({
          ...table,
          Key: keyOf(messageId),
          UpdateExpression:
            'SET #stage = :stage, #intent = :intent, #outcome = :outcome' +
            (until === undefined ? '' : ', #until = :until'),
          ExpressionAttributeNames: {
            ...{ '#stage': 'stage', '#intent': 'intent', '#outcome': 'outcome' },
            ...(until !== undefined && { '#until': 'until' }),
          },
          ExpressionAttributeValues: {
            ...{ ':stage': stage, ':intent': intent, ':outcome': outcome },
            ...(until !== undefined && { ':until': until }),
          },
        }),
      );
    },
  };
}
