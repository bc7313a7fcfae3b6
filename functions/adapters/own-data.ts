import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
} from '@aws-sdk/lib-dynamodb';
import type { Fact } from '../core/reader/fact.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { type LinkSecret, nameOfSecret, type SubscriberId } from '../core/token.ts';
import { type Former, formerIn, isMovedTo, movedToKey } from './former-ids.ts';
import { inboxKey, mailIn, outcomeKey } from './inbound.ts';
import { CLAIM, subscriberKey, toAttributes } from './item.ts';
import type { Attributes } from './stored.ts';
import { anInstant, aSecret } from './stored-values.ts';
import { putFact, subscriberItemsIn } from './subscriber-items.ts';

/** All that is stored about one person: to take along, and to erase. */
export interface OwnData {
  /** Each item as it is stored, without what only we use: keys, versions, and the secret. */
  export(id: SubscriberId): Promise<readonly Attributes[]>;
  /** The mails that they wrote to us, by the names that SES gave them. */
  mailsOf(id: SubscriberId): Promise<readonly string[]>;
  /**
   * Deletes all that lies beside somebody and puts what stays of them in their place, at the
   * revision that was seen; `changed` when another save came first, so that it has to be done again.
   */
  erase(remains: Subscriber, fact?: Fact): Promise<'saved' | 'changed'>;
}

/** Ours: how an item lies in the table, and what would give somebody else their links. */
const INTERNAL: readonly string[] = [
  'pk',
  'v',
  'revision',
  'secret',
  'dueShard',
  'newsletterShard',
  ...CLAIM,
  'expiresAt',
];

/** @param tableName of the one table */
export function ownDataIn(tableName: string, config: DynamoDBClientConfig = {}): OwnData {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config), {
    marshallOptions: { removeUndefinedValues: true },
  });

  const items = subscriberItemsIn(tableName, client);

  async function itemsOf(id: SubscriberId): Promise<readonly Attributes[]> {
    const found: Attributes[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': subscriberKey(id).pk },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items);
    return found;
  }

  /**
   * Ends what leads from a former id to the reader of a secret, in whatever version it is.
   *
   * @returns false where it is of another reader, who moved on and whose own this still is
   */
  async function endFormer({ id, secret: name }: Former, secret: LinkSecret): Promise<boolean> {
    const Key = movedToKey(id, name);
    const { Item } = await client.send(
      new GetCommand({ TableName: tableName, Key, ConsistentRead: true }),
    );
    if (Item === undefined) return true;
    const theirs = Item['reader'] === nameOfSecret(secret) || Item['secret'] === secret;
    if (!theirs) return false;
    await client.send(new DeleteCommand({ TableName: tableName, Key }));
    return true;
  }

  /** What anybody typed at an address that they had, and still waits for a yes, has links of theirs. */
  const forgetTyped = (id: SubscriberId, secret: LinkSecret) =>
    items.together([
      {
        Delete: {
          TableName: tableName,
          Key: subscriberKey(id, 'request'),
          ConditionExpression: 'secret = :theirs',
          ExpressionAttributeValues: { ':theirs': secret },
        },
      },
    ]);

  return {
    async export(id) {
      // Where somebody went who had the address before is not for whoever has it now.
      return (await itemsOf(id)).filter(({ sk }) => !isMovedTo(sk)).map(exported);
    },

    async mailsOf(id) {
      return (await itemsOf(id)).flatMap(({ sk }) => mailIn(sk) ?? []);
    },

    // What lies beside goes first: until the last write, the same link can do it all again.
    async erase(remains, fact) {
      const { pk, sk: own } = subscriberKey(remains.id);
      const all = await itemsOf(remains.id);
      const { revision, secret: found } = all.find(({ sk }) => sk === own) ?? {};
      // Somebody was faster, maybe the same press: what lies here by now is of theirs.
      if (revision !== remains.revision) return 'changed';
      const secret = aSecret(found);
      for (const { sk, receivedAt } of all) {
        // Where somebody else went from here is theirs, and ends with their own data.
        if (sk === own || isMovedTo(sk)) continue;
        const mail = mailIn(sk);
        for (const Key of mail === undefined ? [] : keysOfMail(mail, receivedAt)) {
          await client.send(new DeleteCommand({ TableName: tableName, Key }));
        }
        const former = formerIn(sk);
        if (former && secret) {
          await forgetTyped(former.id, secret);
          if (!(await endFormer(former, secret))) continue;
        }
        await client.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
      }
      const Put = {
        TableName: tableName,
        Item: { pk, sk: own, ...toAttributes(remains) },
        ConditionExpression: 'revision = :seen',
        ExpressionAttributeValues: { ':seen': remains.revision },
      };
      const beside = fact === undefined ? [] : [putFact(tableName, remains.id, fact)];
      return items.together([{ Put }, ...beside], fact?.counts);
    },
  };
}

/** What says of a mail that it came, and what became of it. */
function keysOfMail(mail: string, receivedAt: unknown) {
  const at = anInstant(receivedAt);
  return [outcomeKey(mail), ...(at === undefined ? [] : [inboxKey(mail, at)])];
}

/** One item as its owner may take it along; its sort key says what it is. */
export function exported({ sk, ...fields }: Attributes): Attributes {
  const own = Object.entries(fields).filter(([name]) => !INTERNAL.includes(name));
  return { what: sk, ...Object.fromEntries(own) };
}
