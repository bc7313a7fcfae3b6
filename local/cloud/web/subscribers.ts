import { unmarshall } from '@aws-sdk/util-dynamodb';
import { ID_KEY } from '../../../functions/adapters/item.ts';
import { parseAddress } from '../../../functions/core/address.ts';
import type { Place } from '../../../functions/core/reader/subscriber.ts';
import { type IdKey, subscriberId } from '../../../functions/core/token.ts';
import type { StoredItem, Tables } from '../tables.ts';
import type { Stack } from '../template/stack.ts';

type PlainItem = Readonly<Record<string, unknown>>;

/** All that is stored about one subscriber. */
export interface SubscriberState {
  readonly id: string;
  /** Of an address that only asked, its request. */
  readonly item: PlainItem | null;
  /** Consent, check-ins, a request to come back: what lies under the same partition key. */
  readonly beside: readonly PlainItem[];
}

/** An item with plain values instead of the wire's types. */
export function plainItem(item: StoredItem): PlainItem {
  return unmarshall(item as Parameters<typeof unmarshall>[0]) as PlainItem;
}

/** @returns nothing when nothing is stored about the address */
export async function subscriberState(
  tables: Tables,
  stack: Stack,
  given: string,
): Promise<SubscriberState | undefined> {
  const address = parseAddress(given);
  const all = await Promise.all(stack.tables.map(({ name }) => tables.items(name)));
  const items = all.flat().map(plainItem);
  const key = items.find(({ pk, sk }) => pk === ID_KEY.pk && sk === ID_KEY.sk)?.['key'];
  if (address === undefined || typeof key !== 'string') return undefined;
  const id = subscriberId(Buffer.from(key, 'base64') as Uint8Array as IdKey, address);
  const own = items.filter(({ pk }) => pk === `subscriber#${id}`);
  if (own.length === 0) return undefined;
  const at = (place: Place) => own.find(({ sk }) => sk === place);
  const item = at('subscriber') ?? at('request') ?? null;
  return { id, item, beside: own.filter((one) => one !== item) };
}
