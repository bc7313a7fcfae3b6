import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Attributes } from '../../functions/adapters/stored.ts';
import { configOf } from './account.ts';
import type { Wishes } from './arguments.ts';
import { findPlace, type Place } from './place.ts';
import { toldBy } from './told-by.ts';

/** Whose items are looked at: a table's, or those of a local cloud. */
export type Source =
  | { readonly is: 'table'; readonly name: string; readonly place: Place }
  | { readonly is: 'local'; readonly url: string };

/**
 * What `--table` (or the variable TABLE_NAME) or `--local` names. Account and region are found as every
 * command finds them, so that a table is not sought elsewhere.
 *
 * @returns undefined when neither is said
 * @throws what {@link findPlace} throws
 */
export async function sourceIn(
  wishes: Wishes,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Source | undefined> {
  const { local: url, table: name = env['TABLE_NAME'] ?? '' } = wishes.values;
  if (url !== undefined) return { is: 'local', url };
  return name === '' ? undefined : { is: 'table', name, place: await findPlace(wishes, env) };
}

/** All items of a kind. @param kind their `sk` */
export async function* itemsIn(source: Source, kind: string): AsyncGenerator<Attributes> {
  const pages = source.is === 'local' ? told(source.url) : inTable(source, kind);
  for await (const page of pages) yield* page.filter(({ sk }) => sk === kind);
}

const table = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

/** All items of a local cloud's table. @throws RefusedError when none is there */
export async function* told(url: string): AsyncGenerator<readonly Attributes[]> {
  yield (await toldBy(url, '/_local/table', table)).items;
}

const inTable = ({ name, place }: Source & { readonly is: 'table' }, kind: string) =>
  scanned(name, configOf(place), kind);

/** All items of a kind in a table, which is gone through. @param kind their `sk` */
export async function* scanned(
  TableName: string,
  config: DynamoDBClientConfig,
  kind: string,
): AsyncGenerator<readonly Attributes[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const only = { FilterExpression: 'sk = :sk', ExpressionAttributeValues: { ':sk': kind } };
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ...only })) yield Items;
}
