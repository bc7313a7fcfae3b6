import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { SESClient } from '@aws-sdk/client-ses';
import { compileContent, contentFolder } from '../emails/compile.ts';
import { placeholders, readAccountConfig, refusal } from '../infra/config.ts';
import { explainingMistakes } from '../infra/mistakes.ts';
import { activateRuleSet } from './rule-set.ts';

const OUTPUTS = '.build/outputs.json';

/** `npm run deploy`: refuses placeholders, deploys, and makes our receipt rule set the active one. */
async function deploy(): Promise<string | undefined> {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
    readonly context: Readonly<Record<string, unknown>>;
  };
  const { publication } = await compileContent(contentFolder());
  const config = readAccountConfig((key) => context[key], publication);
  const open = placeholders(config, publication);
  if (open.length > 0) return refusal(open);

  const cdk = ['cdk', 'deploy', '--outputs-file', OUTPUTS, ...process.argv.slice(2)];
  const { status } = spawnSync('npx', cdk, { stdio: 'inherit' });
  if (status !== 0) return 'cdk deploy did not succeed; its message is above.';
  const { Kindling } = JSON.parse(readFileSync(OUTPUTS, 'utf8')) as {
    readonly Kindling: { readonly ReceiptRuleSet: string; readonly WebUrl: string };
  };
  const activation = await activateRuleSet(new SESClient({}), Kindling.ReceiptRuleSet);
  if (activation.is === 'taken') {
    return (
      `Replies can't arrive yet: the receipt rule set "${activation.by}" is active in this account ` +
      `and region, and there can be only one. Move its rules into "${Kindling.ReceiptRuleSet}", or ` +
      'deploy Kindling to another region. Nothing of it was changed.'
    );
  }
  console.log(`Deployed. The sign-up page is ${Kindling.WebUrl}/`);
  return undefined;
}

await explainingMistakes(async () => {
  const problem = await deploy();
  if (problem === undefined) return;
  console.error(problem);
  process.exitCode = 1;
});
