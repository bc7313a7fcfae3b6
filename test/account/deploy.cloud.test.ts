import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { deploy } from '../../local/account/deploy.ts';
import { doctor } from '../../local/account/doctor.ts';
import { type AccountState, established } from '../../local/cloud/account/state.ts';
import { shellAt } from './shell.ts';

/**
 * `npm run deploy` and `npm run doctor` against an account on this machine, with the real cdk command:
 * what an author reads in the states that an account can be in. What is deployed is in
 * first-deployment.cloud.test.ts.
 */
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

  test('a new account has ten Lambdas: that is the author’s to do, and stops nothing', async () => {
    const { run } = await shellAt();
    const { text } = await run(doctor);
    expect(text).toContain('• concurrency    10 Lambdas at once: the web page may have to wait');
    expect(text).toContain(
      '$ aws service-quotas request-service-quota-increase --service-code lambda ' +
        '--quota-code L-B99A9384 --desired-value 1000 --region us-east-1',
    );
  });

  test('no name of one’s own for pages, in an account that may write to strangers', async () => {
    const { run } = await shellAt({ sending: established().sending });
    const { code, text } = await run(deploy);
    expect(text).toContain('✗ certificate    links in mails go to a machine-named host');
    expect(code).toBe(1);
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
