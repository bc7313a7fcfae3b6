import { mkdirSync } from 'node:fs';
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
import { MATTERS } from '../../functions/core/reader/own-link.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { webApp } from '../../functions/web/app.ts';
import { tellingQuery } from '../../functions/web/told.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { at, enrollment, received } from '../support/builders.ts';
import { type FakeWebWorld, fakeWebWorld } from '../support/fake-web-world.ts';
import { aReader, linkOf, ownOf } from '../support/web-requests.ts';

const SINCE = at('2026-11-22T09:00:00Z');
/** One reader for each standing, each with links of their own. */
const STANDINGS = {
  pending: { is: 'pending', since: SINCE },
  expired: { is: 'pending', since: at('2026-11-01T09:00:00Z') },
  active: { is: 'active' },
  paused: { is: 'paused', since: SINCE, until: '2026-12-07' as never },
  left: { is: 'left', at: SINCE, by: 'page' },
  suppressed: { is: 'suppressed', at: SINCE, because: 'hard-bounce' },
} as const;
type Name = keyof typeof STANDINGS;

const who = (name: Name) =>
  aReader({
    id: name.padEnd(16, 'a') as never,
    standing: STANDINGS[name],
    enrollments: [enrollment({ track: 'friend' as never, received: received('closeness') })],
  });

/** Somebody who has had every letter of the course that ships. */
const finished = (lessons: readonly string[]) => {
  const { dueAt: _, ...reader } = who('active');
  const enrollments = [enrollment({ track: 'friend' as never, received: received(...lessons) })];
  return { ...reader, id: 'finished'.padEnd(16, 'a') as never, enrollments };
};

const told = (subscriber: Subscriber) =>
  tellingQuery(subscriber, { action: 'resume', is: 'changed', undo: { action: 'pause' } });

const PAGES: Readonly<Record<string, string>> = {
  front: '/',
  inbox: '/check-your-inbox',
  newsletter: '/newsletter',
  courses: '/courses',
  safe: '/safe',
  letter: '/letters/closer/closeness',
  'letter-safety': '/letters/closer/warning',
  missing: '/nowhere',
  ...Object.fromEntries(
    (Object.keys(STANDINGS) as Name[]).flatMap((name) => [
      [`confirm-${name}`, linkOf('confirm', who(name))],
      [`preferences-${name}`, linkOf('preferences', who(name))],
    ]),
  ),
  'preferences-pause': `${linkOf('preferences', who('active'))}?do=pause`,
  'preferences-leave': `${linkOf('preferences', who('active'))}?do=leave`,
  'preferences-finished': linkOf('preferences', finished([])),
  'own-page-finished': ownOf('page', finished([])),
  'preferences-done': linkOf('preferences', who('active')) + told(who('active')),
  'your-page': linkOf('lesson', who('active'), 'closeness').replace('lessons', 'your-page'),
  ...Object.fromEntries(MATTERS.map((matter) => [`own-${matter}`, ownOf(matter, who('active'))])),
  'own-over': ownOf('erase', who('active'), 3600),
  unsubscribe: linkOf('unsubscribe', who('active')),
  unsubscribed: linkOf('unsubscribe', who('left')),
  'check-in': linkOf('check-in', who('active'), 'closeness'),
};

const PHONE = { width: 320, height: 640 };
const DESK = { width: 1100, height: 760 };
/**
 * Structure is the same by night and on a desk, so there only what may differ is looked at; and
 * who may not change anything sees one page, whatever the reason.
 */
const LOOKS = [
  [
    'a phone by day',
    { viewport: PHONE, colorScheme: 'light' },
    undefined,
    /^(?!preferences-(?:expired|suppressed|pause|leave)$)/,
  ],
  [
    'a desk by night',
    { viewport: DESK, colorScheme: 'dark' },
    ['color-contrast', 'target-size'],
    /^(?!(?:confirm|preferences)-(?:expired|suppressed|pause|leave)$)/,
  ],
  [
    'colors of the system’s own',
    { viewport: PHONE, colorScheme: 'dark', forcedColors: 'active' },
    // Their contrast is the system's; axe would judge the colors that it has put aside.
    ['target-size', 'button-name', 'link-name', 'label'],
    /^(?!(?:confirm|preferences)-(?:expired|suppressed|pause|leave)$)/,
  ],
] as const;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  let server: ServerType;
  let world: FakeWebWorld;
  let origin = '';

  beforeAll(async () => {
    const folder = join(tmpdir(), `kindling-web-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    await writeCompiled(await compileContent('content'), folder);
    world = fakeWebWorld(libraryIn(pathToFileURL(`${folder}/`)));
    for (const name of Object.keys(STANDINGS) as Name[]) world.subscribers.seed(who(name));
    const [course] = world.library.courses;
    world.subscribers.seed(finished(course?.lessons.map(({ id }) => id) ?? []));
    const ours = (request: Request) => webApp({ ...world, webUrl: origin }).fetch(request);
    origin = await new Promise((resolve) => {
      server = serve({ fetch: ours, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server?.close(resolve));
  });

  /** Runs with a page of its own, which may talk to nobody but us. */
  async function withPage(
    options: BrowserContextOptions,
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ timezoneId: 'Asia/Kolkata', ...options });
    const page = await context.newPage();
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) strangers.push(request.url());
    });
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) strangers.push(line.text());
    });
    await act(page);
    await context.close();
    expect(strangers).toEqual([]);
  }

  async function check(page: Page, rules?: readonly string[]): Promise<void> {
    const axe = new AxeBuilder({ page });
    if (rules) axe.withRules([...rules]);
    else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
  }

  test.each(LOOKS)(
    '%s: its pages are accessible, and nothing sticks out',
    async (_, look, rules, which) => {
      await withPage(look, async (page) => {
        for (const [name, path] of Object.entries(PAGES)) {
          if (!which.test(name)) continue;
          await page.goto(origin + path);
          await check(page, rules);
        }
      });
    },
  );

  test.each(LOOKS)('%s: the form with its messages takes the focus', async (_, look, rules) => {
    await withPage(look, async (page) => {
      await page.goto(`${origin}/`);
      await page.evaluate('document.forms[0].noValidate = true');
      await page.fill('#email', 'ann at example');
      await page.locator('summary').click();
      await page.getByText('Certain days').first().click();
      await page.getByRole('button').click();
      await page.locator('.problems').waitFor();
      expect(await page.locator(':focus').getAttribute('class')).toBe('problems');
      expect(await page.inputValue('#email')).toBe('ann at example');
      await check(page, rules);
      await page.getByRole('link', { name: /email address/ }).click();
      expect(await page.locator(':focus').getAttribute('id')).toBe('email');
    });
  });

  test('signing up, with the zone of the browser and days of one’s own', async () => {
    await withPage({ viewport: PHONE }, async (page) => {
      await page.goto(`${origin}/`);
      await page.fill('#email', 'ann@example.com');
      await page.locator('summary').click();
      await page.getByText('Certain days').first().click();
      await page.getByLabel('Monday').check();
      await page.getByLabel('Thursday').check();
      await page.getByRole('button').click();
      await page.getByText('look in your inbox').waitFor();
      const stored = world.subscribers.dump();
      expect(stored).toContain('ann@example.com');
      expect(stored).toMatch(/"zone": "Asia\/(?:Calcutta|Kolkata)"/);
      expect(stored).toContain('"days": "14"');
    });
  });

  test('signing up and changing the hour without a script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/`);
      await page.fill('#email', 'bob@example.com');
      await page.getByRole('button').click();
      await page.waitForURL('**/check-your-inbox');
      expect(world.subscribers.dump()).toContain('bob@example.com');

      await page.goto(origin + linkOf('preferences', who('active')));
      await page.selectOption('#hour', '21');
      world.passMilliseconds(5000);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('every day at 21:00').first().waitFor();
      const told = page.getByRole('status');
      expect(await told.textContent()).toContain('Your letters come every day at 21:00');
      world.setNow(at('2026-11-22T10:01:00Z'));
      await page.getByRole('button', { name: 'Take it back' }).click();
      await told.getByText('Your letters come every day at 8:00').waitFor();
    });
  });

  test('a letter’s web copy is drawn under its own policy', async () => {
    await withPage({ viewport: PHONE }, async (page) => {
      await page.goto(origin + linkOf('lesson', who('active'), 'closeness'));
      const ground = 'getComputedStyle(document.body).backgroundColor';
      expect(await page.evaluate(ground)).toBe('rgb(250, 246, 238)');
      // Mail programs open links in a new window, and so does the copy.
      const tap = page.getByRole('link', { name: /sharing some/ });
      await page.goto((await tap.getAttribute('href')) ?? '');
      world.passMilliseconds(5000);
      // Another press of theirs within seconds would be a robot's.
      world.setNow(at('2026-11-22T10:05:00Z'));
      await page.getByRole('button', { name: 'Mail the link' }).click();
      await page.getByText('Look in your inbox').first().waitFor();
      expect(world.mails.at(-1)?.to).toBe(who('active').address);
    });
  });
});
