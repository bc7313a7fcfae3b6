import { readFileSync } from 'node:fs';
import { SESClient, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { activateRuleSet } from '../../local/rule-set.ts';

let cloud: Cloud;
let ses: SESClient;
beforeAll(async () => {
  cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  ses = new SESClient({
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'author', secretAccessKey: 'author' },
  });
});
afterAll(() => cloud.stop());

test('our rule set becomes the active one, once, and never in another’s place', async () => {
  await ses.send(new SetActiveReceiptRuleSetCommand({}));
  const ours = ruleSetName();
  expect(await activateRuleSet(ses, ours)).toEqual({ is: 'activated' });
  expect(await activateRuleSet(ses, ours)).toEqual({ is: 'active' });
  expect(await activateRuleSet(ses, 'somebody-else')).toEqual({ is: 'taken', by: ours });
  expect(await activateRuleSet(ses, ours), 'nothing was replaced').toEqual({ is: 'active' });
});

/** The name that CloudFormation gave it: the local cloud names a resource by its logical id. */
function ruleSetName(): string {
  const template = readFileSync(`${inject('assembly')}/Kindling.template.json`, 'utf8');
  const { Resources } = JSON.parse(template) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  };
  const ids = Object.keys(Resources);
  return ids.find((id) => Resources[id]?.Type === 'AWS::SES::ReceiptRuleSet') ?? '';
}
