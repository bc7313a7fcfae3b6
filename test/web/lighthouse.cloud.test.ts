import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { type Auditor, auditor } from '../lighthouse/audit.ts';
import { FRONT, LETTER, NOW } from '../lighthouse/pages.ts';
import { GATED, passes } from '../lighthouse/verdict.ts';
import { CHROMIUM } from '../support/browser.ts';

/** The page with most on it, and the one that is passed on. `npm run lighthouse` judges them all. */
describe.skipIf(CHROMIUM === undefined)('Lighthouse', () => {
  let cloud: Cloud;
  let judge: Auditor;
  beforeAll(async () => {
    cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0, now: NOW });
    judge = await auditor();
  });
  afterAll(async () => {
    await judge?.close();
    await cloud?.stop();
  });

  test.each([FRONT, LETTER])('finds nothing to mend on: $name', async (asked) => {
    const verdict = await judge.audit(cloud.url, asked, GATED);
    expect(verdict.findings).toEqual([]);
    expect(verdict.scores).toEqual({ accessibility: 100, 'best-practices': 100 });
    expect(passes(verdict)).toBe(true);
  });
});
