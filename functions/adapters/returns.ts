import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Count, countsOf } from '../core/counting.ts';
import type { Returned } from '../core/reader/unreached.ts';
import type { ToldMail } from '../core/sending/ses-event.ts';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { itemOf, MAJOR, MalformedItem, type Parse, required, type Stored } from './stored.ts';
import { aCourse, aLesson, anInstant } from './stored-values.ts';
import { subscriberItemsIn } from './subscriber-items.ts';

/** What mails come back as: of readers by kind, and of strangers all alike. */
export type ReturnKind = 'bounces' | 'complaints' | 'sign-ups';

/**
 * Mails that came back, one small item a mail under its own name: whoever tells of the same mail twice
 * has told of it once, and how many there are is asked only when another comes.
 */
export interface Returns {
  /** Of a letter or an issue it counts that as well, the first time. */
  note(kind: ReturnKind, mail: ToldMail): Promise<void>;
  /** How many of the mails that were sent since a moment have come back. */
  since(kind: ReturnKind, from: Instant): Promise<number>;
  /**
   * Notes a letter that came back for now, beside its reader.
   *
   * @returns all of theirs that did of late, each once
   */
  noteSoft(id: SubscriberId, letter: Returned): Promise<readonly Returned[]>;
}

/** Letters count for seven days. */
const KEPT_SECONDS = 8 * 86_400;

/** Longer than letters wait after many of them came back (core/reader/unreached.ts). */
const SOFT_KEPT_SECONDS = 60 * 86_400;

/** @param tableName of the one table; all that is noted ends by its TTL */
export function returnsIn(tableName: string, config: DynamoDBClientConfig = {}): Returns {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const { together } = subscriberItemsIn(tableName, client);
  return {
    async note(kind, mail) {
      const { messageId, at } = mail;
      const counts = countsIn(kind, mail);
      const Update = {
        ...table,
        Key: { pk: keyOf(kind), sk: `${at}#${messageId}` },
        UpdateExpression: 'SET expiresAt = :end, v = if_not_exists(v, :v)',
        ExpressionAttributeValues: {
          ':end': epochSeconds(plusSeconds(at, KEPT_SECONDS)),
          ':v': MAJOR,
        },
      };
      const first = { Update: { ...Update, ConditionExpression: 'attribute_not_exists(pk)' } };
      if (counts.length > 0 && (await together([first], counts)) === 'saved') return;
      // Noted already; or met so many others that it is at least noted.
      await client.send(new UpdateCommand(Update));
    },

    async since(kind, from) {
      const pages = paginateQuery(
        { client },
        {
          ...table,
          Select: 'COUNT',
          KeyConditionExpression: 'pk = :pk AND sk >= :from',
          ExpressionAttributeValues: { ':pk': keyOf(kind), ':from': from },
        },
      );
      let sum = 0;
      for await (const { Count = 0 } of pages) sum += Count;
      return sum;
    },

    async noteSoft(id, { at, ...letter }) {
      const { Attributes = {} } = await client.send(
        new UpdateCommand({
          ...table,
          Key: { pk: subscriberKey(id).pk, sk: 'returned' },
          UpdateExpression:
            'SET #letter = if_not_exists(#letter, :at), expiresAt = :end, v = if_not_exists(v, :v)',
          ExpressionAttributeNames: { '#letter': fieldOf(letter) },
          ExpressionAttributeValues: {
            ':at': at,
            ':end': epochSeconds(plusSeconds(at, SOFT_KEPT_SECONDS)),
            ':v': MAJOR,
          },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return lettersIn(itemOf('returned', Attributes));
    },
  };
}

/** For the month in which its mail was sent; of mails to strangers nothing. */
const countsIn = (kind: ReturnKind, { counted, at }: ToldMail): readonly Count[] =>
  kind === 'sign-ups' ? [] : countsOf(COUNTED[kind], counted, at);

const COUNTED = { bounces: 'bounced', complaints: 'complained' } as const;

const keyOf = (kind: ReturnKind): string => `returned#${kind}`;

/** The name of a letter's field, with the time that it was of, unless it was the first. */
const fieldOf = ({ course, lesson, again }: Omit<Returned, 'at'>): string =>
  [course, lesson, ...(again === undefined ? [] : [again])].join('/');

const aTime: Parse<string> = (value) =>
  typeof value === 'string' && /^[1-9]\d*$/.test(value) ? value : undefined;

/** The fields that are named as no other can be. @throws MalformedItem */
const lettersIn = (item: Stored): readonly Returned[] =>
  Object.keys(item.fields)
    .filter((name) => name.includes('/'))
    .map((name) => {
      const [slug, id, time] = name.split('/');
      const [course, lesson, again] = [aCourse(slug), aLesson(id), aTime(time)];
      if (course === undefined || lesson === undefined || (time !== undefined && !again))
        throw new MalformedItem('returned', 'letter');
      return { at: required(item, name, anInstant), course, lesson, ...(again && { again }) };
    });
