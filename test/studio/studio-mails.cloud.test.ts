import { describe, expect, test } from 'vitest';
import { CHROMIUM } from '../support/browser.ts';
import { openStudio } from '../support/open-studio.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';

/** What an author has mailed for a reader at the desk in the browser. */
const running = shippedCloud('2026-11-23T12:00:00Z');
const { outside } = running;

describe.skipIf(CHROMIUM === undefined)('the page of a reader', () => {
  const { opened, open, told, press } = openStudio(running);

  test('a letter again and another address: to which mailbox, a yes, and what became of it', async () => {
    const { page, readers } = opened();
    const { ann } = readers;
    await open('Readers');
    await page.getByLabel('An address, or an id').fill(ann.address);
    await press('Look up');
    await page.getByRole('heading', { level: 2, name: /ann@example\.net/ }).waitFor();
    await press('Send a letter again');
    await page.getByLabel(/^Its number or its id/).fill('40');
    await press('Show me what that does');
    await told(/^They have had no such letter/);
    const before = (await ann.mails()).length;
    await press('Send a letter again');
    await press('Show me what that does');
    await told(/^letter closer\/emotional, “.+” → ann@example\.net$/);
    await press('Yes, do it');
    await told('It is done, and recorded as done by you.');
    expect(await ann.mails()).toHaveLength(before + 1);
    const move = async () => {
      await press('Another address');
      await page.getByLabel(/^The new address/).fill('ann@new.example.org');
      await press('Show me what that does');
      await told('a button, good for an hour → ann@new.example.org');
      await press('Yes, do it');
    };
    await move();
    await told('It is done, and recorded as done by you.');
    await move();
    await told(/^A button of this week lies in that mailbox/);
    expect(await outside.mailsTo('ann@new.example.org')).toHaveLength(1);
    await page.getByRole('heading', { level: 2, name: /ann@example\.net/ }).waitFor();
  });
});
