import { statSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { terminal } from '../../local/account/terminal.ts';
import type { Figures } from '../../local/cloud/cloud.ts';
import type { CourseFunnel } from '../../local/desk/funnel.ts';
import { studio } from '../../local/studio/command.ts';
import type { InboxTold } from '../../local/studio/inbox.ts';
import type { ReadersTold } from '../../local/studio/reader-routes.ts';
import { CHROMIUM } from '../support/browser.ts';
import { openStudio } from '../support/open-studio.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';

/** What holds of every page of the studio. */
const running = shippedCloud('2026-11-23T12:00:00Z');
const { cloud, outside } = running;

const PATIENT = { timeout: 60_000 };

describe.skipIf(CHROMIUM === undefined)('the pages of the studio', () => {
  const { opened, goTo, url } = openStudio(running);

  test('no page goes through the table: what each asks of it is bounded', async () => {
    const asked: Record<string, Record<string, number>> = {};
    for (const name of [
      'today',
      'course',
      'readers',
      'replies',
      'newsletter',
      'letters',
      'money',
    ]) {
      await fetch(new URL('/_local/metrics/reset', cloud().url), { method: 'POST' });
      await goTo(name);
      const { requests } = await outside.json<Figures>('/_local/metrics');
      const own: Record<string, number> = {};
      for (const one of requests.filter((each) => each.function === '(outside)'))
        if (one.service === 'dynamodb') own[one.action] = (own[one.action] ?? 0) + one.count;
      asked[name] = own;
    }
    expect(asked).toEqual({
      // Eight shards of letters and four of issues, asked three times.
      today: { Query: 37, GetItem: 2 },
      course: { Query: 1 },
      // Of a list, so many items at a time, and four times at most.
      readers: { DescribeTable: 1, Scan: 1 },
      // This month and the one before: their mails, what became of them, and who wrote.
      replies: { Query: 2, BatchGetItem: 2 },
      newsletter: { DescribeTable: 1, Query: 1 },
      letters: {},
      money: { Query: 4 },
    });
  });

  test('is gone through with the keyboard alone', async () => {
    const { page } = opened();
    await goTo('today');
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

  test('npm run studio prints an address that opens it, and without --write no page has a deed', async () => {
    const printed: string[] = [];
    let stop: () => void = () => undefined;
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const place = {
      ...terminal(),
      env: { PORT: '0' },
      print: (line: string) => void printed.push(line),
    };
    const ended = studio(place, ['--local', cloud().url], () => stopped);
    await expect.poll(() => printed, PATIENT).toHaveLength(1);
    expect(printed[0]).toContain(`looks at the local cloud at ${cloud().url} (--write lets it`);
    const [address = ''] = /http:\S+key=\S+/.exec(printed[0] ?? '') ?? [];
    const page = await (await opened().browser.newContext()).newPage();
    await page.goto(address);
    for (const [path, hint] of [
      ['newsletter', 'A day in its file sends an issue'],
      [
        `readers/${await idOfAReader()}`,
        'To pause, move, write to or erase them, start the studio with --write.',
      ],
      ['letters/closer/closeness', 'To have it sent to yourself, start with --write'],
    ] as const) {
      await page.goto(new URL(`/#/${path}`, address).href);
      await page.getByText(hint).waitFor();
      const buttons = await page.locator('main button').allInnerTexts();
      expect(
        buttons.filter((name) => !/^(Look|Count)/.test(name)),
        path,
      ).toEqual([]);
    }
    await page.context().close();
    stop();
    expect(await ended).toBe(0);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('says what is wrong when what it looks at is not there', async () => {
    const { page } = opened();
    await page.route('**/api/today', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'Your AWS credentials have expired.' }),
      }),
    );
    await goTo('today');
    await page.getByRole('alert').getByText('Your AWS credentials have expired.').waitFor();
    await page.unroute('**/api/today');
  });

  test.each([
    [1280, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const)('every page reads well at %i px, %s', async (width, colorScheme) => {
    const { page } = opened();
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    for (const place of await places()) {
      await goTo(place);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .exclude('iframe')
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
      expect(found, place).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), place).toBe(width);
    }
  });

  const asked = async <Answer>(path: string) =>
    (await (await opened().page.request.get(url(path))).json()) as Answer;

  async function idOfAReader(): Promise<string | undefined> {
    const { readers } = await asked<ReadersTold>('/api/readers?standing=paused');
    return readers.readers[0]?.id;
  }

  /** Every page, a reader, a mail of somebody, and a letter. */
  async function places(): Promise<readonly string[]> {
    const { waiting } = await asked<InboxTold>('/api/replies');
    return [
      ...['today', 'course', 'readers', 'replies', 'newsletter', 'letters', 'health', 'money'],
      `readers/${await idOfAReader()}`,
      `replies/${waiting[0]?.messageId}`,
      'letters/closer/closeness',
    ];
  }

  // Drawn when somebody asks for them: `KINDLING_PICTURES=1 npx vitest run test/studio`.
  test.skipIf(process.env['KINDLING_PICTURES'] !== '1')('pictures of it', async () => {
    const { page } = opened();
    const [course] = (await (await page.request.get(url('/api/course'))).json()) as CourseFunnel[];
    await page.route('**/api/course', (route) => route.fulfill({ json: [readFor(course)] }));
    for (const [file, place, width, height, colorScheme] of PICTURES) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await goTo(place);
      await page.waitForLoadState('networkidle');
      const path = join(import.meta.dirname, '../../docs/pictures', `${file}.png`);
      await page.screenshot({ path });
      expect(statSync(path).size).toBeLessThan(150_000);
    }
    await page.unroute('**/api/course');
  });
});

const PICTURES = [
  ['studio-course', 'course', 1180, 640, 'light'],
  ['studio-letter', 'letters/closer/closeness?scheme=dark', 390, 1000, 'dark'],
  ['studio-today', 'today', 390, 1000, 'light'],
  ['studio-readers-dark', 'readers', 1180, 640, 'dark'],
  ['studio-replies', 'replies', 390, 1000, 'light'],
  ['studio-newsletter-dark', 'newsletter', 390, 1000, 'dark'],
  ['studio-letters', 'letters', 1180, 640, 'light'],
  ['studio-health-dark', 'health', 390, 1000, 'dark'],
  ['studio-money', 'money', 390, 1000, 'light'],
] as const;

/** A course that some four hundred people have read, each letter by fewer. */
function readFor(course: CourseFunnel | undefined): CourseFunnel {
  if (course === undefined) throw new Error('there is no course');
  let received = 412;
  const rows = course.rows.map((row, place): CourseFunnel['rows'][number] => {
    const [leftAfter, pausedAfter] = [[9, 4, 2, 6, 1][place % 5] ?? 0, [3, 11, 5][place % 3] ?? 0];
    const is = {
      ...row,
      received,
      leftAfter,
      pausedAfter,
      replied: [61, 24, 38, 17][place % 4] ?? 0,
    };
    received -= leftAfter + 3;
    return is;
  });
  return { ...course, rows, finished: received };
}
