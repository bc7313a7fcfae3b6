import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { type Answer, everyAnswer } from '../support/every-page.ts';
import { withStyle } from '../support/html-sheet.ts';

/**
 * axe finds nothing on any page that somebody can meet, by day and by night: behind every route, in every
 * state, and every page that says no. What a page is once it is on a screen, with its script and in colors
 * of the system's own, `browser.cloud.test.ts` looks at.
 */

/** By night a page has other colors, and nothing else. */
const LOOKS = [
  [
    'by day',
    'light',
    { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  ],
  ['by night', 'dark', { runOnly: ['color-contrast'] }],
] as const;

/**
 * What axe finds on each sheet. All in one call, in a window that keeps axe: to load it with each sheet takes
 * ten times as long.
 */
const FINDINGS = `async (sheets, options) => {
  const found = [];
  for (const [name, html] of sheets) {
    document.open();
    document.write(html);
    document.close();
    const { violations } = await axe.run(document, { ...options, resultTypes: ['violations'] });
    for (const { id, nodes } of violations) found.push([name, id, nodes[0].html]);
  }
  return found;
}`;

/** What a page is to axe: its elements, and whether there are words in them. Which, makes no difference. */
const shapeOf = (html: string): string =>
  html
    .replaceAll(/>[^<]*[^<\s][^<]*</g, '>x<')
    .replaceAll(/(?<= (?:href|value|content|action|title)=")[^"]+/g, 'x');

describe.skipIf(CHROMIUM === undefined)('axe', () => {
  let browser: Browser;
  const pages = new Map<string, Answer>();

  beforeAll(async () => {
    const answers = await everyAnswer(
      await libraryFrom('content', join(mkdtempSync(join(tmpdir(), 'kindling-pages-')), 'content')),
    );
    const shown = answers.filter(({ type }) => type.startsWith('text/html'));
    expect(shown.length).toBeGreaterThan(150);
    for (const one of shown) pages.set(shapeOf(one.body), one);
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.for(LOOKS)('finds nothing %s', async ([, colorScheme, options]) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      colorScheme,
    });
    const page = await context.newPage();
    await page.evaluate(axe.source);
    const sheets = [...pages.values()].map(({ name, body }) => [name, withStyle(body)]);
    expect(
      await page.evaluate(`(${FINDINGS})(${JSON.stringify(sheets)}, ${JSON.stringify(options)})`),
    ).toEqual([]);
    await context.close();
  });
});
