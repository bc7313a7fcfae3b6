import { Hono } from 'hono';
import type { Language } from '../core/language.ts';
import { languageFor, type Words } from '../core/words/words.ts';
import { neutralPage } from './pages/layout.ts';
import { safePage } from './pages/safe.ts';
import type { WebContext } from './respond.ts';
import type { WebEnv, WebWorld } from './world.ts';

/**
 * Numbers to call, for whoever opens it: it has no token and changes nothing, and nothing is guessed
 * of its reader but what their browser says of itself. It names neither letters nor a publication.
 */
export function safeRoutes(world: WebWorld): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/safe', (c) => {
    const { library } = world;
    const { languages, safetyLines, publication } = library;
    const words = spokenWith(c, world);
    const body = safePage({
      words,
      languages,
      lines: safetyLines,
      regions: preferred(c).flatMap((tag) => tag.maximize().region ?? []),
      exit: publication.quickExit,
    });
    return c.html(neutralPage(words, words.safe.title, body));
  });
  return routes;
}

/** The words that were asked for, or the first of the browser's languages that there are words in. */
function spokenWith(c: WebContext, { library }: WebWorld): Words {
  const { languages } = library;
  const asked = [c.req.query('language') ?? '', ...preferred(c).map(String)];
  const known = asked.map((tag) => languageFor(tag, languages)).find((one) => one !== undefined);
  const language: Language = known ?? languages[0];
  return library.words(language);
}

const MOST = 10;

/** What a browser says that its user reads (RFC 9110 §12.5.4), in its order, which is theirs. */
function preferred(c: WebContext): readonly Intl.Locale[] {
  const tags = (c.req.header('accept-language') ?? '').split(',').slice(0, MOST);
  return tags.flatMap((tag) => {
    try {
      return [new Intl.Locale(tag.split(';', 1)[0]?.trim() ?? '')];
    } catch {
      // `*`, or no language at all.
      return [];
    }
  });
}
