import { Hono } from 'hono';
import type { Channel, Leaver } from '../core/reader/subscriber.ts';
import { mintWish } from '../core/replies/signed-wish.ts';
import type { Instant } from '../core/time.ts';
import { readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import { openLeaversLink, wishPath } from './link.ts';
import { unsubscribedPage, unsubscribePage } from './pages/unsubscribe.ts';
import { refuse, showPage, type WebContext } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/**
 * Leaving, by a person's button or by a mail program's (RFC 8058): no login, no redirect, and no
 * matter which version of this code has written about them. Nothing here leads to more: mail programs
 * and whoever stands between see these links.
 */
export function unsubscribeRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/unsubscribe/:token', async (c) => {
    const link = await openLeaversLink(world, c.req.param('token'), 'unsubscribe');
    if (link === undefined) return refuse(c, world, 404);
    const { standing } = link.subscriber;
    if (standing.is === 'left' || standing.is === 'suppressed') {
      return stopped(c, world, link.subscriber);
    }
    const words = wordsOfReader(world, link.subscriber);
    return showPage(c, world, words, words.unsubscribe.title, unsubscribePage(words));
  });
  routes.post('/unsubscribe/:token', async (c) => {
    const channel = await channelOf(c);
    const changed = await leaveThroughLink(c, world, c.req.param('token'), 'unsubscribe', channel);
    if (changed.is === 'unknown') return refuse(c, world, 404);
    return stopped(c, world, changed.after, channel === 'page' ? changed.at : undefined);
  });
  return routes;
}

/**
 * The page after a leave. Only the press that made it is answered with the way back: the link names
 * that leave and takes back no other.
 *
 * @param leftAt the moment of the leave that a person has just made by a button of ours
 */
export async function stopped(
  c: WebContext,
  world: WebWorld,
  subscriber: Leaver,
  leftAt?: Instant,
): Promise<Response> {
  const words = wordsOfReader(world, subscriber);
  // Who only asked has nothing to come back to.
  const reader = leftAt && (await world.subscribers.leavers.load(subscriber.id));
  const back =
    leftAt && reader
      ? wishPath(mintWish(reader, 'undo', [{ is: 'rejoin', of: leftAt }], world.now()))
      : undefined;
  return showPage(c, world, words, words.unsubscribe.stopped, unsubscribedPage(words, back));
}

/** Whatever the body is, the wish is clear; a broken one only leaves open who pressed. */
async function channelOf(c: WebContext): Promise<Channel> {
  try {
    return text(await readForm(c), 'List-Unsubscribe') === 'One-Click' ? 'one-click' : 'page';
  } catch {
    return 'page';
  }
}
