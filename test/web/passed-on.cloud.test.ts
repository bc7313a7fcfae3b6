import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { faultsIn } from '../support/judged.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';

/** What ships, as programs find it that list, follow and show our pages elsewhere. */

// Issues are out by then.
const { outside } = shippedCloud('2027-02-01T09:00:00Z');

test.each([
  ['atom', '/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['sitemap', '/sitemap.xml', 'application/xml; charset=utf-8'],
] as const)('the %s is well made, and called what it is', async (kind, path, type) => {
  const answer = await fetch(outside.url + path);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(faultsIn(kind, await answer.text())).toEqual([]);
});

/** What a program that reads feeds makes of ours. */
const ENTRIES = `async () => {
  const read = (text, type) => new DOMParser().parseFromString(text, type);
  const feed = read(await (await fetch('/feed.xml')).text(), 'application/xml');
  return [...feed.querySelectorAll('entry')].map((entry) => {
    const { body } = read(entry.querySelector('content').textContent, 'text/html');
    return {
      url: entry.querySelector('link').getAttribute('href'),
      words: body.textContent.replace(/\\s+/g, ''),
      links: [...body.querySelectorAll('[href], [src]')].map(
        (one) => one.getAttribute('href') ?? one.getAttribute('src'),
      ),
    };
  });
}`;
interface Entry {
  readonly url: string;
  /** Without the spaces between them. */
  readonly words: string;
  readonly links: readonly string[];
}

/** What a page says of itself, by name. */
const SAID = `() => Object.fromEntries(
  [...document.querySelectorAll('meta')].map((meta) => [
    meta.getAttribute('property') ?? meta.name,
    meta.content,
  ]),
)`;

/** How wide and high a picture is. */
const DRAWN = `async (url) => {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return [picture.naturalWidth, picture.naturalHeight].map(String);
}`;

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test('every page of the site map is there, under the address that stands in it', async () => {
    const map = await (await fetch(`${outside.url}/sitemap.xml`)).text();
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
    for (const url of listed) {
      expect((await page.goto(url))?.status(), url).toBe(200);
      expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(url);
    }
    expect(listed.filter((url) => url.includes('/newsletter/')).length).toBeGreaterThan(1);
  });

  test('the feed has the whole of each issue, with no link that leads nowhere outside of the site', async () => {
    await page.goto(outside.url);
    const entries: readonly Entry[] = await page.evaluate(`(${ENTRIES})()`);
    expect(entries.length).toBeGreaterThan(1);
    for (const { url, words, links } of entries) {
      expect(
        links.filter((link) => !/^(https?|mailto):/.test(link)),
        url,
      ).toEqual([]);
      await page.goto(url);
      const shown = (await page.locator('main').textContent()) ?? '';
      expect(words.length, url).toBeGreaterThan(1000);
      expect(shown.replace(/\s+/g, '').includes(words), url).toBe(true);
    }
  });

  test.each<[what: string, pathOf: () => Promise<string>]>([
    ['the front page', async () => '/'],
    ['the archive', async () => '/newsletter'],
    [
      'an issue',
      async () => {
        await page.goto(`${outside.url}/newsletter`);
        return (await page.locator('.issue-list a').first().getAttribute('href')) ?? 'none';
      },
    ],
    ['a letter', async () => '/letters/closer/closeness'],
  ])('%s is shown with its words and a picture that is as it says', async (_, pathOf) => {
    const url = `${outside.url}${await pathOf()}`;
    await page.goto(url);
    const said: Readonly<Record<string, string>> = await page.evaluate(`(${SAID})()`);
    expect(said).toMatchObject({
      'twitter:card': 'summary_large_image',
      'og:url': url,
      'og:description': said['description'],
    });
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(url);
    for (const name of ['description', 'og:title', 'og:type', 'og:site_name', 'og:image:alt'])
      expect(said[name], name).toMatch(/\S/);
    expect(said['og:image']).toMatch(/^https?:\/\//);

    const answer = await fetch(said['og:image'] ?? '');
    expect(answer.headers.get('content-type')).toBe(said['og:image:type']);
    const drawn: readonly string[] = await page.evaluate(
      `(${DRAWN})(${JSON.stringify(said['og:image'])})`,
    );
    expect(drawn).toEqual([said['og:image:width'], said['og:image:height']]);
    expect(Number(drawn[0]), 'X shows none that are smaller').toBeGreaterThanOrEqual(300);
  });
});
