import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { launchInto } from '../support/browser.ts';
import { type Category, type Verdict, verdictOf } from './verdict.ts';

/** What is asked for, and a cookie that goes with it. */
export interface Asked {
  readonly name: string;
  readonly path: string;
  readonly cookie?: string;
}

/** A browser in which Lighthouse judges pages. */
export interface Auditor {
  /** @throws with Lighthouse's reason when the page could not be judged */
  audit(origin: string, asked: Asked, categories: readonly Category[]): Promise<Verdict>;
  close(): Promise<void>;
}

/** Now and then a trace begins after the page has; Lighthouse then asks to be run again. */
const TRIES = 4;

/** Lighthouse reaches the browser by its debugging port, which is on loopback alone. */
export async function auditor(): Promise<Auditor> {
  const profile = mkdtempSync(join(tmpdir(), 'kindling-lighthouse-'));
  const context = await launchInto(profile, ['--remote-debugging-port=0']);
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  const once = async (url: string, cookie: string | undefined, categories: readonly Category[]) => {
    const ran = await lighthouse(url, {
      port: Number(port),
      logLevel: 'silent',
      disableFullPageScreenshot: true,
      onlyCategories: [...categories],
      // The page that says no is a page like others.
      ignoreStatusCode: true,
      ...(cookie !== undefined && { extraHeaders: { Cookie: cookie } }),
    });
    if (ran === undefined) throw new Error(`${url} was not judged`);
    return ran.lhr;
  };
  return {
    async audit(origin, { name, path, cookie }, categories) {
      let result: Result;
      let tries = 0;
      do {
        result = await once(`${origin}${path}`, cookie, categories);
        tries += 1;
      } while (result.runtimeError && tries < TRIES);
      return verdictOf(name, result, categories);
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
