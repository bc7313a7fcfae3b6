import { Hono } from 'hono';
import type { Channel, Leaver, Standing } from '../core/reader/subscriber.ts';
import { mintWish } from '../core/replies/signed-wish.ts';
import { readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import { openLeaversLink } from './link.ts';
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
      return stopped(c, world, link.subscriber, false);
    }
    const words = wordsOfReader(world, link.subscriber);
    return showPage(c, world, words, words.unsubscribe.title, unsubscribePage(words));
  });
  routes.post('/unsubscribe/:token', async (c) => {
    const channel = await channelOf(c);
    const changed = await leaveThroughLink(c, world, c.req.param('token'), 'unsubscribe', channel);
    if (changed.is === 'unknown') return refuse(c, world, 404);
    const pressed = changed.is === 'changed' && channel === 'page';
    return stopped(c, world, changed.after, pressed);
  });
  return routes;
}

/**
 * The page after a leave. Only the press that made it is answered with the way back: the link names
 * that leave and takes back no other.
 *
 * @param byThisPress whether whoever asked has just left, by a button of ours
 */
export function stopped(
  c: WebContext,
  world: WebWorld,
  subscriber: Leaver,
  byThisPress: boolean,
): Response | Promise<Response> {
  const words = wordsOfReader(world, subscriber);
  const standing = subscriber.standing as Leaver['standing'] & Partial<Standing & { is: 'left' }>;
  const back =
    byThisPress && standing.is === 'left' && standing.at !== undefined
      ? `/wish/${mintWish(subscriber, 'undo', [{ is: 'rejoin', of: standing.at }], world.now())}`
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
