import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readMail } from '../../functions/core/replies/read-mail.ts';
import { strip } from '../../functions/core/replies/strip.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { headerOf, person, type World, world } from '../support/visitor.ts';

const ANN = 'ann@example.net';
/** The page asks every two seconds. */
const PATIENT = { timeout: 30_000 };

describe.skipIf(CHROMIUM === undefined)('the mailbox page', () => {
  let cloud: Cloud;
  let outside: World;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    cloud = await startCloud({
      assemblyDir: inject('assembly'),
      port: 0,
      now: '2026-11-23T09:00:00Z',
    });
    outside = world(cloud.url);
    browser = await launch();
    context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    // Long enough for a busy machine.
    context.setDefaultTimeout(30_000);
    page = await context.newPage();
    await page.goto(`${cloud.url}/_local/`);
  });
  afterAll(async () => {
    await browser.close();
    await cloud.stop();
  });

  const list = () => page.getByRole('navigation', { name: 'Mails' });
  const open = (subject: string | RegExp) => list().getByRole('link', { name: subject }).click();
  const letter = () => page.frameLocator('iframe');
  const reader = () => page.getByRole('region', { name: /What Kindling knows about/ });
  const answer = async (words: string) => {
    await page.getByLabel('Your words').fill(words);
    await page.getByRole('button', { name: 'Send the answer' }).click();
  };

  test('tells a first visitor how to begin', async () => {
    await page.getByRole('heading', { name: 'Find the confirmation here' }).waitFor();
    const signUp = page.getByRole('link', { name: /Open the sign-up page/ });
    expect(await signUp.getAttribute('href')).toBe('/');
    // By the cloud's clock, which it knows by now.
    expect(await page.getByLabel('Go to').inputValue()).toBe('2026-11-24T08:00');
    expect(await violations(page)).toEqual([]);
  });

  test('runs no script but its files and the one that says where the view library lies', async () => {
    const answer = await page.request.get(`${cloud.url}/_local/`);
    const [, script = ''] =
      /script-src ([^;]+)/.exec(answer.headers()['content-security-policy'] ?? '') ?? [];
    expect(script).toMatch(/^'self' 'sha256-[\w+/=]{44}'$/);
    expect(((await answer.text()).match(/<script/g) ?? []).length).toBe(2);
    expect((await page.request.get(`${cloud.url}/_local/index.html`)).status()).toBe(404);
  });

  test('shows the confirmation by itself, and its button leads out of the frame', async () => {
    await person(outside, ANN).signUp({ name: 'Ann', zone: 'Europe/Berlin', hour: 8 });
    await open(/letters can start/);
    await reader()
      .getByText(/has not confirmed/)
      .waitFor();
    const opened = context.waitForEvent('page');
    await letter()
      .getByRole('link', { name: /Yes, send me/ })
      .click();
    const outdoors = await opened;
    // As people do: who presses within a second is asked once more.
    await outdoors.waitForTimeout(1100);
    await outdoors.getByRole('button', { name: /Yes, send me/ }).click();
    await outdoors.getByRole('heading', { name: 'You’re in' }).waitFor();
    await outdoors.close();
    await list()
      .getByRole('link', { name: /thank you for coming/ })
      .waitFor();
  });

  test('moves the clock a day, and the first letter is there', async () => {
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText(/^It is Tuesday, November 24, .* 1 mail came\.$/).waitFor();
    await open(/Think of one person/);
    await letter().getByText('Hello Ann,').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('shows the same mail as text and as the bytes that SES got', async () => {
    await page.getByRole('tab', { name: 'Letter' }).press('ArrowRight');
    await page.getByRole('tabpanel').getByText('Hello Ann,').waitFor();
    await page.getByRole('tab', { name: 'Text' }).press('ArrowRight');
    await page
      .getByRole('tabpanel')
      .getByText(/^List-Unsubscribe-Post: /m)
      .waitFor();
    await page.getByRole('tab', { name: 'Letter' }).click();
  });

  test('sends an answer as a mail program does, and says in words what became of it', async () => {
    await page.getByRole('button', { name: 'pause for two weeks' }).click();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    const became = page.locator('#answers');
    await became.getByText('Understood as “pause”, and applied').waitFor();
    await became.getByText(/^Paused until Tuesday, December 8:/).waitFor();
    await became.getByRole('link', { name: 'Your letters are paused' }).waitFor();
    await reader()
      .getByText(/^Paused until Tuesday, December 8\.$/)
      .waitFor();
    // The quoted letter below the words has not been taken for theirs.
    expect((await outside.replies()).map(({ text }) => text)).toEqual(['pause for two weeks']);
    expect(await violations(page)).toEqual([]);
  });

  test('goes through the mails with keys, and one of them answers', async () => {
    await list().getByRole('link').first().focus();
    for (const key of ['j', 'j', 'k', 'k', 'k']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 2, name: 'Your letters are paused' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { level: 2, name: /Think of one/ }).waitFor();
    await page.keyboard.press('r');
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('jk');
    await page.getByRole('heading', { level: 2, name: /Think of one/ }).waitFor();
  });

  test('shows what people write, and never runs it', async () => {
    await answer('<img src=x onerror="globalThis.owned=1"> Grüße 🌻 from somebody who read on');
    await page.locator('#answers').getByText('Passed on to the author').waitFor();
    await open(/^(Unread: )?Re: Think of one/);
    await letter().getByText('🌻 from somebody').waitFor();
    await page.getByText(/An answer to this mail goes straight to ann@example\.net/).waitFor();
    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
    expect(await page.locator('#reader img, #answers img').count()).toBe(0);
  });

  test('writes an answer that holds any words and any subject', async () => {
    const subject =
      'Für Dich, and for everybody else: 🌻👩‍👩‍👧 a subject longer than one encoded word';
    const words = 'Grüße 🌻\n\nfrom here';
    const mail = { ...(await person(outside, ANN).latest()), subject };
    const raw: string = await page.evaluate(
      `import('/_local/compose.js').then(({ answerTo }) =>
        answerTo(${JSON.stringify(mail)}, ${JSON.stringify(words)}, 0).raw)`,
    );
    const read = await readMail(Buffer.from(raw));
    if (read.kind !== 'mail') throw new Error(read.reason);
    expect([read.subject, read.from]).toEqual([`Re: ${subject}`, ANN]);
    const answered = headerOf(mail, 'Message-ID');
    expect(read.headers).toContainEqual(['in-reply-to', answered]);
    expect(read.references.at(-1)).toBe(answered);
    expect(strip(read.text)).toBe(words);
    expect(read.text).toContain('\n> Hello Ann,');
    const lines = raw.split('\r\n');
    expect(lines.filter((line) => line.length > 200 || /[^\x20-\x7e]/.test(line))).toEqual([]);
  });

  test('asks for what is new only, and for a mail’s words when it is opened, once', async () => {
    await page.goto('about:blank');
    const answers: { readonly path: string; readonly length: number }[] = [];
    const hear = async (response: Response) => {
      const { pathname, search } = new URL(response.url());
      if (!pathname.startsWith('/_local/messages')) return;
      answers.push({ path: pathname + search, length: (await response.body()).length });
    };
    page.on('response', (response) => void hear(response));
    await page.goto(`${cloud.url}/_local/`);
    const all = await outside.json<readonly { readonly id: string }[]>('/_local/messages');
    const [last, open] = [all.at(-1)?.id ?? '', all[0]?.id ?? ''];
    await list()
      .getByRole('link')
      .nth(all.length - 1)
      .click();
    await letter().getByRole('link').first().waitFor();
    const news = `/_local/messages?bodies=no&after=${last}`;
    await expect
      .poll(() => answers.filter(({ path }) => path === news).length, PATIENT)
      .toBeGreaterThan(2);
    page.removeAllListeners('response');
    const [first, ...later] = answers;
    expect(first?.path).toBe('/_local/messages?bodies=no');
    expect(later.filter(({ path }) => path === news).map(({ length }) => length)).toSatisfy(
      (lengths: readonly number[]) => lengths.every((length) => length === '[]'.length),
    );
    expect(later.filter(({ path }) => path !== news).map(({ path }) => path)).toEqual([
      `/_local/messages/${open}`,
    ]);
  });

  test('begins anew where the cloud was started over meanwhile', async () => {
    const [count, asked] = [await list().getByRole('link').count(), [] as string[]];
    // Of a cloud that has none of the mails that are known here.
    await page.route('**/_local/messages?*', (route) => {
      asked.push(new URL(route.request().url()).search);
      return route.fulfill({ json: [], headers: { 'x-total-count': '0' } });
    });
    await page
      .getByRole('heading', { name: 'Find the confirmation here' })
      .or(page.getByText('This mail is not here anymore.'))
      .first()
      .waitFor();
    expect(await list().getByRole('link').count()).toBe(0);
    expect(asked.slice(0, 2)).toEqual([expect.stringContaining('&after='), '?bodies=no']);
    await page.unroute('**/_local/messages?*');
    await expect.poll(() => list().getByRole('link').count(), PATIENT).toBe(count);
  });

  test('lists one reader’s mails alone', async () => {
    await page.getByLabel('Mails to').selectOption('author@example.com');
    expect(await list().getByRole('link').count()).toBe(1);
    await page.getByLabel('Mails to').selectOption('');
  });

  test('says in plain words why the clock did not move', async () => {
    const detail = 'the clock only goes forward';
    const refused = { status: 422, contentType: 'application/problem+json' };
    await page.route('**/_local/clock', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ ...refused, body: JSON.stringify({ detail }) })
        : route.continue(),
    );
    await page.getByRole('button', { name: '+1 hour' }).click();
    await page.getByText(`The clock stays where it is. ${detail}`).waitFor();
    expect(await page.getByRole('button', { name: '+1 hour' }).isEnabled()).toBe(true);
  });

  describe('reads well', () => {
    let other: Page;
    let address = '';
    beforeAll(async () => {
      const { id } = (await person(outside, ANN).mails()).at(-1) ?? { id: '' };
      address = `${cloud.url}/_local/#${id}`;
      other = await browser.newPage();
    });

    test.each([
      [1280, 'dark'],
      [390, 'light'],
      [320, 'dark'],
    ] as const)('at %i px, %s', async (width, colorScheme) => {
      await other.setViewportSize({ width, height: 800 });
      await other.emulateMedia({ colorScheme });
      // The same address with another fragment would not be loaded anew.
      await other.goto('about:blank');
      await other.goto(address);
      await other.getByRole('heading', { level: 2, name: 'Your letters are paused' }).waitFor();
      expect(await violations(other)).toEqual([]);
      expect(await other.evaluate('document.documentElement.scrollWidth')).toBe(width);
      if (width >= 800) return;
      await other.getByRole('link', { name: 'All mails' }).click();
      await other.getByRole('link', { name: /letters can start/ }).waitFor();
      expect(await violations(other)).toEqual([]);
    });
  });

  test('what comes meanwhile leaves alone what is typed, where the focus is, and what is open', async () => {
    await open(/^Think of one person/);
    await letter().getByText('Hello Ann,').waitFor();
    await page.getByLabel('Your words').fill('half a sen');
    await page.getByText('As it is stored').click();
    const focused = () => page.evaluate('document.activeElement.tagName');
    expect(await focused()).toBe('SUMMARY');
    await page.evaluate("document.querySelector('iframe').contentWindow.stays = true");
    await person(outside, 'bo@example.net').signUp();
    await list().getByRole('link', { name: 'bo@example.net' }).waitFor();
    await reader().locator('details[open]').waitFor();
    expect(await focused()).toBe('SUMMARY');
    expect(await page.getByLabel('Your words').inputValue()).toBe('half a sen');
    // Drawn anew, a letter would be loaded again and begin at its top.
    expect(await page.evaluate("document.querySelector('iframe').contentWindow.stays")).toBe(true);
    await list()
      .getByRole('link', { name: /^Think of one person/ })
      .focus();
    await outside.advance('PT1M');
    await person(outside, 'cy@example.net').signUp();
    await list().getByRole('link', { name: 'cy@example.net' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/Think of one/);
  });
});

/** What axe finds; the letters have tests of their own, and no script runs in their frame. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).exclude('iframe').analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}
