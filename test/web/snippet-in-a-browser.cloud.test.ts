import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.ts';
import { formInABrowser, send } from '../support/form-in-a-browser.ts';

describe.skipIf(CHROMIUM === undefined)('the snippet, on another site', () => {
  const here = formInABrowser();
  const asked = (address: string) => here.world.subscribers.dump().includes(address);

  const signUp = async (page: Page, site: string, email: string) => {
    await page.goto(site);
    await page.getByLabel('Email address').fill(email);
    await send(page);
  };

  test('answers in place, with the zone of the browser', async () => {
    await here.withPage({}, async (page) => {
      await signUp(page, here.elsewhere, 'elsewhere@example.com');
      await page.getByText('Please look in your inbox: elsewhere@example.com.').waitFor();
      expect(asked('elsewhere@example.com')).toBe(true);
      expect(await page.context().cookies(`${here.origin}/check-your-inbox`)).toEqual([]);
    });
  });

  test('says what was wrong, and what may have been meant', async () => {
    await here.withPage({}, async (page) => {
      await signUp(page, here.elsewhere, 'ann@example');
      await page.getByText('such as ann@example.com').waitFor();
      await page.getByLabel('Email address').fill('slipped@gmial.com');
      await send(page);
      await page.getByText('If you meant slipped@gmail.com').waitFor();
    });
  });

  test('from a site that is not named: on our own page', async () => {
    await here.withPage({}, async (page) => {
      await signUp(page, here.stranger, 'stranger@example.com');
      await page.waitForURL('**/check-your-inbox');
      await page.getByText('We have sent stranger@example.com').waitFor();
    });
  });

  test('without a script: on our own page', async () => {
    await here.withPage({ javaScriptEnabled: false }, async (page) => {
      await signUp(page, here.stranger, 'plain@example.com');
      await page.waitForURL('**/check-your-inbox');
      await page.getByText('We have sent plain@example.com').waitFor();
    });
  });

  test('in a flood: on our own page, where its script goes on', async () => {
    await here.withPage({}, async (page) => {
      here.crowd = true;
      await signUp(page, here.elsewhere, 'flood@example.com');
      await page.getByText('please wait half a minute').waitFor();
      await send(page);
      await page.getByText('We have sent flood@example.com').waitFor({ timeout: 60_000 });
    });
  });
});
