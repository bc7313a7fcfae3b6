import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ErrandAnswer, type ErrandName, parseErrandAnswer } from '../core/reader/errand.ts';
import type { Fact } from '../core/reader/fact.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { epochSeconds, type Instant, plusSeconds } from '../core/time.ts';
import { expressionOf, keyOf } from './item.ts';
import { putOnce } from './put-once.ts';
import { itemOf, MAJOR, oneOf, type Parse, required } from './stored.ts';
import { putFact, seen, subscriberItemsIn } from './subscriber-items.ts';

/**
 * Where an errand stands, as of a mail that comes in: `decided` means that it is being done, or was when its door
 * broke off.
 */
export type ErrandStage =
  | { readonly is: 'open' | 'decided' }
  | { readonly is: 'done'; readonly answer: ErrandAnswer };

/** A record of an errand, and whose it is. */
interface Recorded {
  readonly reader: Pick<Subscriber, 'id' | 'asked' | 'revision'>;
  readonly fact: Fact;
}

/** What a delivery of an errand has come to, and what is to be said of it in its record. */
export interface ErrandEnd {
  readonly answer: ErrandAnswer;
  /** Where it stood when it came to that. */
  readonly from: 'open' | 'decided';
  readonly recorded?: Recorded;
}

/** The memory of errands, one item each: words of ours, and neither whom it was for nor what. */
export interface Errands {
  /** Takes note of an errand. @returns what an earlier delivery of it has come to */
  begin(name: ErrandName, now: Instant): Promise<ErrandStage>;
  /**
   * Takes the right to do it, with the record of it, while its reader is as they were seen; all of that or nothing.
   *
   * @returns `changed` when another delivery has it, or the reader is different
   */
  takeUp(name: ErrandName, recorded?: Recorded): Promise<'saved' | 'changed'>;
  /**
   * Keeps what it has come to, for whoever delivers it again; and what is to be said in its record as well.
   *
   * @returns `changed` when another delivery has come farther: what that says is not written over
   */
  finish(name: ErrandName, end: ErrandEnd): Promise<'saved' | 'changed'>;
}

/** Nobody repeats one after a day. */
const KEPT_SECONDS = 86_400;

const STAGES = ['open', 'decided', 'done'] as const;
const anAnswer: Parse<ErrandAnswer> = parseErrandAnswer;

/** @param tableName of the one table; an errand is an item that its TTL removes */
export function errandsIn(tableName: string, config: DynamoDBClientConfig = {}): Errands {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const { together } = subscriberItemsIn(tableName, client);
  const keyFor = (name: ErrandName) => ({ pk: `errand#${name}`, sk: 'outcome' });

  return {
    async begin(name, now) {
      const expiresAt = epochSeconds(plusSeconds(now, KEPT_SECONDS));
      const Item = { ...keyFor(name), v: MAJOR, stage: 'open', expiresAt };
      const before = await putOnce(client, { ...table, Item });
      if (before === undefined) return { is: 'open' };
      const known = itemOf('errand', before);
      const is = required(known, 'stage', oneOf(STAGES));
      return is === 'done' ? { is, answer: required(known, 'answer', anAnswer) } : { is };
    },

    takeUp(name, recorded) {
      const Update = {
        ...table,
        Key: keyFor(name),
        UpdateExpression: 'SET stage = :decided',
        ConditionExpression: 'stage = :open',
        ExpressionAttributeValues: { ':open': 'open', ':decided': 'decided' },
      };
      if (recorded === undefined) return together([{ Update }]);
      const { reader, fact } = recorded;
      // It says what it said: nothing about them changes, and so nothing that was offered to them ends.
      const same = seen({ set: { revision: reader.revision }, remove: [] }, reader.revision);
      return together([
        { Update },
        { Update: { ...table, Key: keyOf(reader), ...same } },
        putFact(tableName, reader.id, fact),
      ]);
    },

    finish(name, { answer, from, recorded }) {
      const done = expressionOf({ set: { stage: 'done', answer }, remove: [] });
      const Update = {
        ...table,
        Key: keyFor(name),
        ...done,
        ConditionExpression: '#stage = :from',
        ExpressionAttributeValues: { ...done.ExpressionAttributeValues, ':from': from },
      };
      const beside = recorded ? [putFact(tableName, recorded.reader.id, recorded.fact)] : [];
      return together([{ Update }, ...beside]);
    },
  };
}
