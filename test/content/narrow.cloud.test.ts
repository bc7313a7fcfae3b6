import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { everyAnswer } from '../support/every-page.ts';
import { everySentMail } from '../support/every-sent-mail.ts';
import { withStyle } from '../support/html-sheet.ts';
import { morningContent, SHIPPED } from '../support/morning-letters.ts';
import { PSEUDO } from '../support/pseudo.ts';
import { pseudoContent } from '../support/pseudo-content.ts';

/** The narrowest phone, and a page zoomed to 400 % (WCAG 1.4.10). */
const WIDTH = 320;

/**
 * What sticks out of each sheet, or out of its own box in one. Fields scroll what is too long for
 * them; the circles of a check-in overlap, and what only screen readers meet stands outside, on
 * purpose. All in one call: asking the browser sheet by sheet takes a third longer.
 */
const STICKING_OUT = `(sheets) => {
  const found = new Map();
  const say = (name, element, what) => {
    const words = (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 60);
    found.set(element.tagName + '.' + element.className + ' ' + what + ': ' + words, name);
  };
  for (const [name, html] of sheets) {
    document.open();
    document.write(html);
    document.close();
    const root = document.documentElement;
    if (root.scrollWidth > ${WIDTH}) say(name, root, root.scrollWidth + ' wide');
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('select, input, [aria-hidden="true"], .skip, .hidden')) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -0.5 || right > ${WIDTH} + 0.5))
        say(name, element, left + ' to ' + right);
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        say(name, element, element.scrollWidth + ' in ' + element.clientWidth);
    }
  }
  return [...found].map(([what, name]) => name + ': ' + what);
}`;

/** Pages and mails as one sheet of html each; those that differ in nothing but a link once. */
async function sheets(
  contentDir: string,
): Promise<readonly (readonly [name: string, html: string])[]> {
  const library = await libraryFrom(contentDir);
  const pages = (await everyAnswer(library)).filter(({ type }) => type.startsWith('text/html'));
  const found = new Map<string, string>();
  const take = (name: string, html: string) => {
    const plain = html.replaceAll(/\/[a-z-]+\/[a-z2-7]{16}\.[^"]*/g, '');
    if (![...found.values()].includes(plain)) found.set(name, plain);
  };
  for (const { name, body } of pages) take(`page: ${name}`, withStyle(body));
  for (const { name, html } of await everySentMail(library)) take(`mail: ${name}`, html);
  return [...found];
}

describe.skipIf(CHROMIUM === undefined)('at 320 pixels nothing sticks out', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage({ viewport: { width: WIDTH, height: 640 } });
  });
  afterAll(() => browser?.close());

  test.for([...SHIPPED, PSEUDO])('of a page or a mail in %s', async (language) => {
    const all = await sheets(language === PSEUDO ? pseudoContent() : morningContent(language));
    expect(all.length).toBeGreaterThan(50);
    expect(await page.evaluate(`(${STICKING_OUT})(${JSON.stringify(all)})`)).toEqual([]);
  });
});
