import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { loadContent } from '../../emails/content/load.ts';
import { draftsOf } from '../../emails/outlines.ts';
import { subscribersIn } from '../../functions/adapters/subscribers.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import type { Desk } from '../../local/desk/desk.ts';
import { deskItems } from '../../local/desk/items.ts';
import { deskAccount } from '../../local/desk/watch.ts';
import { at } from './builders.ts';
import { linkIn, person, world } from './visitor.ts';

/** What the stack lets people do at the desk, by what its outputs call it. */
export const RIGHTS = ['Reading', 'Acting'] as const;
type Right = (typeof RIGHTS)[number];

export const ANN = 'ann@example.net';

/**
 * A stack with one reader, who has a letter, a check-in and a mail to the author; and people who sign with the name of
 * one of its policies, so that they may do what it says and nothing else. Any other name is an administrator's.
 */
export async function atTheDesk(assemblyDir: string) {
  // It takes seconds in one go, in which a connection to the cloud would die unseen.
  const content = loadContent('content');
  const courses = draftsOf(content).map(({ outline }) => outline);
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T12:00:00Z' });
  const outside = world(cloud.url);
  const ann = person(outside, ANN);
  await ann.joins({ hour: 8, newsletter: true });
  await outside.advance('P1D');
  await outside.press(`${linkIn(await ann.latest(), 'check-in').replace(/\/\d?$/, '')}/4`);
  const { messageId: mail } = await ann.replies('This letter made me think of my brother.');
  const { item } = await outside.json<{ item: { pk: string } }>(`/_local/subscribers/${ANN}`);
  const id = item.pk.slice('subscriber#'.length) as SubscriberId;

  const signedBy = (accessKeyId: string) => ({
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    maxAttempts: 1,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });
  const asked = new DescribeStacksCommand({ StackName: 'Kindling' });
  const { Stacks } = await new CloudFormationClient(signedBy('author')).send(asked);
  const output = (name: string) =>
    Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === name)?.OutputValue ?? '';
  const table = output('TableName');
  const configOf = (right: Right | 'author') =>
    signedBy(right === 'author' ? right : output(`Desk${right}Policy`).replace(/^.*\//, ''));
  return {
    table,
    id,
    mail,
    /** Who reads there. */
    reader: ann,
    cloud,
    outside,
    stop: () => cloud.stop(),
    configOf,
    clientOf: (right: Right | 'author') =>
      DynamoDBDocumentClient.from(new DynamoDBClient(configOf(right))),
    /** The desk with such rights, at this moment of the cloud's clock. */
    async deskOf(right: Right): Promise<Desk> {
      const config = configOf(right);
      return {
        table,
        config,
        now: at(await outside.now()),
        inWords: 'the local cloud',
        content,
        courses,
        account: deskAccount(config, 'Kindling'),
        items: deskItems({ table, config }),
      };
    },
    /** Ann as she is stored. */
    ann: () => subscribersIn(table, configOf('author')).load(id),
  };
}

export type AtTheDesk = Awaited<ReturnType<typeof atTheDesk>>;

/** How AWS refuses it; undefined when it was done, or failed for another reason than the caller's rights. */
export const refusalOf = (call: Promise<unknown>): Promise<string | undefined> =>
  call.then(
    () => undefined,
    (error: Error) => (/AccessDenied/.test(error.name) ? error.name : undefined),
  );
