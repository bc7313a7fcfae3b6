import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brandNew, established } from '../../local/cloud/account/state.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { authorOf, cdk, emptyAccount } from '../support/local-account.ts';
import { contentFor } from '../support/own-content.ts';
import { person, world } from '../support/visitor.ts';

/**
 * The real `cdk` command deploys to an account on this machine: it signs, assumes roles, uploads the
 * bundles and waits for a change set, and what it deployed is what then runs.
 */
let folder: string;
let content: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindling-deploy-'));
  content = contentFor('closer.org');
  const context = ['domain=closer.org', 'alarmAddress=ann@closer.org'];
  const { status, printed } = await cdk(
    { endpoint: 'http://127.0.0.1:9' },
    ['synth', '--quiet', '--output', assembly(), ...context.flatMap((one) => ['-c', one])],
    { KINDLING_CONTENT: content },
  );
  expect(status, printed).toBe(0);
});
afterAll(() => {
  for (const one of [folder, content]) rmSync(one, { recursive: true, force: true });
});

const assembly = () => join(folder, 'assembly');
const deploy = (account: Cloud, app = assembly()) =>
  cdk(account, ['deploy', '--app', app, '--require-approval=never']);

async function statusOf(account: Cloud): Promise<string | undefined> {
  const client = new CloudFormationClient(authorOf(account));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  return Stacks[0]?.StackStatus;
}

test('what was deployed runs: somebody signs up and is asked whether they meant it', async () => {
  const account = await emptyAccount({ account: established() });
  const before = await fetch(`${account.url}/`);
  expect(before.status, 'an empty account has no pages').toBe(404);

  const { status, printed } = await deploy(account);
  expect(status, printed).toBe(0);
  expect(printed).toContain('✅  Kindling');
  expect(await statusOf(account)).toBe('CREATE_COMPLETE');

  const outside = world(account.url);
  const ann = person(outside, 'ann@example.org');
  await ann.joins();
  expect((await ann.mails()).length).toBeGreaterThan(0);
});

test('deployed again, nothing has to be done', async () => {
  const account = await emptyAccount();
  await deploy(account);
  const { status, printed } = await deploy(account);
  expect(status, printed).toBe(0);
  expect(printed).toContain('(no changes)');
});

test('an account without CDK’s stack gets it by cdk bootstrap', async () => {
  const account = await emptyAccount({ account: brandNew({ bootstrap: 0 }) });
  const before = await deploy(account);
  expect(before.printed).toContain('Has the environment been bootstrapped?');
  const { status, printed } = await cdk(account, ['bootstrap', 'aws://000000000000/us-east-1']);
  expect(status, printed).toBe(0);
  expect((await deploy(account)).printed).toContain('✅  Kindling');
});

describe('what AWS would refuse is refused', () => {
  test.for([
    {
      why: 'credentials that have expired',
      account: brandNew({ credentials: 'expired' }),
      says: /expired/i,
    },
    {
      why: 'a region in which SES receives no mail',
      account: brandNew({ receiving: false }),
      says: /Unrecognized resource types: \[.*AWS::SES::ReceiptRule/,
    },
    {
      why: 'a domain that is an identity already',
      account: brandNew({
        identities: [{ name: 'closer.org', feedbackForwarding: true, confirmed: false }],
      }),
      says: /'closer.org' already\s+exists/,
    },
  ])('$why', async ({ account: state, says }) => {
    const account = await emptyAccount({ account: state });
    const { status, printed } = await deploy(account);
    expect(status, printed).toBe(1);
    expect(printed).toMatch(says);
  });

  test('placeholders, by the template’s own rule', async () => {
    const account = await emptyAccount();
    const open = changed((template) => {
      template['Parameters'] = { Open: { Type: 'String', Default: 'yes' } };
      template['Rules'] = {
        IsComplete: {
          Assertions: [
            { Assert: { 'Fn::Equals': [{ Ref: 'Open' }, 'no'] }, AssertDescription: 'Fill it in' },
          ],
        },
      };
    });
    const { status, printed } = await deploy(account, open);
    expect(status, printed).toBe(1);
    expect(printed).toContain('Fill it in');
  });

  test('an access log without a request id, and the stack is rolled back', async () => {
    const account = await emptyAccount();
    const mute = changed(({ Resources }) => {
      const stages = Object.values(Resources).filter(
        ({ Type }) => Type === 'AWS::ApiGatewayV2::Stage',
      );
      for (const stage of stages) {
        Object.assign(stage.Properties, { AccessLogSettings: { Format: '$context.status' } });
      }
    });
    const { status, printed } = await deploy(account, mute);
    expect(status, printed).toBe(1);
    expect(printed).toContain('$context.requestId');
    expect(await statusOf(account)).toBe('ROLLBACK_COMPLETE');
    expect((await deploy(account)).printed, 'what is left is protected, too').toContain(
      'cannot be deleted while TerminationProtection is enabled',
    );
    await new CloudFormationClient(authorOf(account)).send(
      new UpdateTerminationProtectionCommand({
        StackName: 'Kindling',
        EnableTerminationProtection: false,
      }),
    );
    expect((await deploy(account)).printed, 'deleted, and begun anew').toContain('✅  Kindling');
  });
});

interface Open extends Record<string, unknown> {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: object }>
  >;
}

/** The assembly with another template, under another name: CDK uploads nothing twice. */
function changed(change: (template: Open) => void): string {
  const copy = mkdtempSync(join(folder, 'changed-'));
  cpSync(assembly(), copy, { recursive: true });
  const template = JSON.parse(textIn(copy, 'Kindling.template.json')) as Open;
  change(template);
  writeFileSync(join(copy, 'Kindling.template.json'), JSON.stringify(template));
  const { files } = JSON.parse(textIn(copy, 'Kindling.assets.json')) as {
    readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
  };
  const [hash = ''] =
    Object.entries(files).find(([, { source }]) => source.path === 'Kindling.template.json') ?? [];
  for (const file of ['Kindling.assets.json', 'manifest.json']) {
    writeFileSync(join(copy, file), textIn(copy, file).replaceAll(hash, `changed-${hash}`));
  }
  return copy;
}

const textIn = (directory: string, file: string) => readFileSync(join(directory, file), 'utf8');
