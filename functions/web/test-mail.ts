import { Hono } from 'hono';
import { languageFor } from '../core/words/words.ts';
import { testMailPage } from './pages/test-mail.ts';
import { refuse, showPage, type WebContext } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/**
 * Where the links of a test mail lead; a check-in puts a score behind them, and a letter the name of another one.
 * It knows nobody and changes nothing. A mail program's unsubscribe button posts to it (RFC 8058 §3.1), and is told that all is well.
 */
export function testMailRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const show = (c: WebContext, tag: string) => {
    const { library } = world;
    const language = languageFor(tag, library.languages);
    if (language === undefined) return refuse(c, world, 404);
    const words = library.words(language);
    return showPage(c, world, words, words.testMail.title, testMailPage(words));
  };
  routes.on(['GET', 'POST'], '/test-mail/:language', (c) => show(c, c.req.param('language')));
  routes.get('/test-mail/:language/:more', (c) => show(c, c.req.param('language')));
  return routes;
}
