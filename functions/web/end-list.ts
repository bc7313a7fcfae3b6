import { UnreadableItem } from '../adapters/stored.ts';
import { type List, listOf } from '../core/mail/compose.ts';
import { consentIn } from '../core/reader/consent.ts';
import type { Fact } from '../core/reader/fact.ts';
import type { Channel, Leaver, Subscriber } from '../core/reader/subscriber.ts';
import { done } from '../core/replies/deeds.ts';
import { ALL, type WayOut, wayOut } from '../core/replies/way-out.ts';
import type { Instant } from '../core/time.ts';
import { change, recorded } from '../runtime/change.ts';
import { logError } from '../runtime/log.ts';
import { leaveThrough, withdrawThrough } from './leave-by-link.ts';
import { type OpenLink, openLeaversLink } from './link.ts';
import { presentOf, type WebWorld } from './world.ts';

type EndingWorld = Pick<WebWorld, 'subscribers' | 'now' | 'library'>;

/** Whose unsubscribe link it is, of which list, and what it comes to for them. */
export interface ListLink extends OpenLink<Leaver>, WayOut {
  readonly list: List;
  /** They, where this code can read it, and where they are more than somebody who asked. */
  readonly reader: Subscriber | undefined;
}

/** What a press came to. */
export type EndedList = { readonly list: List } & (
  | { readonly is: 'all'; readonly after: Leaver; readonly at?: Instant }
  /** One list, and the other goes on; nothing is different where it had ended. */
  | { readonly is: 'one'; readonly before: Subscriber; readonly after: Subscriber }
);

/**
 * Reads an unsubscribe link; undefined when it is none. An item that can't be read, or of an address that
 * only asked, can leave altogether.
 */
export async function openListLink(
  world: EndingWorld,
  text: string,
): Promise<ListLink | undefined> {
  const link = await openLeaversLink(world, text, 'unsubscribe');
  if (link === undefined) return undefined;
  const reader = await readable(() => world.subscribers.load(link.subscriber.id));
  const list = listOf(link.token.detail);
  const ends = reader === undefined ? ALL : wayOut(list, reader, presentOf(world));
  return { ...link, list, reader, ...ends };
}

/**
 * Ends the list of whoever's link this is, wherever the press came from, and keeps the record of it in the same
 * write. Leaving never fails: where their list can't be told from the other, both end.
 *
 * @returns undefined when it is nobody's link
 */
export async function endListThrough(
  world: EndingWorld,
  text: string,
  source: { readonly channel: Channel; readonly details: Fact['details'] },
): Promise<EndedList | undefined> {
  const link = await openListLink(world, text);
  if (link === undefined) return undefined;
  const { list, goesOn } = link;
  const ended =
    goesOn === undefined ? undefined : await readable(() => endOne(world, link, source));
  if (ended !== undefined) {
    // What was asked for anew is none of the newsletter's.
    if (list === 'letters') await withdrawThrough(world, link, text, source.channel);
    return ended;
  }
  const left = await leaveThrough(world, text, 'unsubscribe', source);
  if (left.is === 'unknown') return undefined;
  return { is: 'all', list, after: left.after, ...(left.at && { at: left.at }) };
}

/** By who they are when it is saved: the other list may have ended meanwhile. */
async function endOne(
  world: EndingWorld,
  { list, subscriber: { id } }: ListLink,
  { channel, details }: { readonly channel: Channel; readonly details: Fact['details'] },
): Promise<EndedList | undefined> {
  const present = presentOf(world);
  let before: Subscriber | undefined;
  const changed = await change(world.subscribers, id, (stored: Subscriber) => {
    before = stored;
    const { ends } = wayOut(list, stored, present);
    const result = done(ends, stored, { ...present, by: channel });
    if (!result.changed) return { is: 'unchanged' };
    return recorded<Subscriber>({ is: 'changed', subscriber: result.subscriber }, (after) =>
      consentIn(stored, after, details, present.now),
    );
  });
  if (changed.is === 'unknown' || before === undefined) return undefined;
  return { is: 'one', list, before, after: changed.is === 'changed' ? changed.after : before };
}

/** Undefined where this code can't read what is stored. */
async function readable<Of>(read: () => Promise<Of>): Promise<Of | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error;
    logError('unsubscribe-unreadable', error);
    return undefined;
  }
}
