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
 * What sticks out of the page, or out of its own box. Fields scroll what is too long for them; the
 * circles of a check-in overlap, and what only screen readers meet stands outside, on purpose.
 */
const STICKING_OUT = `(() => {
  const found = [];
  const say = (element, what) =>
    found.push(element.tagName + '.' + element.className + ' ' + what + ': ' + (element.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 60));
  const root = document.documentElement;
  if (root.scrollWidth > ${WIDTH}) say(root, root.scrollWidth + ' wide');
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('select, input, [aria-hidden="true"], .skip, .hidden')) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < -0.5 || right > ${WIDTH} + 0.5)) say(element, left + ' to ' + right);
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      say(element, element.scrollWidth + ' in ' + element.clientWidth);
  }
  return found;
})()`;

/** Pages and mails as one sheet of html each; those that differ in nothing but a link once. */
async function sheets(contentDir: string): Promise<ReadonlyMap<string, string>> {
  const library = await libraryFrom(contentDir);
  const pages = (await everyAnswer(library)).filter(({ type }) => type.startsWith('text/html'));
  const found = new Map<string, string>();
  const take = (name: string, html: string) => {
    const plain = html.replaceAll(/\/[a-z-]+\/[a-z2-7]{16}\.[^"]*/g, '');
    if (![...found.values()].includes(plain)) found.set(name, plain);
  };
  for (const { name, body } of pages) take(`page: ${name}`, withStyle(body));
  for (const { name, html } of await everySentMail(library)) take(`mail: ${name}`, html);
  return found;
}

describe.skipIf(CHROMIUM === undefined)('at 320 pixels nothing sticks out', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage({
      viewport: { width: WIDTH, height: 640 },
      javaScriptEnabled: true,
    });
  });
  afterAll(() => browser?.close());

  test.for([...SHIPPED, PSEUDO])('of a page or a mail in %s', async (language) => {
    const all = await sheets(language === PSEUDO ? pseudoContent() : morningContent(language));
    const problems = new Map<string, string>();
    for (const [name, html] of all) {
      await page.setContent(html);
      const found = (await page.evaluate(STICKING_OUT)) as readonly string[];
      for (const one of found) problems.set(one, name);
    }
    expect(all.size).toBeGreaterThan(50);
    expect([...problems].map(([one, name]) => `${name}: ${one}`)).toEqual([]);
  });
});
