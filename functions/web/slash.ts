import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './world.ts';

/**
 * Leads on from a path that nothing answers and that a program put a slash behind. The way there is
 * relative (RFC 9110 §10.2.2): the door does not know by which scheme and name it was reached, such as
 * http on a laptop. It begins with one slash alone, since two would name another host.
 */
export const withoutSlash: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  const { method, url } = c.req;
  if (c.res.status !== 404 || (method !== 'GET' && method !== 'HEAD')) return;
  const { pathname, search } = new URL(url);
  if (pathname === '/' || !pathname.endsWith('/')) return;
  c.res = c.redirect(`/${pathname.replace(/^\/+|\/$/g, '')}${search}`, 301);
};
