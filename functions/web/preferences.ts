import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import { byReader, type Fact } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import type { Words } from '../core/words/words.ts';
import { recorded } from '../runtime/change.ts';
import { logError } from '../runtime/log.ts';
import { sendSoon } from './follow-up.ts';
import { type FormFields, readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import {
  changeThroughLink,
  confirmPath,
  openLeaversLink,
  openLink,
  openLinkIn,
  preferencesPath,
  unsubscribePath,
} from './link.ts';
import type { Markup } from './pages/layout.ts';
import { preferencesPage, type TypedPreferences } from './pages/preferences.ts';
import { guard, isRobots, onceMore } from './press.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { grant, parseAction, parseWish, type Wish, type WishProblems } from './wish.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** When letters come, and whether. */
export function preferencesRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/preferences/:token', async (c) => {
    const token = c.req.param('token');
    try {
      const link = await openLink(world, token, 'preferences');
      if (link === undefined) return orConfirming(c, world, token);
      return show(c, world, link.subscriber, { do: c.req.query('do') ?? '' });
    } catch (error) {
      return orLeaving(c, world, token, error);
    }
  });
  routes.post('/preferences/:token', async (c) => {
    const token = c.req.param('token');
    const fields = await readForm(c).catch(() => undefined);
    const action = fields && parseAction(text(fields, 'action'));
    if (action === 'leave') return leave(c, world, token);
    const link = await openLink(world, token, 'preferences');
    if (link === undefined) return refuse(c, world, 404);
    if (fields === undefined) return refuse(c, world, 400);
    if (await isRobots(world, link.subscriber, fields, `preferences ${action}`)) {
      return show(c, world, link.subscriber, fields, {}, onceMore);
    }
    const present = presentOf(world);
    const parsed = parseWish(action, fields, link.subscriber, present.now);
    if ('problems' in parsed) return show(c, world, link.subscriber, fields, parsed.problems);
    const changed = await changeThroughLink(world.subscribers, token, 'preferences', (stored) =>
      recorded(grant(parsed.wish, stored, present), () =>
        factOf(parsed.wish, present.now, sourceIp(c)),
      ),
    );
    if (changed.is === 'unknown') return refuse(c, world, 404);
    if (changed.is === 'changed') await sendSoon(world, changed.after);
    const told = changed.is === 'refused' ? '' : '?done=yes';
    return c.redirect(`${preferencesPath(changed.after)}${told}`, 303);
  });
  return routes;
}

/** Leaving asks nothing more of the item than the unsubscribe page does, and ends there. */
async function leave(c: WebContext, world: WebWorld, token: string) {
  const changed = await leaveThroughLink(c, world, token, 'preferences', 'page');
  if (changed.is === 'unknown') return refuse(c, world, 404);
  return c.redirect(unsubscribePath(changed.after), 303);
}

/** Who only asked has nothing to prefer yet, and can still confirm. */
async function orConfirming(c: WebContext, world: WebWorld, token: string) {
  const link = await openLinkIn(world.subscribers.requests.leavers, token, 'preferences');
  return link === undefined ? refuse(c, world, 404) : c.redirect(confirmPath(link.subscriber), 303);
}

/** What is stored about somebody can't be read: then they are shown what they still can do. */
async function orLeaving(c: WebContext, world: WebWorld, token: string, error: unknown) {
  if (!(error instanceof UnreadableItem)) throw error;
  const link = await openLeaversLink(world, token, 'preferences');
  if (link === undefined) return refuse(c, world, 404);
  logError('preferences-unreadable', error);
  return c.redirect(unsubscribePath(link.subscriber), 303);
}

/** Coming back is kept as a record of consent, as leaving is. */
function factOf({ is }: Wish, at: Instant, ip: string): Fact | undefined {
  return is === 'rejoin'
    ? { kind: 'rejoined', at, details: { ...byReader('page'), network: networkOf(ip) } }
    : undefined;
}

function show(
  c: WebContext,
  world: WebWorld,
  subscriber: Subscriber,
  fields: FormFields,
  problems: WishProblems = {},
  around = (_: Words, body: Markup) => body,
) {
  const words = wordsOfReader(world, subscriber);
  const form: TypedPreferences = {
    first: parseAction(text(fields, 'do') || text(fields, 'action')),
    fields,
    done: c.req.query('done') !== undefined,
  };
  const present = presentOf(world);
  const body = preferencesPage({
    words,
    subscriber,
    present,
    form,
    problems: problemsInWords(words, problems),
    guard: guard(world, words, subscriber),
  });
  const wrong = Object.keys(problems).length > 0;
  return showPage(c, world, words, words.preferences.title, around(words, body), wrong ? 422 : 200);
}
