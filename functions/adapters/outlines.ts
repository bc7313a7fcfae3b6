import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  PutCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import type { CourseSlug } from '../core/course.ts';
import type { KeptCourse } from '../core/outline.ts';
import {
  type Attributes,
  aText,
  aTrue,
  itemOf,
  listOf,
  MAJOR,
  mapsIn,
  optional,
  required,
} from './stored.ts';
import { aCourse, aDay, aLesson, aTrack } from './stored-values.ts';

/**
 * The courses as they were deployed last, one item each. Only the author's commands come here, with the
 * author's own rights: what runs has its courses with it.
 */
export interface Outlines {
  /** @throws UnreadableItem */
  load(): Promise<readonly KeptCourse[]>;
  save(course: KeptCourse): Promise<void>;
  /** Of a course that is gone, and that nobody reads. */
  forget(slug: CourseSlug): Promise<void>;
}

/** Under which key they lie, and how an error calls one. */
export const OUTLINES = 'outline';

/** Whether an item of the table is one. */
export const isOutline = ({ pk }: Attributes): boolean => pk === OUTLINES;

/** Reads one item. @throws UnreadableItem */
export function outlineFrom(fields: Attributes): KeptCourse {
  const item = itemOf(OUTLINES, fields);
  const retired = optional(item, 'retired', aTrue);
  const rests = item.fields['rests'] === undefined ? [] : mapsIn(item, 'rests');
  return {
    slug: required(item, 'sk', aCourse),
    tracks: required(item, 'tracks', listOf(aTrack)),
    lessons: mapsIn(item, 'lessons').map((lesson) => {
      const isRetired = optional(lesson, 'retired', aTrue);
      return {
        id: required(lesson, 'id', aLesson),
        subject: required(lesson, 'subject', aText),
        ...(isRetired && { retired: isRetired }),
      };
    }),
    ...(retired && { retired }),
    ...(rests.length > 0 && {
      rests: rests.map((rest) => ({
        from: required(rest, 'from', aDay),
        until: required(rest, 'until', aDay),
      })),
    }),
  };
}

/** @param tableName of the one table */
export function outlinesIn(TableName: string, config: DynamoDBClientConfig = {}): Outlines {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  return {
    async load() {
      const all: KeptCourse[] = [];
      const ours = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': OUTLINES },
        // Whoever has just deployed may deploy again.
        ConsistentRead: true,
      };
      for await (const { Items = [] } of paginateQuery({ client }, ours)) {
        all.push(...Items.map(outlineFrom));
      }
      return all;
    },

    async save({ slug, ...course }) {
      const Item = { pk: OUTLINES, sk: slug, v: MAJOR, ...course };
      await client.send(new PutCommand({ TableName, Item }));
    },

    async forget(slug) {
      await client.send(new DeleteCommand({ TableName, Key: { pk: OUTLINES, sk: slug } }));
    },
  };
}
