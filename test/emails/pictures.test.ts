import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANNA } from '../../emails/examples.ts';
import { fill, htmlValue } from '../../functions/core/template.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { CONTENT, everyMail } from './every-mail.ts';

/** The pictures of mails in docs/: `KINDLING_PICTURES=1 npx vitest run test/emails/pictures`. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const wanted = process.env['KINDLING_PICTURES'] === '1' && CHROMIUM !== undefined;

/** A phone: what most letters are read on. */
const WIDTH = 390;
/** A letter is longer than a picture should be: the first screens tell how it looks. */
const TALLEST = 1500;

const SHOWN = [
  ['letter', 'closeness partner', 0],
  // The practice, the seven circles and the end.
  ['letter-check-in', 'closeness partner', 1750],
  ['confirmation', 'confirmation', 0],
  ['newsletter', 'after-a-quarrel', 0],
] as const;

describe.skipIf(!wanted)('pictures of mails', () => {
  let browser: Browser;
  const html = new Map<string, string>();

  beforeAll(async () => {
    browser = await launch();
    for (const { name, compiled } of await everyMail(CONTENT))
      html.set(name, fill(compiled.html, ANNA, htmlValue));
  });
  afterAll(() => browser?.close());

  for (const colorScheme of ['light', 'dark'] as const)
    test.each(SHOWN)(`%s, ${colorScheme}`, async (file, name, top) => {
      const page = await browser.newPage({
        viewport: { width: WIDTH, height: 800 },
        deviceScaleFactor: 1.5,
        colorScheme,
      });
      await page.setContent(html.get(name) ?? '');
      const whole = await page.evaluate('document.documentElement.scrollHeight');
      const height = Math.min(Number(whole) - top, TALLEST);
      const path = join(PICTURES, `${file}-${colorScheme}.png`);
      await page.screenshot({
        path,
        fullPage: true,
        clip: { x: 0, y: top, width: WIDTH, height },
      });
      await page.close();
      expect(statSync(path).size).toBeLessThan(150_000);
    });
});
