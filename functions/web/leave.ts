import { byReader } from '../core/reader/fact.ts';
import { left } from '../core/reader/lifecycle.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Channel, Leaver } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { Changed } from '../runtime/change.ts';
import { endAll } from '../runtime/leaving.ts';
import { openLeaversLink } from './link.ts';
import { sourceIp, type WebContext } from './respond.ts';
import type { WebWorld } from './world.ts';

/** What a press came to, and the moment of the leave that it made, if it made one. */
export type Left = Changed<Leaver> & { readonly at?: Instant };

/** Ends all mail to whoever's link this is, and keeps the record of it. */
export async function leaveThroughLink(
  c: WebContext,
  world: WebWorld,
  token: string,
  purpose: 'unsubscribe' | 'preferences',
  channel: Channel,
): Promise<Left> {
  const at = world.now();
  const link = await openLeaversLink(world, token, purpose);
  if (link === undefined) return { is: 'unknown' };
  const details = { ...byReader(channel), network: networkOf(sourceIp(c)) };
  const changed = await endAll(world.subscribers, link.subscriber.id, {
    end: (stored) => left(stored, channel, at),
    fact: () => ({ kind: 'left', at, details }),
  });
  return changed.is === 'changed' ? { ...changed, at } : changed;
}
