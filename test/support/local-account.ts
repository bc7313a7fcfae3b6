import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import { onTestFinished } from 'vitest';
import { type AccountOptions, type Cloud, startAccount } from '../../local/cloud/cloud.ts';

/** An account for one test, with nothing in it. */
export async function emptyAccount(options: Partial<AccountOptions> = {}): Promise<Cloud> {
  const account = await startAccount({ port: 0, ...options });
  onTestFinished(() => account.stop());
  return account;
}

/** What an SDK client needs to talk to an account as its author. */
export const authorOf = ({ endpoint }: Pick<Cloud, 'endpoint'>) => ({
  endpoint,
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'author', secretAccessKey: 'local' },
});

/** The real `cdk` command against an account: what it printed, and how it ended. */
export async function cdk(
  { endpoint }: Pick<Cloud, 'endpoint'>,
  given: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | null; readonly printed: string }> {
  const command = ['node_modules/aws-cdk/bin/cdk', ...given, '--no-notices', '--progress=events'];
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'author',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      CI: 'true',
      ...variables,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { status, printed };
}
