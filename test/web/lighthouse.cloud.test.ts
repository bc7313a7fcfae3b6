import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { webApp } from '../../functions/web/app.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { type Asked, type Auditor, auditor } from '../lighthouse/audit.ts';
import { NOW, publicPages } from '../lighthouse/pages.ts';
import { GATED, passes } from '../lighthouse/verdict.ts';
import { CHROMIUM } from '../support/browser.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';

/** What is no page, leads on to one, or is for an author. */
const NO_PAGE =
  /^\/(?:assets\/.*|health|feed\.xml|robots\.txt|sitemap\.xml|favicon\.ico|pictures\/.*|check-your-inbox\/address|test-mail\/.*)$/;

/** Every public page, by what is the same on a slow machine; `npm run lighthouse` tells the rest as well. */
describe.skipIf(CHROMIUM === undefined)('Lighthouse', () => {
  let cloud: Cloud;
  let judge: Auditor;
  let pages: readonly Asked[];
  beforeAll(async () => {
    cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, now: NOW });
    judge = await auditor();
    pages = await publicPages(cloud.url);
  });
  afterAll(async () => {
    await judge?.close();
    await cloud?.stop();
  });

  test('is shown a page of each route that anybody may open', () => {
    const open = webApp(fakeWebWorld()).routes.filter(
      ({ method, path }) => method === 'GET' && !path.includes(':token') && !NO_PAGE.test(path),
    );
    const unseen = open.filter(({ path }) => {
      const pattern = new RegExp(`^${path.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
      return !pages.some((one) => pattern.test(one.path));
    });
    expect(unseen.map(({ path }) => path)).toEqual([]);
  });

  test('finds nothing to mend on any of them', async () => {
    for (const asked of pages) {
      const verdict = await judge.audit(cloud.url, asked, GATED);
      expect(passes(verdict), `${asked.name}: ${JSON.stringify(verdict)}`).toBe(true);
    }
  });
});
