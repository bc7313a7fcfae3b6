import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { libraryIn } from '../../functions/adapters/library.ts';
import type { RateLimit } from '../../functions/adapters/rate-limit.ts';
import { OF_ADDRESS, OF_ALL, OF_NETWORK } from '../../functions/core/reader/sign-up-rate.ts';
import { webApp } from '../../functions/web/app.ts';
import { launch } from './browser.ts';
import { type FakeWebWorld, fakeWebWorld } from './fake-web-world.ts';

/** What is let in of those who show nothing, and of no others. */
const FREELY = new Set([OF_NETWORK, OF_ADDRESS, OF_ALL].map(({ free }) => free));
/** What `docs/sign-up-on-your-site.md` tells authors to put on their site. */
const SNIPPETS = [
  ...readFileSync('docs/sign-up-on-your-site.md', 'utf8').matchAll(/```html\n(.*?)```/gs),
].map(([, html = '']) => html);

/** The shipped content behind a real server, two other sites that have its form, and a browser. */
export function formInABrowser() {
  let browser: Browser;
  const servers: ServerType[] = [];
  const here = {
    world: undefined as unknown as FakeWebWorld,
    origin: '',
    /** A site that may read the answer, and one that may not. */
    elsewhere: '',
    stranger: '',
    /** Whether there are so many sign-ups that whoever shows nothing is asked for something. */
    crowd: false,
  };

  const listening = (fetch: (request: Request) => Response | Promise<Response>) =>
    new Promise<string>((resolve) => {
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
      servers.push(server);
    });

  beforeAll(async () => {
    const folder = join(tmpdir(), `kindling-form-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    await writeCompiled(await compileContent('content'), folder);
    const site = () => {
      const html = SNIPPETS.join('').replace('https://letters.example.org', here.origin);
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    };
    here.elsewhere = await listening(site);
    here.stranger = await listening(site);
    const library = libraryIn(pathToFileURL(`${folder}/`));
    const publication = { ...library.publication, signUpFrom: [here.elsewhere] };
    here.world = fakeWebWorld(
      new Proxy(library, {
        get: (target, name) => (name === 'publication' ? publication : Reflect.get(target, name)),
      }),
    );
    const rateLimit: RateLimit = {
      take: async (_, __, limit) =>
        here.crowd && FREELY.has(limit) ? { is: 'over', count: limit } : { is: 'counted' },
    };
    here.origin = await listening((request) =>
      webApp({ ...here.world, rateLimit, webUrl: here.origin }).fetch(request),
    );
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
  });

  async function withPage(
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    here.crowd = false;
    const context = await browser.newContext({ timezoneId: 'Asia/Kolkata', ...options });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const broken: string[] = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) broken.push(line.text());
    });
    await act(page);
    await context.close();
    expect(broken).toEqual([]);
  }

  return Object.assign(here, { withPage });
}

/** Presses the form's button. */
export const send = (page: Page) =>
  page.getByRole('button', { name: 'Send me the letters' }).click();

/** Nothing that axe finds, and nothing to scroll to the side for. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
}
