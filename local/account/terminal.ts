import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { contentFolder } from '../../emails/content/folder.ts';
import { nodeDns } from './dns.ts';
import type { Outside } from './session.ts';

// What the SDK says about Node is none of an author's business.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/**
 * Whoever reads what a command prints may have read enough, as `head` has: then it ends, and that is no fault.
 * Its status says so as far as a shell asks, which with a pipe is by the last command.
 */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
}
for (const stream of [process.stdout, process.stderr]) stream.on('error', endWhenNobodyReads);

/** The world of a command that somebody types: their shell, their network, their files. */
export const terminal = (): Outside => ({
  env: process.env,
  dns: nodeDns(),
  contentDir: contentFolder(),
  configFile: 'cdk.json',
  buildDir: '.build',
  cdkOutput: 'inherit',
  print: (line) => console.log(line),
  // https://no-color.org
  color: stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  isTerminal: stdout.isTTY === true,
  ask: stdin.isTTY && stdout.isTTY ? ask : undefined,
  health,
  now: () => new Date(),
});

const HEALTH_TIMEOUT_MS = 10_000;

async function health(url: string): Promise<number | undefined> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })).status;
  } catch {
    return undefined;
  }
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}
