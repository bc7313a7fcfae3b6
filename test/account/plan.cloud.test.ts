import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startCloud } from '../../local/cloud/cloud.ts';
import { authorOf } from '../support/local-account.ts';

const execute = promisify(execFile);

test('npm run plan asks where every other command asks', async () => {
  const cloud = await startCloud({ assemblyDir: inject('assembly'), port: 0 });
  onTestFinished(() => cloud.stop());
  const asked = new DescribeStacksCommand({ StackName: 'Kindling' });
  const { Stacks } = await new CloudFormationClient(authorOf(cloud)).send(asked);
  const outputs = Stacks?.[0]?.Outputs ?? [];
  const table = outputs.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue ?? '';
  const { AWS_REGION: _, AWS_PROFILE: __, ...others } = process.env;
  const env = {
    ...others,
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_ACCESS_KEY_ID: 'author',
    AWS_SECRET_ACCESS_KEY: 'local',
    // The one that the AWS CLI knows and its SDK does not.
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
  const command = ['--import', 'tsx', 'local/plan.ts', '--table', table];
  const { stdout } = await execute(process.execPath, command, { env });
  expect(stdout).toContain(`${table}: account 000000000000 in us-east-1`);
  expect(stdout).toContain('Everybody gets every lesson in its place.');
});
