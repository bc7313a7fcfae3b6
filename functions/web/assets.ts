import { Hono } from 'hono';
import { SCRIPT } from './script.ts';
import { CHEVRON, ICON, STYLE } from './style.ts';
import type { WebEnv } from './world.ts';

/** Pages name the version they want, so an hour is safe; it outlives a deploy by no more. */
const SHORTLY = 'public, max-age=3600';

/** What pages need besides themselves. All of it is ours. */
export function assetRoutes(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const assets = [
    ['/style.css', STYLE, 'text/css; charset=utf-8'],
    ['/app.js', SCRIPT, 'text/javascript; charset=utf-8'],
    ['/icon.svg', ICON, 'image/svg+xml'],
    ['/chevron.svg', CHEVRON, 'image/svg+xml'],
    ['/robots.txt', ROBOTS, 'text/plain; charset=utf-8'],
  ] as const;
  for (const [path, body, type] of assets) {
    routes.get(path, (c) => {
      return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': SHORTLY });
    });
  }
  return routes;
}

/** Links in letters are nobody's business but their reader's. */
const ROBOTS = `User-agent: *
Disallow: /confirm/
Disallow: /unsubscribe/
Disallow: /preferences/
Disallow: /lessons/
Disallow: /check-in/
`;
