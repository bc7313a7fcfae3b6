import { CLAIM, idInKey, saving } from '../../../functions/adapters/item.ts';
import { foundIn } from '../../../functions/adapters/read-subscriber.ts';
import { type Attributes, aCount, UnreadableItem } from '../../../functions/adapters/stored.ts';
import { broughtBack, completed, type Loss } from '../../../functions/core/reader/restore.ts';
import { isForgotten, type Subscriber } from '../../../functions/core/reader/subscriber.ts';
import { type Ended, type Ends, endIn, isErased } from './ends.ts';
import { mended, OF_MAIL } from './mended.ts';

/** What a restore does about one subscriber. */
export type Fate =
  /** Only the copy knew them: put, if they are not there by then. */
  | { readonly is: 'brought-back' | 'stays-ended' | 'remains'; readonly item: Attributes }
  /** Saved to the revision that was seen. */
  | { readonly is: 'completed'; readonly subscriber: Subscriber }
  /** Put in place of what nobody can read, at the revision that was seen. */
  | { readonly is: 'mended'; readonly item: Attributes; readonly revision: number }
  /** `moved`: their letters go to another address by now, or somebody else's come to theirs. */
  | { readonly is: 'unchanged' | 'erased' | 'forgotten' | 'moved' | 'by-hand' };

/**
 * @param copy an item of a subscriber, in the copy
 * @param live the same one, as it lies in the live table
 * @param ends what was kept apart
 */
export function fateOf(
  copy: Attributes,
  live: Attributes | undefined,
  ends: Ends | undefined,
  loss: Loss,
): Fate {
  if (live !== undefined) {
    if (isErased(live)) return { is: 'erased' };
    return isAnother(copy, live) ? { is: 'moved' } : both(copy, live, loss);
  }
  return alone(copy, notedSince(copy, ends, loss), loss);
}

/**
 * A request comes back as a stop alone: its address can't be mailed. Of whoever waited for a
 * confirmation nothing does. They may have confirmed since, or been erased, and else can ask again.
 *
 * @param copy a request, in the copy
 * @param live the same one, as it lies in the live table
 * @param known whoever lies beside it there
 * @returns undefined when nothing is to be told of it
 */
export function fateOfRequest(
  copy: Attributes,
  live: Attributes | undefined,
  known: Attributes | undefined,
  ends: Ends | undefined,
  loss: Loss,
): Fate | undefined {
  const noted = notedSince(copy, ends, loss);
  if (noted?.remains !== undefined || (known && isErased(known))) return undefined;
  const standing = [endIn(copy), noted].find((end) => end?.standing.is === 'suppressed')?.standing;
  if (standing === undefined) return (live ?? known) ? undefined : { is: 'forgotten' };
  const stopped = { ...without(copy, [...OF_MAIL, 'expiresAt']), standing };
  return live === undefined ? { is: 'stays-ended', item: stopped } : both(stopped, live, loss);
}

/** Whose letters come to an id shows its secret, which goes along when they move. */
const isAnother = (copy: Attributes, live: Attributes): boolean =>
  typeof live['secret'] === 'string' && live['secret'] !== copy['secret'];

/** How somebody's mail ended, where it is known from later than the copy. */
const notedSince = ({ pk }: Attributes, ends: Ends | undefined, { copyAt }: Loss) =>
  ends !== undefined && ends.at > copyAt ? ends.ended[idInKey(pk) ?? ''] : undefined;

/** Of whom the live table knows nothing. */
function alone(item: Attributes, end: Ended | undefined, loss: Loss): Fate {
  const remains = isErased(item) ? item : end?.remains;
  if (remains !== undefined) return { is: 'remains', item: remains };
  const found = read(item);
  if (found === undefined) return unread(item, end);
  if (end === undefined && isForgotten(found, loss.now)) return { is: 'forgotten' };
  const back = broughtBack(found, end?.standing, loss);
  const ended = back.standing.is === 'left' || back.standing.is === 'suppressed';
  return { is: ended ? 'stays-ended' : 'brought-back', item: itemOf(item, back) };
}

/** Nothing is mailed to whom this code can't read, but they can leave, or be mended by hand. */
function unread(item: Attributes, end: Ended | undefined): Fate {
  const unsent = without(item, OF_MAIL);
  return end === undefined
    ? { is: 'brought-back', item: unsent }
    : { is: 'stays-ended', item: { ...unsent, standing: end.standing } };
}

function both(copy: Attributes, live: Attributes, loss: Loss): Fate {
  const [was, is] = [read(copy), read(live)];
  if (was === undefined) return { is: is === undefined ? 'by-hand' : 'unchanged' };
  if (is !== undefined) {
    const subscriber = completed(is, was, loss);
    return subscriber === undefined ? { is: 'unchanged' } : { is: 'completed', subscriber };
  }
  if (endIn(live) !== undefined) return { is: 'unchanged' };
  const revision = aCount(live['revision']);
  const item = mended(copy, live);
  if (item === undefined || revision === undefined) return { is: 'by-hand' };
  return { is: 'mended', revision, item: { ...item, revision: revision + 1 } };
}

/** The copy's item made equal to the subscriber; what this code does not know stays. */
function itemOf(item: Attributes, subscriber: Subscriber): Attributes {
  const { set, remove } = saving(subscriber);
  const over = subscriber.claim === undefined ? CLAIM : [];
  return { ...without(item, [...remove, ...over]), ...set };
}

const without = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

function read(item: Attributes): Subscriber | undefined {
  try {
    const found = foundIn(item);
    return found.is === 'whole' ? found.subscriber : undefined;
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    return undefined;
  }
}
