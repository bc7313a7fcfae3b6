import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** A style sheet is text to the code that imports it, as in the bundles (infra/bundle.ts). */
const cssAsText: Plugin = {
  name: 'css-as-text',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith('.css') || importer === undefined) return undefined;
    return `\0${resolve(dirname(importer), source)}.text`;
  },
  load(id) {
    if (!id.startsWith('\0') || !id.endsWith('.css.text')) return undefined;
    const text = readFileSync(id.slice(1, -'.text'.length), 'utf8');
    return `export default ${JSON.stringify(text)}`;
  },
};

/** What a test needs is in its file's name: the stack, a cloud or a browser, or nothing of it. */
const CLOUD = 'test/**/*.cloud.test.ts';

export default defineConfig({
  plugins: [cssAsText],
  // Vitest says "test", for which React takes its development build: the same at half the speed.
  // Both ends have to be told, who compiles what is to be drawn and who draws it.
  oxc: { jsx: { development: false } },
  test: {
    env: { NODE_ENV: 'production' },
    // Starting a process for each file took a tenth of the time.
    pool: 'threads',
    // What one file has loaded serves the next: no test replaces a module (test/rules).
    isolate: false,
    // A journey starts its own cloud and walks weeks in virtual time; a calendar walks years. On a
    // machine that does much else, either takes ten times as long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [CLOUD],
          // The quick ones first. Each worker loads everything anew, so no more than there are cores.
          sequence: { groupOrder: 0 },
          maxWorkers: availableParallelism(),
        },
      },
      {
        extends: true,
        test: {
          name: 'cloud',
          include: [CLOUD],
          globalSetup: ['test/support/assembly.ts'],
          // Journeys wait a lot: three at a time keep two cores busy. The default takes one.
          sequence: { groupOrder: 1 },
          maxWorkers: Math.max(3, availableParallelism()),
        },
      },
    ],
  },
});
