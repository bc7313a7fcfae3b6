import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { synthesize } from '../../local/start/synthesize.ts';
import { accountConfig } from '../support/account-config.ts';
import { VARIANTS } from '../support/stack-variants.ts';

test('on a laptop nothing is there yet, whatever the author’s account has', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [program, told] = [join(folder, 'program.mjs'), join(folder, 'told.json')];
  // The CDK reads this variable, and takes it before what cdk.json says.
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs';
     writeFileSync(process.env.CDK_OUTDIR, process.env.CDK_CONTEXT_JSON);`,
  );
  await synthesize(told, program);
  const here: object = JSON.parse(readFileSync(told, 'utf8'));
  const account = { ...VARIANTS.settled, ...VARIANTS.elsewhere };
  expect(accountConfig({ ...account, ...here })).toMatchObject({
    webDomain: '',
    table: '',
    receiptRuleSet: '',
    identity: 'ours',
    stage: '',
  });
});
