import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { getPath } from 'hono/utils/url';
import { logError } from '../runtime/log.ts';
import { assetRoutes } from './assets.ts';
import { newAddressRoutes } from './change-address.ts';
import { checkInRoutes } from './check-in.ts';
import { checkYourInboxRoutes } from './check-your-inbox.ts';
import { compressed } from './compress.ts';
import { confirmRoutes } from './confirm.ts';
import { courseRoutes } from './courses.ts';
import { crawlerRoutes } from './crawlers.ts';
import { guarded } from './headers.ts';
import { lessonRoutes } from './lessons.ts';
import { letterRoutes } from './letters.ts';
import { neverRoutes } from './never.ts';
import { newsletterRoutes } from './newsletter.ts';
import { ownRoutes } from './own.ts';
import { preferencesRoutes } from './preferences.ts';
import { refuse } from './respond.ts';
import { safeRoutes } from './safe.ts';
import { signUpRoutes } from './sign-up.ts';
import { signedWishRoutes } from './signed-wish.ts';
import { withoutSlash } from './slash.ts';
import { testMailRoutes } from './test-mail.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';
import type { WebEnv, WebWorld } from './world.ts';

/** The longest form that our pages could send is a tenth of it. */
const MAX_BODY = 16 * 1024;

/** What is the same for everybody and holds no token, so that it may be packed. */
const ANYBODYS = [
  '/',
  '/newsletter/*',
  '/letters/*',
  '/courses',
  '/feed.xml',
  '/sitemap.xml',
  '/safe',
  '/assets/*',
];

/**
 * The whole public web surface as a function of its world. No route logs anything: paths hold
 * tokens, and bodies hold addresses.
 */
export function webApp(world: WebWorld): Hono<WebEnv> {
  // A link that a program put a slash behind is the same link: a page leads on, a press acts.
  const app = new Hono<WebEnv>({
    getPath: (request) => {
      const path = getPath(request);
      return request.method === 'POST' && path.length > 1 ? path.replace(/\/$/, '') : path;
    },
  });
  app.use(guarded);
  app.use(withoutSlash);
  for (const path of ANYBODYS) app.use(path, compressed);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', methods.join(', '));
        return refuse(c, world, 405);
      },
    }),
  );
  app.use(bodyLimit({ maxSize: MAX_BODY, onError: (c) => refuse(c, world, 413) }));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.route('/', assetRoutes(world));
  app.route('/', crawlerRoutes(world));
  app.route('/', signUpRoutes(world));
  app.route('/', checkYourInboxRoutes(world));
  app.route('/', confirmRoutes(world));
  app.route('/', unsubscribeRoutes(world));
  app.route('/', preferencesRoutes(world));
  app.route('/', neverRoutes(world));
  app.route('/', ownRoutes(world));
  app.route('/', newAddressRoutes(world));
  app.route('/', signedWishRoutes(world));
  app.route('/', lessonRoutes(world));
  app.route('/', letterRoutes(world));
  app.route('/', courseRoutes(world));
  app.route('/', checkInRoutes(world));
  app.route('/', newsletterRoutes(world));
  app.route('/', safeRoutes(world));
  app.route('/', testMailRoutes(world));
  app.notFound((c) => refuse(c, world, 404));
  app.onError((error, c) => {
    logError('web-failed', error);
    return refuse(c, world, 500);
  });
  return app;
}
