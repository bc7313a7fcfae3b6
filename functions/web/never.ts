import { Hono } from 'hono';
import { consentIn } from '../core/reader/consent.ts';
import { byReader } from '../core/reader/fact.ts';
import { beQuiet, left } from '../core/reader/lifecycle.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { recorded } from '../runtime/change.ts';
import { endRequest } from '../runtime/leaving.ts';
import { readForm, text } from './form.ts';
import { changeThroughLink, openLink } from './link.ts';
import { neverPage, quietPage } from './pages/never.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** "Never again": the link beside every button in a mail that somebody's typing into a form sent. */
export function neverRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/never/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'never');
    return link === undefined ? refuse(c, world, 404) : show(c, world, link.subscriber);
  });
  routes.post('/never/:token', async (c) => {
    const token = c.req.param('token');
    const link = await openLink(world, token, 'never');
    if (link === undefined) return refuse(c, world, 404);
    const fields = await readForm(c).catch(() => ({}));
    const quiet = text(fields, 'quiet') !== 'no';
    if (await isRobots(world, link.subscriber, fields, `never ${quiet}`)) {
      return show(c, world, link.subscriber, onceMore);
    }
    const source = { ...byReader('page'), network: networkOf(sourceIp(c)) };
    const changed = await changeThroughLink(world.subscribers, token, 'never', (stored) =>
      recorded(beQuiet(stored, quiet), (after) => consentIn(stored, after, source, world.now())),
    );
    if (changed.is === 'unknown') return refuse(c, world, 404);
    if (quiet) await withdraw(world, changed.after);
    return show(c, world, changed.after);
  });
  return routes;
}

/** What was asked for is not wanted either; a mail about it that has not gone does not go. */
export const withdraw = ({ subscribers, now }: WebWorld, { id }: Pick<Subscriber, 'id'>) =>
  endRequest(subscribers, id, (one) => left(one, 'page', now()));

function show(c: WebContext, world: WebWorld, subscriber: Subscriber, around = asItIs) {
  const words = wordsOfReader(world, subscriber);
  const { title, done } = words.never;
  const form = guard(world, words, subscriber);
  return subscriber.quiet === true
    ? showPage(c, world, words, done, around(words, quietPage(words, form)))
    : showPage(c, world, words, title, around(words, neverPage(words, form)));
}
