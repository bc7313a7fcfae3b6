import { Hono } from 'hono';
import { SCRIPT } from './script.ts';
import { CHEVRON, ICON, STYLE } from './style.ts';
import type { WebEnv } from './world.ts';

/**
 * A year, the longest that caches are asked to take seriously, and not asked again even on reload
 * (RFC 8246). A file that changes has another path, so there is nothing to hear about.
 */
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** What has one name for ever is looked at again. */
const SHORTLY = 'public, max-age=3600';

/**
 * What pages need besides themselves. All of it is ours. A path with a fingerprint that is not this
 * version's is not there, and that is not cached: during a deployment both versions answer, and the
 * file of one under the name of the other would stay wrong for a year.
 */
export function assetRoutes(): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const { path, body, type } of [STYLE, SCRIPT, ICON, CHEVRON]) {
    routes.get(path, (c) => {
      return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': FOR_GOOD });
    });
  }
  routes.get('/robots.txt', (c) => c.text(ROBOTS, 200, { 'Cache-Control': SHORTLY }));
  return routes;
}

/** Links in letters are nobody's business but their reader's. */
const ROBOTS = `User-agent: *
Disallow: /confirm/
Disallow: /unsubscribe/
Disallow: /preferences/
Disallow: /lessons/
Disallow: /check-in/
Disallow: /never/
`;
