import { isDeepStrictEqual } from 'node:util';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Count } from '../core/counting.ts';
import type { Fact } from '../core/reader/fact.ts';
import { type Place, placeOf, type Subscriber } from '../core/reader/subscriber.ts';
import type { SubscriberId } from '../core/token.ts';
import { counted } from './counter-items.ts';
import { type Edit, expressionOf, saving, subscriberKey } from './item.ts';
import { type Attributes, MAJOR } from './stored.ts';

type Update = Pick<UpdateCommand['input'], 'UpdateExpression' | 'ConditionExpression'> &
  Pick<UpdateCommand['input'], 'ExpressionAttributeNames' | 'ExpressionAttributeValues'>;

type Actions = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** Which item an update is about. */
interface ItemName {
  readonly id: SubscriberId;
  readonly place: Place;
}

/** So often a write is made anew that met a transaction on the same item; each takes milliseconds. */
const CONFLICTS = 5;

/** Subscribers' items one at a time, as they lie in the table: whoever wants to know reads them. */
export function subscriberItemsIn(TableName: string, client: DynamoDBDocumentClient) {
  async function read(id: SubscriberId, place: Place): Promise<Attributes | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: subscriberKey(id, place), ConsistentRead: true }),
    );
    return Item;
  }

  /** An update under a condition, and the item as it was before, whether it met it or not. */
  async function update(
    { id, place }: ItemName,
    input: Update,
    conflicts = 0,
  ): Promise<{ readonly met: boolean; readonly item: Attributes | undefined }> {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          ...input,
          Key: subscriberKey(id, place),
          ReturnValues: 'ALL_OLD',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { met: true, item: Attributes };
    } catch (error) {
      if (error instanceof TransactionConflictException && conflicts < CONFLICTS) {
        return update({ id, place }, input, conflicts + 1);
      }
      return { met: false, item: itemOfFailedCondition(error) };
    }
  }

  /**
   * All of these or none; `changed` when a condition was not met, or other transactions were there again and
   * again, as readers who leave after the same letter write to the same counter. The SDK's own repeat after a
   * lost answer is the same transaction, by its token.
   *
   * @param counts what is counted with them
   */
  async function together(
    actions: Actions,
    counts: readonly Count[] = [],
    conflicts = 0,
  ): Promise<'saved' | 'changed'> {
    try {
      const TransactItems = [...actions, ...counted(TableName, counts)];
      await client.send(new TransactWriteCommand({ TransactItems }));
      return 'saved';
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      if (codes.includes('ConditionalCheckFailed')) return 'changed';
      if (!codes.includes('TransactionConflict')) throw error;
      return conflicts < CONFLICTS ? together(actions, counts, conflicts + 1) : 'changed';
    }
  }

  /** What does an edit to the revision that was seen, with the fact of it, among what is done together. */
  function actions(
    { id, place, revision }: ItemName & Pick<Subscriber, 'revision'>,
    what: Edit,
    fact?: Fact,
  ): Actions {
    const Update = { TableName, Key: subscriberKey(id, place), ...seen(what, revision) };
    return [{ Update }, ...(fact === undefined ? [] : [putFact(TableName, id, fact)])];
  }

  /** Does an edit to the revision that was seen, with the fact of it or not at all. */
  async function edit(
    one: ItemName & Pick<Subscriber, 'revision'>,
    what: Edit,
    fact?: Fact,
  ): Promise<'saved' | 'changed'> {
    if (fact !== undefined) return together(actions(one, what, fact), fact.counts);
    const { met, item } = await update(one, seen(what, one.revision));
    return met || isDone(item, what) ? 'saved' : 'changed';
  }

  /** What saves somebody as they are now, among what is done together. */
  const saves = ({ subscriber, fact }: { subscriber: Subscriber; fact?: Fact | undefined }) =>
    actions({ ...subscriber, place: placeOf(subscriber) }, saving(subscriber), fact);
  return { read, update, together, edit, saves };
}

/** An edit under the condition that nobody else saved since. */
export function seen(what: Edit, revision: number): Update & { readonly UpdateExpression: string } {
  const expression = expressionOf(what);
  return {
    ...expression,
    ConditionExpression: '#revision = :seen',
    ExpressionAttributeValues: { ...expression.ExpressionAttributeValues, ':seen': revision },
  };
}

/**
 * Keeps a fact beside its subscriber, in the same transaction as the change that it is about. As an update,
 * so that a door which changes subscribers needs no other right for it.
 */
export const putFact = (
  TableName: string,
  id: SubscriberId,
  { kind, at, details }: Fact,
): Actions[number] => ({
  Update: {
    TableName,
    Key: { pk: subscriberKey(id).pk, sk: `fact#${at}#${kind}` },
    ...expressionOf({ set: { v: MAJOR, ...details }, remove: [] }),
  },
});

/**
 * Whether an item is what an edit makes of it: the answer to it was lost, and the SDK repeated it. Whoever
 * else wrote the same at the same moment has done the same.
 */
const isDone = (item: Attributes | undefined, { set, remove }: Edit): boolean =>
  item !== undefined &&
  Object.entries(set).every(([name, value]) => isDeepStrictEqual(item[name], plain(value))) &&
  remove.every((name) => item[name] === undefined);

/** As it lies in the table, without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** The item that failed a condition; any other error goes on its way. */
export function itemOfFailedCondition(error: unknown): Attributes | undefined {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return error.Item && unmarshall(error.Item);
}
