import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A cloud assembly made from this very source, as `cdk synth` would. */
    assembly: string;
  }
}

/**
 * Synthesizes by running the app that `cdk.json` names.
 *
 * @param contentDir another content folder than the one that ships
 */
export function synthesized(name: string, contentDir?: string): string {
  const assembly = resolve('.build', name);
  const content = contentDir === undefined ? {} : { KINDLING_CONTENT: contentDir };
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: { ...process.env, ...content, CDK_OUTDIR: assembly },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`infra/app.ts failed:\n${stderr}`);
  return assembly;
}

/** Once for all tests. */
export default function setup(project: TestProject): void {
  project.provide('assembly', synthesized('test-assembly'));
}
