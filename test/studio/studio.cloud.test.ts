import { describe, expect, test } from 'vitest';
import { exported } from '../../local/replies/export.ts';
import { CHROMIUM } from '../support/browser.ts';
import { openStudio } from '../support/open-studio.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { addressIn, person } from '../support/visitor.ts';

/** An author's day at the desk in the browser. */
const running = shippedCloud('2026-11-23T12:00:00Z');
const { cloud, outside } = running;

const AUTHOR = 'author@example.com';
const AGAIN = { retry: 2 };

describe.skipIf(CHROMIUM === undefined)('the studio', () => {
  const { opened, open, url, told, press, part } = openStudio(running);

  test('opens by its address, which it leaves behind, and for nobody else', async () => {
    const { page, browser, studio } = opened();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(page.url()).toBe(url('/#/today'));
    const stranger = await browser.newContext();
    const closed = await stranger.newPage();
    expect((await closed.goto(studio.address))?.status()).toBe(403);
    expect((await closed.goto(url('/')))?.status()).toBe(401);
    await closed.getByRole('heading', { name: 'The studio is closed here' }).waitFor();
    await stranger.close();
    // No page that it shows can read the cookie.
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('Today: what is to come, what went, what rings', async () => {
    const { page } = opened();
    await told('Wednesday, November 25');
    await told('Mails go, and nothing holds them.');
    await told('None rings.');
    const cards = await page.locator('.facts').innerText();
    expect(cards).toMatch(/Due, and not gone yet\s+0\n/);
    expect(cards).toMatch(/Left of the day’s quota\s+\d+ letters of 50000 mails, 14 a second/);
  });

  test('Course: who received, wrote back, paused and left, letter by letter', async () => {
    const { page } = opened();
    await open('Course');
    const rows = await page.locator('.funnel li').allInnerTexts();
    expect(rows).toHaveLength(28);
    const words = rows.map((row) => row.replaceAll(/\s+/g, ' '));
    expect(words[0]).toBe('1 Think of one person 3 received, 1 wrote back, 1 paused');
    expect(words[1]).toBe('2 With the engine off 2 received, 3 wrote back, 1 left');
    expect(words[2]).toContain('0 received');
    const widths = (kind: string) =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('.funnel .${kind}')].map((one) => Math.round(one.getAttribute('width')))`,
      );
    expect((await widths('received')).slice(0, 3)).toEqual([667, 333, 0]);
    expect((await widths('paused')).slice(0, 2)).toEqual([333, 0]);
    expect((await widths('gone')).slice(0, 2)).toEqual([0, 333]);
  });

  test('Readers: in a list, by where they stand, and in numbers for a price that is said before', async () => {
    const { page } = opened();
    await open('Readers');
    const people = page.locator('.people li');
    expect(await people.count()).toBe(4);
    await page.getByLabel('Who').selectOption({ label: 'Paused' });
    await page.waitForURL(/standing=paused/);
    await page
      .locator('.people li')
      .filter({ hasNotText: 'ben@' })
      .first()
      .waitFor({ state: 'detached' });
    expect(await people.allInnerTexts()).toEqual([expect.stringMatching(/ben@example\.net\s+Ben/)]);
    await told(/Reading everybody who is stored \(\d\.\d MB\) costs /);
    await press('Count everybody');
    await told('Came in the last 14 days: 3');
    expect(await page.locator('.numbers').innerText()).toMatch(
      /Reading\s+1\n+Paused\s+1\n+Left\s+1\n/,
    );
  });

  test('one reader: found by an address that stands in no line, and paused with a record of it', async () => {
    const { page } = opened();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('An address, or an id').fill('nobody@example.net');
    await press('Look up');
    await told('Nobody is stored under that address.');
    await page.getByLabel('An address, or an id').fill(opened().readers.ann.address);
    await press('Look up');
    await page.getByRole('heading', { level: 2, name: /ann@example\.net/ }).waitFor();
    expect(asked.filter((url) => /ann|%40|@/.test(url))).toEqual([]);
    expect(page.url()).not.toContain('ann');
    await told('Reading: the letters come.');
    await told(/closer, partner: 2 of 28, next /);
    expect(await page.locator('main').innerText()).not.toMatch(/secret|score/i);
    await press('Pause');
    await page.getByLabel(/^Until/).fill('2026-12-10');
    await press('Show me what that does');
    await told('active → paused until 2026-12-10');
    await press('No, leave it');
    await told('Reading: the letters come.');
    await press('Pause');
    await page.getByLabel(/^Until/).fill('2026-12-10');
    await press('Show me what that does');
    await press('Yes, do it');
    await told('It is done, and recorded as done by you.');
    await told('Paused until Thursday, December 10.');
    await part('Records')
      .getByText(/by: author/)
      .waitFor();
  });

  test('a deed that is none says so, and one that ends a consent wants its reason', async () => {
    const { page } = opened();
    await press('Pause');
    await page.getByLabel(/^Until/).fill('2026-12-10');
    await press('Show me what that does');
    await told('It is so already, and nothing was changed.');
    await press('Move to another place');
    await page.getByLabel(/How many letters/).fill('a-letter-that-is-not');
    await press('Show me what that does');
    await told(
      'The course has no such place: the number of letters had, the id of the last one, or finished.',
    );
    await press('End it for them');
    await page.getByRole('dialog').getByLabel(/^Why/).waitFor();
    await press('Yes, do it');
    // The browser asks for the reason before anything is sent.
    await page.getByRole('dialog').waitFor();
    await press('No, leave it');
    await told('Paused until Thursday, December 10.');
  });

  test('Replies: who waits, in their own words, in a frame that loads nothing', async () => {
    const { page, loads } = opened();
    await outside.receives(HTML_MAIL, addressIn((await opened().readers.ben.latest()).replyTo));
    await open('Replies');
    await part('Waiting for you (3)')
      .getByText('on “With the engine off”: Passed on to the author')
      .waitFor();
    await part('Asked what they meant (1)')
      .getByRole('link', { name: /^Ann, / })
      .waitFor();
    await part('Understood and done (2)')
      .getByText('Understood as “unsubscribe”, and applied')
      .waitFor();
    await part(/^Waiting/)
      .getByRole('link', { name: /^Ben, / })
      .click();
    await page.getByRole('heading', { level: 2, name: 'Re: Think of one person' }).waitFor();
    await told(/My mother read it twice/);
    await page.getByText('As they sent it').click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('My mother read it twice.').waitFor();
    expect(await frame.locator('body').innerText()).not.toContain('owned');
    // A link in it leads nowhere, and neither does a form.
    await frame.getByRole('link', { name: 'a link' }).click();
    await frame.getByText('My mother read it twice.').waitFor();
    expect([...loads.blocked].sort()).toEqual([
      'https://evil.example/back.png',
      'https://evil.example/pixel.png',
    ]);
    expect(loads.done).toEqual([]);
    const answer = page.getByRole('link', { name: 'Answer from your own mailbox' });
    expect(await answer.getAttribute('href')).toBe(
      'mailto:ben%40example.net?subject=Re%3A%20Think%20of%20one%20person&in-reply-to=%3Chtml-1%40example.net%3E',
    );
  });

  test('what its author says of a mail is kept: answered, and how it should have been read', async () => {
    const { page } = opened();
    await page.getByLabel('It should have been read as').selectOption('resend');
    await press('Keep as a case');
    await told('Kept as a case: npm run replies -- --export');
    const cases: string[] = [];
    for await (const line of exported({ source: { is: 'local', url: cloud().url } }))
      cases.push(line);
    expect(cases).toEqual([expect.stringContaining('"label":"resend"')]);
    await press('I have answered it');
    await told('Marked as answered.');
    await page.getByRole('link', { name: 'All of its month' }).click();
    await part('Answered by you (1)').getByText('(you said: resend)').waitFor();
    await part('Waiting for you (2)').waitFor();
  });

  test('Newsletter: where an issue stands, who gets it for a price said before, and a pause', async () => {
    const { page } = opened();
    await open('Newsletter');
    const frost = page.getByRole('article', { name: 'The first frost' });
    await frost.getByText('scheduled', { exact: true }).waitFor();
    await frost.getByText('Who gets it, and when').click();
    await frost.getByText(/^Reading everybody who is stored \(\d\.\d MB\) costs /).waitFor();
    await frost.getByRole('button', { name: 'Look at everybody' }).click();
    await frost.getByText('1 take the newsletter').waitFor();
    await frost.getByText('0 of 0').waitFor();
    await frost.getByText(/^It costs /).waitFor();
    await frost.getByRole('button', { name: 'Pause' }).click();
    await page
      .getByRole('dialog')
      .getByText(/frost does not begin on its day, until/)
      .waitFor();
    await press('Yes, pause it');
    await told('frost is paused.');
    await frost.getByText('paused, scheduled').waitFor();
    await frost.getByRole('button', { name: 'Resume' }).click();
    await press('Yes, resume it');
    await frost.getByText('scheduled', { exact: true }).waitFor();
  });

  // The checker works for seconds in the process in which the cloud runs here, and nobody else is heard meanwhile.
  test(
    'Letters: any of them, for any reader, by day and by lamp light, checked, and sent to me',
    AGAIN,
    async () => {
      const { page } = opened();
      await open('Letters');
      await page.getByRole('link', { name: /Think of one person/ }).click();
      const letter = page.frameLocator('iframe');
      await letter.getByText('Hello,').waitFor();
      await told('The checker finds nothing in it.');
      await page.getByLabel('Name').fill('Zoë');
      await page.getByLabel('Track').selectOption({ index: 1 });
      await letter.getByText('Hello Zoë,').waitFor();
      const paper = () =>
        letter.locator('body').evaluate(`getComputedStyle(document.body).backgroundColor`);
      const byDay = await paper();
      await page.getByRole('link', { name: 'Dark' }).click();
      await expect.poll(paper, { timeout: 30_000 }).not.toBe(byDay);
      await page.getByRole('link', { name: '320' }).click();
      await page.locator('iframe.width-320').waitFor();
      expect((await page.locator('iframe').boundingBox())?.width).toBe(320);
      await press('Send');
      await told(`Sent to ${AUTHOR}, and to nobody else:`);
      const [mail] = (await person(outside, AUTHOR).mails()).slice(-1);
      expect(mail?.subject).toBe('[Test] Think of one person');
      expect(mail?.text).toContain('Hello Zoë,');
      expect(mail?.headers.find(([name]) => name === 'To')?.[1]).toBe(`<${AUTHOR}>`);
    },
  );

  test('Letters: a notice comes in every language', async () => {
    const { page } = opened();
    await page
      .getByRole('navigation', { name: 'Letters' })
      .getByRole('link', { name: /^goodbye/ })
      .click();
    await page.getByLabel('Language').selectOption('de');
    await page.locator('iframe[src*="language%3Dde"]').waitFor();
    expect(await page.frameLocator('iframe').locator('html').getAttribute('lang')).toBe('de');
  });

  test('Health: the doctor’s checks, with what mends each', async () => {
    await open('Health');
    const open_ = part('To do');
    await open_.getByRole('heading', { name: /^reply-mx/ }).waitFor();
    await open_.getByText('10 inbound-smtp.us-east-1.amazonaws.com').waitFor();
    await part('Well')
      .getByRole('heading', { name: /^leave-to-send/ })
      .waitFor();
  });

  test('Money: this month so far, and what it comes to', async () => {
    await open('Money');
    await told(/ so far in 2026-11; .* by its end/);
    const rows = await part('So far').getByRole('row').allInnerTexts();
    expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toContainEqual(
      expect.stringMatching(/^Letters 5 /),
    );
  });

  test('nothing was ever asked of anybody elsewhere', () => {
    const { loads } = opened();
    expect(loads.done).toEqual([]);
  });
});

/** Somebody's mail as mail programs write it, with what must not run and must not be fetched. */
const HTML_MAIL = [
  'From: Ben <ben@example.net>',
  'To: letters@example.com',
  'Subject: Re: Think of one person',
  'Message-ID: <html-1@example.net>',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<style>body { background: url(https://evil.example/back.png) }</style>',
  '<p>Dear author, thank you for the letter about the heron.',
  '<img src="https://evil.example/pixel.png" alt="">',
  '<script>document.body.textContent = "owned"</script>',
  '<a href="https://evil.example/">a link</a>',
  'My mother read it twice.</p>',
  '<form action="https://evil.example/"><button>press</button></form>',
  '',
].join('\r\n');
