import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './world.ts';

/** Nothing but our own style, script and icon, and a script that asks nobody but us; no frame around us, no form to anywhere else. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What holds for every answer, unless its route said otherwise. */
const DEFAULTS = {
  'Content-Security-Policy': POLICY,
  // Tokens stand in paths, so no other site may learn one.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  // Two years (RFC 6797 §6.1.1), for this host alone: what else stands under the domain is its owner's.
  'Strict-Transport-Security': 'max-age=63072000',
  // Nothing of ours asks for any of it, so nothing that got in could.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** Pages that are anybody's to find; all others are for whoever holds the link, or has sent a form. */
const PUBLIC = /^\/(?:newsletter(?:\/.*)?|letters\/.*|courses)?$/;

/** The `Cache-Control` of what anybody may read under one lasting path: an hour later is soon enough for another wording. */
export const SHORTLY = 'public, max-age=3600';

/** Puts the headers on, also on errors. */
export const guarded: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (!PUBLIC.test(c.req.path)) c.res.headers.set('X-Robots-Tag', 'noindex');
};
