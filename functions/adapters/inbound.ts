import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';

/** How an inbound mail lies in the table: what became of it, and beside its writer that it is theirs. */

const PREFIX = 'inbound#';

/** The item that says what became of a mail. */
export const outcomeKey = (messageId: string) => ({ pk: `${PREFIX}${messageId}`, sk: 'outcome' });

/** The item beside a subscriber that names a mail of theirs: so that it goes when they erase all. */
export const writtenKey = (id: SubscriberId, messageId: string) => ({
  pk: subscriberKey(id).pk,
  sk: `${PREFIX}${messageId}`,
});

/** The mail that an item beside a subscriber names; undefined for any other item. */
export const mailIn = (sk: unknown): string | undefined =>
  typeof sk === 'string' && sk.startsWith(PREFIX) ? sk.slice(PREFIX.length) : undefined;
