import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { broadcastsIn } from '../../functions/adapters/broadcasts.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { terminal } from '../../local/account/terminal.ts';
import { type RunningStudio, serveStudio } from '../../local/studio/server.ts';
import { studioAt } from '../../local/studio/studio.ts';
import { launch } from './browser.ts';
import { at } from './builders.ts';
import { deskReaders } from './desk-readers.ts';
import { contentWithIssues } from './own-content.ts';
import type { shippedCloud } from './shipped-cloud.ts';

/** An issue of the author's own, which is deployed. */
const FROST = { id: 'frost', sendOn: '2026-11-27', subject: 'The first frost' };

/**
 * A studio that may write, before a publication with some readers in it, open in a browser: from the first hook of
 * the group that calls this to its last.
 */
export function openStudio({ cloud, outside }: ReturnType<typeof shippedCloud>) {
  let running: Open | undefined;
  beforeAll(async () => {
    const readers = await deskReaders(outside);
    const contentDir = contentWithIssues('example.com', [FROST]);
    const place = { ...terminal(), contentDir, print: () => undefined };
    const wishes = { profile: undefined, region: undefined, context: {}, flags: new Set<string>() };
    const desk = studioAt(place, { ...wishes, values: { local: cloud().url } }, true);
    const { table, config } = await desk.desk();
    const issues = broadcastsIn(table, config);
    await issues.note(FROST.id as IssueId, 'scheduled', at('2026-11-26T09:00:00Z'));
    const studio = await serveStudio(desk, { key: 'the-key', session: 'the-secret' }, 0);
    const browser = await launch();
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    // Long enough for a busy machine.
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    running = { readers, studio, browser, page, loads: loadsElsewhere(page, studio) };
    await page.goto(studio.address);
    await page.locator('main:not([aria-busy])').waitFor();
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.studio.stop();
  });
  const opened = (): Open => {
    if (running === undefined) throw new Error('the studio has not started yet');
    return running;
  };
  return {
    opened,
    url: (path: string) => new URL(path, opened().studio.address).href,
    /** Goes to a page by its link, and waits until it is there. */
    async open(name: string): Promise<void> {
      const { page } = opened();
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.locator('main:not([aria-busy])').waitFor();
    },
    /** Goes to a place as somebody does who has its address. */
    async goTo(place: string): Promise<void> {
      const { page, studio } = opened();
      // The same address with another fragment would not be loaded anew.
      await page.goto('about:blank');
      await page.goto(new URL(`/#/${place}`, studio.address).href);
      await page.locator('main:not([aria-busy])').waitFor();
    },
    told: (text: string | RegExp) => opened().page.getByText(text).first().waitFor(),
    press: (name: string) => opened().page.getByRole('button', { name, exact: true }).click(),
    part: (name: string | RegExp) => opened().page.getByRole('region', { name }),
  };
}

interface Open {
  readonly readers: Awaited<ReturnType<typeof deskReaders>>;
  readonly studio: RunningStudio;
  readonly browser: Browser;
  readonly page: Page;
  readonly loads: ReturnType<typeof loadsElsewhere>;
}

/** What a page asks of anybody else, and what its policy kept it from: that is told as a request which failed. */
function loadsElsewhere(page: Page, { address }: RunningStudio) {
  const loads = { done: [] as string[], blocked: [] as string[] };
  const isElsewhere = (request: Request) => !request.url().startsWith(new URL(address).origin);
  page.on('requestfinished', (one) => void (isElsewhere(one) && loads.done.push(one.url())));
  page.on('requestfailed', (one) => {
    if (!isElsewhere(one)) return;
    const kept = one.failure()?.errorText === 'csp' ? loads.blocked : loads.done;
    kept.push(one.url());
  });
  return loads;
}
