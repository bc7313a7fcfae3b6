import { Hono } from 'hono';
import { UnreadableItem } from '../adapters/stored.ts';
import type { CourseSlug } from '../core/course.ts';
import { consentIn } from '../core/reader/consent.ts';
import { byReader } from '../core/reader/fact.ts';
import { networkOf } from '../core/reader/network.ts';
import { parseMatter } from '../core/reader/own-link.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import { isGenuine } from '../core/token.ts';
import { recorded } from '../runtime/change.ts';
import { logError } from '../runtime/log.ts';
import { sendSoon } from '../runtime/send-soon.ts';
import { keptWording } from '../runtime/wording.ts';
import { agreedTo } from './agreed-to.ts';
import { type FormFields, readForm, text } from './form.ts';
import { leaveThroughLink } from './leave.ts';
import {
  changeThroughLink,
  confirmPath,
  openLeaversLink,
  openLink,
  preferencesPath,
  unsubscribePath,
} from './link.ts';
import { mailOwnLink } from './mail-own-link.ts';
import { withdraw } from './never.ts';
import { preferencesPage } from './pages/preferences.ts';
import { asItIs, guard, isRobots, onceMore } from './press.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { type Told, tellingQuery, toldIn } from './told.ts';
import { undoForm } from './undo.ts';
import { stopped } from './unsubscribe.ts';
import { grant, parseAction, parseWish, type Wish, type WishProblems } from './wish.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOfReader } from './world.ts';

/** A reader's page: when letters come, and whether, and the way to what is theirs. */
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
    const { subscriber } = link;
    if (await isRobots(world, subscriber, fields, `preferences ${action}`)) {
      return show(c, world, subscriber, fields, {}, onceMore);
    }
    if (action === 'mail') return mail(c, world, subscriber, fields);
    const parsed = parseWish(action, fields, subscriber, world.now());
    if ('problems' in parsed) return show(c, world, subscriber, fields, parsed.problems);
    return carryOut(c, world, token, parsed.wish, subscriber);
  });
  return routes;
}

/** Does it, and leads back to the page, which says what is different now. */
async function carryOut(
  c: WebContext,
  world: WebWorld,
  token: string,
  wish: Wish,
  shownTo: Subscriber,
) {
  const present = presentOf(world);
  const source = {
    ...byReader('page'),
    network: networkOf(sourceIp(c)),
    ...(await wordingShown(world, wish, shownTo)),
  };
  let told: Told = { action: wish.is, is: 'unchanged' };
  const changed = await changeThroughLink(world.subscribers, token, 'preferences', (stored) => {
    const granted = grant(wish, stored, present);
    told = {
      action: wish.is,
      is: granted.is,
      ...('course' in wish && { course: wish.course as CourseSlug }),
      ...(granted.is === 'refused' && { because: granted.because }),
      ...(granted.is === 'changed' && { undo: undoForm(wish, stored, present.now) }),
    };
    return recorded(granted, (after) => consentIn(stored, after, source, present.now));
  });
  if (changed.is === 'unknown') return refuse(c, world, 404);
  if (changed.is === 'changed') await sendSoon(world, changed.after);
  if (wish.is === 'no-form-mail') await withdraw(world, changed.after);
  return back(c, changed.is === 'changed' ? saved(changed.after) : changed.after, told);
}

/** As it lies in the table now: a save counts. */
const saved = (after: Subscriber): Subscriber => ({ ...after, revision: after.revision + 1 });

const back = (c: WebContext, subscriber: Subscriber, told: Told) =>
  c.redirect(`${preferencesPath(subscriber)}${tellingQuery(subscriber, told)}`, 303);

/** The same answer, whatever becomes of the mail. */
async function mail(c: WebContext, world: WebWorld, subscriber: Subscriber, fields: FormFields) {
  const matter = parseMatter(text(fields, 'matter'));
  if (matter === undefined) return show(c, world, subscriber, fields, { action: 'action' });
  await mailOwnLink(world, subscriber, matter);
  return back(c, subscriber, { action: 'mail', is: 'changed' });
}

/** Leaving asks nothing more of the item than the unsubscribe page does. */
async function leave(c: WebContext, world: WebWorld, token: string) {
  const changed = await leaveThroughLink(c, world, token, 'preferences', 'page');
  if (changed.is === 'unknown') return refuse(c, world, 404);
  return stopped(c, world, changed.after, { leftAt: changed.at });
}

/** Who only asked has nothing to prefer yet, and can still confirm; who has moved since can leave by it. */
async function orConfirming(c: WebContext, world: WebWorld, token: string) {
  const link = await openLeaversLink(world, token, 'preferences');
  if (link === undefined) return refuse(c, world, 404);
  const { token: given, subscriber } = link;
  const isTheirs = subscriber.id === given.id && isGenuine(given, subscriber.secret, 'preferences');
  return c.redirect((isTheirs ? confirmPath : unsubscribePath)(subscriber), 303);
}

/** What is stored about somebody can't be read: then they are shown what they still can do. */
async function orLeaving(c: WebContext, world: WebWorld, token: string, error: unknown) {
  if (!(error instanceof UnreadableItem)) throw error;
  const link = await openLeaversLink(world, token, 'preferences');
  if (link === undefined) return refuse(c, world, 404);
  logError('preferences-unreadable', error);
  return c.redirect(unsubscribePath(link.subscriber), 303);
}

/** What the page said beside the button by which somebody agrees to be sent more. */
async function wordingShown(world: WebWorld, wish: Wish, shownTo: Subscriber) {
  const words = wordsOfReader(world, shownTo);
  const said = agreedTo(wish, shownTo, words, presentOf(world));
  return said === undefined ? undefined : keptWording(world, words.language, said);
}

function show(
  c: WebContext,
  world: WebWorld,
  subscriber: Subscriber,
  fields: FormFields,
  problems: WishProblems = {},
  around = asItIs,
) {
  const words = wordsOfReader(world, subscriber);
  const body = preferencesPage({
    words,
    subscriber,
    present: presentOf(world),
    form: {
      first: parseAction(text(fields, 'do') || text(fields, 'action')),
      fields,
      told: toldIn(subscriber, c.req.query('told')),
    },
    problems: problemsInWords(words, problems),
    guard: guard(world, words, subscriber),
  });
  const wrong = Object.keys(problems).length > 0;
  return showPage(c, world, words, words.preferences.title, around(words, body), wrong ? 422 : 200);
}
