import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LessonId } from '../core/course.ts';
import { SCORES, type Score } from '../core/reader/check-in.ts';
import type { Scores } from '../core/reader/check-ins.ts';
import type { Instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { type Attributes, itemOf, MAJOR, oneOf, type Parse, required } from './stored.ts';
import { aLesson } from './stored-values.ts';

/** What a reader answered to check-ins: items beside theirs, deleted with it. */
export interface CheckIns {
  load(id: SubscriberId): Promise<Scores>;
  /** Stores a score; an earlier one to the same check-in is replaced. */
  store(id: SubscriberId, lesson: LessonId, score: Score, at: Instant): Promise<void>;
}

const PREFIX = 'check-in#';

/** @param tableName of the one table */
export function checkInsIn(tableName: string, config: DynamoDBClientConfig = {}): CheckIns {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async load(id) {
      const { Items } = await client.send(
        new QueryCommand({
          ...table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': subscriberKey(id).pk, ':prefix': PREFIX },
          ConsistentRead: true,
        }),
      );
      return new Map((Items ?? []).map(scoreIn));
    },
    async store(id, lesson, score, at) {
      const Item = {
        pk: subscriberKey(id).pk,
        sk: `${PREFIX}${lesson}`,
        v: MAJOR,
        answer: score,
        at,
      };
      await client.send(new PutCommand({ ...table, Item }));
    },
  };
}

const lessonInKey: Parse<LessonId> = (sk) =>
  typeof sk === 'string' ? aLesson(sk.slice(PREFIX.length)) : undefined;

/** @throws UnreadableItem */
function scoreIn(fields: Attributes): readonly [LessonId, Score] {
  const item = itemOf('check-in', fields);
  return [required(item, 'sk', lessonInKey), required(item, 'answer', oneOf(SCORES))];
}
