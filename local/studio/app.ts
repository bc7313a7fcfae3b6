import { Hono } from 'hono';
import { sentenceFor } from '../account/foreseen.ts';
import { NotFound, Problem } from '../cloud/problem.ts';
import { actRoutes } from './act-routes.ts';
import type { Entry } from './entry.ts';
import { OPEN, refusalOf } from './guard.ts';
import { ON_EVERYTHING } from './headers.ts';
import { pageRoutes } from './page-routes.ts';
import { readerRoutes } from './reader-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { replyRoutes } from './reply-routes.ts';
import type { Studio } from './studio.ts';

/** The studio as a web application: who is let in, its pages, what they read, and what they do. */
export function studioApp(studio: Studio, entry: Entry): Hono {
  const app = new Hono();
  app.onError((error) => problemOf(error).toResponse());
  app.notFound((c) => new NotFound(`there is no ${c.req.method} ${c.req.path}`).toResponse());
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of ON_EVERYTHING) c.res.headers.set(name, value);
  });
  app.use(async (c, next) => {
    const header = (name: string) => c.req.header(name);
    const asking = {
      method: c.req.method,
      path: c.req.path,
      host: header('host'),
      origin: header('origin'),
      site: header('sec-fetch-site'),
      type: header('content-type'),
      cookie: header('cookie'),
    };
    const refusal = refusalOf(asking, { entry, mayWrite: studio.mayWrite });
    if (refusal === undefined) return next();
    const { status, title, detail } = refusal;
    if (asking.path === '/' && status === 401) return c.html(closedPage(detail), 401);
    throw new Problem(status, title, detail);
  });
  app.get(OPEN, (c) => {
    const cookie = entry.exchange(c.req.query('key') ?? '');
    if (cookie === undefined && !entry.knows(c.req.header('cookie'))) {
      return c.html(closedPage(USED), 403);
    }
    if (cookie !== undefined) c.header('set-cookie', cookie);
    return c.redirect('/', 303);
  });
  pageRoutes(app);
  readingRoutes(app, studio);
  readerRoutes(app, studio);
  replyRoutes(app, studio);
  actRoutes(app, studio);
  return app;
}

const USED =
  'this address does not open the studio: each opens it once, in one browser; end the studio and start it again for another';

/** What had to be expected is a sentence; anything else is a fault of ours, told as briefly as the doctor tells it. */
function problemOf(error: Error): Problem {
  if (error instanceof Problem) return error;
  const sentence = sentenceFor(error);
  if (sentence !== undefined) return new Problem(422, 'Not now', sentence);
  return new Problem(500, 'Broken', `${error.name}: ${error.message.split('\n')[0]}`);
}

/** For whoever has no key. It asks for no file, since they would get none. */
const closedPage = (sentence: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="color-scheme" content="light dark"><title>Studio · Kindling</title>` +
  `<main><h1>The studio is closed here</h1><p>To look into it: ${sentence}.</p></main></html>`;
