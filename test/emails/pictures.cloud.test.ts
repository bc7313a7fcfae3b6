import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../emails/content/load.ts';
import { exampleValues, WEB_URL } from '../../emails/examples.ts';
import { TITLE } from '../../emails/title.ts';
import { toldIn } from '../../emails/told.ts';
import { fill, htmlValue } from '../../functions/core/mail/template.ts';
import { titlesOf } from '../../functions/core/mail/titles.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { CONTENT, everyMail } from './every-mail.ts';

/** The pictures of mails in docs/. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const HOW = 'KINDLING_PICTURES=1 npx vitest run test/emails/pictures';
const wanted = process.env['KINDLING_PICTURES'] === '1' && CHROMIUM !== undefined;
if (!wanted)
  console.info(`Pictures of mails are not taken, their tests skipped. To take them: ${HOW}`);

/** A phone: what most letters are read on. */
const WIDTH = 390;
/** File, mail, the words that a picture begins with (the top if none), and how tall it is at most. */
const SHOWN = [
  ['letter-first', 'closeness partner', '', 1000],
  ['letter-check-in', 'closeness partner', 'And now a small measure', 1250],
  ['letter-confirmation', 'confirmation', '', 1000],
  ['letter-newsletter', 'after-a-quarrel', '', 1000],
  ['letter-newsletter-end', 'after-a-quarrel', 'All this is for', 1100],
  ['letter-digest', 'digest', '', 1000],
] as const;

describe.skipIf(!wanted)(`pictures of mails (${HOW})`, () => {
  let browser: Browser;
  const html = new Map<string, string>();

  beforeAll(async () => {
    browser = await launch();
    const told = titlesOf(toldIn(loadContent(CONTENT)), WEB_URL, TITLE);
    for (const { name, mail, compiled } of await everyMail(CONTENT)) {
      const values = { ...exampleValues(mail.words), ...(name === 'digest' && told) };
      html.set(name, fill(compiled.html, values, htmlValue));
    }
  });
  afterAll(() => browser?.close());

  for (const colorScheme of ['light', 'dark'] as const)
    test.each(SHOWN)(`%s, ${colorScheme}`, async (file, name, from, tallest) => {
      const page = await browser.newPage({
        viewport: { width: WIDTH, height: 800 },
        colorScheme,
      });
      await page.setContent(html.get(name) ?? '');
      const whole = Number(await page.evaluate('document.body.scrollHeight'));
      const words = from === '' ? null : await page.getByText(from).first().boundingBox();
      const top = words === null ? 0 : words.y - 24;
      const height = Math.floor(Math.min(whole - top, tallest)) - 2;
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
