import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broadcastsIn } from '../../functions/adapters/broadcasts.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { terminal } from '../../local/account/terminal.ts';
import type { Figures } from '../../local/cloud/cloud.ts';
import { exported } from '../../local/replies/export.ts';
import { type RunningStudio, serveStudio } from '../../local/studio/server.ts';
import { studioAt } from '../../local/studio/studio.ts';
import { CHROMIUM, launch } from '../support/browser.ts';
import { at } from '../support/builders.ts';
import { deskReaders } from '../support/desk-readers.ts';
import { contentWithIssues } from '../support/own-content.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { addressIn, type Person, person } from '../support/visitor.ts';

/** An author's day at the desk in the browser, before a publication with some readers in it. */
const running = shippedCloud('2026-11-23T12:00:00Z');
const { cloud, outside } = running;

const FROST = { id: 'frost', sendOn: '2026-11-27', subject: 'The first frost' };
const AUTHOR = 'author@example.com';
const AGAIN = { retry: 2 };

describe.skipIf(CHROMIUM === undefined)('the studio', () => {
  let studio: RunningStudio;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let readers: Readonly<Record<'ann' | 'ben' | 'cleo' | 'dora', Person>>;
  const elsewhere: string[] = [];
  const blocked: string[] = [];

  beforeAll(async () => {
    readers = await deskReaders(outside);
    const contentDir = contentWithIssues('example.com', [FROST]);
    const place = { ...terminal(), contentDir, print: () => undefined };
    const wishes = { profile: undefined, region: undefined, context: {}, flags: new Set<string>() };
    const desk = studioAt(place, { ...wishes, values: { local: cloud().url } }, true);
    const { table, config } = await desk.desk();
    const issues = broadcastsIn(table, config);
    await issues.note(FROST.id as IssueId, 'scheduled', at('2026-11-26T09:00:00Z'));
    studio = await serveStudio(desk, { key: 'the-key', session: 'the-secret' }, 0);
    browser = await launch();
    context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    // Long enough for a busy machine.
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
    // What the policy blocks is told as a request that failed for that.
    const toElsewhere = (request: Request) =>
      !request.url().startsWith(new URL(studio.address).origin);
    page.on('requestfinished', (one) => void (toElsewhere(one) && elsewhere.push(one.url())));
    page.on('requestfailed', (one) => {
      if (toElsewhere(one) && one.failure()?.errorText !== 'csp') elsewhere.push(one.url());
      else if (toElsewhere(one)) blocked.push(one.url());
    });
    await page.goto(studio.address);
  });
  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  });

  /** Goes to a page by its link, and waits until it is there. */
  const open = async (name: string) => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.locator('main:not([aria-busy])').waitFor();
  };
  const told = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const part = (name: string | RegExp) => page.getByRole('region', { name });

  test('opens by its address, which it leaves behind, and for nobody else', async () => {
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(page.url()).toBe(`${new URL(studio.address).origin}/#/today`);
    const stranger = await browser.newContext();
    const closed = await stranger.newPage();
    expect((await closed.goto(studio.address))?.status()).toBe(403);
    expect((await closed.goto(new URL('/', studio.address).href))?.status()).toBe(401);
    await closed.getByRole('heading', { name: 'The studio is closed here' }).waitFor();
    await stranger.close();
    // No page that it shows can read the cookie.
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('Today: what is to come, what went, what rings', async () => {
    await told('Wednesday, November 25');
    await told('Mails go, and nothing holds them.');
    await told('None rings.');
    const cards = await page.locator('.facts').innerText();
    expect(cards).toMatch(/Due, and not gone yet\s+0\n/);
    expect(cards).toMatch(/Left of the day’s quota\s+\d+ letters of 50000 mails, 14 a second/);
  });

  test('Course: who received, wrote back, paused and left, letter by letter', async () => {
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
    await told(/It goes through the whole table \(\d\.\d MB\), for /);
    await press('Count everybody');
    await told('Came in the last 14 days: 3');
    expect(await page.locator('.numbers').innerText()).toMatch(
      /Reading\s+1\n+Paused\s+1\n+Left\s+1\n/,
    );
  });

  test('one reader: found by an address that stands in no line, and paused with a record of it', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('An address, or an id').fill('nobody@example.net');
    await press('Look up');
    await told('Nobody is stored under that address.');
    await page.getByLabel('An address, or an id').fill(readers.ann.address);
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
    await press('Pause');
    await page.getByLabel(/^Until/).fill('2026-12-10');
    await press('Show me what that does');
    await told('That is so already.');
    await press('Move to another place');
    await page.getByLabel(/How many letters/).fill('a-letter-that-is-not');
    await press('Show me what that does');
    await told('The course has no such place.');
    await press('End it for them');
    await page.getByRole('dialog').getByLabel(/^Why/).waitFor();
    await press('Yes, do it');
    // The browser asks for the reason before anything is sent.
    await page.getByRole('dialog').waitFor();
    await press('No, leave it');
    await told('Paused until Thursday, December 10.');
  });

  test('Replies: who waits, in their own words, in a frame that loads nothing', async () => {
    await outside.receives(HTML_MAIL, addressIn((await readers.ben.latest()).replyTo));
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
    expect([...blocked].sort()).toEqual([
      'https://evil.example/back.png',
      'https://evil.example/pixel.png',
    ]);
    expect(elsewhere).toEqual([]);
    const answer = page.getByRole('link', { name: 'Answer from your own mailbox' });
    expect(await answer.getAttribute('href')).toBe(
      'mailto:ben%40example.net?subject=Re%3A%20Think%20of%20one%20person&in-reply-to=%3Chtml-1%40example.net%3E',
    );
  });

  test('what its author says of a mail is kept: answered, and how it should have been read', async () => {
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

  test('no page goes through the table: what each asks of it is bounded', async () => {
    const asked: Record<string, Record<string, number>> = {};
    for (const name of [
      'Today',
      'Course',
      'Readers',
      'Replies',
      'Newsletter',
      'Letters',
      'Money',
    ]) {
      await open('Health');
      await fetch(new URL('/_local/metrics/reset', cloud().url), { method: 'POST' });
      await open(name);
      const { requests } = await outside.json<Figures>('/_local/metrics');
      const own: Record<string, number> = {};
      for (const one of requests.filter((each) => each.function === '(outside)'))
        if (one.service === 'dynamodb') own[one.action] = (own[one.action] ?? 0) + one.count;
      asked[name] = own;
    }
    expect(asked).toEqual({
      // Eight shards of letters and four of issues, asked three times.
      Today: { Query: 37, GetItem: 2 },
      Course: { Query: 1 },
      // Of a list, so many items at a time, and four times at most.
      Readers: { DescribeTable: 1, Scan: 1 },
      // This month and the one before: their mails, what became of them, and who wrote.
      Replies: { Query: 2, BatchGetItem: 2 },
      Newsletter: { DescribeTable: 1, Query: 1 },
      Letters: {},
      Money: { Query: 4 },
    });
  });

  test('is gone through with the keyboard alone', async () => {
    await page.goto('about:blank');
    await page.goto(new URL('/#/today', studio.address).href);
    await page.locator('main:not([aria-busy])').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.id')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('link', { name: 'Money' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor();
    await page.locator('main:not([aria-busy])').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Money');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });

  test('says what is wrong when what it looks at is not there', async () => {
    await page.route('**/api/today', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'Your AWS credentials have expired.' }),
      }),
    );
    await page.goto('about:blank');
    await page.goto(new URL('/#/today', studio.address).href);
    await page.getByRole('alert').getByText('Your AWS credentials have expired.').waitFor();
    await page.unroute('**/api/today');
  });

  describe('reads well', () => {
    const places = async () => {
      const [reader, reply] = await Promise.all(
        [
          ['/api/readers?standing=paused', ({ readers }: Listed) => readers.readers[0]?.id],
          ['/api/replies', ({ waiting }: Listed) => waiting[0]?.messageId],
        ].map(async ([path, pick]) =>
          (pick as (listed: Listed) => string)(
            (await (
              await page.request.get(new URL(path as string, studio.address).href)
            ).json()) as Listed,
          ),
        ),
      );
      return [
        ...['today', 'course', 'readers', 'replies', 'newsletter', 'letters', 'health', 'money'],
        `readers/${reader}`,
        `replies/${reply}`,
        'letters/closer/closeness',
      ];
    };

    test.each([
      [1280, 'light'],
      [390, 'dark'],
      [320, 'light'],
    ] as const)('every page, at %i px, %s', async (width, colorScheme) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      for (const place of await places()) {
        await page.goto('about:blank');
        await page.goto(new URL(`/#/${place}`, studio.address).href);
        await page.locator('main:not([aria-busy])').waitFor();
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode(true)
          .exclude('iframe')
          .analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
        expect(found, place).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBe(width);
      }
    });
  });

  test('nothing was ever asked of anybody elsewhere', () => {
    expect(elsewhere).toEqual([]);
  });
});

interface Listed {
  readonly readers: { readonly readers: readonly { readonly id: string }[] };
  readonly waiting: readonly { readonly messageId: string }[];
}

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
