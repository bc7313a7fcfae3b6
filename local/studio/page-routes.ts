import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { PAGE_FILE, pageFile, VIEW_LIBRARY } from '../cloud/web/page-files.ts';
import { pagePolicy } from './headers.ts';

const PAGE = new URL('page/', import.meta.url);
/** Its looks, and how it says dates and standings, are the mailbox page's. */
const MAILBOX = new URL('../mailbox/', import.meta.url);

/** The page, and the files that it is made of: as they lie in `local/`, so that imports are the same for both. */
export function pageRoutes(app: Hono): void {
  app.get('/', (c) => {
    const html = readFileSync(new URL('index.html', PAGE), 'utf8');
    c.header('content-security-policy', pagePolicy(importMapHash(html)));
    return c.html(html);
  });
  app.get(`/studio/page/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), PAGE));
  app.get(`/mailbox/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), MAILBOX));
  app.get(`/lit-html/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), VIEW_LIBRARY));
  app.get(`/lit-html/directives/${PAGE_FILE}`, (c) =>
    pageFile(c.req.param('file'), new URL('directives/', VIEW_LIBRARY)),
  );
}

/** As `script-src` has it (CSP level 3, §2.3.1): of all that stands between the tags. */
function importMapHash(html: string): string {
  const [, map = ''] = /<script type="importmap">([^<]*)<\/script>/.exec(html) ?? [];
  return `sha256-${createHash('sha256').update(map).digest('base64')}`;
}
