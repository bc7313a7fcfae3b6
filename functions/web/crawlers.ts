import { Hono } from 'hono';
import { html } from 'hono/html';
import { letterPath, offered } from '../core/course.ts';
import { published } from '../core/newsletter.ts';
import { pathOf } from './front-page.ts';
import { SHORTLY } from './headers.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** What search engines ask for. */
export function crawlerRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/robots.txt', (c) =>
    c.text(`${PRIVATE}Sitemap: ${world.webUrl}/sitemap.xml\n`, 200, { 'Cache-Control': SHORTLY }),
  );
  routes.get('/sitemap.xml', async (c) => {
    const sitemap = await sitemapOf(world);
    return c.body(sitemap.toString(), 200, {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': SHORTLY,
    });
  });
  return routes;
}

/** Links in letters are nobody's business but their reader's. */
const PRIVATE = `User-agent: *
Disallow: /confirm/
Disallow: /unsubscribe/
Disallow: /preferences/
Disallow: /never/
Disallow: /own/
Disallow: /your-page/
Disallow: /new-address/
Disallow: /lessons/
Disallow: /check-in/
Disallow: /wish/
`;

/** Every page that is anybody's (sitemaps.org, protocol 0.9). */
function sitemapOf(world: WebWorld) {
  const { library, webUrl, now } = world;
  const { courses, newsletters, publication } = library;
  const paths = [
    ...offered(courses).flatMap((course) => [
      pathOf(world, course),
      ...course.lessons
        .filter(({ web }) => web === 'listed')
        .map(({ id }) => letterPath(course.slug, id)),
    ]),
    '/courses',
    '/newsletter',
    ...published(newsletters, now(), publication.defaults.zone).map(
      ({ id }) => `/newsletter/${id}`,
    ),
  ];
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => html`<url><loc>${webUrl}${path}</loc></url>\n`)}</urlset>
`;
}
