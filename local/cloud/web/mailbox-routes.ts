import type { Hono } from 'hono';
import { drawnPage, PAGE_FILE, pageFile, viewLibraryRoutes } from './page-files.ts';

const MAILBOX = new URL('../../mailbox/', import.meta.url);

/** The mailbox page, and the files that it is made of. */
export function mailboxRoutes(api: Hono): void {
  api.get(`/${PAGE_FILE}`, (c) => pageFile(c.req.param('file'), MAILBOX));
  viewLibraryRoutes(api, '/lit-html/');
  api.get('/', (c) =>
    // Links on the page are relative to the folder.
    new URL(c.req.url).pathname.endsWith('/')
      ? drawnPage(MAILBOX, mailboxPolicy)
      : c.redirect('/_local/'),
  );
}

/** The frame of a letter inherits this: its own styles and pictures may show, scripts never run. */
const mailboxPolicy = (importMap: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${importMap}`,
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: http: https:",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
