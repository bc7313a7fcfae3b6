import { spawn } from 'node:child_process';
import { StartError } from '../cloud/problem.ts';

/**
 * What the author's account may have beside the stack is not on this machine: here the stack makes
 * everything itself, and its pages are where the local cloud is.
 */
const NOTHING_THERE = { webDomain: '', table: '', receiptRuleSet: '', identity: 'ours', stage: '' };

/**
 * Synthesizes the stack in a process of its own, so that every time it sees the source as it is.
 *
 * @param program what `cdk.json` names, or one that does more beside it
 * @param variables of its environment, beside this process's own
 * @throws StartError with what is wrong, and not where our code noticed it: that is its cause
 */
export async function synthesize(
  outDir: string,
  program = 'infra/app.ts',
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const app = spawn(process.execPath, ['--import', 'tsx', program], {
    env: {
      ...process.env,
      ...variables,
      NODE_ENV: 'production',
      CDK_OUTDIR: outDir,
      CDK_CONTEXT_JSON: JSON.stringify(NOTHING_THERE),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    app.on('error', reject);
    app.on('close', resolve);
  });
  if (status !== 0) throw new StartError(withoutStack(errors), { cause: errors });
}

/** The words of an uncaught error, as Node prints it, without its name, code and stack. */
export function withoutStack(printed: string): string {
  const lines = printed.split('\n');
  const first = lines.findIndex((line) => /^(Uncaught )?\w*Error\b.*: /.test(line));
  if (first < 0) return printed.trim();
  const rest = lines.slice(first);
  const stack = rest.findIndex((line) => /^\s+at /.test(line));
  const words = rest.slice(0, stack < 0 ? rest.length : stack).join('\n');
  return words.replace(/^(Uncaught )?(Config|Content)?Error( \[\w+\])?: /, '').trim();
}
