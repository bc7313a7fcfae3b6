import { ended, left } from '../core/reader/lifecycle.ts';
import type { Channel, Leaver } from '../core/reader/subscriber.ts';
import type { Changed } from '../runtime/change.ts';
import { followUp } from './follow-up.ts';
import { changeThroughLink } from './link.ts';
import { sourceIp, type WebContext } from './respond.ts';
import type { WebWorld } from './world.ts';

/** Ends all mail to whoever's link this is, and keeps the record of it. */
export async function leaveThroughLink(
  c: WebContext,
  world: WebWorld,
  token: string,
  purpose: 'unsubscribe' | 'preferences',
  channel: Channel,
): Promise<Changed<Leaver>> {
  const at = world.now();
  const changed = await changeThroughLink(world.subscribers.leavers, token, purpose, (stored) =>
    ended(stored, left(stored, channel, at)),
  );
  if (changed.is === 'changed') {
    const details = { channel, ip: sourceIp(c) };
    await followUp(world, changed.after, { kind: 'left', at, details });
  }
  return changed;
}
