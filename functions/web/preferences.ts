import { Hono } from 'hono';
import type { Fact } from '../adapters/subscribers.ts';
import type { Subscriber } from '../core/reader/subscriber.ts';
import type { Instant } from '../core/time.ts';
import { followUp } from './follow-up.ts';
import { type FormFields, readForm, text } from './form.ts';
import { changeThroughLink, openLink, preferencesPath } from './link.ts';
import { preferencesPage, type TypedPreferences } from './pages/preferences.ts';
import { problemsInWords } from './problems.ts';
import { refuse, showPage, sourceIp, type WebContext } from './respond.ts';
import { grant, parseAction, parseWish, type Wish, type WishProblems } from './wish.ts';
import { presentOf, type WebEnv, type WebWorld, wordsOf } from './world.ts';

/** When letters come, and whether. */
export function preferencesRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/preferences/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'preferences');
    if (link === undefined) return refuse(c, world, 404);
    return show(c, world, link.subscriber, { do: c.req.query('do') ?? '' });
  });
  routes.post('/preferences/:token', async (c) => {
    const link = await openLink(world, c.req.param('token'), 'preferences');
    if (link === undefined) return refuse(c, world, 404);
    const fields = await readForm(c).catch(() => undefined);
    if (fields === undefined) return refuse(c, world, 400);
    const present = presentOf(world);
    const parsed = parseWish(fields, link.subscriber, present.now);
    if ('problems' in parsed) return show(c, world, link.subscriber, fields, parsed.problems);
    const changed = await changeThroughLink(world, c.req.param('token'), 'preferences', (stored) =>
      grant(parsed.wish, stored, present),
    );
    if (changed.is === 'unknown') return refuse(c, world, 404);
    if (changed.is === 'changed') {
      await followUp(world, changed.after, factOf(parsed.wish, present.now, sourceIp(c)));
    }
    return c.redirect(`${preferencesPath(changed.after)}?done=yes`, 303);
  });
  return routes;
}

/** Leaving and coming back are kept as records of consent. */
function factOf({ is }: Wish, at: Instant, ip: string): Fact | undefined {
  if (is === 'leave') return { kind: 'left', at, details: { channel: 'page', ip } };
  return is === 'rejoin' ? { kind: 'rejoined', at, details: { ip } } : undefined;
}

function show(
  c: WebContext,
  world: WebWorld,
  subscriber: Subscriber,
  fields: FormFields,
  problems: WishProblems = {},
) {
  const words = wordsOf(world, subscriber);
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
  });
  const wrong = Object.keys(problems).length > 0;
  return showPage(c, world, words, words.preferences.title, body, wrong ? 422 : 200);
}
