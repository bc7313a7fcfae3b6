import type { Hono } from 'hono';
import { drawnPage, PAGE_FILE, pageFile, viewLibraryRoutes } from '../cloud/web/page-files.ts';
import { pagePolicy } from './headers.ts';

const PAGE = new URL('page/', import.meta.url);
/** Its looks, and how it says dates and standings, are the mailbox page's. */
const MAILBOX = new URL('../mailbox/', import.meta.url);

/** The page, and the files that it is made of: as they lie in `local/`, so that imports are the same for both. */
export function pageRoutes(app: Hono): void {
  app.get('/', () => drawnPage(PAGE, pagePolicy));
  app.get(`/studio/page/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), PAGE));
  app.get(`/mailbox/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), MAILBOX));
  viewLibraryRoutes(app, '/lit-html/');
}
