import { Hono } from 'hono';
import { leave } from '../core/reader/lifecycle.ts';
import type { Channel, Subscriber } from '../core/reader/subscriber.ts';
import { followUp } from './follow-up.ts';
import { readForm, text } from './form.ts';
import { changeThroughLink, openLink, preferencesPath } from './link.ts';
import { unsubscribedPage, unsubscribePage } from './pages/unsubscribe.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOf } from './world.ts';

/** Leaving, by a person's button or by a mail program's (RFC 8058): no login, no redirect. */
export function unsubscribeRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/unsubscribe/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'unsubscribe');
    if (link === undefined) return refuse(c, world, 404);
    const { standing } = link.subscriber;
    if (standing.is === 'left' || standing.is === 'suppressed') {
      return stopped(c, world, link.subscriber);
    }
    const words = wordsOf(world, link.subscriber);
    const body = unsubscribePage(words, preferencesPath(link.subscriber));
    return showPage(c, world, words, words.unsubscribe.title, body);
  });
  routes.post('/unsubscribe/:token', async (c) => {
    const present = presentOf(world);
    const channel = await channelOf(c);
    const changed = await changeThroughLink(world, c.req.param('token'), 'unsubscribe', (stored) =>
      leave(stored, channel, present),
    );
    if (changed.is === 'unknown') return refuse(c, world, 404);
    if (changed.is === 'changed') {
      const details = { channel, ip: sourceIp(c) };
      await followUp(world, changed.after, { kind: 'left', at: present.now, details });
    }
    return stopped(c, world, changed.after);
  });
  return routes;
}

function stopped(c: WebContext, world: WebWorld, subscriber: Subscriber) {
  const words = wordsOf(world, subscriber);
  const body = unsubscribedPage(words, preferencesPath(subscriber));
  return showPage(c, world, words, words.unsubscribe.stopped, body);
}

/** Whatever the body is, the wish is clear; a broken one only leaves open who pressed. */
async function channelOf(c: WebContext): Promise<Channel> {
  try {
    return text(await readForm(c), 'List-Unsubscribe') === 'One-Click' ? 'one-click' : 'page';
  } catch {
    return 'page';
  }
}
