import { readFileSync } from 'node:fs';
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

export default defineConfig({
  plugins: [cssAsText],
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/support/assembly.ts'],
    // Journeys wait a lot: three at a time keep two cores busy. The default takes one.
    maxWorkers: 3,
    // Starting a process for each file took a tenth of the time.
    pool: 'threads',
    // A journey starts its own cloud and walks weeks in virtual time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
