import { idInKey } from '../../functions/adapters/item.ts';
import { fromItem } from '../../functions/adapters/read-subscriber.ts';
import { type Attributes, UnreadableItem } from '../../functions/adapters/stored.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LinkSecret } from '../../functions/core/token.ts';

/** Stands where a reader's secret would be. No link is made of it: the desk makes none. */
const UNSEEN = 'unseen' as LinkSecret;

/** What is stored of somebody, but for the secret that was not asked for. */
export type Read =
  | { readonly is: 'read'; readonly subscriber: Subscriber }
  | { readonly is: 'unreadable'; readonly because: string };

/** Reads a subscriber's item, or a request's, that has no secret; undefined for any other item. */
export function readerIn(item: Attributes): Read | undefined {
  const { pk, sk } = item;
  if (idInKey(pk) === undefined || (sk !== 'subscriber' && sk !== 'request')) return undefined;
  try {
    return { is: 'read', subscriber: fromItem({ ...item, secret: UNSEEN }) };
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return { is: 'unreadable', because: error.message };
  }
}
