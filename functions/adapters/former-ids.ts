import type { MovedTo } from '../core/reader/move.ts';
import { parseSubscriberId, type SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { type Attributes, itemOf, required } from './stored.ts';
import { anId, aSecret } from './stored-values.ts';

/**
 * How a change of address lies in the table: beside the old id where the reader went, with the secret
 * of their old links; beside the new one which ids were theirs, so that erasing finds them.
 */

export const movedToKey = (id: SubscriberId) => ({ pk: subscriberKey(id).pk, sk: 'moved-to' });

/** @throws UnreadableItem */
export function movedToIn(fields: Attributes): MovedTo {
  const item = itemOf('moved-to', fields);
  return { to: required(item, 'to', anId), secret: required(item, 'secret', aSecret) };
}

export const FORMERLY = 'formerly#';

/** The former id that an item beside a subscriber names; undefined for any other item. */
export const formerId = (sk: unknown): SubscriberId | undefined =>
  typeof sk === 'string' && sk.startsWith(FORMERLY)
    ? parseSubscriberId(sk.slice(FORMERLY.length))
    : undefined;
