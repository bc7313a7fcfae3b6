import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine } from '../core/token.ts';
import { logError } from '../runtime/log.ts';
import { readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import { confirmPath, openLeaversLink, openLink, unsubscribePath } from './link.ts';
import type { PageLink } from './reach.ts';
import { pressOnReadersPage, showReadersPage } from './readers-page.ts';
import { refuse, type WebContext } from './respond.ts';
import { stopped } from './unsubscribe.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** A reader's page by the link of their letters: when they come, and whether, and the way to what is theirs. */
export function preferencesRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/preferences/:token', async (c) => {
    const token = c.req.param('token');
    try {
      const link = await openLink(world, token, 'preferences');
      if (link === undefined) return orConfirming(c, world, token);
      const page = ofLetter(token, link.subscriber);
      return showReadersPage(c, world, page, { do: c.req.query('do') ?? '' });
    } catch (error) {
      return orLeaving(c, world, token, error);
    }
  });
  routes.post('/preferences/:token', async (c) => {
    const token = c.req.param('token');
    const fields = await readForm(c).catch(() => undefined);
    if (fields && text(fields, 'action') === 'leave') {
      return leaveFromPage(c, world, token, 'preferences');
    }
    const link = await openLink(world, token, 'preferences');
    if (link === undefined) return refuse(c, world, 404);
    if (fields === undefined) return refuse(c, world, 400);
    return pressOnReadersPage(c, world, ofLetter(token, link.subscriber), fields);
  });
  return routes;
}

const ofLetter = (token: string, subscriber: Subscriber): PageLink => ({
  token,
  purpose: 'preferences',
  subscriber,
});

/** Leaving asks nothing more of the item than the unsubscribe page does. */
export async function leaveFromPage(
  c: WebContext,
  world: WebWorld,
  token: string,
  purpose: PageLink['purpose'],
) {
  const changed = await leaveThroughLink(c, world, token, purpose, 'page');
  if (changed.is === 'unknown') return refuse(c, world, 404);
  return stopped(c, world, changed.after, { leftAt: changed.at });
}

/** Who only asked has nothing to prefer yet, and can still confirm; who has moved since can leave by it. */
async function orConfirming(c: WebContext, world: WebWorld, token: string) {
  const link = await openLeaversLink(world, token, 'preferences');
  if (link === undefined) return refuse(c, world, 404);
  const { token: given, subscriber } = link;
  const isTheirs = subscriber.id === given.id && isGenuine(given, subscriber.secret, 'preferences');
  const path = isTheirs ? confirmPath(subscriber, given.detail) : unsubscribePath(subscriber);
  return c.redirect(path, 303);
}

/** What is stored about somebody can't be read: then they are shown what they still can do. */
async function orLeaving(c: WebContext, world: WebWorld, token: string, error: unknown) {
  if (!(error instanceof UnreadableItem)) throw error;
  const link = await openLeaversLink(world, token, 'preferences');
  if (link === undefined) return refuse(c, world, 404);
  logError('preferences-unreadable', error);
  return c.redirect(unsubscribePath(link.subscriber), 303);
}
