import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesizeIfStale } from '../../local/start/stale.ts';
import { synthesize } from '../../local/start/synthesize.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A cloud assembly made from this very source, as `cdk synth` would. */
    assembly: string;
  }
}

const PROGRAM = 'test/support/synthesize.ts';

/** Synthesizes once for all tests, and not even once while nothing that it is made from changes. */
export default async function setup(project: TestProject): Promise<void> {
  const assembly = resolve('.build/test-assembly');
  const refresh = () => synthesizeIfStale(assembly, (out) => synthesize(out, PROGRAM), [PROGRAM]);
  await refresh();
  project.provide('assembly', assembly);
  project.onTestsRerun(refresh);
}

/** An assembly of another content folder than the one that ships. */
export async function synthesizedFrom(contentDir: string, name: string): Promise<string> {
  const assembly = resolve('.build', name);
  await synthesize(assembly, PROGRAM, { KINDLING_CONTENT: contentDir });
  return assembly;
}
