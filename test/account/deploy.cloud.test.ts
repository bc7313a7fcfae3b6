import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { describe, expect, test, vi } from 'vitest';
import { deploy } from '../../local/account/deploy.ts';
import { doctor } from '../../local/account/doctor.ts';
import type { AccountState } from '../../local/cloud/account/state.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';
import { shellAt } from './shell.ts';

/**
 * `npm run deploy` and `npm run doctor` against an account on this machine, with the real cdk command:
 * what an author reads in the states that an account can be in.
 */
const contextIn = (file: string) =>
  (JSON.parse(readFileSync(file, 'utf8')) as { readonly context: Record<string, unknown> }).context;

describe('what is in the way is one sentence, and nothing is deployed', () => {
  test.for<readonly [reason: string, Partial<AccountState>, says: string]>([
    [
      'expired credentials',
      { credentials: 'expired' },
      'Your AWS credentials have expired. Sign in again',
    ],
    [
      'a region without receiving',
      { receiving: false },
      '✗ region         SES receives no mail in',
    ],
    [
      'an account that CDK never saw',
      { bootstrap: 0 },
      '$ npx cdk bootstrap aws://000000000000/us-east-1',
    ],
    [
      'what is left of a deployment that failed',
      { failedStack: 'Kindling' },
      '✗ stack          Kindling is in ROLLBACK_COMPLETE',
    ],
    [
      'somebody’s receipt rule set',
      { ruleSets: ['INBOUND'], activeRuleSet: { is: 'named', name: 'INBOUND' } },
      '✗ rule-set       the receipt rule set "INBOUND" is active here, and there can be only one',
    ],
  ])('%s', async ([, change, says]) => {
    const { run } = await shellAt(change);
    const { code, text } = await run(deploy);
    expect(text).toContain(says);
    expect(text).not.toMatch(/\bat .*\.ts:/);
    expect(code).toBe(1);
    expect((await run(doctor)).text).not.toContain('stands');
  });

  test('no region', async () => {
    const { run } = await shellAt();
    vi.stubEnv('AWS_DEFAULT_REGION', undefined);
    expect((await run(deploy)).text).toMatch(/^No region is set\. Say --region/);
    expect((await run(doctor, '--region', 'eu-west-1')).text).toContain('in eu-west-1');
  });

  test('no credentials', async () => {
    const { run } = await shellAt();
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
    expect((await run(deploy)).text).toMatch(/^There are no AWS credentials here/);
  });

  test('placeholders', async () => {
    const { run } = await shellAt({}, { alarmAddress: 'author@example.com' });
    expect((await run(deploy)).text).toContain('cdk.json: context.alarmAddress: where alarms go');
  });
});

test('a profile has its region and its keys, whatever the shell has', async () => {
  const { run } = await shellAt();
  const file = join(mkdtempSync(join(tmpdir(), 'kindling-profile-')), 'credentials');
  writeFileSync(
    file,
    '[ann]\naws_access_key_id = author\naws_secret_access_key = local\nregion = us-east-1\n',
  );
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file);
  vi.stubEnv('AWS_DEFAULT_REGION', undefined);
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  const { text } = await run(doctor, '--profile', 'ann');
  expect(text.split('\n')[0]).toBe('closer.org: account 000000000000 in us-east-1 (profile ann)');
});

async function tableNameIn(account: Cloud): Promise<string | undefined> {
  const asked = new DescribeStacksCommand({ StackName: 'Kindling' });
  const { Stacks } = await new CloudFormationClient(authorOf(account)).send(asked);
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return outputs.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
}

// Two syntheses and a deployment: minutes, on a machine that does much else.
const PATIENCE = { timeout: 600_000 };

test('an account with a past is found once, and kept', PATIENCE, async () => {
  const { run, outside, account } = await shellAt({
    identities: [{ name: 'closer.org', feedbackForwarding: true, confirmed: true }],
    records: [{ name: '_dmarc.closer.org', type: 'TXT', values: ['"v=DMARC1; p=reject"'] }],
    concurrency: 1000,
  });
  const first = await run(deploy);
  expect(first.text).toContain('closer.org) to account 000000000000 in us-east-1');
  expect(first.text).toContain('Written to cdk.json: "identity": "adopt"');
  expect(first.text).toContain('the policy "reject" of closer.org applies already');
  expect(first.text).toContain('Deployed. The sign-up page is http');
  expect(first.text).not.toContain('_dmarc.closer.org  TXT');
  expect(first.code, first.text).toBe(0);
  expect(contextIn(outside.configFile)).toMatchObject({
    identity: 'adopt',
    dmarc: 'theirs',
    concurrency: 1000,
  });
  expect(account.account.state.activeRuleSet, 'replies arrive').toMatchObject({ is: 'named' });
  const asked = new GetEmailIdentityCommand({ EmailIdentity: 'closer.org' });
  const { MailFromAttributes } = await new SESv2Client(authorOf(account)).send(asked);
  expect(MailFromAttributes?.MailFromDomain, 'SPF counts').toBe('bounce.closer.org');

  const looked = await run(doctor);
  for (const line of [
    '✓ dmarc          reject (at closer.org)',
    '• leave-to-send  the sandbox: 200 mails a day',
    '• alarm-mail     ann@closer.org has a mail from AWS whose link is still to be clicked',
    '• dkim           3 of 3 records are missing',
    '✓ concurrency    1000 Lambdas at once',
    '✓ rule-set       "Replies',
  ]) {
    expect(looked.text).toContain(line);
  }
  expect(looked.code, 'not all is well').toBe(1);

  const before = readFileSync(outside.configFile, 'utf8');
  const missing = await run(deploy, '-c', 'table=SomebodyElses');
  expect(missing.text).toContain('✗ table          there is no table SomebodyElses in us-east-1');
  await new DynamoDBClient(authorOf(account)).send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: await tableNameIn(account),
      TargetTableName: 'SomebodyElses',
    }),
  );
  const lost = await run(deploy, '-c', 'table=SomebodyElses');
  expect(lost.text).toContain(
    '(AWS::DynamoDB::Table) would be removed: all your readers are in it',
  );
  expect(lost.code).toBe(1);
  expect(lost.text).not.toContain('Written to cdk.json');
  expect(readFileSync(outside.configFile, 'utf8')).toBe(before);
});
