import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { at, enrollment, reader, received } from './builders.ts';

let count = 0;

/** An id of their own for each test, so that one table serves all. */
export function freshId(): SubscriberId {
  count += 1;
  const letters = [...String(count).padStart(16, '0')].map((digit) => 'abcdefghij'[Number(digit)]);
  return letters.join('') as SubscriberId;
}

/** A reader's item as this code writes it, a claim included. */
export function itemOf(subscriber: Subscriber): Attributes {
  const { claim } = subscriber;
  const { zone: claimZone, since: claimSince, sinceZone: claimSinceZone, ...rest } = claim ?? {};
  return {
    ...keyOf(subscriber),
    ...toAttributes({ ...subscriber, revision: subscriber.revision - 1 }),
    ...(claim !== undefined && { claim: rest, claimZone, claimSince, claimSinceZone }),
  };
}

/** Somebody of whom every map is there: half way, paused from next week on, with a mail in flight. */
export function someone(fields: Partial<Subscriber> = {}): Subscriber {
  const one = reader({
    id: freshId(),
    name: 'Ann',
    dueAt: at('2026-11-22T07:00:00Z'),
    enrollments: [enrollment({ track: 'partner' as never, received: received('closeness') })],
    standing: {
      is: 'paused',
      since: at('2026-11-21T10:00:00Z'),
      from: '2026-11-28' as never,
      until: '2026-12-01' as never,
    },
    last: { at: at('2026-11-21T07:00:00Z'), on: '2026-11-21' as never },
    ...fields,
  });
  return one;
}

/** What newer code of the same major may have put into each map of an item, and it has to stay. */
export function withUnknownFields(item: Attributes): Attributes {
  const more = (value: unknown) =>
    value === undefined ? {} : { ...(value as object), later: 'x' };
  const added = Object.fromEntries(
    ['standing', 'last', 'claim']
      .filter((name) => item[name] !== undefined)
      .map((name) => [name, more(item[name])]),
  );
  const enrollments = (item['enrollments'] as readonly unknown[]).map(more);
  return { ...item, ...added, enrollments, later: { deep: ['x'] } };
}

/**
 * The same person as a newer major version may have stored them: what leaving needs is as it was,
 * and of the rest nothing is sure.
 */
export function ofNewerMajor(item: Attributes): Attributes {
  const { pk, sk, secret, standing, revision, dueAt, dueShard, newsletterShard } = item;
  const kept = { pk, sk, secret, standing, revision, dueAt, dueShard, newsletterShard };
  const present = Object.entries(kept).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(present),
    v: 2,
    mailbox: { local: 'ann', domain: 'example.com' },
    rhythm: ['Europe/Berlin', 8],
  };
}
