import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Channel } from '../core/reader/subscriber.ts';
import { type Left, leaveThrough } from './leave-by-link.ts';
import { sourceIp, type WebContext } from './respond.ts';
import type { WebWorld } from './world.ts';

/** Ends all mail to whoever's link this is, and keeps the record of it. */
export function leaveThroughLink(
  c: WebContext,
  world: WebWorld,
  token: string,
  purpose: 'unsubscribe' | 'preferences' | 'own',
  channel: Channel,
): Promise<Left> {
  const details = { ...byReader(channel), network: networkOf(sourceIp(c)) };
  return leaveThrough(world, token, purpose, { channel, details });
}
