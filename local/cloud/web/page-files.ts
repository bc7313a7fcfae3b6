import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { NotFound } from '../problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** What the file of a page may be called, as a pattern of Hono's: no folder, and none above. */
export const PAGE_FILE = ':file{[a-z-]+\\.(html|js|css|svg)}';

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
export const VIEW_LIBRARY = new URL(
  '../',
  pathToFileURL(createRequire(import.meta.url).resolve('lit-html')),
);
