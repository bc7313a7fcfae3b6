import { Hono } from 'hono';
import { type Issue, published } from '../core/newsletter.ts';
import { cardOf } from '../core/picture.ts';
import { courseOf } from './front-page.ts';
import { SHORTLY } from './headers.ts';
import { issuePage } from './pages/letter.ts';
import { feed, newsletterPage } from './pages/newsletter.ts';
import { publicHead, refuse, showPage } from './respond.ts';
import { type WebEnv, type WebWorld, wordsOfPublication } from './world.ts';

/** The newsletter's archive: a list, the issues, and a feed. */
export function newsletterRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/newsletter', (c) => {
    c.header('Cache-Control', SHORTLY);
    const words = wordsOfPublication(world);
    const page = newsletterPage(words, issuesOf(world), world.library.publication);
    const { name, defaults } = world.library.publication;
    const { title, about } = words.newsletter;
    const head = publicHead(world, {
      title,
      description: about({ publication: name }),
      path: '/newsletter',
      card: { name: cardOf('course', defaults.course), words: name },
    });
    return showPage(c, world, words, head, page);
  });
  routes.get('/newsletter/:slug', (c) => {
    const issues = issuesOf(world);
    const at = issues.findIndex(({ id }) => id === c.req.param('slug'));
    const issue = issues[at];
    if (issue === undefined) return refuse(c, world, 404);
    c.header('Cache-Control', SHORTLY);
    const { id, title, preheader } = issue;
    const head = publicHead(world, {
      title,
      description: preheader,
      path: `/newsletter/${id}`,
      card: { name: cardOf('issue', id), words: `${title}. ${preheader}` },
    });
    const words = wordsOfPublication(world);
    // Newest first.
    const beside = { older: issues[at + 1], newer: issues[at - 1] };
    return showPage(
      c,
      world,
      words,
      head,
      issuePage(words, world.library.publication, courseOf(world), issue, beside),
    );
  });
  routes.get('/feed.xml', async (c) => {
    const atom = await feed(issuesOf(world), world.library.publication, world.webUrl);
    return c.body(atom.toString(), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': SHORTLY,
    });
  });
  return routes;
}

const issuesOf = ({ library, now }: WebWorld): readonly Issue[] =>
  published(library.newsletters, now(), library.publication.defaults.zone);
