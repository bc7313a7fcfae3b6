import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateReceiptRuleCommand,
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { expect, inject, onTestFinished, test } from 'vitest';
import { teardown } from '../../local/account/teardown.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';
import { linkIn, person, world } from '../support/visitor.ts';
import { shellBefore } from './shell.ts';

const TYPED = ['--confirm', 'Kindling'];

/** A publication that runs and has a reader, and the shell of its author on the cloud's clock. */
async function running(context: object = {}) {
  const cloud = await startCloud({
    assemblyDir: inject('assembly'),
    port: 0,
    now: '2026-11-23T12:00:00Z',
  });
  onTestFinished(() => cloud.stop());
  const config = authorOf(cloud);
  await new CloudFormationClient(config).send(
    new UpdateTerminationProtectionCommand({
      StackName: 'Kindling',
      EnableTerminationProtection: true,
    }),
  );
  const outside = world(cloud.url);
  const ann = person(outside, 'ann@example.net');
  await ann.joins({ hour: 8 });
  await outside.advance('P1D');
  let now = '';
  const shell = shellBefore(cloud, context, { domain: 'example.com', now: () => new Date(now) });
  return {
    outside,
    ann,
    config,
    async says(...args: readonly string[]) {
      now = await outside.now();
      return shell.run(teardown, ...args);
    },
  };
}

const stackIn = async (config: ReturnType<typeof authorOf>, StackName = 'Kindling') =>
  (await new CloudFormationClient(config).send(new DescribeStacksCommand({ StackName })))
    .Stacks?.[0];

const activeIn = async (config: ReturnType<typeof authorOf>) =>
  new SESClient(config).send(new DescribeActiveReceiptRuleSetCommand({}));

test('stopped, nothing goes out or comes in, and whoever wants to leave can', async () => {
  const { outside, ann, config, says } = await running();
  expect((await says('--all', ...TYPED)).text).toContain('First: npm run teardown -- --stop');
  const unsure = await says('--stop', '--confirm', 'kindling');
  expect(unsure.text).toContain('Nothing was done.');
  expect(unsure.code).toBe(1);
  expect(await ann.lessons()).toHaveLength(1);

  const { text, code } = await says('--stop', ...TYPED);
  expect(text).toContain('Mail to reply.example.com is not taken any more');
  expect(text).toContain('From 2027-01-23 on: npm run teardown -- --all');
  expect(code).toBe(0);
  const before = (await outside.json<readonly unknown[]>('/_local/messages')).length;
  await person(outside, 'ben@example.net').signUp();
  await outside.advance('P3D');
  expect(await outside.json<readonly unknown[]>('/_local/messages')).toHaveLength(before);
  expect((await activeIn(config)).Metadata, 'receiving').toBeUndefined();
  const left = await fetch(linkIn(await ann.latest(), 'unsubscribe'), { method: 'POST' });
  expect(left.status).toBe(200);
  const { item } = await outside.json<{ item: { standing: { is: string } } }>(
    '/_local/subscribers/ann@example.net',
  );
  expect(item.standing.is).toBe('left');
});

test('taken back, it is as if it had waited', async () => {
  const { outside, ann, config, says } = await running();
  const { Metadata } = await activeIn(config);
  await says('--stop', ...TYPED);
  await outside.advance('P3D');
  expect((await says()).text).toContain('It was stopped on 2026-11-24.');
  expect((await says('--go-on')).code).toBe(0);
  await outside.advance('P2D');
  expect((await ann.lessons()).slice(0, 3)).toEqual(['closeness', 'emotional', 'physical']);
  expect((await activeIn(config)).Metadata?.Name).toBe(Metadata?.Name);
  expect((await says()).text).toContain('It runs.');
});

test('the rest goes sixty days later, and what readers gave stays', async () => {
  const { outside, config, says } = await running();
  const before = await stackIn(config);
  await says('--stop', ...TYPED);
  await outside.advance('P59D');
  const early = await says('--all', ...TYPED);
  expect(early.text).toContain('Links in letters have to work until 2027-01-23');
  expect((await stackIn(config))?.EnableTerminationProtection, 'protected still').toBe(true);
  await outside.advance('P1D');
  // A deployment meanwhile made ours the active one again.
  const ours = before?.Outputs?.find(({ OutputKey }) => OutputKey === 'ReceiptRuleSet');
  await new SESClient(config).send(
    new SetActiveReceiptRuleSetCommand({ RuleSetName: ours?.OutputValue }),
  );
  expect((await says('--all')).text, 'nobody typed its name').toContain('Nothing was done.');
  const { text, code } = await says('--all', ...TYPED);
  expect(text).toContain('It is gone.');
  expect(code).toBe(0);
  expect((await stackIn(config, before?.StackId))?.StackStatus).toBe('DELETE_COMPLETE');
  const table = before?.Outputs?.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
  expect(text).toContain(`the table ${table}, protected`);
  const described = await new DynamoDBClient(config).send(
    new DescribeTableCommand({ TableName: table }),
  );
  expect(described.Table?.TableStatus).toBe('ACTIVE');
});

test('in a rule set that is somebody else’s, our rule alone is turned off', async () => {
  const { config, says } = await running({ receiptRuleSet: 'INBOUND' });
  const ses = new SESClient(config);
  const RuleSetName = 'INBOUND';
  await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName }));
  for (const [Name, recipient] of [
    ['Theirs', 'shop.example.com'],
    ['Ours', 'reply.example.com'],
  ]) {
    const Rule = { Name, Enabled: true, Recipients: [recipient ?? ''], Actions: [] };
    await ses.send(new CreateReceiptRuleCommand({ RuleSetName, Rule }));
  }
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }));
  const enabled = async () => {
    const { Metadata, Rules = [] } = await activeIn(config);
    expect(Metadata?.Name, 'their mail comes in').toBe('INBOUND');
    return Object.fromEntries(Rules.map(({ Name, Enabled }) => [Name, Enabled]));
  };
  await says('--stop', ...TYPED);
  expect(await enabled()).toEqual({ Theirs: true, Ours: false });
  await says('--go-on');
  expect(await enabled()).toEqual({ Theirs: true, Ours: true });
});
