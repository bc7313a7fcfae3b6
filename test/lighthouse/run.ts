import { startCloud } from '../../local/cloud/cloud.ts';
import { synthesizeIfStale } from '../../local/start/stale.ts';
import { synthesize } from '../../local/start/synthesize.ts';
import { type Auditor, auditor } from './audit.ts';
import { NOW, publicPages } from './pages.ts';
import { CATEGORIES, passes, table, type Verdict } from './verdict.ts';

/**
 * `npm run lighthouse`: what Lighthouse thinks of every public page, as a table. The pages are those of
 * the local cloud, which it starts on loopback and ends, in the Chromium that is on this machine.
 * Ends with 1 when a page is under a gate. Lighthouse takes an origin of this machine for secure, as
 * browsers do: that pages come by https is the deployed API's, which answers nothing else.
 */
const ASSEMBLY = '.build/local-assembly';

async function verdicts(judge: Auditor, origin: string): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for (const asked of await publicPages(origin)) {
    process.stderr.write(`${asked.name} …\n`);
    found.push(await judge.audit(origin, asked, CATEGORIES));
  }
  return found;
}

await synthesizeIfStale(ASSEMBLY, (outDir) => synthesize(outDir), ['content']);
const cloud = await startCloud({ assemblyDir: ASSEMBLY, port: 0, now: NOW });
try {
  const judge = await auditor();
  try {
    const found = await verdicts(judge, cloud.url);
    console.log(table(found));
    if (!found.every(passes)) process.exitCode = 1;
  } finally {
    await judge.close();
  }
} finally {
  await cloud.stop();
}
