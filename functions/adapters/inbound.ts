import type { Instant } from '../core/time.ts';
import type { SubscriberId } from '../core/token.ts';
import { subscriberKey } from './item.ts';

/**
 * How an inbound mail lies in the table: what became of it, beside its writer that it is theirs, and in its month
 * that it came, so that whoever looks through an inbox asks for a month and not for everything.
 */

const PREFIX = 'inbound#';

/** The item that says what became of a mail. */
export const outcomeKey = (messageId: string) => ({ pk: `${PREFIX}${messageId}`, sk: 'outcome' });

/** The item in its month (UTC) that names a mail, in the order in which they came. */
export const inboxKey = (messageId: string, receivedAt: Instant) => ({
  pk: inboxOf(receivedAt.slice(0, 'YYYY-MM'.length)),
  sk: `${receivedAt}#${messageId}`,
});

/** The partition of a month, `2026-11`. */
export const inboxOf = (month: string): string => `inbox#${month}`;

/** The item beside a subscriber that names a mail of theirs: so that it goes when they erase all. */
export const writtenKey = (id: SubscriberId, messageId: string) => ({
  pk: subscriberKey(id).pk,
  sk: `${PREFIX}${messageId}`,
});

/** The mail that an item beside a subscriber names; undefined for any other item. */
export const mailIn = (sk: unknown): string | undefined =>
  typeof sk === 'string' && sk.startsWith(PREFIX) ? sk.slice(PREFIX.length) : undefined;
