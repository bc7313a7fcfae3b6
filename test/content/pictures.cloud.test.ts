import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch } from '../support/browser.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { everyAnswer } from '../support/every-page.ts';
import { everySentMail } from '../support/every-sent-mail.ts';
import { withStyle } from '../support/html-sheet.ts';
import { morningContent, SHIPPED } from '../support/morning-letters.ts';

/** The languages side by side: `KINDLING_PICTURES=1 npx vitest run test/content/pictures`. */
const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const wanted = process.env['KINDLING_PICTURES'] === '1' && CHROMIUM !== undefined;

/** A phone, and what of it is shown: seven of them stand in two rows. */
const [WIDTH, HEIGHT, SCALE] = [360, 580, 0.68];
const SHOWN = [
  ['languages-letter', 'lesson mornings window  active'],
  ['languages-preferences', 'preferences, paused until a day'],
  ['languages-notice', 'paused, paused until a day'],
] as const;
const FILES = SHOWN.map(([file]) => file);

/** Small windows in a row, each with a whole document in it. */
function sheet(documents: readonly string[]): string {
  const frames = documents.map((html) => {
    const escaped = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `<div><iframe width="${WIDTH}" height="${HEIGHT}" srcdoc="${escaped}"></iframe></div>`;
  });
  return `<!doctype html><style>
    body { margin: 0; padding: 8px; display: grid; gap: 8px; background: #fff;
      grid-template-columns: repeat(4, ${WIDTH * SCALE}px) }
    div { width: ${WIDTH * SCALE}px; height: ${HEIGHT * SCALE}px; overflow: hidden }
    iframe { border: 0; transform: scale(${SCALE}); transform-origin: 0 0 }
  </style>${frames.join('')}`;
}

/** What is pictured, in one language, as a document each. A mail's name ends with its number among answers. */
async function shownIn(language: string): Promise<readonly string[]> {
  const library = await libraryFrom(morningContent(language));
  const all = [
    ...(await everyAnswer(library)).map(({ name, body }) => ({ name, html: withStyle(body) })),
    ...(await everySentMail(library)),
  ];
  return SHOWN.map(([, name]) => {
    const found = all.find((one) => one.name.replace(/ \d+$/, '') === name);
    if (found === undefined) throw new Error(`nothing is called ${name}`);
    return found.html;
  });
}

// Pictures are drawn when somebody asks for them; that there is something to draw is looked at always.
test('what the pictures show is there', async () => {
  expect(await shownIn('en')).toHaveLength(SHOWN.length);
});

describe.skipIf(!wanted)('pictures of the languages', () => {
  let browser: Browser;
  const documents: (readonly string[])[] = [];

  beforeAll(async () => {
    browser = await launch();
    for (const language of SHIPPED) documents.push(await shownIn(language));
  });
  afterAll(() => browser?.close());

  test.each(FILES)('%s', async (file) => {
    const place = FILES.indexOf(file);
    const viewport = { width: Math.ceil(4 * WIDTH * SCALE) + 40, height: 800 };
    const page = await browser.newPage({ viewport });
    await page.setContent(sheet(documents.map((shown) => shown[place] ?? '')));
    const path = join(PICTURES, `${file}.png`);
    await page.screenshot({ path, fullPage: true });
    await page.close();
    expect(statSync(path).size).toBeLessThan(150_000);
  });
});
