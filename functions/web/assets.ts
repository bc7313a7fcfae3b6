import { Hono } from 'hono';
import { offered } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import { cardOf, TOUCH_ICON } from '../core/picture.ts';
import { SHORTLY } from './headers.ts';
import { refuse } from './respond.ts';
import { SCRIPT } from './script.ts';
import { CHEVRON, ICON, NO_ICON, STYLE } from './style.ts';
import type { WebEnv, WebWorld } from './world.ts';

/**
 * A year, the longest that caches are asked to take seriously, and not asked again even on reload
 * (RFC 8246). A file that changes has another path, so there is nothing to hear about.
 */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/**
 * What pages need besides themselves. All of it is ours. A path with a fingerprint that is not this
 * version's is not there, and that is not cached: during a deployment both versions answer, and the
 * file of one under the name of the other would stay wrong for a year.
 */
export function assetRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  for (const { path, body, type } of [STYLE, SCRIPT, ICON, NO_ICON, CHEVRON]) {
    routes.get(path, (c) => {
      return c.body(body, 200, { 'Content-Type': type, 'Cache-Control': FOR_GOOD });
    });
  }
  // Browsers ask for it by themselves where a page names no icon, such as a letter's copy.
  routes.get('/favicon.ico', (c) => {
    c.header('Cache-Control', SHORTLY);
    return c.redirect(ICON.path, 302);
  });
  routes.get('/pictures/:file', (c) => {
    const [, name = ''] = /^(.+)\.png$/.exec(c.req.param('file')) ?? [];
    const picture = shown(world).includes(name) ? world.library.picture(name) : undefined;
    if (picture === undefined) return refuse(c, world, 404);
    return c.body(new Uint8Array(picture), 200, {
      'Content-Type': 'image/png',
      'Cache-Control': SHORTLY,
      // Other sites show it beside a link to us.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
  return routes;
}

/** Issues of days to come are in the package, and nobody's yet. */
function shown({ library, now }: WebWorld): readonly string[] {
  const { courses, newsletters, publication } = library;
  return [
    TOUCH_ICON,
    ...offered(courses).map(({ slug }) => cardOf('course', slug)),
    ...published(newsletters, now(), publication.defaults.zone).map(({ id }) =>
      cardOf('issue', id),
    ),
  ];
}
