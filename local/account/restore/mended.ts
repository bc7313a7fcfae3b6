import { CLAIM } from '../../../functions/adapters/item.ts';
import { wholeIn } from '../../../functions/adapters/read-subscriber.ts';
import { type Attributes, aCount, MAJOR } from '../../../functions/adapters/stored.ts';

/** What says whom we write to, and what they got: of these the live table's word counts, or a person's. */
const NEVER_FROM_COPY = ['standing', 'enrollments'] as const;

/** What makes an item due, and a claim on it. */
export const OF_MAIL: readonly string[] = ['dueAt', 'dueShard', 'newsletterShard', ...CLAIM];

/** What a live item lacks of these it has done with. */
const OF_ITS_TIME = [...OF_MAIL, 'notBefore', 'expiresAt'];

/**
 * A live item that nobody can read, with the copy's value for each field that is broken. Whatever
 * can be read of the live one stays, claim and due moment as well.
 *
 * @returns undefined when it takes more: a newer version, a broken standing, or broken enrollments
 */
export function mended(copy: Attributes, live: Attributes): Attributes | undefined {
  if ((aCount(live['v']) ?? MAJOR) > MAJOR) return undefined;
  const isGood = (item: Attributes) => wholeIn(item).length > 0;
  const absent = OF_ITS_TIME.filter((name) => live[name] === undefined);
  let item: Attributes = Object.fromEntries(
    Object.entries(copy).filter(([name]) => !absent.includes(name)),
  );
  for (const [name, value] of Object.entries(live)) {
    const taken = { ...item, [name]: value };
    if (isGood(taken)) item = taken;
    else if (NEVER_FROM_COPY.some((one) => one === name)) return undefined;
  }
  const lacking = NEVER_FROM_COPY.some((name) => live[name] === undefined);
  return isGood(item) && !lacking ? item : undefined;
}
