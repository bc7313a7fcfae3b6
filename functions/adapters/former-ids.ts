import type { MovedTo } from '../core/reader/move.ts';
import {
  type LinkSecret,
  nameOfSecret,
  parseSecretName,
  parseSubscriberId,
  type SecretName,
  type SubscriberId,
} from '../core/token.ts';
import { subscriberKey } from './item.ts';
import { type Attributes, itemOf, optional, required, textOf } from './stored.ts';
import { anId, aSecret } from './stored-values.ts';

/**
 * How a change of address lies in the table. Beside an id, for each secret that links were made with
 * there and that is not of who is there now: where its reader went (`moved-to#secret`). Beside the reader,
 * which of these are theirs (`formerly#id#secret`), so that erasing finds them. Older code kept one of them
 * an id, under no secret's name.
 */

export const MOVED_TO = 'moved-to';

/** @param secret the name of that of the links; without one, as older code kept it */
export const movedToKey = (id: SubscriberId, secret?: SecretName) => ({
  pk: subscriberKey(id).pk,
  sk: secret === undefined ? MOVED_TO : `${MOVED_TO}#${secret}`,
});

export const isMovedTo = (sk: unknown): boolean =>
  typeof sk === 'string' && (sk === MOVED_TO || sk.startsWith(`${MOVED_TO}#`));

/** @throws UnreadableItem */
export function movedToIn(fields: Attributes): MovedTo {
  const item = itemOf('moved-to', fields);
  const secret = required(item, 'secret', aSecret);
  const reader = optional(item, 'reader', textOf(parseSecretName)) ?? nameOfSecret(secret);
  return { to: required(item, 'to', anId), secret, reader };
}

export const FORMERLY = 'formerly#';

/** A `moved-to` that is somebody's: beside which id it lies, and under which secret's name. */
export interface Former {
  readonly id: SubscriberId;
  readonly secret?: SecretName;
}

export const formerlyOf = (id: SubscriberId, secret: SecretName): string =>
  `${FORMERLY}${id}#${secret}`;

/** What an item beside a subscriber says of former ids; undefined for any other item. */
export function formerIn(sk: unknown): Former | undefined {
  if (typeof sk !== 'string' || !sk.startsWith(FORMERLY)) return undefined;
  const [former = '', name] = sk.slice(FORMERLY.length).split('#');
  const id = parseSubscriberId(former);
  const secret = name === undefined ? undefined : parseSecretName(name);
  return id && { id, ...(secret !== undefined && { secret }) };
}

/** A step that was not carried over yet may lie between an old id and the last one; no more than a few. */
const MOST_MOVES = 8;

/** What {@link whereNow} looks at. */
interface Trail {
  secretAt(id: SubscriberId): Promise<LinkSecret | undefined>;
  movedFrom(id: SubscriberId): Promise<readonly MovedTo[]>;
}

/**
 * Follows a reader to where they are, also over steps that were not carried over yet. Who it is shows
 * their secret, which goes along on every move and which erasing replaces.
 */
export async function whereNow(
  { to, reader }: MovedTo,
  trail: Trail,
  moves = 0,
): Promise<SubscriberId | undefined> {
  const secret = await trail.secretAt(to);
  if (secret !== undefined && nameOfSecret(secret) === reader) return to;
  if (moves === MOST_MOVES) return undefined;
  const all = await trail.movedFrom(to);
  const next = all.find((one) => nameOfSecret(one.secret) === reader);
  return next && whereNow(next, trail, moves + 1);
}
