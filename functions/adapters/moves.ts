import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Fact } from '../core/reader/fact.ts';
import { type AskedMove, type Move, moveEnds } from '../core/reader/move.ts';
import { epochSeconds } from '../core/time.ts';
import { nameOfSecret, type SubscriberId } from '../core/token.ts';
import { FORMERLY, formerIn, formerlyOf, isMovedTo, movedToKey } from './former-ids.ts';
import { subscriberKey, toAttributes } from './item.ts';
import { type Attributes, itemOf, MAJOR, optional, required } from './stored.ts';
import { anAddress, anInstant } from './stored-values.ts';
import { putFact, subscriberItemsIn } from './subscriber-items.ts';

/**
 * A change of address in steps, of which each is one write, and none is lost or made twice when the
 * next one does not come: asked, switched, each item carried over, done.
 */
export interface Moves {
  /** Keeps where somebody wants to go; an earlier wish is replaced. */
  ask(id: SubscriberId, asked: AskedMove): Promise<void>;
  asked(id: SubscriberId): Promise<AskedMove | undefined>;
  /**
   * Puts the reader under their new id and takes them from the old one, in one write: at no moment
   * are letters due to both. `changed` when either is no longer what was seen, or a mail is in flight.
   */
  switchOver(move: Move, fact: Fact): Promise<'saved' | 'changed'>;
  /** The sort keys of what still lies beside the old id. */
  left(from: SubscriberId): Promise<readonly string[]>;
  /** Carries one of these over; what the reader has anew at its place stays. */
  carry(from: SubscriberId, to: SubscriberId, sk: string): Promise<void>;
  /** Notes that nothing is left to carry. */
  done(from: SubscriberId, to: SubscriberId): Promise<void>;
  /** The ids that a reader had before, and of each whether something of theirs may still lie there. */
  former(
    id: SubscriberId,
  ): Promise<readonly { readonly id: SubscriberId; readonly open: boolean }[]>;
}

/** What stays where it is: the old id's own item, a stranger's request, and where readers went. */
export const stays = (sk: string): boolean =>
  sk === 'subscriber' || sk === 'request' || isMovedTo(sk);

/** @param tableName of the one table */
export function movesIn(tableName: string, config: DynamoDBClientConfig = {}): Moves {
  const table = { TableName: tableName };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const items = subscriberItemsIn(tableName, client);
  const beside = (id: SubscriberId, sk: string) => ({ pk: subscriberKey(id).pk, sk });
  const put = (key: object, fields: Attributes = {}) => ({
    Put: { ...table, Item: { ...key, v: MAJOR, ...fields } },
  });

  async function itemAt(Key: Attributes): Promise<Attributes | undefined> {
    const { Item } = await client.send(new GetCommand({ ...table, Key, ConsistentRead: true }));
    return Item;
  }

  async function allOf(id: SubscriberId, prefix = ''): Promise<readonly Attributes[]> {
    const found: Attributes[] = [];
    const pages = paginateQuery(
      { client },
      {
        ...table,
        KeyConditionExpression:
          prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: {
          ':pk': subscriberKey(id).pk,
          ...(prefix !== '' && { ':prefix': prefix }),
        },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items);
    return found;
  }

  return {
    async ask(id, asked) {
      const expiresAt = epochSeconds(moveEnds(asked));
      await client.send(
        new PutCommand({
          ...table,
          Item: { ...beside(id, 'move'), v: MAJOR, ...asked, expiresAt },
        }),
      );
    },

    async asked(id) {
      const Item = await itemAt(beside(id, 'move'));
      if (Item === undefined) return undefined;
      const item = itemOf('move', Item);
      const button = optional(item, 'button', anInstant);
      return {
        to: required(item, 'to', anAddress),
        at: required(item, 'at', anInstant),
        ...(button !== undefined && { button }),
      };
    },

    async switchOver({ from, arrived, remains, before }, fact) {
      const [ours, theirs] = [subscriberKey(from.id), subscriberKey(arrived.id)];
      // What newer code keeps in the item goes along.
      const {
        claim: _,
        claimZone: __,
        claimSince: ___,
        claimSinceZone: ____,
        ...known
      } = (await items.read(from.id, 'subscriber')) ?? {};
      const Item = { ...known, ...theirs, ...toAttributes(arrived) };
      const reader = nameOfSecret(from.secret);
      const there = { to: arrived.id, reader };
      return items.together([
        {
          Put: {
            ...table,
            Item: { ...ours, ...toAttributes(remains) },
            ConditionExpression: 'revision = :seen AND attribute_not_exists(claim)',
            ExpressionAttributeValues: { ':seen': from.revision },
          },
        },
        {
          Put: {
            ...table,
            Item,
            ConditionExpression: 'attribute_not_exists(pk) OR revision = :seen',
            ExpressionAttributeValues: { ':seen': arrived.revision },
          },
        },
        // Whoever comes back to an id that they had is there again, and nowhere else.
        { Delete: { ...table, Key: movedToKey(arrived.id, reader) } },
        put(movedToKey(from.id, reader), { ...there, secret: from.secret }),
        put(beside(arrived.id, formerlyOf(from.id, reader)), { open: true }),
        put(movedToKey(arrived.id, nameOfSecret(before)), { ...there, secret: before }),
        put(beside(arrived.id, formerlyOf(arrived.id, nameOfSecret(before)))),
        { Delete: { ...table, Key: beside(from.id, 'move') } },
        putFact(tableName, arrived.id, fact),
      ]);
    },

    async left(from) {
      const all = await allOf(from);
      return all.map(({ sk }) => String(sk)).filter((sk) => !stays(sk));
    },

    async carry(from, to, sk) {
      const Item = await itemAt(beside(from, sk));
      if (Item === undefined) return;
      const Delete = { ...table, Key: beside(from, sk) };
      const former = formerIn(sk);
      // Links that led to the old id lead to this one now. There are none of an id that they are back at.
      const links = former && {
        Update: {
          ...table,
          Key: movedToKey(former.id, former.secret),
          UpdateExpression: 'SET #to = :to',
          ConditionExpression: '#to = :from',
          ExpressionAttributeNames: { '#to': 'to' },
          ExpressionAttributeValues: { ':to': to, ':from': from },
        },
      };
      const Put = {
        ...table,
        Item: { ...Item, ...beside(to, sk) },
        ConditionExpression: 'attribute_not_exists(pk)',
      };
      const saved = await items.together([{ Delete }, { Put }, ...(links ? [links] : [])]);
      if (saved === 'saved') return;
      // Another press was faster, or somebody writes to one of them right now: only the first is an end.
      const there = await itemAt(beside(to, sk));
      const link = former && (await itemAt(movedToKey(former.id, former.secret)));
      const isDone = there !== undefined || (former !== undefined && link?.['to'] !== from);
      if (!isDone) throw new Error('what lies beside a former id is being written to');
      await client.send(new DeleteCommand(Delete));
    },

    async done(from, to) {
      for (const { pk, sk, open } of await allOf(to, `${FORMERLY}${from}`)) {
        if (open !== true) continue;
        await client.send(
          new UpdateCommand({
            ...table,
            Key: { pk, sk },
            UpdateExpression: 'REMOVE #open',
            ExpressionAttributeNames: { '#open': 'open' },
          }),
        );
      }
    },

    async former(id) {
      const all = await allOf(id, FORMERLY);
      return all.flatMap(({ sk, open }) => {
        const former = formerIn(sk);
        // What was sent to an id before its reader came lies there under their own.
        return former === undefined || former.id === id
          ? []
          : [{ id: former.id, open: open === true }];
      });
    },
  };
}
