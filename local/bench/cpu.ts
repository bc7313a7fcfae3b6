import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING } from '../../infra/bundle.ts';

/** CPU, in milliseconds of one whole core. */
export interface Cpu {
  /** Of a mail, from claim to finalise. */
  readonly mail: number;
  /** Of a due moment in a tick that takes many. */
  readonly due: number;
}

/** What an account of 1,000 a second has due in a minute, with a shard's own part a query. */
const RATE = 1000;
const DUE_PER_SHARD = (RATE * 0.9 * 60) / 8;

/**
 * What sending costs the machine that does it: SDK, signing, sockets and all.
 *
 * @param sender the folder of a bundled send door, for its content
 * @param folder where the program that is measured may lie
 */
export async function cpuOfSending(sender: string, folder: string): Promise<Cpu> {
  const program = join(folder, 'cpu-run.mjs');
  await build({ ...BUNDLING, entryPoints: ['local/bench/cpu-run.ts'], outfile: program });
  const stub = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/bench/stub-aws.ts', String(DUE_PER_SHARD)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const endpoint = `http://127.0.0.1:${await portOf(stub)}`;
    const env = { ...ENVIRONMENT, AWS_ENDPOINT_URL: endpoint };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, join(sender, 'content'), String(RATE), endpoint],
      { env, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Cpu;
  } finally {
    stub.kill();
  }
}

async function portOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the stub says nothing');
  const [said] = (await once(stdout, 'data')) as [Buffer];
  return said.toString().trim();
}

const ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};
