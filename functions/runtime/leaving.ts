import type { Subscribers } from '../adapters/subscribers.ts';
import type { Fact } from '../core/reader/fact.ts';
import { ended } from '../core/reader/lifecycle.ts';
import type { End, Ended, Leaver } from '../core/reader/subscriber.ts';
import type { SubscriberId } from '../core/token.ts';
import { type Changed, change, recorded } from './change.ts';

/** Who ends mail to somebody, and what they know of it. */
export interface Ending {
  /** Their new standing; undefined while nothing is to change. */
  readonly end: (stored: Leaver) => End | undefined;
  readonly fact?: (after: Ended) => Fact;
}

/**
 * Ends what somebody asked for anew. Of it nothing is recorded: who never confirmed has nothing to
 * withdraw.
 */
export const endRequest = (
  { requests }: Pick<Subscribers, 'requests'>,
  id: SubscriberId,
  end: Ending['end'],
): Promise<Changed<Leaver>> => change(requests.leavers, id, (one) => ended(one, end(one)));

/**
 * Ends all mail to somebody, wherever they are stored: as a reader, and as somebody who asked anew.
 *
 * @returns what it came to for the reader; for an address that only asked, for its request
 */
export async function endAll(
  { leavers, requests }: Pick<Subscribers, 'leavers' | 'requests'>,
  id: SubscriberId,
  { end, fact }: Ending,
): Promise<Changed<Leaver>> {
  const asReader = await change(leavers, id, (one) => {
    const decided = ended(one, end(one));
    return fact === undefined ? decided : recorded(decided, fact);
  });
  const asked = await endRequest({ requests }, id, end);
  return asReader.is === 'unknown' ? asked : asReader;
}
