import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { person, type World, world } from '../support/visitor.ts';

const ANN = 'ann@example.net';
/** Makes the README's pictures anew; otherwise a test run leaves no trace. */
const PICTURES = process.env['KINDLING_PICTURES'] === '1';

describe.skipIf(CHROMIUM === undefined)('a reader’s way, in a browser', () => {
  let cloud: Cloud;
  let outside: World;
  let browser: Browser;
  let context: BrowserContext;
  let mailbox: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    cloud = await startCloud({
      assemblyDir: inject('assembly'),
      port: 0,
      now: '2026-11-23T09:00:00Z',
    });
    outside = world(cloud.url);
    browser = await launch();
    context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    context.on('request', (request) => requests.push(request.url()));
    // Long enough for a busy machine.
    context.setDefaultTimeout(30_000);
    mailbox = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await cloud.stop();
  });

  const picture = async (page: Page, name: string) => {
    if (PICTURES) await page.screenshot({ path: `docs/pictures/${name}.png` });
  };
  const open = (subject: RegExp) => mailbox.getByRole('link', { name: subject }).first().click();
  const advance = async (button: string) => {
    await mailbox.getByRole('button', { name: button, exact: true }).click();
    await mailbox.locator('fieldset:not([disabled])').waitFor();
  };
  /** Answers the mail on the sheet and waits for the sentence that says what became of it. */
  const answer = async (words: string, outcome: RegExp) => {
    await mailbox.getByLabel('Your words').fill(words);
    await mailbox.getByRole('button', { name: 'Send the answer' }).click();
    await mailbox.locator('#answers').getByText(outcome).first().waitFor();
  };
  const letters = () => person(outside, ANN).lessons();

  test('signs up with the form', async () => {
    const page = await context.newPage();
    await page.goto(cloud.url);
    await picture(page, 'sign-up');
    await page.getByLabel('Email address').fill(ANN);
    await page.getByText(/First name, hour/).click();
    await page.getByLabel(/First name/).fill('Ann');
    await page.locator('select[name="zone"]').selectOption('Europe/Berlin');
    await page.locator('select[name="hour"]').selectOption('8');
    await page.getByRole('button', { name: 'Send me the letters' }).click();
    await page.getByText(`We have sent ${ANN}`).waitFor();
    await page.close();
  });

  test('finds the confirmation mail and presses its button', async () => {
    await mailbox.goto(`${cloud.url}/_local/`);
    await open(/letters can start/);
    const opened = context.waitForEvent('page');
    await mailbox
      .frameLocator('iframe')
      .getByRole('link', { name: /Yes, send me/ })
      .click();
    const page = await opened;
    // As people do: who presses within a second is asked once more.
    await page.waitForTimeout(1100);
    await page.getByRole('button').first().click();
    await page
      .getByText(/on (your|the) list|you’re in|welcome|confirmed/i)
      .first()
      .waitFor();
    await page.close();
  });

  test('reads the first letters, day after day', async () => {
    await advance('+1 day');
    await advance('+1 day');
    await advance('+1 day');
    await open(/shoulder blades/);
    await mailbox.frameLocator('iframe').getByText('Hello Ann,').waitFor();
    expect(await letters()).toEqual(['closeness', 'emotional', 'physical']);
    await picture(mailbox, 'mailbox');
  });

  test('answers “pause for two weeks”, and gets no letter meanwhile', async () => {
    await answer('Please pause for two weeks', /paus/i);
    await advance('+1 week');
    expect(await letters()).toHaveLength(3);
  });

  test('gets the next one after it', async () => {
    await advance('+1 week');
    await advance('+1 day');
    expect((await letters()).slice(0, 4)).toEqual(['closeness', 'emotional', 'physical', 'ideas']);
  });

  test('answers “stop”, and gets nothing ever again', async () => {
    await answer('stop', /stop|left|leav|goodbye/i);
    const before = (await person(outside, ANN).mails()).length;
    for (let week = 0; week < 5; week += 1) await advance('+1 week');
    expect(await person(outside, ANN).mails()).toHaveLength(before);
  });

  test('and no page ever asked anybody else for anything', () => {
    const elsewhere = requests.filter(
      (url) => !/^(http:\/\/localhost|data:|about:|blob:)/.test(url),
    );
    expect(elsewhere).toEqual([]);
  });
});
