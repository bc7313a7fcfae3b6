import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { libraryIn } from '../../functions/adapters/library.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { type Answer, everyAnswer } from '../support/every-page.ts';
import { withStyle } from '../support/html-sheet.ts';
import { asText, type Spoken, spokenOn } from '../support/spoken.ts';

/** What a person acts on: without a name, nobody knows what it is for. */
const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio', 'Date', 'DisclosureTriangle'],
  ...['region', 'navigation', 'image', 'img', 'progressbar'],
]);

/** The pages whose trees are written down to be read: one of each kind, and what they say after a press. */
const READ = [
  'front',
  'front, problems',
  'inbox, just asked',
  'inbox, asked again',
  'confirm, pending',
  'confirm, active',
  'preferences, active',
  'own page, active',
  'told schedule',
  'preferences, wrong made by a robot',
  'own letters',
  'own line, with an answer',
  'own data',
  'own address, none',
  'check-in',
  'unsubscribed just now',
  'list of courses',
  'archive',
  'issue small-rituals',
  'letter closeness for everybody',
  'numbers to call',
  'refusal 404',
];

/** What is wrong with a page for whoever hears it. */
function wrongWith(page: readonly Spoken[]): readonly string[] {
  const of = (role: string) => page.filter((one) => one.role === role);
  const levels = of('heading').map(({ more }) => Number(more['level']));
  const leaps = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
  const mute = page.filter(({ role, name }) => CONTROLS.has(role) && name === '');
  const stops = page.filter(
    ({ role, name, more }) => more['focusable'] === 'true' && name === '' && !HOLDING.has(role),
  );
  return [
    ...(of('main').length === 1 ? [] : [`${of('main').length} main`]),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : [`h1 of ${levels.join()}`]),
    ...leaps.map((level) => `a leap to a heading of level ${level} in ${levels.join()}`),
    ...[...mute, ...stops].map(({ role }) => `a ${role} without a name`),
  ];
}

/** What takes the focus to be read out as a whole. */
const HOLDING = new Set(['status', 'alert']);

describe.skipIf(CHROMIUM === undefined)('what a screen reader is told', () => {
  let browser: Browser;
  let page: Page;
  let session: CDPSession;
  let answers: readonly Answer[];

  beforeAll(async () => {
    const folder = join(tmpdir(), `kindling-spoken-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    await writeCompiled(await compileContent('content'), folder);
    const all = await everyAnswer(libraryIn(pathToFileURL(`${folder}/`)));
    answers = all.filter(({ type }) => type.startsWith('text/html'));
    browser = await launch();
    page = await browser.newPage();
    session = await page.context().newCDPSession(page);
  });
  afterAll(() => browser?.close());

  const spoken = async ({ body }: Pick<Answer, 'body'>) => {
    await page.setContent(withStyle(body));
    return spokenOn(session);
  };

  test('each page has one main part and one title, headings in order, and a name for all that acts', async () => {
    const wrong: string[] = [];
    for (const one of answers) {
      for (const what of wrongWith(await spoken(one))) wrong.push(`${one.name}: ${what}`);
    }
    expect(answers.length).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  test('what a page says of itself is a status, an alert or a note', async () => {
    const boxes = answers.flatMap(
      ({ body }) => body.match(/<\w+ class="(?:done|problems)[^>]*>/g) ?? [],
    );
    expect(boxes.length).toBeGreaterThan(20);
    expect(boxes.filter((tag) => !/role="(?:status|alert|note)"/.test(tag))).toEqual([]);
  });

  test('and reads so', async () => {
    const sheets: string[] = [];
    for (const name of READ) {
      const found = answers.find((one) => one.name === name);
      if (found === undefined) throw new Error(`nothing is called ${name}`);
      sheets.push(`== ${name} ==\n${asText(await spoken(found))}\n`);
    }
    await expect(sheets.join('\n')).toMatchFileSnapshot('screen-reader.txt');
  });
});
