import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { type Answer, everyAnswer } from '../support/every-page.ts';
import { withStyle } from '../support/html-sheet.ts';

/**
 * By keyboard, on every page that there is: each stop has a ring that can be seen, and they come in the order
 * for the eye, which in one column is from top to bottom. `by-keyboard.cloud.test.ts` goes a reader's way by them.
 */

/**
 * What is wrong with the stops of each sheet. The browser has been told by a Tab that somebody uses a keyboard,
 * so whatever is in focus shows it. A choice wears the ring around its words.
 */
const STOPS = `(sheets) => {
  const found = [];
  let stops = 0;
  for (const [name, html] of sheets) {
    document.open();
    document.write(html);
    document.close();
    let above = -1;
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
      if (one.tabIndex > 0) found.push(name + ': an order of its own');
      if (one.tabIndex < 0 || one.disabled || one.type === 'hidden' || !one.checkVisibility()) continue;
      stops += 1;
      one.focus();
      const seen = one.closest('.choice, .day') ?? one;
      const { outlineStyle, outlineWidth } = getComputedStyle(seen);
      const what = name + ': ' + one.outerHTML.slice(0, 80);
      if (document.activeElement !== one) found.push(what + ' takes no focus');
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) found.push(what + ' has no ring');
      const { top, bottom } = seen.getBoundingClientRect();
      if (bottom <= 0 || top >= innerHeight) found.push(what + ' is off the screen');
      const place = Math.round(top + scrollY);
      if (place < above) found.push(what + ' stands above the one before');
      above = place;
    }
  }
  return { found, stops };
}`;

describe.skipIf(CHROMIUM === undefined)('by keyboard', () => {
  let browser: Browser;
  let page: Page;
  let answers: readonly Answer[];

  beforeAll(async () => {
    const beside = join(mkdtempSync(join(tmpdir(), 'kindling-keys-')), 'content');
    const all = await everyAnswer(await libraryFrom('content', beside));
    answers = all.filter(({ type }) => type.startsWith('text/html'));
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.setContent('<button>one</button><button>two</button>');
    await page.keyboard.press('Tab');
  });
  afterAll(() => browser?.close());

  test('every stop of every page is seen, and comes in its turn', async () => {
    // The copy of a letter is drawn with a mail's own looks, and its stops with the browser's own ring.
    const pages = answers.filter(({ name }) => !/^(?:own )?letter$/.test(name));
    const sheets = pages.map(({ name, body }) => [name, withStyle(body)]);
    const seen = await page.evaluate<{ found: readonly string[]; stops: number }>(
      `(${STOPS})(${JSON.stringify(sheets)})`,
    );
    expect([...new Set(seen.found)]).toEqual([]);
    expect(seen.stops).toBeGreaterThan(1000);
  });
});
