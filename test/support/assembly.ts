import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A cloud assembly made from this very source, as `cdk synth` would. */
    assembly: string;
  }
}

/** Synthesizes once for all tests, by running the app that `cdk.json` names. */
export default function setup(project: TestProject): void {
  const assembly = resolve('.build/test-assembly');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: { ...process.env, CDK_OUTDIR: assembly },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`infra/app.ts failed:\n${stderr}`);
  project.provide('assembly', assembly);
}
