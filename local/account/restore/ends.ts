import { ID_KEY, idInKey } from '../../../functions/adapters/item.ts';
import { type Attributes, aMap } from '../../../functions/adapters/stored.ts';
import type { End } from '../../../functions/core/reader/subscriber.ts';
import type { Instant } from '../../../functions/core/time.ts';

/** How somebody's mail ended, as it lies in the table. */
export interface Ended {
  readonly standing: End;
  /** All that is left of somebody who was erased: an item that says so, and nothing of theirs. */
  readonly remains?: Attributes;
}

/**
 * What must be known when the table is not: who gets nothing any more, and the key that makes ids of
 * addresses. It names nobody: ids are keyed hashes.
 */
export interface Ends {
  readonly at: Instant;
  /** The item, as it lies in the table; none before the first sign-up. */
  readonly idKey?: Attributes;
  /** By subscriber id. */
  readonly ended: Readonly<Record<string, Ended>>;
}

export const isSubscriber = ({ pk, sk }: Attributes): boolean =>
  sk === 'subscriber' && idInKey(pk) !== undefined;

/** What was typed into a form and nobody has confirmed (decision 032). */
export const isRequest = ({ pk, sk }: Attributes): boolean =>
  sk === 'request' && idInKey(pk) !== undefined;

export const isIdKey = ({ pk, sk }: Attributes): boolean => pk === ID_KEY.pk && sk === ID_KEY.sk;

/** How an item says that all mail to somebody has ended; of any version (decision 016). */
export function endIn(item: Attributes): Ended | undefined {
  const standing = aMap(item['standing']);
  if (standing?.['is'] !== 'left' && standing?.['is'] !== 'suppressed') return undefined;
  const end = standing as unknown as End;
  return isErased(item) ? { standing: end, remains: item } : { standing: end };
}

/** Whether this is all that is left of somebody. */
export const isErased = (item: Attributes): boolean =>
  aMap(item['standing'])?.['because'] === 'erased';

/**
 * The ends as a table has them now. Of whom the table knows nothing, what was known before stays:
 * the table may have lost them.
 */
export function endsOf(items: readonly Attributes[], before: Ends | undefined, at: Instant): Ends {
  const people = items.filter(isSubscriber);
  const there = new Set(people.map(({ pk }) => idInKey(pk) ?? ''));
  // An address that never confirmed, and can't be mailed. A request that was withdrawn is forgotten.
  const isStopAlone = (item: Attributes) =>
    isRequest(item) &&
    !there.has(idInKey(item['pk']) ?? '') &&
    endIn(item)?.standing.is === 'suppressed';
  const still = Object.entries(before?.ended ?? {}).filter(([id]) => !there.has(id as never));
  const now = [...people, ...items.filter(isStopAlone)].flatMap((item) => {
    const end = endIn(item);
    return end === undefined ? [] : [[idInKey(item['pk']) ?? '', end] as const];
  });
  const idKey = items.find(isIdKey) ?? before?.idKey;
  return { at, ...(idKey && { idKey }), ended: Object.fromEntries([...still, ...now]) };
}
