import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Hono } from 'hono';
import { NotFound } from '../problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** What the file of a page may be called, as a pattern of Hono's: no folder, none above, and not the page itself. */
export const PAGE_FILE = ':file{[a-z-]+\\.(js|css|svg)}';

/** Read anew each time: whoever works on the page just reloads it. @param folder a URL that ends with a slash */
export function pageFile(name: string, folder: URL): Response {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? '';
  const headers = { 'content-type': type, 'cache-control': 'no-store' };
  try {
    return new Response(readFileSync(new URL(name, folder), 'utf8'), { headers });
  } catch {
    return new NotFound(`there is no ${name}`).toResponse();
  }
}

/** The view library as browsers load it, from where it is installed; Node itself would get another build of it. */
const VIEW_LIBRARY = new URL(
  '../',
  pathToFileURL(createRequire(import.meta.url).resolve('lit-html')),
);

/** Serves the view library. @param below the path that the page's import map says, ending with a slash */
export function viewLibraryRoutes(app: Hono, below: string): void {
  for (const folder of ['', 'directives/']) {
    const from = new URL(folder, VIEW_LIBRARY);
    app.get(`${below}${folder}${PAGE_FILE}`, ({ req }) => pageFile(req.param('file') ?? '', from));
  }
}

/**
 * A page under its policy, read anew each time.
 *
 * @param folder a URL that ends with a slash, with the page as `index.html`
 * @param policyOf the policy, given the source of the one script that stands in the page: where the view library lies
 */
export function drawnPage(folder: URL, policyOf: (importMap: string) => string): Response {
  const html = readFileSync(new URL('index.html', folder), 'utf8');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(importMapHash(html)),
    },
  });
}

/** As `script-src` has it (CSP level 3, §2.3.1): of all that stands between the tags. */
function importMapHash(html: string): string {
  const [, map = ''] = /<script type="importmap">([^<]*)<\/script>/.exec(html) ?? [];
  return `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
}
