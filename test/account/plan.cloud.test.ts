import { execFile } from 'node:child_process';
import { devNull } from 'node:os';
import { promisify } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, inject, onTestFinished, test } from 'vitest';
import { keyOf, toAttributes } from '../../functions/adapters/item.ts';
import type { TrackId } from '../../functions/core/course.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { enrollment, reader } from '../support/builders.ts';
import { authorOf } from '../support/local-account.ts';

const execute = promisify(execFile);

/** Commands of their own beside those of an account, from a shell such as an author has. */
async function shell() {
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
  const run = (...command: readonly string[]) =>
    execute(process.execPath, ['--import', 'tsx', ...command], { env });
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(authorOf(cloud)), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const put = (Item: Record<string, unknown>) =>
    client.send(new PutCommand({ TableName: table, Item }));
  return { table, run, put };
}

test('npm run plan asks where every other command asks', async () => {
  const { table, run } = await shell();
  const { stdout } = await run('local/plan.ts', '--table', table);
  expect(stdout).toContain(`${table}: account 000000000000 in us-east-1`);
  expect(stdout).toContain('Everybody gets every lesson in its place.');
});

test('npm run plan says the same to scripts', async () => {
  const { table, run, put } = await shell();
  const lessons = [
    { id: 'closeness', subject: 'Closeness' },
    { id: 'gone', subject: 'Gone' },
  ];
  await put({ pk: 'outline', sk: 'closer', v: 1, tracks: ['partner', 'friend'], lessons });
  const ann = reader({ enrollments: [enrollment({ track: 'partner' as TrackId })] });
  await put({ ...keyOf(ann), ...toAttributes(ann) });
  const { stdout } = await run('local/plan.ts', '--table', table, '--json');
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({
    deployed: false,
    finished: 1,
    harms: [{ is: 'removed', course: 'closer', lesson: 'gone', had: 0, lost: 1 }],
  });
  expect(told.courses[0].rows.slice(0, 2)).toMatchObject([
    { lesson: 'closeness', change: 'same', place: 1, was: 1, next: 1 },
    { lesson: 'gone', change: 'removed', was: 2, never: 1 },
  ]);
});

test('npm run replies exports from where every other command asks', async () => {
  const { table, run, put } = await shell();
  const item = { pk: 'inbound#m1', sk: 'outcome', messageId: 'm1', label: 'no-wish' };
  const receivedAt = '2026-11-22T09:00:00Z';
  await put({ ...item, receivedAt });
  await put({ ...item, pk: 'inbound#m2', receivedAt, label: undefined });
  const { stdout } = await run('local/replies.ts', '--export', '--table', table);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ mail: 'm1', label: 'no-wish', at: receivedAt, intent: '', outcome: '' }]);
});

test('npm run replies says what an option is that it does not know', async () => {
  const { run } = await shell();
  const failed = await run('local/replies.ts', '--exprot').catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Unknown option '--exprot'\. Known: .*\n$/),
  });
});
