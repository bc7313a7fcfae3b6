import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { webApp } from '../../functions/web/app.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import { linkIn, person, type World, world } from '../support/visitor.ts';

/**
 * What a mail provider's robot does to the links of a mail, in a browser of its own: it opens each, and
 * presses whatever can be pressed, and whatever comes of that. It may leave for somebody; nothing else. And
 * what a program does that posts by itself.
 */

/** Forms that anybody may send, and leaving, which asks nobody twice. */
const OWN_RULES = [
  '/subscribe',
  '/check-your-inbox',
  '/unsubscribe/:token',
  '/test-mail/:language',
];

/** Well within the second that a person needs, also where the press itself takes a while. */
const FAST_MS = 500;

describe.skipIf(CHROMIUM === undefined)('a robot in a browser', () => {
  let cloud: Cloud;
  let outside: World;
  let browser: Browser;
  let links: readonly string[];

  beforeAll(async () => {
    cloud = await startCloud({
      assemblyDir: inject('assembly'),
      port: 0,
      now: '2026-11-23T09:00:00Z',
    });
    outside = world(cloud.url);
    browser = await launch();
    links = await everyLink();
  });
  afterAll(async () => {
    await browser.close();
    await cloud.stop();
  });

  /** Of mails to who asked, who reads, who was asked what they meant, and who left and is asked back. */
  async function everyLink(): Promise<readonly string[]> {
    const [ann, bob, cat, dan] = ['ann', 'bob', 'cat', 'dan'].map((name) =>
      person(outside, `${name}@example.net`),
    );
    if (!ann || !bob || !cat || !dan) throw new Error('nobody');
    await ann.joins({ track: 'partner' });
    await outside.advance('P2D');
    await ann.replies('Please pause until 03/04');
    await ann.signUp({ newsletter: true, track: 'friend' });
    await bob.signUp();
    await cat.joins();
    await cat.replies('stop');
    await cat.signUp();
    await dan.joins();
    await dan.replies('Please send me all my data');
    const letter = (await ann.mails()).find(({ text }) => text.includes('/check-in/'));
    if (letter === undefined) throw new Error('no letter with a check-in');
    for (const matter of ['address', 'data', 'erase']) {
      await outside.press(linkIn(letter, 'preferences'), { action: 'mail', matter });
    }
    const [toMove] = (await ann.mails()).filter(({ text }) => /\.address\./.test(text));
    if (toMove === undefined) throw new Error('no link for another address');
    const anna = person(outside, 'anna@example.org');
    await outside.press(linkIn(toMove, 'own'), { email: anna.address });
    const mails = (await Promise.all([ann, bob, cat, dan, anna].map((one) => one.mails()))).flat();
    const found = mails.flatMap(({ html }) =>
      [...html.matchAll(/href="(http:\/\/localhost[^"]+)"/g)].map(([, url = '']) => url),
    );
    const copy = linkIn(letter, 'lessons').replace(/\/lessons\/([^/]+).*/, '/your-page/$1');
    const line = linkIn(letter, 'check-in').replace(/\/\d?$/, '');
    return [...new Set([...found, copy, `${copy}/4`, line])].filter(
      (url) => !/\/unsubscribe\/|do=leave/.test(url),
    );
  }

  /** Every button of a page that neither leaves nor asks anew, by its place among all. */
  const buttons = (page: Page) =>
    page.evaluate<
      readonly number[]
    >(`[...document.querySelectorAll('button')].flatMap((one, at) => {
      const form = one.closest('form');
      const leaves = form.querySelector('[name=action][value=leave]') || form.getAttribute('action');
      return leaves ? [] : [at];
    })`);

  /** What each button that neither leaves nor asks anew would send, without the page's own stamp. */
  const formsOf = (page: Page) =>
    page.evaluate<
      readonly (readonly [name: string, value: string])[][]
    >(`[...document.querySelectorAll('button:not(.trap)')].flatMap((one) => {
      const form = one.closest('form');
      const leaves = form?.querySelector('[name=action][value=leave]') || form?.getAttribute('action');
      if (one.type !== 'submit' || leaves) return [];
      const data = new FormData(form, one);
      data.delete('made');
      if (data.has('email')) data.set('email', 'mallory@example.org');
      return [[...data]];
    })`);

  /** Presses, unless the page has been there for so long that a press would be like a person's. */
  async function pressed(page: Page, index: number, since: number): Promise<boolean> {
    if (Date.now() - since > FAST_MS) return false;
    // Some buttons are answered in their place.
    const navigated = page
      .waitForEvent('domcontentloaded', { timeout: 2000 })
      .catch(() => undefined);
    await page.evaluate(`document.querySelectorAll('button')[${index}].click()`);
    await navigated;
    return true;
  }

  /** Opens a page anew for a button, presses it, and then what comes of that; as fast as robots do. */
  async function pressBoth(page: Page, url: string, index: number): Promise<number> {
    for (let tries = 0; tries < 20; tries += 1) {
      const opened = Date.now();
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      const again = Date.now();
      if (!(await pressed(page, index, opened))) continue;
      const [next] = await buttons(page);
      return next !== undefined && (await pressed(page, next, again)) ? 2 : 1;
    }
    throw new Error('this machine is too slow for a robot');
  }

  async function pressAll(page: Page, url: string): Promise<number> {
    await page.goto(url);
    let count = 0;
    for (const index of await buttons(page)) count += await pressBoth(page, url, index);
    return count;
  }

  test('every form there is lies behind one of these links, or has a rule of its own', async () => {
    const page = await browser.newPage();
    const withButtons: string[] = [];
    for (const link of links) {
      await page.goto(link);
      if ((await buttons(page)).length > 0) withButtons.push(new URL(link).pathname);
    }
    const routes = webApp(fakeWebWorld()).routes.filter(({ method }) => method === 'POST');
    const unseen = [...new Set(routes.map(({ path }) => path))].filter((path) => {
      const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
      return !withButtons.some((one) => pattern.test(one));
    });
    expect(unseen.toSorted()).toEqual(OWN_RULES.toSorted());
    await page.close();
  });

  test('what posts by itself changes nothing, whatever it knows of the forms', async () => {
    const page = await browser.newPage();
    const before = await outside.table();
    let posts = 0;
    for (const link of links) {
      await page.goto(link);
      for (const fields of await formsOf(page)) {
        const body = new URLSearchParams();
        for (const [name, value] of fields) body.append(name, value);
        const answer = await fetch(link, { method: 'POST', body });
        expect(await answer.text(), `${new URL(link).pathname} ${body}`).toContain('once-more');
        posts += 1;
        // The route lets so many in a second.
        await sleep(50);
      }
    }
    expect(posts).toBeGreaterThan(40);
    expect(await outside.table()).toEqual(before);
    await page.close();
  });

  test.for([
    ['with scripts', true],
    ['without scripts', false],
  ] as const)('%s changes nothing by all its presses', async ([, javaScriptEnabled]) => {
    const context = await browser.newContext({ javaScriptEnabled });
    context.setDefaultTimeout(150_000);
    const page = await context.newPage();
    const before = await outside.table();
    let presses = 0;
    for (const link of links) presses += await pressAll(page, link);
    expect(links.length).toBeGreaterThan(12);
    expect(presses).toBeGreaterThan(40);
    expect(await outside.table()).toEqual(before);
    await context.close();
  });

  test('a person’s press is one: it confirms, with the button in focus and Enter', async () => {
    const page = await browser.newPage();
    await page.goto(linkIn(await person(outside, 'bob@example.net').latest(), 'confirm'));
    await page.waitForTimeout(1500);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'You’re in' }).waitFor();
  });
});
