import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { linkIn, person, type World, world } from '../support/visitor.ts';

const ANN = 'ann@example.net';
/** As people are: who presses within a second, or two things within three, is taken for a robot. */
const A_WHILE = 4100;

/** Where the focus is: what is called how, whether a ring is around it, and how far down it stands. */
interface Stop {
  readonly name: string;
  readonly ringed: boolean;
  readonly top: number;
  readonly onScreen: boolean;
}

/** Undefined when the focus has left the page's own things. A choice wears the ring around its words. */
const STOP = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body || one === document.documentElement) return undefined;
  const seen = one.closest('.choice, .day') ?? one;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const { top, bottom } = seen.getBoundingClientRect();
  const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent;
  return {
    name: name.trim().replace(/\\s+/g, ' '),
    ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    top: Math.round(top + scrollY),
    onScreen: bottom > 0 && top < innerHeight,
  };
})()`;

describe.skipIf(CHROMIUM === undefined)('a reader’s way, by keyboard alone', () => {
  let cloud: Cloud;
  let outside: World;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const now = '2026-11-23T09:00:00Z';
    cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, now });
    outside = world(cloud.url);
    browser = await launch();
    // In one column the order for the eye is the one from top to bottom.
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    page.setDefaultTimeout(30_000);
  });
  afterAll(async () => {
    await browser?.close();
    await cloud?.stop();
  });

  const focus = () => page.evaluate<Stop | undefined>(STOP);
  const title = () => page.locator('h1').textContent();
  /** Goes on with Tab until something is called so. @returns each stop on the way, with it */
  const tabTo = async (name: RegExp): Promise<readonly Stop[]> => {
    const stops: Stop[] = [];
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const stop = await focus();
      if (stop === undefined) break;
      stops.push(stop);
      if (name.test(stop.name)) return stops;
    }
    throw new Error(`no ${name} among ${stops.map((stop) => stop.name).join(' | ')}`);
  };
  /** Each stop can be seen, and none stands above the one before it. */
  const seeable = (stops: readonly Stop[]) => {
    expect(stops.filter(({ ringed, onScreen }) => !ringed || !onScreen)).toEqual([]);
    const above = stops.filter(({ top }, at) => top < (stops[at - 1]?.top ?? 0));
    expect(above).toEqual([]);
  };
  const lasts = () => page.waitForTimeout(A_WHILE);

  test('the front page from top to bottom, and past what is on every page', async () => {
    await page.goto(cloud.url);
    const stops = await tabTo(/Not safe/);
    seeable(stops);
    expect(stops.length).toBeGreaterThan(8);
    await page.goto(cloud.url);
    await tabTo(/Skip/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await focus())?.name).toBe('Email address');
  });

  test('signs up: opens what is folded up, and Enter sends it', async () => {
    await page.keyboard.type(ANN);
    await tabTo(/^First name, hour/);
    await page.keyboard.press('Space');
    seeable(await tabTo(/^First name \(/));
    await page.keyboard.type('Ann');
    seeable(await tabTo(/^Every day/));
    // To the last of them, by arrows; the days are there then, and can be ticked.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    seeable(await tabTo(/^Monday/));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByText(`We have sent ${ANN}`).waitFor();
    expect((await focus())?.name).toBe('Please look in your inbox');
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('confirms: the button has the focus', async () => {
    await outside.settle();
    await page.goto(linkIn(await person(outside, ANN).latest(), 'confirm'));
    await lasts();
    const before = await page.title();
    expect((await focus())?.name).toBe('Yes, send me the letters');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasNotText: 'Shall we start' }).waitFor();
    // A page that comes after a press is told by its title.
    expect(await page.title()).not.toBe(before);
    expect(await page.title()).toContain(await title());
  });

  test('changes the hour, is told, and takes it back', async () => {
    seeable(await tabTo(/when your letters come/));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/preferences/**');
    seeable(await tabTo(/Stop the letters/));
    await page.reload();
    await lasts();
    await tabTo(/^At what hour/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await tabTo(/^Save/);
    await page.keyboard.press('Space');
    await page.locator('.done').waitFor();
    expect((await focus())?.name).toContain('Your letters come');
    expect((await focus())?.name).toContain('at 08:00');
    await lasts();
    seeable(await tabTo(/Take it back/));
    await page.keyboard.press('Enter');
    await page.locator('.done', { hasText: 'at 07:00' }).waitFor();
    expect((await focus())?.name).toContain('at 07:00');
  });

  test('takes a break of another length, and leaves', async () => {
    await lasts();
    await tabTo(/^Two weeks/);
    await page.keyboard.press('ArrowUp');
    seeable(await tabTo(/^Pause my letters/));
    await page.keyboard.press('Enter');
    await page.locator('.done', { hasText: /paus/i }).waitFor();
    expect((await focus())?.name).toMatch(/November 30/);
    await tabTo(/^Stop the letters/);
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'have stopped' }).waitFor();
    expect(await page.title()).toContain(await title());
    seeable(await tabTo(/mistake/));
    const { item } = await outside.json<{ item: object }>(`/_local/subscribers/${ANN}`);
    expect(JSON.stringify(item)).toMatch(/"left"/);
  });
});
