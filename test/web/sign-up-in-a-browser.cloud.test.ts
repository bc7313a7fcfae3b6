import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { libraryIn } from '../../functions/adapters/library.ts';
import type { RateLimit } from '../../functions/adapters/rate-limit.ts';
import { OF_ADDRESS, OF_ALL, OF_NETWORK } from '../../functions/core/reader/sign-up-rate.ts';
import { plusSeconds } from '../../functions/core/time.ts';
import { webApp } from '../../functions/web/app.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';

const SMALL = { width: 320, height: 640 };
/** What is let in of those who show nothing, and of no others. */
const FREELY = new Set([OF_NETWORK, OF_ADDRESS, OF_ALL].map(({ free }) => free));
/** What `docs/sign-up-on-your-site.md` tells authors to put on their site. */
const SNIPPETS = [
  ...readFileSync('docs/sign-up-on-your-site.md', 'utf8').matchAll(/```html\n(.*?)```/gs),
].map(([, html = '']) => html);

describe.skipIf(CHROMIUM === undefined)('the form, in a browser', () => {
  let browser: Browser;
  const servers: ServerType[] = [];
  let world: FakeWebWorld;
  let origin = '';
  let elsewhere = '';
  let stranger = '';
  /** Whether there are so many sign-ups that whoever shows nothing is asked for something. */
  let crowd = false;

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
      const html = SNIPPETS.join('').replace('https://letters.example.org', origin);
      return new Response(html, { headers: { 'content-type': 'text/html' } });
    };
    elsewhere = await listening(site);
    stranger = await listening(site);
    const library = libraryIn(pathToFileURL(`${folder}/`));
    const publication = { ...library.publication, signUpFrom: [elsewhere] };
    world = fakeWebWorld(
      new Proxy(library, {
        get: (target, name) => (name === 'publication' ? publication : Reflect.get(target, name)),
      }),
    );
    const rateLimit: RateLimit = {
      take: async (_, __, limit) =>
        crowd && FREELY.has(limit) ? { is: 'over', count: limit } : { is: 'counted' },
    };
    origin = await listening((request) =>
      webApp({ ...world, rateLimit, webUrl: origin }).fetch(request),
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
    crowd = false;
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

  const asked = (address: string) => world.subscribers.dump().includes(address);
  const send = (page: Page) => page.getByRole('button', { name: 'Send me the letters' }).click();
  const accessible = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
  };

  test.for([
    ['the field', 640, ['form input:visible', '#email']],
    ['the field and the button', 740, ['#email', 'form button']],
  ] as const)('%s on the first screen of a phone of 360 by %i', async ([, height, parts]) => {
    await withPage({ viewport: { width: 360, height } }, async (page) => {
      for (const path of ['/', ...world.library.courses.map(({ slug }) => `/?course=${slug}`)]) {
        await page.goto(origin + path);
        for (const part of parts) {
          const box = await page.locator(part).first().boundingBox();
          expect(box?.y, `${path} ${part}`).toBeGreaterThan(0);
          expect((box?.y ?? 0) + (box?.height ?? 0), `${path} ${part}`).toBeLessThanOrEqual(height);
        }
      }
    });
  });

  test('where scripts run, the answer takes the place of the form, and the focus', async () => {
    await withPage({ viewport: SMALL }, async (page) => {
      await page.goto(origin);
      await page.fill('#email', 'in.place@example.com');
      await send(page);
      await page.getByText('We have sent in.place@example.com').waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await page.locator(':focus').textContent()).toBe('Please look in your inbox');
      expect(world.subscribers.dump()).toMatch(/"zone": "Asia\/(?:Calcutta|Kolkata)"/);
      await accessible(page);
      // The mail once more is asked for in the same place: too soon, and then not.
      await page.getByRole('button', { name: 'once more' }).click();
      await page.getByText('give it a minute').waitFor();
      world.setNow(plusSeconds(world.now(), 60));
      await page.getByRole('button', { name: 'once more' }).click();
      await page.getByText('on its way once more').waitFor();
      await accessible(page);
      // What was typed is there to be put right.
      await page.getByRole('link', { name: 'Put it right' }).click();
      expect(await page.inputValue('#email')).toBe('in.place@example.com');
      expect(await page.context().cookies(origin)).toEqual([]);
    });
  });

  test.each([true, false])('a slip in the address, with scripts: %s', async (javaScriptEnabled) => {
    await withPage({ viewport: SMALL, javaScriptEnabled }, async (page) => {
      const name = `slip-${javaScriptEnabled}`;
      await page.goto(origin);
      await page.fill('#email', `${name}@gmial.com`);
      await send(page);
      await page.getByText(`Did you mean ${name}@gmail.com?`).waitFor();
      expect(await page.locator(':focus').getAttribute('class')).toBe('problems');
      if (javaScriptEnabled) await accessible(page);
      expect(asked(name)).toBe(false);
      await page.getByRole('button', { name: `Yes, ${name}@gmail.com` }).click();
      await page.getByText(`We have sent ${name}@gmail.com`).waitFor();
      expect(asked(`${name}@gmail.com`)).toBe(true);
    });
  });

  test('a second press keeps what was typed, also by the Enter key', async () => {
    await withPage({}, async (page) => {
      await page.goto(origin);
      await page.fill('#email', 'sure@gmial.com');
      await page.press('#email', 'Enter');
      await page.getByText('Did you mean').first().waitFor();
      await page.press('#email', 'Enter');
      await page.getByText('We have sent sure@gmial.com').waitFor();
      expect(asked('sure@gmial.com')).toBe(true);
    });
  });

  test('when there are many, a browser works for it and nobody notices', async () => {
    await withPage({}, async (page) => {
      crowd = true;
      await page.goto(origin);
      await page.fill('#email', 'crowd@example.com');
      await send(page);
      await page.getByText('We have sent crowd@example.com').waitFor({ timeout: 60_000 });
      expect(asked('crowd@example.com')).toBe(true);
    });
  });

  test.each([
    [true, false],
    [true, true],
    [false, false],
  ])('below a letter, with scripts: %s, in a crowd: %s', async (javaScriptEnabled, crowded) => {
    await withPage({ viewport: SMALL, javaScriptEnabled }, async (page) => {
      crowd = crowded;
      const email = `letter-${javaScriptEnabled}-${crowded}@example.com`;
      await page.goto(`${origin}/letters/closer/closeness`);
      if (javaScriptEnabled) await accessible(page);
      await page.fill('#email', email);
      await send(page);
      await page.getByText(`We have sent ${email}`).waitFor({ timeout: 60_000 });
      expect(await page.locator('h1').count()).toBe(1);
      if (!javaScriptEnabled) return;
      expect(new URL(page.url()).pathname).toBe('/letters/closer/closeness');
      expect(await page.locator(':focus').textContent()).toBe('Please look in your inbox');
      expect(world.subscribers.dump()).toMatch(/"zone": "Asia\/(?:Calcutta|Kolkata)"/);
      await accessible(page);
    });
  });

  test('what API Gateway refuses, which is no page, leaves the form as it was typed', async () => {
    await withPage({ viewport: SMALL }, async (page) => {
      const refused = { status: 429, json: { message: 'Too Many Requests' } };
      await page.route('**/subscribe', (route) => route.fulfill(refused), { times: 1 });
      await page.goto(origin);
      await page.fill('#email', 'gateway@example.com');
      await page.getByText('friend or family').click();
      await send(page);
      await page.getByText('press the button once more').waitFor();
      expect(await page.inputValue('#email')).toBe('gateway@example.com');
      expect(await page.locator('input[name=track]:checked').inputValue()).toBe('friend');
      expect(asked('gateway@example.com')).toBe(false);
      await accessible(page);
      await send(page);
      await page.getByText('We have sent gateway@example.com').waitFor();
    });
  });

  test('and without scripts a person waits for half a minute', async () => {
    await withPage({ javaScriptEnabled: false, viewport: SMALL }, async (page) => {
      crowd = true;
      await page.goto(origin);
      await page.fill('#email', 'waits@example.com');
      await send(page);
      await page.getByText('please wait half a minute').waitFor();
      expect(await page.inputValue('#email')).toBe('waits@example.com');
      expect(asked('waits@example.com')).toBe(false);
      world.setNow(plusSeconds(world.now(), 30));
      await send(page);
      await page.getByText('We have sent waits@example.com').waitFor();
      expect(new URL(page.url()).pathname).toBe('/check-your-inbox');
    });
  });

  describe('the snippet, on another site', () => {
    const signUp = async (page: Page, site: string, email: string) => {
      await page.goto(site);
      await page.getByLabel('Email address').fill(email);
      await send(page);
    };

    test('answers in place, with the zone of the browser', async () => {
      await withPage({}, async (page) => {
        await signUp(page, elsewhere, 'elsewhere@example.com');
        await page.getByText('Please look in your inbox: elsewhere@example.com.').waitFor();
        expect(asked('elsewhere@example.com')).toBe(true);
        expect(await page.context().cookies(`${origin}/check-your-inbox`)).toEqual([]);
      });
    });

    test('says what was wrong, and what may have been meant', async () => {
      await withPage({}, async (page) => {
        await signUp(page, elsewhere, 'ann@example');
        await page.getByText('such as ann@example.com').waitFor();
        await page.getByLabel('Email address').fill('slipped@gmial.com');
        await send(page);
        await page.getByText('If you meant slipped@gmail.com').waitFor();
      });
    });

    test('from a site that is not named: on our own page', async () => {
      await withPage({}, async (page) => {
        await signUp(page, stranger, 'stranger@example.com');
        await page.waitForURL('**/check-your-inbox');
        await page.getByText('We have sent stranger@example.com').waitFor();
      });
    });

    test('without a script: on our own page', async () => {
      await withPage({ javaScriptEnabled: false }, async (page) => {
        await signUp(page, stranger, 'plain@example.com');
        await page.waitForURL('**/check-your-inbox');
        await page.getByText('We have sent plain@example.com').waitFor();
      });
    });

    test('in a flood: on our own page, where its script goes on', async () => {
      await withPage({}, async (page) => {
        crowd = true;
        await signUp(page, elsewhere, 'flood@example.com');
        await page.getByText('please wait half a minute').waitFor();
        await send(page);
        await page.getByText('We have sent flood@example.com').waitFor({ timeout: 60_000 });
      });
    });
  });
});
