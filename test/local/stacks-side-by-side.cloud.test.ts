import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { expect, inject, onTestFinished, test } from 'vitest';
import { doctor } from '../../local/account/doctor.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { shellBefore } from '../account/shell.ts';
import { authorOf, cdk } from '../support/local-account.ts';
import { contentFor } from '../support/own-content.ts';
import { linkIn, person, world } from '../support/visitor.ts';

/** What a second publication says in its cdk.json, where the first has the active rule set. */
const BESIDE = {
  domain: 'closer.org',
  alarmAddress: 'ann@closer.org',
  stage: 'second',
  receiptRuleSet: 'RepliesRuleSet4BDDEE9F',
} as const;
const SECOND = 'Kindling-second';

/** Deploys another stack with the real cdk command. */
async function deployedBeside(cloud: Cloud) {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-beside-'));
  const content = contentFor('closer.org');
  onTestFinished(() => {
    for (const one of [folder, content]) rmSync(one, { recursive: true, force: true });
  });
  const said = Object.entries(BESIDE).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const wish = ['deploy', '--require-approval=never', '--output', join(folder, 'out'), ...said];
  return cdk(cloud, wish, { KINDLING_CONTENT: content });
}

const cloudFormation = (cloud: Cloud) => new CloudFormationClient(authorOf(cloud));

async function outputsOf(cloud: Cloud, StackName: string) {
  const { Stacks } = await cloudFormation(cloud).send(new DescribeStacksCommand({ StackName }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return Object.fromEntries(outputs.map((one) => [one.OutputKey ?? '', one.OutputValue ?? '']));
}

const PATIENCE = { timeout: 600_000 };

test('two publications in one account: nothing of one is the other’s', PATIENCE, async () => {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  onTestFinished(() => cloud.stop());
  const { status, printed } = await deployedBeside(cloud);
  expect(status, printed).toBe(0);

  const [one, other] = [await outputsOf(cloud, 'Kindling'), await outputsOf(cloud, SECOND)];
  expect(other['TableName']).not.toBe(one['TableName']);
  expect(one['WebUrl'], 'the first is where it was').toBe(cloud.url);
  const [here, there] = [world(cloud.url), world(other['WebUrl'] ?? '')];
  const [ann, bob] = [person(here, 'ann@example.net'), person(there, 'bob@example.net')];
  await ann.joins();
  await bob.joins();
  expect(linkIn(await bob.latest(), 'unsubscribe')).toContain(`${other['WebUrl']}/unsubscribe/`);

  const readersOf = async (outside: typeof here) =>
    ['ann@example.net', 'bob@example.net'].map(async (address) => {
      const found = await fetch(`${outside.url}/_local/subscribers/${address}`);
      return found.status === 200;
    });
  expect(await Promise.all(await readersOf(here))).toEqual([true, false]);
  expect(await Promise.all(await readersOf(there))).toEqual([false, true]);

  const stopped = await bob.replies('stop');
  expect(stopped, 'by a rule in the set that is the first one’s').toMatchObject({
    intent: 'unsubscribe',
    outcome: 'applied',
  });
  expect((await here.replies()).map(({ outcome }) => outcome)).toEqual([undefined]);
  expect((await ann.replies('stop')).outcome).toBe('applied');

  const author = shellBefore(cloud, BESIDE);
  expect((await author.run(doctor)).text).toContain(
    '✓ rule-set       "RepliesRuleSet4BDDEE9F" takes mail for reply.closer.org',
  );
  const stranger = shellBefore(cloud, { stage: 'second' }, { domain: 'other.org' });
  expect((await stranger.run(doctor)).text).toContain(
    '✗ stack          the stack Kindling-second belongs to closer.org',
  );

  await remove(cloud, SECOND);
  expect((await fetch(`${there.url}/`)).status, 'its pages are gone').toBe(404);
  expect((await fetch(`${here.url}/`)).status, 'and the others are not').toBe(200);
});

async function remove(cloud: Cloud, StackName: string): Promise<void> {
  const client = cloudFormation(cloud);
  await client.send(
    new UpdateTerminationProtectionCommand({ StackName, EnableTerminationProtection: false }),
  );
  await client.send(new DeleteStackCommand({ StackName }));
}

test('what there can be only one of is the first one’s', async () => {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  onTestFinished(() => cloud.stop());
  const client = cloudFormation(cloud);
  const named = { StackName: SECOND, ChangeSetName: 'first' };
  const domain = {
    Type: 'AWS::SES::EmailIdentity',
    Properties: { EmailIdentity: 'example.com' },
  };
  const TemplateBody = JSON.stringify({ Resources: { Domain: domain } });
  await client.send(
    new CreateChangeSetCommand({ ...named, ChangeSetType: 'CREATE', TemplateBody }),
  );
  await client.send(new ExecuteChangeSetCommand(named));
  await world(cloud.url).settle();
  const { StackEvents = [] } = await client.send(
    new DescribeStackEventsCommand({ StackName: SECOND }),
  );
  expect(StackEvents[0]?.ResourceStatus).toBe('ROLLBACK_COMPLETE');
  expect(StackEvents.map((one) => one.ResourceStatusReason).join('\n')).toContain(
    "'example.com' already exists",
  );
});
