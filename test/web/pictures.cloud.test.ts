import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { everyAnswer } from '../support/every-page.ts';
import { withStyle } from '../support/html-sheet.ts';

/** Pages on a phone: `KINDLING_PICTURES=1 npx vitest run test/web/pictures`. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const wanted = process.env['KINDLING_PICTURES'] === '1' && CHROMIUM !== undefined;

const [WIDTH, HEIGHT] = [390, 1000];
/** File, and the page that it shows from its top on. */
const SHOWN = [
  ['page-form', 'front'],
  ['page-reader', 'preferences, active'],
  ['page-issue', 'issue small-rituals'],
] as const;

// Pictures are drawn when somebody asks for them.
describe.skipIf(!wanted)('pictures of pages', () => {
  let browser: Browser;
  const pages = new Map<string, string>();

  beforeAll(async () => {
    browser = await launch();
    const answers = await everyAnswer(
      await libraryFrom('content', join(mkdtempSync(join(tmpdir(), 'kindling-pages-')), 'content')),
    );
    for (const { name, body } of answers) pages.set(name, withStyle(body));
  });
  afterAll(() => browser?.close());

  test.each(SHOWN)('%s', async (file, name) => {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    await page.setContent(pages.get(name) ?? '');
    const path = join(PICTURES, `${file}.png`);
    await page.screenshot({ path });
    await page.close();
    expect(statSync(path).size).toBeLessThan(150_000);
  });
});
