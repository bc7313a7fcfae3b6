import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '../../infra/bundle.ts';

/** Made with the doors' own options: what is compared is what is in it, and nothing that they leave out. */
const BARE = `
import { SESClient } from '@aws-sdk/client-ses';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
export const clients = [new SESClient({}), DynamoDBDocumentClient.from(new DynamoDBClient({})), UpdateCommand,
  new S3Client({}), GetObjectCommand, ListObjectsV2Command];
`;
const RUNS = 21;

/** A folder with `index.mjs`: the SDK clients that every sender needs, and nothing of ours. */
export async function bareSdk(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await build({
    ...BUNDLING,
    stdin: { contents: BARE, resolveDir: resolve('.') },
    outfile: join(folder, 'index.mjs'),
  });
  return folder;
}

/** All the code in a folder, of which `index.mjs` is only the way in. */
export function bundleKilobytes(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1024;
}

/**
 * CPU milliseconds from import to ready of each bundle, in fresh processes, in turns. The best of many:
 * whatever else the machine does can only add to it.
 */
export function loadTimes(folders: readonly string[]): readonly number[] {
  const timer = join(folders[0] ?? '', 'time.mjs');
  writeFileSync(
    timer,
    'const from = process.cpuUsage(); await import(process.argv[2]); const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000); process.exit(0);',
  );
  const times = folders.map((): number[] => []);
  for (let run = 0; run < RUNS; run += 1) {
    folders.forEach((folder, index) => {
      const { stdout, status, stderr } = spawnSync(
        process.execPath,
        [timer, join(folder, 'index.mjs')],
        { env: { ...ENVIRONMENT }, encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(stderr);
      times[index]?.push(Number(stdout));
    });
  }
  return times.map((each) => Math.min(...each));
}

/** What Lambda and the stack give the sender. */
const ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  STACK_NAME: 'Kindling',
  TABLE_NAME: 'table',
  WEB_URL: 'https://example.com',
  REPLY_DOMAIN: 'reply.example.com',
  CONFIGURATION_SET: 'set',
  PROOF_BUCKET: 'bucket',
  PROOF_PREFIX: 'proofs/',
};
