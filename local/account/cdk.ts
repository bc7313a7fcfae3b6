import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from './place.ts';
import type { Outside, Session } from './session.ts';
import { contextIn } from './settings.ts';

/** The CLI of the lock file, and not one that a shell would find. */
const CLI = 'node_modules/aws-cdk/bin/cdk';

/** Where the template of a deployment lies, once it was looked at. */
const assemblyOf = ({ buildDir }: Outside) => join(buildDir, 'deployment');

/** Writes the template from what the checks have looked at. @returns the exit code */
export function synthesize(session: Session): Promise<number> {
  const { outside, wishes } = session;
  const written = Object.entries(contextIn(outside.configFile)).filter(([key]) =>
    /^\w+$/.test(key),
  );
  const context = Object.entries({ ...Object.fromEntries(written), ...wishes.context });
  const options = context.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return cdk(['synth', '--quiet', '--output', assemblyOf(outside), ...options], session);
}

/** The template that {@link synthesize} wrote. */
export const synthesized = ({ outside }: Session, stackName: string): unknown =>
  JSON.parse(readFileSync(join(assemblyOf(outside), `${stackName}.template.json`), 'utf8'));

/** Deploys the template that was looked at. Nobody is asked again. @returns the exit code */
export function deployStack(session: Session, stackName: string): Promise<number> {
  const { outside, wishes } = session;
  const force = wishes.flags.has('force') ? ['--force'] : [];
  const app = ['--app', assemblyOf(outside), '--require-approval', 'never'];
  return cdk(['deploy', stackName, ...app, ...force], session);
}

function cdk(args: readonly string[], { outside, place }: Session): Promise<number> {
  const env = environmentOf(place, outside.env);
  env['KINDLING_CONTENT'] = outside.contentDir;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args, '--no-notices'], {
      stdio: outside.cdkOutput,
      env,
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
