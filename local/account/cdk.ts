import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from './place.ts';
import type { Session } from './session.ts';

/** Where the template of a deployment lies, once it was looked at. */
const ASSEMBLY = '.build/deployment';
/** The CLI of the lock file, and not one that a shell would find. */
const CLI = 'node_modules/aws-cdk/bin/cdk';

/** Writes the template, with what `-c` says. @returns the exit code */
export function synthesize({ outside, wishes, place }: Session): Promise<number> {
  const context = Object.entries(wishes.context).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const args = ['synth', '--quiet', '--output', ASSEMBLY, ...context];
  return cdk(args, environmentOf(place, outside.env));
}

/** The template that {@link synthesize} wrote. */
export const synthesized = (stackName: string): unknown =>
  JSON.parse(readFileSync(join(ASSEMBLY, `${stackName}.template.json`), 'utf8'));

/** Deploys the template that was looked at. Nobody is asked again. @returns the exit code */
export function deployStack(
  { outside, wishes, place }: Session,
  stackName: string,
): Promise<number> {
  const force = wishes.flags.has('force') ? ['--force'] : [];
  const args = ['deploy', stackName, '--app', ASSEMBLY, '--require-approval', 'never', ...force];
  return cdk(args, environmentOf(place, outside.env));
}

function cdk(args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args, '--no-notices'], {
      stdio: 'inherit',
      env,
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
