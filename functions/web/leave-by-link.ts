import { type Fact, leftFact } from '../core/reader/fact.ts';
import { ended, left } from '../core/reader/lifecycle.ts';
import type { Channel, Leaver } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { Changed } from '../runtime/change.ts';
import { type Ending, endAll, endRequest } from '../runtime/leaving.ts';
import { changeThroughLink, type OpenLink, openLeaversLink } from './link.ts';
import type { WebWorld } from './world.ts';

/** What a press came to, and the moment of the leave that it made, if it made one. */
export type Left = Changed<Leaver> & { readonly at?: Instant };

/** Ends all mail to whoever's link this is, wherever the press came from. */
export async function leaveThrough(
  world: Pick<WebWorld, 'subscribers' | 'now'>,
  token: string,
  purpose: 'unsubscribe' | 'preferences' | 'own',
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
  if (link.subscriber.id !== link.token.id) await endTyped(world, token, purpose, end);
  return changed.is === 'changed' ? { ...changed, at } : changed;
}

/** What was typed at the address that they had before bears the same link. */
const endTyped = (
  { subscribers }: Pick<WebWorld, 'subscribers'>,
  token: string,
  purpose: 'unsubscribe' | 'preferences' | 'own',
  end: Ending['end'],
) => changeThroughLink(subscribers.requests.leavers, token, purpose, (one) => ended(one, end(one)));

/** Ends what was asked for anew by whoever's link this is, and nothing else. */
export async function withdrawThrough(
  world: Pick<WebWorld, 'subscribers' | 'now'>,
  { token: { id }, subscriber }: OpenLink<Pick<Leaver, 'id'>>,
  token: string,
  channel: Channel,
): Promise<void> {
  const at = world.now();
  const end = (stored: Leaver) => left(stored, channel, at);
  await endRequest(world.subscribers, subscriber.id, end);
  if (subscriber.id !== id) await endTyped(world, token, 'unsubscribe', end);
}
