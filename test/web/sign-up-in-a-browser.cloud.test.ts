import { describe, expect, test } from 'vitest';
import { plusSeconds } from '../../functions/core/time.ts';
import { CHROMIUM } from '../support/browser.ts';
import { at } from '../support/builders.ts';
import { accessible, formInABrowser, send } from '../support/form-in-a-browser.ts';

const SMALL = { width: 320, height: 640 };

describe.skipIf(CHROMIUM === undefined)('the form, in a browser', () => {
  const here = formInABrowser();
  const asked = (address: string) => here.world.subscribers.dump().includes(address);

  test.for([
    ['the field', 640, ['form input:visible', '#email']],
    ['the field and the button', 740, ['#email', 'form button']],
  ] as const)('%s on the first screen of a phone of 360 by %i', async ([, height, parts]) => {
    await here.withPage({ viewport: { width: 360, height } }, async (page) => {
      for (const path of [
        '/',
        ...here.world.library.courses.map(({ slug }) => `/?course=${slug}`),
      ]) {
        await page.goto(here.origin + path);
        for (const part of parts) {
          const box = await page.locator(part).first().boundingBox();
          expect(box?.y, `${path} ${part}`).toBeGreaterThan(0);
          expect((box?.y ?? 0) + (box?.height ?? 0), `${path} ${part}`).toBeLessThanOrEqual(height);
        }
      }
    });
  });

  test('where scripts run, the answer takes the place of the form, and the focus', async () => {
    await here.withPage({ viewport: SMALL }, async (page) => {
      await page.goto(here.origin);
      await page.fill('#email', 'in.place@example.com');
      await send(page);
      await page.getByText('We have sent in.place@example.com').waitFor();
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await page.locator(':focus').textContent()).toBe('Please look in your inbox');
      expect(here.world.subscribers.dump()).toMatch(/"zone": "Asia\/(?:Calcutta|Kolkata)"/);
      await accessible(page);
      // The mail once more is asked for in the same place: too soon, and then not.
      await page.getByRole('button', { name: 'once more' }).click();
      await page.getByText('give it a minute').waitFor();
      here.world.setNow(plusSeconds(here.world.now(), 60));
      await page.getByRole('button', { name: 'once more' }).click();
      await page.getByText('on its way once more').waitFor();
      await accessible(page);
      // What was typed is there to be put right.
      await page.getByRole('link', { name: 'Put it right' }).click();
      expect(await page.inputValue('#email')).toBe('in.place@example.com');
      expect(await page.context().cookies(here.origin)).toEqual([]);
    });
  });

  test.each([true, false])('a slip in the address, with scripts: %s', async (javaScriptEnabled) => {
    await here.withPage({ viewport: SMALL, javaScriptEnabled }, async (page) => {
      const name = `slip-${javaScriptEnabled}`;
      await page.goto(here.origin);
      await page.fill('#email', `${name}@gmial.com`);
      await send(page);
      await page.getByText(`Did you mean ${name}@gmail.com?`).waitFor();
      expect(await page.locator(':focus').getAttribute('class')).toBe('problems');
      if (javaScriptEnabled) await accessible(page);
      expect(asked(name)).toBe(false);
      await page.getByRole('button', { name: `Yes, ${name}@gmail.com` }).click();
      await page.getByText(`We have sent ${name}@gmail.com`).waitFor();
      expect(asked(`${name}@gmail.com`)).toBe(true);
    });
  });

  test('a second press keeps what was typed, also by the Enter key', async () => {
    await here.withPage({}, async (page) => {
      await page.goto(here.origin);
      await page.fill('#email', 'sure@gmial.com');
      await page.press('#email', 'Enter');
      await page.getByText('Did you mean').first().waitFor();
      await page.press('#email', 'Enter');
      await page.getByText('We have sent sure@gmial.com').waitFor();
      expect(asked('sure@gmial.com')).toBe(true);
    });
  });

  test('when there are many, a browser works for it and nobody notices', async () => {
    await here.withPage({}, async (page) => {
      here.crowd = true;
      await page.goto(here.origin);
      await page.fill('#email', 'crowd@example.com');
      await send(page);
      await page.getByText('We have sent crowd@example.com').waitFor({ timeout: 60_000 });
      expect(asked('crowd@example.com')).toBe(true);
    });
  });

  test.each([
    [true, false],
    [true, true],
    [false, false],
  ])('below a letter, with scripts: %s, in a crowd: %s', async (javaScriptEnabled, crowded) => {
    await here.withPage({ viewport: SMALL, javaScriptEnabled }, async (page) => {
      here.crowd = crowded;
      const email = `letter-${javaScriptEnabled}-${crowded}@example.com`;
      await page.goto(`${here.origin}/letters/closer/closeness`);
      if (javaScriptEnabled) await accessible(page);
      await page.fill('#email', email);
      await send(page);
      await page.getByText(`We have sent ${email}`).waitFor({ timeout: 60_000 });
      expect(await page.locator('h1').count()).toBe(1);
      if (!javaScriptEnabled) return;
      expect(new URL(page.url()).pathname).toBe('/letters/closer/closeness');
      expect(await page.locator(':focus').textContent()).toBe('Please look in your inbox');
      expect(here.world.subscribers.dump()).toMatch(/"zone": "Asia\/(?:Calcutta|Kolkata)"/);
      await accessible(page);
    });
  });

  test('what API Gateway refuses, which is no page, leaves the form as it was typed', async () => {
    await here.withPage({ viewport: SMALL }, async (page) => {
      const refused = { status: 429, json: { message: 'Too Many Requests' } };
      await page.route('**/subscribe', (route) => route.fulfill(refused), { times: 1 });
      await page.goto(here.origin);
      await page.fill('#email', 'gateway@example.com');
      await page.getByText('friend or family').click();
      await send(page);
      await page.getByText('press the button once more').waitFor();
      expect(await page.inputValue('#email')).toBe('gateway@example.com');
      expect(await page.locator('input[name=track]:checked').inputValue()).toBe('friend');
      expect(asked('gateway@example.com')).toBe(false);
      await accessible(page);
      await send(page);
      await page.getByText('We have sent gateway@example.com').waitFor();
    });
  });

  test('what breaks on our side leaves the form as it was typed', async () => {
    await here.withPage({ viewport: SMALL }, async (page) => {
      const failed = { status: 500, contentType: 'text/html', body: '<main><h1>No</h1></main>' };
      await page.route('**/subscribe', (route) => route.fulfill(failed), { times: 1 });
      await page.goto(here.origin);
      await page.fill('#email', 'failed@example.com');
      await page.getByText('friend or family').click();
      await send(page);
      await page.getByText('try again in a minute').waitFor();
      expect(await page.inputValue('#email')).toBe('failed@example.com');
      expect(await page.locator('input[name=track]:checked').inputValue()).toBe('friend');
      await accessible(page);
      await send(page);
      await page.getByText('We have sent failed@example.com').waitFor();
    });
  });

  test.each([true, false])('below an issue, with scripts: %s', async (javaScriptEnabled) => {
    await here.withPage({ viewport: SMALL, javaScriptEnabled }, async (page) => {
      const email = `issue-${javaScriptEnabled}@example.com`;
      // The first issue came out the day before.
      here.world.setNow(at('2026-12-04T10:00:00Z'));
      await page.goto(`${here.origin}/newsletter`);
      await page.locator('.issue-list a').first().click();
      if (javaScriptEnabled) await accessible(page);
      const box = page.locator('input[name=newsletter]');
      expect(await box.isChecked(), 'a yes is the reader’s own').toBe(false);
      await box.check();
      await page.fill('#email', email);
      await send(page);
      await page.getByText(`We have sent ${email}`).waitFor();
      expect(here.world.subscribers.dump()).toMatch(
        new RegExp(`"address": "${email}"[^}]*"newsletter": true`, 's'),
      );
    });
  });

  test('behind a button that has gone to sleep, in its place', async () => {
    await here.withPage({ viewport: SMALL }, async (page) => {
      const token = `${'a'.repeat(16)}.${'a'.repeat(26)}`;
      await page.goto(`${here.origin}/confirm/${token}`);
      await page.fill('#email', 'asleep@example.com');
      await page.getByRole('button', { name: 'Ask for the letters again' }).click();
      await page.getByText('We have sent asleep@example.com').waitFor();
      expect(new URL(page.url()).pathname).toBe(`/confirm/${token}`);
      await accessible(page);
    });
  });

  test('and without scripts a person waits for half a minute', async () => {
    await here.withPage({ javaScriptEnabled: false, viewport: SMALL }, async (page) => {
      here.crowd = true;
      await page.goto(here.origin);
      await page.fill('#email', 'waits@example.com');
      await send(page);
      await page.getByText('please wait half a minute').waitFor();
      expect(await page.inputValue('#email')).toBe('waits@example.com');
      expect(asked('waits@example.com')).toBe(false);
      here.world.setNow(plusSeconds(here.world.now(), 30));
      await send(page);
      await page.getByText('We have sent waits@example.com').waitFor();
      expect(new URL(page.url()).pathname).toBe('/check-your-inbox');
    });
  });
});
