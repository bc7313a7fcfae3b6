import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { linkIn, person, type World, world } from '../support/visitor.ts';

/**
 * What a mail provider's robot does to the links of a mail, in a browser of its own: it opens each, and
 * presses whatever can be pressed, and whatever comes of that. It may leave for somebody; nothing else.
 */

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
    const mails = (await Promise.all([ann, bob, cat, dan].map((one) => one.mails()))).flat();
    const found = mails.flatMap(({ html }) =>
      [...html.matchAll(/href="(http:\/\/localhost[^"]+)"/g)].map(([, url = '']) => url),
    );
    return [...new Set(found)].filter((url) => !/\/unsubscribe\/|do=leave/.test(url));
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

  test.for([
    ['with scripts', true],
    ['without scripts', false],
  ] as const)('%s changes nothing by all its presses', async ([, javaScriptEnabled]) => {
    const context = await browser.newContext({ javaScriptEnabled });
    context.setDefaultTimeout(30_000);
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
