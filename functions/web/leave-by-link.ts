import { type Fact, leftFact } from '../core/reader/fact.ts';
import { ended, left } from '../core/reader/lifecycle.ts';
import type { Channel, Leaver } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { Changed } from '../runtime/change.ts';
import { endAll } from '../runtime/leaving.ts';
import { changeThroughLink, openLeaversLink } from './link.ts';
import type { WebWorld } from './world.ts';

/** What a press came to, and the moment of the leave that it made, if it made one. */
export type Left = Changed<Leaver> & { readonly at?: Instant };

/** Ends all mail to whoever's link this is, wherever the press came from. */
export async function leaveThrough(
  world: Pick<WebWorld, 'subscribers' | 'now'>,
  token: string,
  purpose: 'unsubscribe' | 'preferences',
  { channel, details }: { readonly channel: Channel; readonly details: Fact['details'] },
): Promise<Left> {
  const at = world.now();
  const link = await openLeaversLink(world, token, purpose);
  if (link === undefined) return { is: 'unknown' };
  const { subscribers } = world;
  const end = (stored: Leaver) => left(stored, channel, at);
  const changed = await endAll(subscribers, link.subscriber.id, {
    end,
    fact: (leaver) => leftFact(leaver, at, details),
  });
  // What was typed at the address that they had before bears the same link.
  if (link.subscriber.id !== link.token.id) {
    const { leavers } = subscribers.requests;
    await changeThroughLink(leavers, token, purpose, (one) => ended(one, end(one)));
  }
  return changed.is === 'changed' ? { ...changed, at } : changed;
}
